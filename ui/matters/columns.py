"""The columns of a list of matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.kit.table_model import TableColumn
from ui.kit.tones import Tone
from ui.matters.state_tones import LAMP_LEVELS, STATE_TONES
from ui.matters.wording import due_words
from ui.wording.dates import moment_words
from ui.wording.labels import label_of
from workbench.intake.queries.rows import MatterRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

translate = QCoreApplication.translate
FAR = "9999-12-31"


def matter_columns(names: Callable[[], Mapping[str, str]]) -> tuple[TableColumn[MatterRow], ...]:
    """Return the columns; ``names`` gives the staff's names by id."""
    return (*_main_columns(), *_further_columns(names))


def _main_columns() -> tuple[TableColumn[MatterRow], ...]:
    due = TableColumn[MatterRow](
        translate("MatterColumns", "Due"),
        lambda row: due_words(row.signal),
        168,
        sort_key=lambda row: row.signal.due.isoformat() if row.signal.due else FAR,
        lamp=lambda row: LAMP_LEVELS[row.signal.lamp],
        rank=1,
    )
    item = TableColumn[MatterRow](translate("MatterColumns", "Item"), item_words)
    resident = TableColumn[MatterRow](
        translate("MatterColumns", "Resident"), lambda row: row.applicant_name, 118, avatar=True, rank=3
    )
    state = TableColumn[MatterRow](
        translate("MatterColumns", "State"),
        lambda row: label_of(row.state),
        116,
        tone=lambda row: STATE_TONES.get(row.state, Tone.NEUTRAL),
        rank=2,
    )
    return due, item, resident, state


def _further_columns(names: Callable[[], Mapping[str, str]]) -> tuple[TableColumn[MatterRow], ...]:
    holder = TableColumn[MatterRow](
        translate("MatterColumns", "With"), lambda row: holder_words(row, names()), 96, soft=True, rank=4
    )
    received = TableColumn[MatterRow](
        translate("MatterColumns", "Received"),
        lambda row: moment_words(row.received_at)[5:],
        104,
        sort_key=lambda row: row.received_at,
        soft=True,
        rank=5,
    )
    number = TableColumn[MatterRow](
        translate("MatterColumns", "Number"), lambda row: row.number, 168, soft=True, rank=6
    )
    return holder, received, number


def item_words(row: MatterRow) -> str:
    """Return the item, marked when it is urgent or new to its owner."""
    urgent = translate("MatterColumns", "[urgent] ") if row.urgent else ""
    new = "● " if row.new else ""
    return f"{new}{urgent}{row.item_name}"


def holder_words(row: MatterRow, names: Mapping[str, str]) -> str:
    """Return who has the matter: a department, somebody it was offered to, or its owner."""
    if row.department:
        return row.department
    if row.offered_to_id:
        return f"→ {names.get(row.offered_to_id, '')}"
    return names.get(row.owner_id, "")
