"""The columns of double keying: how far each area is, and which second typings run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.census.case_tables import moment_words
from ui.kit.empty import EmptyState
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.kit.tones import Tone
from workbench.census.views import DoubleRow, VerificationShare

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

translate = QCoreApplication.translate


def share_table() -> RecordTable[VerificationShare]:
    """Return the empty table of areas and how many of their forms were typed twice."""
    columns = (
        TableColumn[VerificationShare](translate("Doubles", "Area"), lambda one: one.area_code),
        TableColumn[VerificationShare](
            translate("Doubles", "Forms"), lambda one: str(one.with_form), 96, numeric=True
        ),
        TableColumn[VerificationShare](
            translate("Doubles", "Typed twice"), lambda one: str(one.verified), 112, numeric=True
        ),
        TableColumn[VerificationShare](
            translate("Doubles", "Still wanted"),
            lambda one: str(one.wanted),
            120,
            tone=lambda one: Tone.WARNING if one.wanted else Tone.SUCCESS,
        ),
    )
    empty = EmptyState(
        "copy",
        translate("Doubles", "No forms yet"),
        translate("Doubles", "As soon as a form is handed in, it may be typed a second time."),
    )
    table = RecordTable(translate("Doubles", "By area"), columns, empty, frameless=True)
    table.setMaximumHeight(180)
    return table


def double_table(names: Callable[[], Mapping[str, str]]) -> RecordTable[DoubleRow]:
    """Return the empty table of second typings; ``names`` tells who is who."""
    columns = (
        TableColumn[DoubleRow](translate("Doubles", "Household"), lambda one: one.case.place),
        TableColumn[DoubleRow](
            translate("Doubles", "First typed by"), lambda one: names().get(one.keyer_id, ""), 140, soft=True
        ),
        TableColumn[DoubleRow](
            translate("Doubles", "Again by"), lambda one: names().get(one.verifier_id, ""), 140, soft=True
        ),
        TableColumn[DoubleRow](
            translate("Doubles", "Begun"), lambda one: moment_words(one.begun_at), 112, soft=True
        ),
        TableColumn[DoubleRow](
            translate("Doubles", "State"),
            double_words,
            132,
            tone=lambda one: Tone.INFO if one.typed_at is None else Tone.WARNING,
        ),
    )
    empty = EmptyState(
        "copy",
        translate("Doubles", "No second typing runs"),
        translate("Doubles", "Take the next form with F5; what others typed, you never see while typing."),
    )
    return RecordTable(translate("Doubles", "Running"), columns, empty, frameless=True)


def double_words(one: DoubleRow) -> str:
    """Return how far a second typing is."""
    if one.typed_at is None:
        return translate("Doubles", "being typed")
    left = one.open_differences
    return translate("Doubles", "%n to settle", "", left)
