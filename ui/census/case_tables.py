"""The columns in which households are listed: where, how far, when to come again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.census.state_looks import LOOKS
from ui.kit.empty import EmptyState
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.wording.labels import label_of
from workbench.census.views import CaseRow
from workbench.community.rules import natural_order
from workbench.standards.clock import SHANGHAI

if TYPE_CHECKING:
    from datetime import datetime

translate = QCoreApplication.translate


def case_table(name: str, empty: EmptyState) -> RecordTable[CaseRow]:
    """Return an empty table of households."""
    columns = (
        TableColumn[CaseRow](
            translate("Cases", "Household"),
            lambda one: one.place,
            sort_key=lambda one: natural_order(one.place),
        ),
        TableColumn[CaseRow](translate("Cases", "Area"), lambda one: one.area_code, 72, soft=True),
        TableColumn[CaseRow](
            translate("Cases", "State"),
            lambda one: label_of(one.state),
            112,
            tone=lambda one: LOOKS[one.state].tone,
        ),
        TableColumn[CaseRow](translate("Cases", "Come again"), again_words, 128),
        TableColumn[CaseRow](translate("Cases", "Tries"), lambda one: str(one.tries or ""), 64, numeric=True),
        TableColumn[CaseRow](translate("Cases", "Note"), note_words, 200, soft=True),
    )
    return RecordTable(name, columns, empty, frameless=True)


def again_words(one: CaseRow) -> str:
    """Return when to come again, or nothing."""
    return moment_words(one.next_visit_at)


def moment_words(moment: datetime | None) -> str:
    """Return month, day and time of a moment in Shanghai, or nothing."""
    return moment.astimezone(SHANGHAI).strftime("%m-%d %H:%M") if moment else ""


def note_words(one: CaseRow) -> str:
    """Return how many checks hold against the form, else what was noted at the door."""
    hard, soft = one.hard_edits, one.soft_edits
    if hard:
        return translate("Cases", "%n to correct", "", hard)
    if soft:
        return translate("Cases", "%n to explain", "", soft)
    return one.note
