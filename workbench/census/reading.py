"""What verbs and reads of the census both take from the store: how somebody stands, where a form stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.census.model import CensusContract, CensusContractMember
from workbench.census.rules.access import Membership, Standing
from workbench.census.rules.cases import Course
from workbench.census.views import place_of
from workbench.security.roles import Permission, may

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session as Reading

    from workbench.census.model import CensusCase
    from workbench.security.session import Session


def standing_of(reading: Reading, session: Session) -> Standing:
    """Return how the signed-in person stands to the census."""
    return Standing(
        session.staff_id,
        manages=may(session, Permission.MANAGE_CENSUS),
        verifies=may(session, Permission.VERIFY_CENSUS),
        memberships=memberships_of(reading, session.staff_id),
    )


def memberships_of(reading: Reading, staff_id: str, round_id: str | None = None) -> tuple[Membership, ...]:
    """Return the contracts somebody is or was under, of one round or of all; removed ones too."""
    chosen = (
        select(CensusContract, CensusContractMember.left_on)
        .join(CensusContractMember, CensusContractMember.contract_id == CensusContract.id)
        .where(CensusContractMember.staff_id == staff_id)
    )
    if round_id is not None:
        chosen = chosen.where(CensusContract.round_id == round_id)
    return tuple(membership(contract, left_on) for contract, left_on in reading.execute(chosen))


def course_of(case: CensusCase) -> Course:
    """Return a household's form as the rules see it."""
    return Course(
        place=place_of(case.building, case.estate, case.unit, case.room, case.number),
        state=case.state,
        outcome=case.outcome,
        tries=case.tries,
        next_visit_at=case.next_visit_at,
        verified_at=case.verified_at,
        rechecked_at=case.rechecked_at,
    )


def membership(contract: CensusContract, left_on: date | None) -> Membership:
    """Return a contract as the rules of access see it, for somebody who left on that day or has not."""
    return Membership(
        contract_id=contract.id,
        organisation=contract.organisation,
        since=contract.since,
        until=contract.until,
        agreement_signed_on=contract.agreement_signed_on,
        ended_on=contract.ended_on,
        left_on=left_on,
    )
