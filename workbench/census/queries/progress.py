"""Reads how far a round is: by building for the map, by area, by enumerator (进度图)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from workbench.census.model import CensusCase, CensusContract, CensusContractMember
from workbench.census.queries.rounds import area_rows, round_counts
from workbench.census.queries.rows import CensusReading, Sight, counts_of
from workbench.census.rules.callbacks import is_due
from workbench.census.views import BuildingProgress, EnumeratorProgress, Progress
from workbench.community.model import Building
from workbench.community.rules import natural_order

if TYPE_CHECKING:
    from workbench.census.kinds import CaseState

_Pairs = list[tuple["CaseState", int]]


class ProgressReading(CensusReading):
    """How far a round is; others than supervisors see their own households counted."""

    def progress(self, round_id: str) -> Progress:
        """Return a round's progress in every way the map shows it. Raises NotPermitted."""
        with self._looking() as sight:
            return Progress(
                round_id=round_id,
                counts=round_counts(sight, round_id),
                buildings=_buildings(sight, round_id),
                areas=area_rows(sight, round_id),
                enumerators=_enumerators(sight, round_id),
            )


def _buildings(sight: Sight, round_id: str) -> tuple[BuildingProgress, ...]:
    groups: dict[tuple[Any, ...], _Pairs] = {}
    found = sight.counted(CensusCase.building_id, CensusCase.building, CensusCase.estate)
    for *key, state, count in sight.reading.execute(found.where(CensusCase.round_id == round_id)):
        groups.setdefault(tuple(key), []).append((state, count))
    chosen = select(Building.id, Building.latitude, Building.longitude)
    places = {row.id: (row.latitude, row.longitude) for row in sight.reading.execute(chosen)}
    rows = (
        BuildingProgress(key, number, estate, *places.get(key, (None, None)), counts=counts_of(pairs))
        for (key, number, estate), pairs in groups.items()
    )
    return tuple(sorted(rows, key=lambda row: natural_order(row.building)))


def _enumerators(sight: Sight, round_id: str) -> tuple[EnumeratorProgress, ...]:
    groups: dict[str, _Pairs] = {}
    found = sight.counted(CensusCase.enumerator_id).where(
        CensusCase.round_id == round_id, CensusCase.enumerator_id.is_not(None)
    )
    for staff_id, state, count in sight.reading.execute(found):
        groups.setdefault(staff_id, []).append((state, count))
    due, outside = _due_today(sight, round_id), _organisations(sight, round_id)
    return tuple(
        EnumeratorProgress(staff_id, outside.get(staff_id, ""), counts_of(pairs), due.get(staff_id, 0))
        for staff_id, pairs in sorted(groups.items())
    )


def _due_today(sight: Sight, round_id: str) -> dict[str, int]:
    due: dict[str, int] = {}
    for row in sight.cases(CensusCase.round_id == round_id, CensusCase.next_visit_at.is_not(None)):
        if row.enumerator_id and is_due(row.state, row.next_visit_at, sight.today):
            due[row.enumerator_id] = due.get(row.enumerator_id, 0) + 1
    return due


def _organisations(sight: Sight, round_id: str) -> dict[str, str]:
    chosen = (
        select(CensusContractMember.staff_id, CensusContract.organisation)
        .join(CensusContract, CensusContract.id == CensusContractMember.contract_id)
        .where(CensusContract.round_id == round_id)
    )
    return {row.staff_id: row.organisation for row in sight.reading.execute(chosen)}
