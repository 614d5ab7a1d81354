"""Households in lists and one by one, without anything that names a resident."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from workbench.census.kinds import CaseState, CaseVerb
from workbench.census.views.counting import place_of


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A household in a list: where it is and how far its form is, not who lives there."""

    id: str
    round_id: str
    area_id: str
    area_code: str
    building_id: str
    building: str
    estate: str
    unit: str
    room: str
    floor: int | None
    number: int
    serial: int
    state: CaseState
    outcome: CaseState | None
    enumerator_id: str | None
    tries: int
    next_visit_at: datetime | None
    note: str
    hard_edits: int
    soft_edits: int
    verified: bool
    rechecked: bool

    @property
    def place(self) -> str:
        """Where it is, as people say it: 桂花苑3幢1单元502室; a second household says its number."""
        return place_of(self.building, self.estate, self.unit, self.room, self.number)


@dataclass(frozen=True, slots=True)
class EventRow:
    """Something done to a household's form."""

    verb: CaseVerb
    from_state: CaseState
    to_state: CaseState
    at: datetime
    actor_id: str
    note: str


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """A household with its story; `proposed_visit` is a good moment (UTC) to come again, None when late."""

    row: CaseRow
    possible: tuple[CaseVerb, ...]
    events: tuple[EventRow, ...]
    proposed_visit: datetime | None
    prefilled_at: datetime | None
    submission_id: str | None
    explanations: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CallBack:
    """A household to visit again, and when (UTC); `late` when that was on a day before today."""

    case: CaseRow
    at: datetime
    late: bool
