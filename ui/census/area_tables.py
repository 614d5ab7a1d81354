"""The columns in which enumeration areas are listed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.census.round_tables import UNFINISHED
from ui.kit.empty import EmptyState
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.kit.tones import Tone
from ui.wording.labels import label_of
from workbench.census.kinds import AreaState
from workbench.census.views import AreaRow, total

translate = QCoreApplication.translate


def area_table() -> RecordTable[AreaRow]:
    """Return the empty table of areas."""
    columns = (
        TableColumn[AreaRow](translate("Areas", "Area"), lambda one: f"{one.code} {one.name}"),
        TableColumn[AreaRow](translate("Areas", "Carried out by"), carrier_words, 180, soft=True),
        TableColumn[AreaRow](
            translate("Areas", "Households"), lambda one: str(total(one.counts)), 104, numeric=True
        ),
        TableColumn[AreaRow](translate("Areas", "Open"), lambda one: str(open_ones(one)), 80, numeric=True),
        TableColumn[AreaRow](
            translate("Areas", "Not assigned"),
            lambda one: str(one.unassigned or ""),
            112,
            tone=lambda one: Tone.WARNING if one.unassigned else None,
        ),
        TableColumn[AreaRow](
            translate("Areas", "State"),
            lambda one: label_of(one.state),
            104,
            tone=lambda one: Tone.SUCCESS if one.state is AreaState.SIGNED_OFF else Tone.ACCENT,
        ),
    )
    empty = EmptyState(
        "panel",
        translate("Areas", "Not divided yet"),
        translate("Areas", "Let areas be proposed from grids and buildings, then adjust them."),
    )
    return RecordTable(translate("Areas", "Areas"), columns, empty, frameless=True)


def open_ones(one: AreaRow) -> int:
    """Return how many households of an area are unfinished."""
    return sum(one.counts.get(state, 0) for state in UNFINISHED)


def carrier_words(one: AreaRow) -> str:
    """Return which organisation carries an area out, or that staff do."""
    return one.organisation or translate("Areas", "own staff")
