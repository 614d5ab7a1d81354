"""The head of the Today page: the day as offices count it, and what of sync waits for this person."""

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
    from workbench.desk.sync_views import SyncState


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


class ToSettleButton(QuietButton):
    """How much of sync waits for this person; nothing while nothing does. A click leads there."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("", lambda: workspace.open_record("sync", ""), icon_name="conflict", size="small")
        self._count, self._allowed = 0, True
        show_if(self, False)

    def show_state(self, state: SyncState) -> None:
        """Show the number."""
        self._count = state.disputes
        self.setText(self.tr("%n to settle", "", self._count))
        self.allow(self._allowed)

    def allow(self, allowed: bool) -> None:
        """Give way where there is no room; the status bar says the number too."""
        self._allowed = allowed
        show_if(self, allowed and self._count > 0)
