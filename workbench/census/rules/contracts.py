"""What a contract with an outside organisation must say, and whom its areas may be given to (第三方)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.census.wording import GuardFailed, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from workbench.census.rules.access import Membership


@dataclass(frozen=True, slots=True)
class ContractTerms:
    """A contract as it is written down; `agreement_signed_on` is the day of the confidentiality agreement.

    Buying survey work from society is allowed by 统计法实施条例 art. 5; without the agreement (保密协议)
    nobody of the organisation sees anything.
    """

    organisation: str
    number: str
    since: date
    until: date
    agreement_signed_on: date | None = None


def check_contract(terms: ContractTerms, today: date) -> None:
    """Let a contract pass or raise GuardFailed."""
    if not terms.organisation.strip() or not terms.number.strip():
        raise GuardFailed(Reason.CONTRACT_NAME)
    if terms.until < terms.since:
        raise GuardFailed(Reason.PERIOD_TURNED)
    if terms.agreement_signed_on is not None and terms.agreement_signed_on > today:
        raise GuardFailed(Reason.AGREEMENT_AHEAD)


def check_member(roles: Iterable[str], organisations: Iterable[str]) -> None:
    """Let an account join a contract: an enumerator's and nothing more, in no other contract of the round.

    `organisations` are those whose contracts of the round the account is under. Raises GuardFailed.
    """
    held = set(roles)
    if "enumerator" not in held:
        raise GuardFailed(Reason.NOT_ENUMERATOR)
    if held != {"enumerator"}:
        raise GuardFailed(Reason.OUTSIDER_STAFF)
    for organisation in organisations:
        raise GuardFailed(Reason.MEMBER_ELSEWHERE, organisation=organisation)


@dataclass(frozen=True, slots=True)
class Worked:
    """An area as whoever gives it out sees it: its name and whose contract it is under, if any."""

    area: str
    contract_id: str | None = None
    organisation: str = ""


def check_assignee(worked: Worked, memberships: Iterable[Membership], today: date) -> None:
    """Let households of an area be given to somebody, or raise GuardFailed.

    An area under contract goes to that organisation's people while the contract runs; all others to staff.
    """
    under = {each.contract_id: each for each in memberships}
    if worked.contract_id is None:
        if under:
            raise GuardFailed(Reason.OUTSIDER_HERE)
        return
    found = under.get(worked.contract_id)
    if found is None:
        raise GuardFailed(Reason.OTHER_SIDE, area=worked.area, organisation=worked.organisation)
    if found.agreement_signed_on is None:
        raise GuardFailed(Reason.NO_AGREEMENT, organisation=found.organisation)
    if not (found.opens(today) or found.since > today):
        raise GuardFailed(Reason.CONTRACT_OVER, organisation=found.organisation, verb="分派")
