"""The last step: what was stored, and what still wants a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import GhostButton, PrimaryButton
from ui.kit.callout import Callout
from ui.kit.facts import FigureTile
from ui.kit.flow import FlowLayout
from ui.kit.layouts import STRETCH, column, row, show_if
from ui.kit.tones import Tone
from ui.wording.labels import label_of
from workbench.people.roster.matching import Verdict

if TYPE_CHECKING:
    from workbench.people.roster.plan import RosterResult

SHOWN = (Verdict.NEW, Verdict.UPDATED, Verdict.UNCHANGED, Verdict.DOUBTFUL, Verdict.REFUSED)


class ResultPane(QWidget):
    """Figures, the way to the report, and the next file."""

    report_wanted = Signal()
    people_wanted = Signal()
    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.callout = Callout(Tone.SUCCESS, "")
        self.tiles = {verdict: FigureTile(label_of(verdict)) for verdict in SHOWN}
        self.open_matters = Callout(Tone.WARNING, "")
        self.report = PrimaryButton(
            self.tr("Save report…  Ctrl+S"), self.report_wanted.emit, icon_name="excel"
        )
        people = GhostButton(self.tr("Look at the residents"), self.people_wanted.emit, icon_name="people")
        again = GhostButton(self.tr("Another file  Ctrl+O"), self.again.emit, icon_name="upload")
        tiles = FlowLayout(*self.tiles.values(), gap=12, fill=True)
        self.setLayout(
            column(
                self.callout,
                tiles,
                self.open_matters,
                row(self.report, people, again, STRETCH),
                STRETCH,
                gap=14,
            )
        )

    def show_result(self, name: str, result: RosterResult) -> None:
        """Show what was stored of a file."""
        words = self.tr("New besides: {buildings} buildings, {dwellings} dwellings, {households} households.")
        self.callout.say(
            Tone.SUCCESS,
            self.tr("“{name}” is imported.").format(name=name),
            words.format(
                buildings=result.buildings, dwellings=result.dwellings, households=result.households
            ),
        )
        for verdict, tile in self.tiles.items():
            tile.show_figure(f"{getattr(result, verdict.value):,}")
        left = result.doubtful + result.refused
        self.open_matters.say(
            Tone.WARNING,
            self.tr("%n rows were not imported.", "", left),
            self.tr(
                "The report lists them in colour with the reasons. Correct the roster and import it again."
            ),
        )
        show_if(self.open_matters, left > 0)
