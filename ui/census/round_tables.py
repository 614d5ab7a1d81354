"""The columns in which rounds are listed, and the words for how far one is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.kit.empty import EmptyState
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.kit.tones import Tone
from ui.wording.labels import label_of
from workbench.census.kinds import CaseState, RoundState
from workbench.census.views import RoundRow, total

translate = QCoreApplication.translate

TONES = {
    RoundState.PLANNED: Tone.NEUTRAL,
    RoundState.OPEN: Tone.ACCENT,
    RoundState.CLOSING: Tone.WARNING,
    RoundState.CLOSED: Tone.SUCCESS,
    RoundState.TABULATED: Tone.SUCCESS,
}
"""How the states of a round look."""

UNFINISHED = frozenset({CaseState.NOT_VISITED, CaseState.ABSENT, CaseState.IN_ENTRY, CaseState.TO_CORRECT})
"""States in which something is still expected of the enumerator."""


def round_table() -> RecordTable[RoundRow]:
    """Return the empty table of rounds."""
    columns = (
        TableColumn[RoundRow](translate("Rounds", "Round"), lambda one: one.name),
        TableColumn[RoundRow](translate("Rounds", "Kind"), lambda one: label_of(one.kind), 96, soft=True),
        TableColumn[RoundRow](
            translate("Rounds", "State"),
            lambda one: label_of(one.state),
            104,
            tone=lambda one: TONES[one.state],
        ),
        TableColumn[RoundRow](translate("Rounds", "Period"), period_words, 196, soft=True),
        TableColumn[RoundRow](translate("Rounds", "Areas signed"), areas_words, 104, numeric=True),
        TableColumn[RoundRow](translate("Rounds", "Households done"), done_words, 128, numeric=True),
    )
    empty = EmptyState(
        "flag",
        translate("Rounds", "No round yet"),
        translate("Rounds", "Plan the first with Ctrl+N: its form, its days; then divide it into areas."),
    )
    return RecordTable(translate("Rounds", "Rounds"), columns, empty, frameless=True)


def period_words(one: RoundRow) -> str:
    """Return the days from when to when."""
    return f"{one.since.isoformat()} – {one.until.isoformat()}"


def areas_words(one: RoundRow) -> str:
    """Return how many areas are signed off of how many."""
    return f"{one.areas_signed} / {one.areas}"


def done_words(one: RoundRow) -> str:
    """Return how many households are finished of how many."""
    every = total(one.counts)
    left = sum(one.counts.get(state, 0) for state in UNFINISHED)
    return f"{every - left} / {every}"
