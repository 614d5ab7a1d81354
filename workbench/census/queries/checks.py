"""Reads double keying, re-checks and the keying log: what supervisors and verifiers work from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.census.doubles import doubles_by_area, next_to_verify
from workbench.census.keying import Keyed, KeyingFacts
from workbench.census.model import (
    CensusArea,
    CensusCase,
    CensusDouble,
    CensusKeying,
    CensusRecheck,
    CensusRound,
)
from workbench.census.queries.rows import CensusReading, Sight, case_row
from workbench.census.rules.acceptance import ErrorRate, fails, rates_by_area, rates_by_enumerator
from workbench.census.tallies import rechecked
from workbench.census.views import (
    CaseRow,
    DoubleRow,
    RateRow,
    RecheckFigures,
    RecheckRow,
    VerificationShare,
)
from workbench.security.model import StaffAccount
from workbench.security.roles import Permission

if TYPE_CHECKING:
    from sqlalchemy import Select


class Checks(CensusReading):
    """What is checked; verifiers see addresses and states, answers only through `personal`."""

    def verification_shares(self, round_id: str) -> tuple[VerificationShare, ...]:
        """Return how far double keying is in each area that has a form. Raises NotPermitted."""
        with self._looking(Permission.VERIFY_CENSUS) as sight:
            codes = _area_codes(sight, round_id)
            return tuple(
                VerificationShare(
                    each.area_id, codes[each.area_id], each.with_form, each.verified, len(each.wanted)
                )
                for each in doubles_by_area(sight.reading, round_id)
            )

    def next_to_verify(self, round_id: str, area_id: str | None = None) -> CaseRow | None:
        """Return whose form the signed-in person types a second time next, None when none is wanted."""
        with self._looking(Permission.VERIFY_CENSUS) as sight:
            found = next_to_verify(sight.reading, sight.standing.staff_id, round_id, area_id)
            return None if found is None else _row(sight, found)

    def doubles(self, round_id: str, *, running: bool = True) -> tuple[DoubleRow, ...]:
        """Return second typings, running or settled: one's own, a supervisor everybody's."""
        with self._looking(Permission.VERIFY_CENSUS) as sight:
            chosen = (
                select(CensusDouble)
                .join(CensusCase, CensusCase.id == CensusDouble.case_id)
                .where(CensusCase.round_id == round_id, CensusDouble.deleted_at.is_(None))
                .where(CensusDouble.settled_at.is_(None) if running else CensusDouble.settled_at.is_not(None))
            )
            if not sight.everything:
                chosen = chosen.where(CensusDouble.verifier_id == sight.standing.staff_id)
            found = sight.reading.scalars(chosen.order_by(CensusDouble.begun_at)).all()
            return tuple(_double(sight, each) for each in found)

    def rechecks(self, round_id: str, area_id: str | None = None) -> tuple[RecheckRow, ...]:
        """Return the households drawn for a second interview, the open ones first. Raises NotPermitted."""
        with self._looking(Permission.VERIFY_CENSUS) as sight:
            chosen = _samples(round_id)
            if area_id is not None:
                chosen = chosen.where(CensusRecheck.area_id == area_id)
            rows = [_recheck(sight, each) for each in sight.reading.scalars(chosen)]
            return tuple(sorted(rows, key=lambda row: (row.done_at is not None, row.id)))

    def recheck_figures(self, round_id: str) -> RecheckFigures:
        """Return the error rates of enumerators and areas, to a supervisor; others get none."""
        with self._looking(Permission.VERIFY_CENSUS) as sight:
            if not sight.everything:
                return RecheckFigures((), ())
            done = sight.reading.scalars(_samples(round_id).where(CensusRecheck.done_at.is_not(None)))
            found = [rechecked(each) for each in done]
            limit = sight.reading.get_one(CensusRound, round_id).error_limit_percent
            names = {row.id: row.display_name for row in sight.reading.scalars(select(StaffAccount))}
            codes = _area_codes(sight, round_id)
            return RecheckFigures(
                _rates(rates_by_enumerator(found), names, limit), _rates(rates_by_area(found), codes, limit)
            )

    def keying(self, round_id: str) -> tuple[Keyed, ...]:
        """Return every sitting of a round, for operator figures; others than supervisors get their own."""
        with self._looking() as sight:
            chosen = select(CensusKeying).where(
                CensusKeying.round_id == round_id, CensusKeying.deleted_at.is_(None)
            )
            if not sight.everything:
                chosen = chosen.where(CensusKeying.staff_id == sight.standing.staff_id)
            return tuple(
                _keyed(each) for each in sight.reading.scalars(chosen.order_by(CensusKeying.started_at))
            )


def _samples(round_id: str) -> Select[CensusRecheck]:
    return select(CensusRecheck).where(
        CensusRecheck.round_id == round_id,
        CensusRecheck.void_at.is_(None),
        CensusRecheck.deleted_at.is_(None),
    )


def _area_codes(sight: Sight, round_id: str) -> dict[str, str]:
    chosen = select(CensusArea.id, CensusArea.code).where(CensusArea.round_id == round_id)
    return {row.id: row.code for row in sight.reading.execute(chosen)}


def _row(sight: Sight, case_id: str) -> CaseRow:
    case = sight.reading.get_one(CensusCase, case_id)
    return case_row(case, sight.reading.get_one(CensusArea, case.area_id).code)


def _double(sight: Sight, found: CensusDouble) -> DoubleRow:
    return DoubleRow(
        id=found.id,
        case=_row(sight, found.case_id),
        keyer_id=found.keyer_id,
        verifier_id=found.verifier_id,
        begun_at=found.begun_at,
        typed_at=found.typed_at,
        settled_at=found.settled_at,
        compared=found.compared,
        open_differences=sum(each["fault"] is None for each in found.differences),
    )


def _recheck(sight: Sight, found: CensusRecheck) -> RecheckRow:
    return RecheckRow(
        id=found.id,
        case=_row(sight, found.case_id),
        enumerator_id=found.enumerator_id,
        seed=found.seed,
        drawn_at=found.drawn_at,
        rechecker_id=found.rechecker_id,
        done_at=found.done_at,
        compared=found.compared,
        errors=found.errors,
    )


def _rates(rates: Mapping[str, ErrorRate], labels: Mapping[str, str], limit: float) -> tuple[RateRow, ...]:
    rows = [RateRow(key, labels.get(key, key), rate, fails(rate, limit)) for key, rate in rates.items()]
    return tuple(sorted(rows, key=lambda row: (-row.rate.percent, row.label)))


def _keyed(found: CensusKeying) -> Keyed:
    facts = KeyingFacts(
        found.started_at, found.ended_at, found.active_seconds, found.keystrokes, found.corrections
    )
    return Keyed(
        found.staff_id, found.case_id, found.mode, facts, found.fields, found.keyer_id, found.compared,
        found.keyer_wrong, found.verifier_wrong,
    )  # fmt: skip
