"""Reads rounds, their areas and their contracts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.census.kinds import AreaState
from workbench.census.model import CensusArea, CensusCase, CensusContract, CensusContractMember, CensusRound
from workbench.census.queries.rows import CensusReading, Sight, counts_of
from workbench.census.reading import membership
from workbench.census.rules import rounds as rules
from workbench.census.rules.acceptance import obstacles
from workbench.census.rules.cases import DONE
from workbench.census.tallies import requirements_of, tally_of
from workbench.census.views import AreaRow, ContractRow, Counts, MemberRow, RoundRow
from workbench.community.rules import natural_order
from workbench.store import RecordNotFound, opened

if TYPE_CHECKING:
    from workbench.census.kinds import CaseState


class Rounds(CensusReading):
    """Rounds and what they are divided into. Every method raises NotPermitted."""

    def rounds(self) -> tuple[RoundRow, ...]:
        """Return the rounds, the latest reference moment first; others than supervisors count their own."""
        with self._looking() as sight:
            chosen = select(CensusRound).where(CensusRound.deleted_at.is_(None))
            found = sight.reading.scalars(chosen.order_by(CensusRound.moment.desc(), CensusRound.id)).all()
            return tuple(_round(sight, each) for each in found if _in_sight(sight, each.id))

    def round(self, round_id: str) -> RoundRow:
        """Return one round. Raises RecordNotFound."""
        with self._looking() as sight:
            return _round(sight, _found(sight, round_id))

    def areas(self, round_id: str) -> tuple[AreaRow, ...]:
        """Return a round's areas by code, to others than supervisors those they have households in."""
        with self._looking() as sight:
            return area_rows(sight, round_id)

    def obstacles(self, area_id: str) -> tuple[str, ...]:
        """Return what stands between an area and its sign-off, in sentences. Raises GuardFailed."""
        with self._managing() as sight:
            area = sight.reading.get_one(CensusArea, area_id)
            asked = requirements_of(sight.reading.get_one(CensusRound, area.round_id))
            return tuple(each.sentence for each in obstacles(tally_of(sight.reading, area), asked))

    def contracts(self, round_id: str) -> tuple[ContractRow, ...]:
        """Return the contracts of a round. Raises GuardFailed."""
        with self._managing() as sight:
            chosen = select(CensusContract).where(
                CensusContract.round_id == round_id, CensusContract.deleted_at.is_(None)
            )
            found = sight.reading.scalars(chosen.order_by(CensusContract.since, CensusContract.id)).all()
            return tuple(_contract(sight, each) for each in found)


def area_rows(sight: Sight, round_id: str) -> tuple[AreaRow, ...]:
    """Return the areas of a round as they may be seen."""
    chosen = (
        select(CensusArea, CensusContract.organisation)
        .outerjoin(CensusContract, CensusContract.id == CensusArea.contract_id)
        .where(CensusArea.round_id == round_id, CensusArea.deleted_at.is_(None))
    )
    counted: dict[str, dict[str | None, list[tuple[CaseState, int]]]] = {}
    found = sight.counted(CensusCase.area_id, CensusCase.enumerator_id)
    for area_id, enumerator, state, count in sight.reading.execute(
        found.where(CensusCase.round_id == round_id)
    ):
        counted.setdefault(area_id, {}).setdefault(enumerator, []).append((state, count))
    areas = [(area, name or "") for area, name in sight.reading.execute(chosen)]
    rows = (_area(area, name, counted.get(area.id, {})) for area, name in areas)
    seen = (row for row in rows if sight.everything or row.counts)
    return tuple(sorted(seen, key=lambda row: natural_order(row.code)))


def round_counts(sight: Sight, round_id: str) -> Counts:
    """Return a round's visible households by state."""
    found = sight.counted().where(CensusCase.round_id == round_id)
    return counts_of((state, count) for state, count in sight.reading.execute(found))


def _found(sight: Sight, round_id: str) -> CensusRound:
    found = sight.reading.get(CensusRound, round_id)
    if found is None or found.deleted_at is not None or not _in_sight(sight, round_id):
        raise RecordNotFound("找不到这一轮次，它可能已被删除。")
    return found


def _in_sight(sight: Sight, round_id: str) -> bool:
    """An outsider sees the rounds of contracts that run, everybody else all."""
    if not sight.standing.outsider:
        return True
    chosen = select(CensusContract.id).where(CensusContract.round_id == round_id)
    open_ones = {each.contract_id for each in sight.standing.memberships if each.opens(sight.today)}
    return bool(open_ones.intersection(sight.reading.scalars(chosen)))


def _round(sight: Sight, found: CensusRound) -> RoundRow:
    chosen = select(CensusArea.state).where(CensusArea.round_id == found.id, CensusArea.deleted_at.is_(None))
    areas = sight.reading.scalars(chosen).all()
    return RoundRow(
        areas=len(areas),
        areas_signed=sum(state is AreaState.SIGNED_OFF for state in areas),
        counts=round_counts(sight, found.id),
        possible=rules.possible_verbs(found.state),
        opened=opened(found, *_ROUND),
        **{name: getattr(found, name) for name in _ROUND},
    )


_ROUND = frozenset(RoundRow.__slots__) & frozenset(CensusRound.__table__.columns.keys())
"""What a row shows of a round as it is stored."""


def _area(
    area: CensusArea, organisation: str, counted: Mapping[str | None, list[tuple[CaseState, int]]]
) -> AreaRow:
    return AreaRow(
        id=area.id,
        round_id=area.round_id,
        code=area.code,
        name=area.name,
        grid_id=area.grid_id,
        contract_id=area.contract_id,
        organisation=organisation,
        state=area.state,
        signed_off_at=area.signed_off_at,
        signed_off_by_id=area.signed_off_by_id,
        sign_off=area.sign_off,
        enumerator_ids=tuple(sorted(one for one in counted if one is not None)),
        unassigned=sum(count for state, count in counted.get(None, ()) if state not in DONE),
        counts=counts_of(pair for pairs in counted.values() for pair in pairs),
        opened=opened(area, "code", "name", "contract_id"),
    )


def _contract(sight: Sight, found: CensusContract) -> ContractRow:
    members = sight.reading.scalars(
        select(CensusContractMember)
        .where(CensusContractMember.contract_id == found.id)
        .order_by(CensusContractMember.id)
    )
    codes = sight.reading.scalars(
        select(CensusArea.code)
        .where(CensusArea.contract_id == found.id, CensusArea.deleted_at.is_(None))
        .order_by(CensusArea.code)
    )
    stored = {name: getattr(found, name) for name in _CONTRACT}
    return ContractRow(
        runs=membership(found, None).opens(sight.today),
        area_codes=tuple(codes),
        members=tuple(MemberRow(member.staff_id, member.left_on) for member in members),
        opened=opened(found, *_CONTRACT),
        **stored,
    )


_CONTRACT = frozenset(ContractRow.__slots__) & frozenset(CensusContract.__table__.columns.keys())
"""What a row shows of a contract as it is stored."""
