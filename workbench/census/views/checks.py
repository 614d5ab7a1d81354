"""Double keying and re-checks, as verifiers and supervisors see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.census.kinds import Fault
from workbench.census.rules.acceptance import ErrorRate
from workbench.census.views.cases import CaseRow


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
