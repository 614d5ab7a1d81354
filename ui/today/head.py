"""The head of the Today page: the day as offices count it, and what the server has not seen yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.kit.buttons import QuietButton
from ui.kit.labels import Soft
from ui.kit.layouts import row, show_if
from ui.kit.pill import Pill
from ui.kit.tones import Tone
from ui.wording.dates import day_words

if TYPE_CHECKING:
    from ui.page import Workspace
    from ui.today.reading import DayFacts
    from workbench.desk.status import Status


class DayLine(QWidget):
    """Which day it is, whether offices work, and whether next year's holidays are known."""

    def __init__(self) -> None:
        super().__init__()
        self.day, self.kind, self.provisional = Soft(""), Pill(""), Pill("", Tone.WARNING)
        for pill in (self.kind, self.provisional):
            show_if(pill, False)
        self.setLayout(row(self.day, self.kind, self.provisional, gap=8))

    def show_facts(self, facts: DayFacts) -> None:
        """Show what the calendar says."""
        self.day.setText(day_words(facts.day))
        self.kind.say(*self._kind(facts))
        self.kind.show()
        self.provisional.setVisible(facts.unpublished is not None)
        if facts.unpublished is not None:
            year = facts.unpublished
            words = self.tr("{year} holidays not published: limits are provisional").format(year=year)
            self.provisional.say(self.tr("{year} provisional").format(year=year), Tone.WARNING)
            self.provisional.setToolTip(words)
            self.provisional.setAccessibleName(words)

    def _kind(self, facts: DayFacts) -> tuple[str, Tone]:
        if facts.workday and facts.weekend:
            return self.tr("make-up working day"), Tone.INFO
        if facts.workday:
            return self.tr("working day"), Tone.NEUTRAL
        return self.tr("day off"), Tone.SUCCESS


class UnsentButton(QuietButton):
    """How many changes the server has not seen; a click says where they are."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("", self._explain, icon_name="upload", size="small")
        self._workspace = workspace
        self._count, self._allowed = 0, True
        show_if(self, False)

    def show_status(self, status: Status) -> None:
        """Show the number; where there has never been a server, it is no cause for worry."""
        self._count = status.unsent
        unsent, kept = self.tr("%n unsent", "", self._count), self.tr("%n kept here", "", self._count)
        self.setText(unsent if status.last_sync else kept)
        self.setAccessibleName(self.text())
        self.allow(self._allowed)

    def allow(self, allowed: bool) -> None:
        """Give way where there is no room; the status bar says the number too."""
        self._allowed = allowed
        show_if(self, allowed and self._count > 0)

    def _explain(self) -> None:
        words = self.tr("Everything is safe on this machine and is sent when there is a network.")
        self._workspace.toast(words, Tone.INFO)
