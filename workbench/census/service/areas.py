"""The verbs that divide a round into enumeration areas and put households on their lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from workbench.census.kinds import AreaState, CaseState, RoundKind, RoundVerb
from workbench.census.model import CensusArea, CensusCase, CensusRound
from workbench.census.rules import areas as rules
from workbench.census.rules.areas import TARGET, ProposedArea
from workbench.census.service import frame
from workbench.census.service.bench import Bench, areas_of, cases_of, last_serial, require_open
from workbench.census.views import place_of
from workbench.census.wording import GuardFailed, Reason
from workbench.security.roles import Permission, require

if TYPE_CHECKING:
    from workbench.store import Opened, Work


class Areas(Bench):
    """The division of a round; every verb asks for MANAGE_CENSUS and raises NotPermitted, GuardFailed."""

    def propose_areas(self, target: int = TARGET) -> tuple[ProposedArea, ...]:
        """Return a division by grids and buildings into areas of about so many households; saves nothing."""
        require(self._session, Permission.MANAGE_CENSUS)
        with self._store.read() as reading:
            return rules.propose_areas(frame.blocks_by_grid(reading, target), target)

    def divide(self, round_id: str, proposed: Sequence[ProposedArea]) -> tuple[str, ...]:
        """Make a round's areas as proposed, every dwelling a household to visit; return their ids."""
        with self._managing_round(round_id, RoundVerb.DIVIDE) as (work, found):
            if areas_of(work, round_id):
                raise GuardFailed(Reason.DIVIDED_ALREADY)
            homes = frame.homes(work.session)
            if not homes or not proposed:
                raise GuardFailed(Reason.NO_BUILDINGS)
            made = [_area(work, round_id, each) for each in proposed]
            by_part = {_key(part): area.id for area in made for part in area.parts}
            work.session.flush()
            work.insert_many(CensusCase, _nameless(found, _case_rows(homes, round_id, by_part)))
            return tuple(area.id for area in made)

    def add_area(self, round_id: str, code: str, name: str) -> str:
        """Add an empty area, to move buildings into, and return its id."""
        with self._managing_round(round_id, RoundVerb.DIVIDE) as (work, _):
            tidy = rules.check_code(code, [area.code for area in areas_of(work, round_id)])
            return _area(work, round_id, ProposedArea(tidy, name.strip(), None, ())).id

    def rename_area(self, area_id: str, code: str, name: str, opened: Opened | None = None) -> None:
        """Give an area another code or name; `opened` is the row on which the form was opened."""
        with self._managing_area(area_id, RoundVerb.DIVIDE) as (work, area):
            others = [other.code for other in areas_of(work, area.round_id) if other.id != area_id]
            work.amend(area, {"code": rules.check_code(code, others), "name": name.strip()}, opened)

    def remove_area(self, area_id: str) -> None:
        """Take an area without households away."""
        with self._managing_area(area_id, RoundVerb.DIVIDE) as (work, area):
            if left := len(cases_of(work, area_id)):
                raise GuardFailed(Reason.AREA_NOT_EMPTY, area=area.code, count=left)
            work.remove(area)

    def move_part(self, building_id: str, unit: str | None, area_id: str) -> int:
        """Move a building, or one stair of it, into another area; return how many households moved.

        Raises GuardFailed when somebody has been there already.
        """
        with self._managing_area(area_id, RoundVerb.DIVIDE) as (work, area):
            moving = _cases_at(work, area.round_id, building_id, unit)
            for other_id in {case.area_id for case in moving}:
                require_open(work.get(CensusArea, other_id))
            serial = last_serial(work, area_id)
            for case in moving:
                _require_untouched(case)
                if case.area_id != area_id:
                    serial += 1
                    case.area_id, case.serial, case.enumerator_id = area_id, serial, None
            work.session.flush()
            _rewrite_parts(work, area.round_id)
            return len(moving)

    def add_dwellings(self, round_id: str) -> int:
        """Put dwellings registered since the division on the lists of their areas; return how many."""
        with self._managing_round(round_id, RoundVerb.DIVIDE) as (work, found):
            areas = [area for area in areas_of(work, round_id) if area.state is AreaState.OPEN]
            by_part = {_key(part): area.id for area in areas for part in area.parts}
            known = _known_dwellings(work, round_id)
            fresh = [home for home in frame.homes(work.session) if home.dwelling_id not in known]
            last = {area.id: last_serial(work, area.id) for area in areas}
            rows = _nameless(found, _case_rows(fresh, round_id, by_part, last))
            work.insert_many(CensusCase, rows)
            return len(rows)


def _area(work: Work, round_id: str, proposed: ProposedArea) -> CensusArea:
    parts = [{"building_id": block.building_id, "unit": block.unit} for block in proposed.blocks]
    return work.add(
        CensusArea(
            round_id=round_id, code=proposed.code, name=proposed.name, grid_id=proposed.grid_id,
            parts=parts, state=AreaState.OPEN, sign_off={},
        )
    )  # fmt: skip


def _key(part: dict[str, Any]) -> tuple[str, str | None]:
    return part["building_id"], part["unit"]


def _case_rows(
    homes: Iterable[frame.Home],
    round_id: str,
    by_part: dict[tuple[str, str | None], str],
    last: dict[str, int] | None = None,
) -> Iterable[dict[str, Any]]:
    """Yield the homes as households of their areas; `last` is the highest serial number of each."""
    last = last or {}
    for home in homes:
        whole, stair = (home.building_id, None), (home.building_id, home.unit)
        area_id = by_part.get(stair) or by_part.get(whole)
        if area_id is not None:
            last[area_id] = last.get(area_id, 0) + 1
            yield frame.case_row(home, round_id, area_id, last[area_id])


def _nameless(found: CensusRound, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the households; a poll does not know whose household answers."""
    if found.kind is not RoundKind.POLL:
        return list(rows)
    return [{**row, "household_id": None} for row in rows]


def _cases_at(work: Work, round_id: str, building_id: str, unit: str | None) -> Sequence[CensusCase]:
    chosen = select(CensusCase).where(
        CensusCase.round_id == round_id,
        CensusCase.building_id == building_id,
        CensusCase.deleted_at.is_(None),
    )
    return work.session.scalars(chosen if unit is None else chosen.where(CensusCase.unit == unit)).all()


def _require_untouched(case: CensusCase) -> None:
    if case.state is not CaseState.NOT_VISITED or case.submission_id is not None:
        place = place_of(case.building, case.estate, case.unit, case.room, case.number)
        raise GuardFailed(Reason.PART_TOUCHED, place=place)


def _rewrite_parts(work: Work, round_id: str) -> None:
    """Let each area's parts say what its households say: a building whole where all of it is there."""
    chosen = select(CensusCase.building_id, CensusCase.unit, CensusCase.area_id).where(
        CensusCase.round_id == round_id, CensusCase.deleted_at.is_(None)
    )
    stairs: dict[str, dict[str, str]] = {}
    for building_id, unit, area_id in work.session.execute(chosen.distinct().order_by(CensusCase.unit)):
        stairs.setdefault(building_id, {})[unit] = area_id
    parts: dict[str, list[dict[str, str | None]]] = {}
    for building_id, units in stairs.items():
        whole = len(set(units.values())) == 1
        for unit, area_id in dict(list(units.items())[:1] if whole else units).items():
            part = {"building_id": building_id, "unit": None if whole else unit}
            parts.setdefault(area_id, []).append(part)
    for area in areas_of(work, round_id):
        if area.parts != parts.get(area.id, []):
            area.parts = parts.get(area.id, [])


def _known_dwellings(work: Work, round_id: str) -> set[str | None]:
    chosen = select(CensusCase.dwelling_id).where(
        CensusCase.round_id == round_id, CensusCase.deleted_at.is_(None)
    )
    return set(work.session.scalars(chosen))
