"""The columns of the re-check: the households drawn, and error rates with their limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.census.case_tables import moment_words
from ui.kit.empty import EmptyState
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.kit.tones import Tone
from workbench.census.views import RateRow, RecheckRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Names = Callable[[], Mapping[str, str]]

translate = QCoreApplication.translate


def drawn_table(names: Names) -> RecordTable[RecheckRow]:
    """Return the empty table of drawn households; ``names`` tells who is who."""
    columns = (
        TableColumn[RecheckRow](translate("Rechecks", "Household"), lambda one: one.case.place),
        TableColumn[RecheckRow](
            translate("Rechecks", "First asked by"),
            lambda one: names().get(one.enumerator_id, ""),
            140,
            soft=True,
        ),
        TableColumn[RecheckRow](
            translate("Rechecks", "Asked again by"),
            lambda one: names().get(one.rechecker_id or "", ""),
            140,
            soft=True,
        ),
        TableColumn[RecheckRow](translate("Rechecks", "Done"), lambda one: moment_words(one.done_at), 112),
        TableColumn[RecheckRow](
            translate("Rechecks", "Found"),
            found_words,
            140,
            tone=lambda one: None if one.done_at is None else (Tone.WARNING if one.errors else Tone.SUCCESS),
        ),
    )
    empty = EmptyState(
        "eye",
        translate("Rechecks", "No sample yet"),
        translate("Rechecks", "When an area is filled, the supervisor draws its sample with Ctrl+N."),
    )
    return RecordTable(translate("Rechecks", "Drawn"), columns, empty, frameless=True)


def rate_table(name: str, names: Names) -> RecordTable[RateRow]:
    """Return an empty table of error rates."""
    columns = (
        TableColumn[RateRow](translate("Rechecks", "Whose"), lambda one: names().get(one.subject, one.label)),
        TableColumn[RateRow](
            translate("Rechecks", "Fields"), lambda one: f"{one.rate.errors} / {one.rate.compared}", 96
        ),
        TableColumn[RateRow](
            translate("Rechecks", "Error rate"),
            lambda one: f"{one.rate.percent:.2f} %",
            104,
            tone=lambda one: Tone.DANGER if one.failed else Tone.SUCCESS,
        ),
    )
    empty = EmptyState(
        "eye", translate("Rechecks", "No figures yet"), translate("Rechecks", "They come with re-checks.")
    )
    return RecordTable(name, columns, empty, frameless=True)


def found_words(one: RecheckRow) -> str:
    """Return what a second interview found."""
    if one.done_at is None:
        return ""
    errors = one.errors
    return translate("Rechecks", "%n difference(s)", "", errors)
