"""Who may see which area on a day: staff what is assigned, outsiders while their contract runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.census.wording import GuardFailed, Reason

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Membership:
    """An account's place under a contract (第三方合同); days are Shanghai's.

    The contract runs through `until`; `ended_on` is the day it was ended early and `left_on` the day the
    person left, neither of which counts any more.
    """

    contract_id: str
    organisation: str
    since: date
    until: date
    agreement_signed_on: date | None
    ended_on: date | None = None
    left_on: date | None = None

    def opens(self, today: date) -> bool:
        """Say whether it opens anything today: signed, running, not ended, not left."""
        signed = self.agreement_signed_on is not None and self.agreement_signed_on <= today
        running = self.since <= today <= self.until
        return signed and running and not _over(self.ended_on, today) and not _over(self.left_on, today)


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody stands to the census: what they are trusted with, whose contracts they are under.

    `memberships` holds every contract they were ever under: whoever was an outsider once never counts
    as staff.
    """

    staff_id: str
    manages: bool = False
    verifies: bool = False
    memberships: tuple[Membership, ...] = ()

    @property
    def outsider(self) -> bool:
        """Whether the account belongs to an organisation outside."""
        return bool(self.memberships)


@dataclass(frozen=True, slots=True)
class Ground:
    """What of a case or area decides about access: whose contract it is under, and who enumerates it."""

    contract_id: str | None
    enumerator_id: str | None = None


def open_contracts(standing: Standing, today: date) -> frozenset[str]:
    """Return the contracts that open areas to somebody today."""
    return frozenset(each.contract_id for each in standing.memberships if each.opens(today))


def may_work(standing: Standing, ground: Ground, today: date) -> bool:
    """Say whether somebody may read and fill this household's form today.

    Staff may what is assigned to them; an outsider moreover only in an area of a contract that runs.
    """
    if standing.manages and not standing.outsider:
        return True
    return ground.enumerator_id == standing.staff_id and _on_the_right_side(standing, ground, today)


def may_verify(standing: Standing, ground: Ground, today: date) -> bool:
    """Say whether somebody may type this household's form a second time today, or interview it again."""
    return standing.verifies and (not standing.outsider or _on_the_right_side(standing, ground, today))


def require_work(standing: Standing, ground: Ground, today: date) -> None:
    """Let somebody pass who may work on the household today, or raise GuardFailed."""
    if not may_work(standing, ground, today):
        raise GuardFailed(Reason.NO_ACCESS)


def require_verify(standing: Standing, ground: Ground, today: date) -> None:
    """Let somebody pass who may check the household today, or raise GuardFailed."""
    if not may_verify(standing, ground, today):
        raise GuardFailed(Reason.NO_ACCESS)


def _on_the_right_side(standing: Standing, ground: Ground, today: date) -> bool:
    if not standing.outsider:
        return ground.contract_id is None
    return ground.contract_id in open_contracts(standing, today)


def _over(day: date | None, today: date) -> bool:
    return day is not None and day <= today
