"""Rounds, their areas and their contracts, as screens see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from workbench.census.kinds import AreaState, RoundKind, RoundState, RoundVerb
from workbench.census.views.counting import Counts

if TYPE_CHECKING:
    from workbench.store import Opened


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round in the list and in its head; `moment` is aware UTC, shares and limit are percents.

    `opened`, here and on areas and contracts, is what a form opened on the row shows.
    """

    id: str
    name: str
    kind: RoundKind
    state: RoundState
    form_version_id: str | None
    moment: datetime
    since: date
    until: date
    basis: str
    prefill: bool
    update_register: bool
    double_key_percent: int
    recheck_percent: int
    error_limit_percent: float
    reason: str
    areas: int
    areas_signed: int
    counts: Counts
    possible: tuple[RoundVerb, ...]
    opened: Opened | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area in the list; `organisation` is whose contract it is under, empty for staff.

    `unassigned` counts the unfinished households that are nobody's.
    """

    id: str
    round_id: str
    code: str
    name: str
    grid_id: str | None
    contract_id: str | None
    organisation: str
    state: AreaState
    signed_off_at: datetime | None
    signed_off_by_id: str | None
    sign_off: Mapping[str, int | str]
    enumerator_ids: tuple[str, ...]
    unassigned: int
    counts: Counts
    opened: Opened | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class MemberRow:
    """An account under a contract."""

    staff_id: str
    left_on: date | None


@dataclass(frozen=True, slots=True)
class ContractRow:
    """A contract with an organisation; `runs` when it opens its areas today."""

    id: str
    round_id: str
    organisation: str
    number: str
    since: date
    until: date
    agreement_signed_on: date | None
    ended_on: date | None
    ended_reason: str
    runs: bool
    area_codes: tuple[str, ...]
    members: tuple[MemberRow, ...]
    opened: Opened | None = field(default=None, compare=False, repr=False)
