"""The verbs that close an area and open it again (验收、撤销验收)."""

from __future__ import annotations

from collections import Counter

from workbench.census.kinds import AreaState, CaseVerb, RoundVerb
from workbench.census.model import CensusArea, CensusRound
from workbench.census.reading import course_of
from workbench.census.rules import cases, rounds
from workbench.census.rules.acceptance import check_sign_off
from workbench.census.service.bench import Bench, cases_of, take
from workbench.census.tallies import requirements_of, tally_of
from workbench.census.wording import GuardFailed, Reason


class Signing(Bench):
    """Sign-off by the supervisor; raises NotPermitted, GuardFailed, RecordNotFound."""

    def sign_off(self, area_id: str, note: str = "") -> dict[str, int]:
        """Close an area that reached everything asked of it; return its households by state."""
        with self._managing_area(area_id, RoundVerb.CHECK) as (work, area):
            found = work.get(CensusRound, area.round_id)
            check_sign_off(tally_of(work.session, area), requirements_of(found))
            here = cases_of(work, area_id)
            counts = dict(Counter(case.state.value for case in here))
            for case in here:
                take(work, case.id).move(CaseVerb.SIGN_OFF, cases.sign_off(course_of(case)))
            area.state, area.signed_off_at = AreaState.SIGNED_OFF, work.now
            area.signed_off_by_id = work.actor.staff_id
            area.sign_off = {**counts, "note": note.strip()}
        return counts

    def reopen_area(self, area_id: str, reason: str) -> None:
        """Open a signed area again, and say why; its households are as they were before."""
        with self._managing() as work:
            area = work.get(CensusArea, area_id)
            found = work.get(CensusRound, area.round_id)
            rounds.enter(found.name, found.state, RoundVerb.CHECK)
            if area.state is not AreaState.SIGNED_OFF:
                raise GuardFailed(Reason.NOT_SIGNED, area=area.code)
            why = cases.require_reason(reason, CaseVerb.REOPEN)
            for case in cases_of(work, area_id):
                take(work, case.id).move(CaseVerb.REOPEN, cases.reopen(course_of(case)), why)
            area.state, area.signed_off_at, area.signed_off_by_id = AreaState.OPEN, None, None
            area.sign_off = {**area.sign_off, "reopened": why}
