"""The list behind the figure that is chosen: matters, or who has how many of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from ui.kit.buttons import LinkButton
from ui.kit.card import Card
from ui.kit.empty import EmptyState
from ui.kit.layouts import show_if
from ui.kit.painting import LampLevel
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.matters.state_tones import LAMP_LEVELS, STATE_TONES
from ui.matters.wording import due_words
from ui.today.reading import Load
from ui.today.skeleton import Skeleton
from ui.wording.labels import label_of
from workbench.intake.kinds import Lamp
from workbench.intake.queries import MatterRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date


OWNER = 4
"""The column that says whose a matter is."""


class ListCard(Card):
    """One list at a time; ``opened`` carries a matter's id, ``load_opened`` a colleague's pile."""

    opened = Signal(str)
    load_opened = Signal(object)
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(" ", padding=12)
        self._names: Mapping[str, str] = {}
        self.back = LinkButton(self.tr("Back to everybody  Esc"), self.back_wanted.emit, icon_name="left")
        show_if(self.back, False)
        self.header.addWidget(self.back)
        self.skeleton = Skeleton()
        self.empty = EmptyState("success", "", "")
        self.matters: RecordTable[MatterRow] = RecordTable("", self._columns(), self.empty, frameless=True)
        self.loads: RecordTable[Load] = RecordTable("", self._load_columns(), frameless=True)
        self.loads.empty.say(self.tr("Nobody has anything on the table"), "")
        self._faces = QStackedWidget()
        for face in (self.skeleton, self.matters, self.loads):
            self._faces.addWidget(face)
        self.body.addWidget(self._faces, 1)
        self.matters.activated.connect(lambda row: self.opened.emit(row.id))
        self.loads.activated.connect(self.load_opened)

    def know_names(self, names: Mapping[str, str]) -> None:
        """Learn the names of the staff, by id."""
        self._names = names

    def show_owner(self, shown: bool) -> None:
        """Show whose a matter is, or leave the column out where it is clear."""
        self.matters.leave_out(OWNER, not shown)

    def announce(self, title: str) -> None:
        """Say which list comes, while it is read."""
        self.title.setText(title)
        self.setAccessibleName(title)
        self.caption.hide()
        self.back.hide()
        if not self.matters.records():
            self._faces.setCurrentWidget(self.skeleton)

    def show_matters(self, rows: Sequence[MatterRow], empty: tuple[str, str], *, back: bool = False) -> None:
        """Show matters, or words if there are none."""
        self.empty.say(*empty)
        self.matters.view.setAccessibleName(self.title.text())
        self.matters.show_records(rows)
        self._faces.setCurrentWidget(self.matters)
        self._count(len(rows))
        self.back.setVisible(back)

    def show_loads(self, loads: Sequence[Load]) -> None:
        """Show who has how much on the table."""
        self.loads.view.setAccessibleName(self.title.text())
        self.loads.show_records(loads)
        self._faces.setCurrentWidget(self.loads)
        self._count(sum(len(load.matters) for load in loads))
        self.back.hide()

    def table(self) -> RecordTable[MatterRow] | RecordTable[Load]:
        """Return the table in front."""
        return self.loads if self._faces.currentWidget() is self.loads else self.matters

    def _count(self, count: int) -> None:
        self.caption.setText(self.tr("%n matter(s)", "", count))
        self.caption.setVisible(count > 0)

    def _columns(self) -> list[TableColumn[MatterRow]]:
        return [
            TableColumn[MatterRow](
                self.tr("Deadline"),
                lambda row: due_words(row.signal),
                176,
                sort_key=_deadline,
                lamp=lambda row: LAMP_LEVELS[row.signal.lamp],
                rank=1,
            ),
            TableColumn[MatterRow](
                self.tr("Resident"), lambda row: row.applicant_name, 116, avatar=True, rank=3
            ),
            TableColumn[MatterRow](self.tr("Item"), lambda row: row.item_name),
            TableColumn[MatterRow](
                self.tr("State"),
                lambda row: label_of(row.state),
                124,
                tone=lambda row: STATE_TONES[row.state],
                rank=2,
            ),
            TableColumn[MatterRow](self.tr("Whose"), self._owner, 116, soft=True, rank=4),
            TableColumn[MatterRow](self.tr("Number"), lambda row: row.number, 166, soft=True, rank=5),
        ]

    def _load_columns(self) -> list[TableColumn[Load]]:
        count = self._count_column
        red, yellow, paused = (_lit(lamp) for lamp in (Lamp.RED, Lamp.YELLOW, Lamp.PAUSED))
        return [
            TableColumn[Load](self.tr("Who"), lambda load: load.name, avatar=True),
            count(self.tr("On the table"), lambda load: len(load.matters)),
            count(self.tr("Overdue"), red, LampLevel.RED),
            count(self.tr("Due soon"), yellow, LampLevel.YELLOW),
            count(self.tr("Clock stopped"), paused, rank=1),
            count(self.tr("Not yet seen"), lambda load: load.new, rank=2),
        ]

    def _count_column(
        self, header: str, count: Callable[[Load], int], level: LampLevel | None = None, rank: int = 0
    ) -> TableColumn[Load]:
        def lamp(load: Load) -> LampLevel:
            return level if level and count(load) else LampLevel.OFF

        return TableColumn[Load](
            header,
            lambda load: str(count(load) or "–"),
            110,
            sort_key=count,
            lamp=lamp if level else None,
            soft=rank > 0,
            rank=rank,
            folded=lambda load: f"{header} {count(load)}" if count(load) else "",
        )

    def _owner(self, row: MatterRow) -> str:
        return self._names.get(row.owner_id, "")


def _lit(lamp: Lamp) -> Callable[[Load], int]:
    return lambda load: load.lit(lamp)


def _deadline(row: MatterRow) -> date | None:
    return row.signal.due
