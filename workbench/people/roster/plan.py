"""The stages of an import: what a file holds, what is to be done with each row, what was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from workbench.people.roster.differences import Change
from workbench.people.roster.mapping import RosterMapping
from workbench.people.roster.matching import KnownResident, ResidentIndex, Verdict
from workbench.people.roster.outcome import RowOutcome
from workbench.people.roster.reading import RosterFile
from workbench.people.roster.reasons import Outcome, Reason

RowKey = tuple[str, int, int]
"""Sheet, row from 1, and block: what names one person of a file."""

RegisterMark = tuple[int, int]
"""How many residents there are and which came last: what tells a register that has grown since."""

_FINAL = frozenset({Reason.REPEATED, Reason.STRANGE_NAME})
"""Doubts that a person cannot settle by accepting the row as it is."""


@dataclass(frozen=True, slots=True)
class RosterDraft:
    """A file that was read, and the mapping proposed for it."""

    file: RosterFile
    mapping: RosterMapping


class PlannedRow(NamedTuple):
    """One row with what the import will do, and with whom of the register."""

    outcome: RowOutcome
    verdict: Verdict
    resident: KnownResident | None = None
    changes: tuple[Change, ...] = ()

    @property
    def key(self) -> RowKey:
        """What names the row."""
        return self.outcome.sheet, self.outcome.row, self.outcome.block

    @property
    def why(self) -> str:
        """Everything there is to say of the row, in Chinese."""
        return "；".join(filter(None, (self.outcome.why, *(change.label for change in self.changes))))


@dataclass(frozen=True)
class RosterPlan:
    """What applying would do; nothing is stored yet. `register` is the register's mark when it was made."""

    draft: RosterDraft
    mapping: RosterMapping
    rows: tuple[PlannedRow, ...]
    register: RegisterMark

    @cached_property
    def counts(self) -> Counter[Verdict]:
        """How many rows there are of each verdict."""
        return Counter(row.verdict for row in self.rows)


@dataclass(frozen=True, slots=True)
class RosterResult:
    """What was stored, in records."""

    new: int
    updated: int
    unchanged: int
    doubtful: int
    refused: int
    buildings: int
    dwellings: int
    households: int


def plan_rows(
    outcomes: Iterable[RowOutcome], register: ResidentIndex, accepted: frozenset[RowKey] = frozenset()
) -> tuple[PlannedRow, ...]:
    """Return the verdict on every row; doubtful ones that a person accepted are treated as sound."""
    planned = []
    for outcome in outcomes:
        if outcome.outcome is Outcome.PERSON or _is_accepted(outcome, accepted):
            planned.append(_matched(outcome, register))
        else:
            planned.append(PlannedRow(outcome, Verdict(outcome.outcome.value)))
    return tuple(planned)


def _matched(outcome: RowOutcome, register: ResidentIndex) -> PlannedRow:
    assert outcome.person is not None
    verdict, resident, changes, doubt = register.match(outcome.person)
    if doubt is not None and resident is not None:
        hint = f"档案：{resident.name}"
        outcome = outcome._replace(
            outcome=Outcome.DOUBTFUL, remarks=(*outcome.remarks, doubt), hint=outcome.hint or hint
        )
    return PlannedRow(outcome, verdict, resident, changes)


def _is_accepted(outcome: RowOutcome, accepted: frozenset[RowKey]) -> bool:
    if outcome.outcome is not Outcome.DOUBTFUL or not accepted or _FINAL.intersection(outcome.remarks):
        return False
    return (outcome.sheet, outcome.row, outcome.block) in accepted
