"""Finds which forms are typed a second time: the one that runs, those still wanted, the next (双录取件)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select

from workbench.census.kinds import CaseVerb
from workbench.census.model import CensusCase, CensusDouble, CensusRound
from workbench.census.rules.cases import POSSIBLE, WITH_FORM
from workbench.census.rules.sampling import still_to_verify

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Reading

    from workbench.store import Work

_TO_VERIFY = POSSIBLE[CaseVerb.VERIFY]


@dataclass(frozen=True, slots=True)
class AreaDoubles:
    """An area's double keying: forms handed in, verified, under way, and those wanted next, in order."""

    area_id: str
    with_form: int
    verified: int
    under_way: int
    wanted: tuple[str, ...]


def running_double(work: Work, case_id: str) -> CensusDouble | None:
    """Return the double keying that was begun and not settled yet."""
    return work.session.scalars(_running().where(CensusDouble.case_id == case_id)).first()


def doubles_by_area(reading: Reading, round_id: str) -> tuple[AreaDoubles, ...]:
    """Return how far double keying is in each area that has a form."""
    found = reading.get(CensusRound, round_id)
    if found is None:
        return ()
    chosen = select(CensusCase.id, CensusCase.area_id, CensusCase.state, CensusCase.verified_at).where(
        CensusCase.round_id == round_id, CensusCase.deleted_at.is_(None), CensusCase.state.in_(WITH_FORM)
    )
    running = {double.case_id for double in reading.scalars(_running())}
    rows = groupby(reading.execute(chosen.order_by(CensusCase.area_id)), lambda row: row.area_id)
    return tuple(_doubles(area_id, tuple(cases), running, found) for area_id, cases in rows)


def next_to_verify(reading: Reading, staff_id: str, round_id: str, area_id: str | None) -> str | None:
    """Return whose form somebody types next: their own begun one first, never one they keyed."""
    mine = _running().where(CensusDouble.verifier_id == staff_id, CensusDouble.typed_at.is_(None))
    wanted = [case for each in doubles_by_area(reading, round_id) for case in each.wanted]
    begun = [double.case_id for double in reading.scalars(mine)]
    cases = {case.id: case for case in _cases(reading, [*begun, *wanted])}
    for case_id in [*begun, *wanted]:
        case = cases.get(case_id)
        if case is None or case.round_id != round_id or case.keyer_id == staff_id:
            continue
        if area_id in (None, case.area_id):
            return case_id
    return None


def _doubles(area_id: str, rows: Sequence[Any], running: set[str], found: CensusRound) -> AreaDoubles:
    verified = sum(row.verified_at is not None for row in rows)
    under_way = [row.id for row in rows if row.id in running]
    waiting = [row for row in rows if row.verified_at is None and row.id not in running]
    open_ones = [row.id for row in waiting if row.state in _TO_VERIFY]
    wanted = still_to_verify(found.seed, open_ones, verified + len(under_way), found.double_key_percent)
    return AreaDoubles(area_id, len(rows), verified, len(under_way), wanted)


def _running() -> Select[CensusDouble]:
    return select(CensusDouble).where(CensusDouble.settled_at.is_(None), CensusDouble.deleted_at.is_(None))


def _cases(reading: Reading, case_ids: list[str]) -> Iterator[CensusCase]:
    chosen = select(CensusCase).where(CensusCase.id.in_(case_ids), CensusCase.deleted_at.is_(None))
    return iter(reading.scalars(chosen))
