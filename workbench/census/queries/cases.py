"""Reads households: lists, one with its story, what to visit again, and the map of a building's doors."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.census.kinds import CaseState, CaseVerb
from workbench.census.model import CensusCase, CensusEvent, CensusRound
from workbench.census.queries.rows import CensusReading, Sight, case_in_sight, case_row
from workbench.census.reading import course_of
from workbench.census.rules.callbacks import is_due, propose_visit
from workbench.census.rules.cases import possible_verbs
from workbench.census.views import BuildingMap, CallBack, CaseDetail, CaseRow, Door, EventRow, Floor, Stair
from workbench.community.rules import natural_order
from workbench.standards.clock import local_date

if TYPE_CHECKING:
    from datetime import datetime

_UNFINISHED = (
    CaseState.TO_CORRECT, CaseState.IN_ENTRY, CaseState.ABSENT, CaseState.NOT_VISITED,
)  # fmt: skip
_ROOM_DIGITS = 3


class Cases(CensusReading):
    """Households without anything that names a resident. Every method raises NotPermitted."""

    def cases(
        self,
        round_id: str,
        area_id: str | None = None,
        states: Collection[CaseState] = (),
        enumerator_id: str | None = None,
    ) -> tuple[CaseRow, ...]:
        """Return the visible households of a round in walking order, all or those that fit."""
        wanted = [CensusCase.round_id == round_id]
        wanted += [CensusCase.area_id == area_id] if area_id else []
        wanted += [CensusCase.state.in_(states)] if states else []
        wanted += [CensusCase.enumerator_id == enumerator_id] if enumerator_id else []
        with self._looking() as sight:
            return tuple(sight.cases(*wanted))

    def my_work(self, round_id: str) -> tuple[CaseRow, ...]:
        """Return what the signed-in enumerator has yet to do: to correct, begun, due again, then the rest."""
        with self._looking() as sight:
            rows = sight.cases(
                CensusCase.round_id == round_id,
                CensusCase.enumerator_id == sight.standing.staff_id,
                CensusCase.state.in_(_UNFINISHED),
            )
            return tuple(sorted(rows, key=lambda row: _urgency(row, sight)))

    def case(self, case_id: str) -> CaseDetail:
        """Return one household with its story. Raises RecordNotFound, GuardFailed."""
        with self._looking() as sight:
            case, area = case_in_sight(sight, case_id)
            found = sight.reading.get_one(CensusRound, case.round_id)
            events = _events(sight, case_id)
            tried = [event.at for event in events if event.verb is CaseVerb.NOTE_ABSENT]
            return CaseDetail(
                row=case_row(case, area.code),
                possible=possible_verbs(course_of(case)),
                events=events,
                proposed_visit=propose_visit(tried, self._clock(), found.until),
                prefilled_at=case.prefilled_at,
                submission_id=case.submission_id,
                explanations=dict(case.explanations),
            )

    def call_backs(self, round_id: str) -> tuple[CallBack, ...]:
        """Return the households to visit again today, the earliest first; those missed before are late."""
        with self._looking() as sight:
            rows = sight.cases(CensusCase.round_id == round_id, CensusCase.next_visit_at.is_not(None))
            due = [
                CallBack(row, row.next_visit_at, local_date(row.next_visit_at) < sight.today)
                for row in rows
                if row.next_visit_at is not None and is_due(row.state, row.next_visit_at, sight.today)
            ]
            return tuple(sorted(due, key=lambda each: each.at))

    def propose_visit(self, case_id: str) -> datetime | None:
        """Return a good moment (UTC) to come again, as it is now. Raises RecordNotFound, GuardFailed."""
        return self.case(case_id).proposed_visit

    def building_map(self, round_id: str, building_id: str) -> BuildingMap:
        """Return the visible doors of a building, stair by stair, the top floor first."""
        with self._looking() as sight:
            rows = sight.cases(CensusCase.round_id == round_id, CensusCase.building_id == building_id)
            first = rows[0] if rows else None
            stairs = groupby(rows_by_unit(rows), key=lambda row: row.unit)
            return BuildingMap(
                building_id,
                first.building if first else "",
                first.estate if first else "",
                tuple(Stair(unit, _floors(list(homes), sight)) for unit, homes in stairs),
            )


def rows_by_unit(rows: Iterable[CaseRow]) -> list[CaseRow]:
    """Return the households of a building stair by stair, whatever areas they are in."""
    return sorted(rows, key=lambda row: (natural_order(row.unit), natural_order(row.room), row.number))


def floor_of(row: CaseRow) -> int | None:
    """Return the floor as registered, or as the room says it: 502 is on the fifth, 1203 on the twelfth."""
    if row.floor is not None:
        return row.floor
    digits = row.room if row.room.isascii() and row.room.isdigit() else ""
    return int(digits[:-2]) if len(digits) >= _ROOM_DIGITS else None


def _floors(rows: Sequence[CaseRow], sight: Sight) -> tuple[Floor, ...]:
    floors: dict[int | None, list[Door]] = {}
    for row in rows:
        mine = row.enumerator_id == sight.standing.staff_id
        door = Door(row.id, row.room, row.number, row.state, row.enumerator_id, mine)
        floors.setdefault(floor_of(row), []).append(door)
    order = sorted(floors, key=lambda floor: (floor is None, -(floor or 0)))
    return tuple(Floor(floor, tuple(floors[floor])) for floor in order)


def _urgency(row: CaseRow, sight: Sight) -> tuple[int, bool]:
    due = is_due(row.state, row.next_visit_at, sight.today)
    later = row.next_visit_at is not None and not due
    return (_UNFINISHED.index(row.state) if not later else len(_UNFINISHED), not due)


def _events(sight: Sight, case_id: str) -> tuple[EventRow, ...]:
    chosen = select(CensusEvent).where(CensusEvent.case_id == case_id)
    found = sight.reading.scalars(chosen.order_by(CensusEvent.at, CensusEvent.id))
    return tuple(
        EventRow(each.verb, each.from_state, each.to_state, each.at, each.actor_id, each.note)
        for each in found
    )
