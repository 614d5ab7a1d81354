"""The verbs on contracts with outside organisations: what they open, for whom, and when that ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.census.kinds import CaseVerb, RoundVerb
from workbench.census.model import CensusArea, CensusCase, CensusContract, CensusContractMember, CensusRound
from workbench.census.reading import course_of, memberships_of
from workbench.census.rules import contracts as rules
from workbench.census.rules import rounds
from workbench.census.rules.cases import POSSIBLE
from workbench.census.service.assignment import give, move_draft
from workbench.census.service.bench import Bench, cases_of
from workbench.census.wording import GuardFailed, Reason
from workbench.security.model import StaffAccount

if TYPE_CHECKING:
    from workbench.census.rules.contracts import ContractTerms
    from workbench.store import Opened, Work


class Contracts(Bench):
    """Organisations outside; every verb asks for MANAGE_CENSUS and raises NotPermitted, GuardFailed."""

    def add_contract(self, round_id: str, terms: ContractTerms) -> str:
        """Write down a contract (第三方合同) and return its id."""
        with self._managing_round(round_id, RoundVerb.STAFF) as (work, _):
            rules.check_contract(terms, work.today)
            return work.add(CensusContract(round_id=round_id, **_columns(terms))).id

    def edit_contract(self, contract_id: str, terms: ContractTerms, opened: Opened | None = None) -> None:
        """Change what a running contract says, such as the day its confidentiality agreement was signed."""
        with self._managing() as work:
            contract = _running(work, contract_id)
            rules.check_contract(terms, work.today)
            work.amend(contract, _columns(terms), opened)

    def end_contract(self, contract_id: str, reason: str) -> None:
        """End a contract now (提前终止): from this moment it opens nothing."""
        with self._managing() as work:
            contract = _running(work, contract_id)
            if not reason.strip():
                raise GuardFailed(Reason.REASON_NEEDED, verb="终止合同")
            contract.ended_on, contract.ended_reason = work.today, reason.strip()
            for staff_id in _members(work, contract_id):
                _keep_drafts(work, contract, staff_id)

    def add_member(self, contract_id: str, staff_id: str) -> None:
        """Put an enumerator's account under a contract; it sees what the contract opens and nothing else."""
        with self._managing() as work:
            contract = _running(work, contract_id)
            account = work.get(StaffAccount, staff_id)
            found = memberships_of(work.session, staff_id, contract.round_id)
            elsewhere = [each.organisation for each in found if each.contract_id != contract_id]
            rules.check_member(account.roles if account.active else (), elsewhere)
            mine = _member(work, contract_id, staff_id)
            if mine is None:
                work.add(CensusContractMember(contract_id=contract_id, staff_id=staff_id))
            else:
                mine.left_on = None
            _take_back(work, contract, staff_id)

    def member_left(self, contract_id: str, staff_id: str) -> None:
        """Note that somebody of the organisation left: from this moment they see nothing."""
        with self._managing() as work:
            contract = work.get(CensusContract, contract_id)
            mine = _member(work, contract_id, staff_id)
            if mine is not None and mine.left_on is None:
                mine.left_on = work.today
                _keep_drafts(work, contract, staff_id)

    def give_areas(
        self, area_ids: Iterable[str], contract_id: str | None, opened: Opened | None = None
    ) -> None:
        """Give areas to an organisation, or back to staff (None); their households are nobody's then.

        `opened` is the row of the one area that a form was opened on.
        """
        with self._managing() as work:
            contract = None if contract_id is None else _running(work, contract_id)
            for area_id in area_ids:
                area = work.get(CensusArea, area_id)
                self._give(work, area, contract)
                work.base_on(area, opened)

    def _give(self, work: Work, area: CensusArea, contract: CensusContract | None) -> None:
        found = work.get(CensusRound, area.round_id)
        rounds.enter(found.name, found.state, RoundVerb.STAFF)
        if contract is not None and contract.round_id != area.round_id:
            raise GuardFailed(Reason.OTHER_ROUND)
        if area.contract_id == (contract.id if contract else None):
            return
        area.contract_id = contract.id if contract else None
        for case in cases_of(work, area.id):
            unassign(work, case)


def unassign(work: Work, case: CensusCase) -> None:
    """Take a household from whoever was to enumerate it; what was done stays."""
    if case.enumerator_id is not None and case.state in POSSIBLE[CaseVerb.ASSIGN]:
        give(work, case, course_of(case), None, "")


def _columns(terms: ContractTerms) -> dict[str, object]:
    return {**asdict(terms), "organisation": terms.organisation.strip(), "number": terms.number.strip()}


def _running(work: Work, contract_id: str) -> CensusContract:
    contract = work.get(CensusContract, contract_id)
    if contract.ended_on is not None:
        raise GuardFailed(Reason.CONTRACT_ENDED, organisation=contract.organisation)
    return contract


def _member(work: Work, contract_id: str, staff_id: str) -> CensusContractMember | None:
    chosen = select(CensusContractMember).where(
        CensusContractMember.contract_id == contract_id, CensusContractMember.staff_id == staff_id
    )
    return work.session.scalars(chosen).first()


def _members(work: Work, contract_id: str) -> list[str]:
    chosen = select(CensusContractMember.staff_id).where(CensusContractMember.contract_id == contract_id)
    return list(work.session.scalars(chosen))


def _keep_drafts(work: Work, contract: CensusContract, staff_id: str) -> None:
    """Whoever sees nothing any more leaves no draft behind that they could open."""
    chosen = select(CensusCase).where(
        CensusCase.round_id == contract.round_id, CensusCase.enumerator_id == staff_id
    )
    for case in work.session.scalars(chosen).all():
        move_draft(work, case, work.actor.staff_id)


def _take_back(work: Work, contract: CensusContract, staff_id: str) -> None:
    """Somebody who turns outsider keeps no household of an area that is not the contract's."""
    chosen = select(CensusArea).where(
        CensusArea.round_id == contract.round_id, CensusArea.deleted_at.is_(None)
    )
    for area in work.session.scalars(chosen):
        if area.contract_id != contract.id:
            for case in cases_of(work, area.id):
                if case.enumerator_id == staff_id:
                    unassign(work, case)
