"""What screens and reports see of a census: frozen records, without anything that names a resident.

Personal data (prefilled values, submissions, differences) come apart, each through a read that is journalled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from workbench.census.kinds import (
    AreaState,
    CaseState,
    CaseVerb,
    Fault,
    RoundKind,
    RoundState,
    RoundVerb,
)
from workbench.census.rules.acceptance import ErrorRate
from workbench.people.addresses import address_label

ENTITIES = frozenset(
    {
        "census_round",
        "census_contract",
        "census_contract_member",
        "census_area",
        "census_case",
        "census_double",
        "census_recheck",
    }
)
"""The tables whose changes may alter what a census page shows."""

Counts = Mapping[CaseState, int]
"""Households by state; a state without any is left out."""


def total(counts: Counts) -> int:
    """Return how many households the counts hold together."""
    return sum(counts.values())


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round in the list and in its head; `moment` is aware UTC, shares and limit are percents."""

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


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A household in a list: where it is and how far its form is, not who lives there."""

    id: str
    round_id: str
    area_id: str
    area_code: str
    building_id: str
    building: str
    estate: str
    unit: str
    room: str
    floor: int | None
    number: int
    state: CaseState
    outcome: CaseState | None
    enumerator_id: str | None
    tries: int
    next_visit_at: datetime | None
    note: str
    hard_edits: int
    soft_edits: int
    verified: bool
    rechecked: bool

    @property
    def place(self) -> str:
        """Where it is, as people say it: 桂花苑3幢1单元502室; a second household says its number."""
        return place_of(self.building, self.estate, self.unit, self.room, self.number)


@dataclass(frozen=True, slots=True)
class EventRow:
    """Something done to a household's form."""

    verb: CaseVerb
    from_state: CaseState
    to_state: CaseState
    at: datetime
    actor_id: str
    note: str


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """A household with its story; `proposed_visit` is a good moment (UTC) to come again, None when late."""

    row: CaseRow
    possible: tuple[CaseVerb, ...]
    events: tuple[EventRow, ...]
    proposed_visit: datetime | None
    prefilled_at: datetime | None
    submission_id: str | None
    explanations: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BuildingProgress:
    """A building on the progress map: households by state; the place in WGS 84 degrees where it is known."""

    building_id: str
    building: str
    estate: str
    latitude: float | None
    longitude: float | None
    counts: Counts


@dataclass(frozen=True, slots=True)
class Door:
    """One household on the map of its building (一户一格)."""

    case_id: str
    room: str
    number: int
    state: CaseState
    enumerator_id: str | None
    mine: bool


@dataclass(frozen=True, slots=True)
class Floor:
    """A floor of one stair, its doors in the order of their rooms; `floor` None where nobody knows."""

    floor: int | None
    doors: tuple[Door, ...]


@dataclass(frozen=True, slots=True)
class Stair:
    """A stair (单元) of a building, the top floor first; `unit` is empty where stairs are not numbered."""

    unit: str
    floors: tuple[Floor, ...]


@dataclass(frozen=True, slots=True)
class BuildingMap:
    """A building as its doors, for colours on a screen."""

    building_id: str
    building: str
    estate: str
    stairs: tuple[Stair, ...]


@dataclass(frozen=True, slots=True)
class EnumeratorProgress:
    """How far an enumerator is: households by state, and those to visit again today."""

    staff_id: str
    organisation: str
    counts: Counts
    due_today: int


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a round is, in every way the progress map shows it."""

    round_id: str
    counts: Counts
    buildings: tuple[BuildingProgress, ...]
    areas: tuple[AreaRow, ...]
    enumerators: tuple[EnumeratorProgress, ...]


@dataclass(frozen=True, slots=True)
class CallBack:
    """A household to visit again, and when (UTC); `late` when that was on a day before today."""

    case: CaseRow
    at: datetime
    late: bool


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


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A field two people typed differently, and how it was settled; `fault` None while it is open."""

    path: str
    first: str
    second: str
    member: bool
    fault: Fault | None
    value: str


@dataclass(frozen=True, slots=True)
class DoubleRow:
    """A second typing: begun, typed, settled; differences are empty until it was typed."""

    id: str
    case: CaseRow
    keyer_id: str
    verifier_id: str
    begun_at: datetime
    typed_at: datetime | None
    settled_at: datetime | None
    compared: int
    open_differences: int


@dataclass(frozen=True, slots=True)
class VerificationShare:
    """How far double keying of an area is: forms handed in, typed twice, still wanted for the share."""

    area_id: str
    area_code: str
    with_form: int
    verified: int
    wanted: int


@dataclass(frozen=True, slots=True)
class RecheckRow:
    """A household drawn for a second interview."""

    id: str
    case: CaseRow
    enumerator_id: str
    seed: int
    drawn_at: datetime
    rechecker_id: str | None
    done_at: datetime | None
    compared: int
    errors: int


@dataclass(frozen=True, slots=True)
class RateRow:
    """An error rate of an area or an enumerator (`subject` its id); `failed` when above the round's limit."""

    subject: str
    label: str
    rate: ErrorRate
    failed: bool


@dataclass(frozen=True, slots=True)
class RecheckFigures:
    """What re-interviews found, by enumerator and by area."""

    enumerators: tuple[RateRow, ...]
    areas: tuple[RateRow, ...]


def place_of(building: str, estate: str, unit: str, room: str, number: int) -> str:
    """Return where a household is; the first of a dwelling needs no number."""
    place = address_label(building, estate, unit, room)
    return place if number == 1 else f"{place}第{number}户"
