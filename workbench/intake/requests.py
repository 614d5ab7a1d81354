"""What the counter hands to the intake service and gets back: frozen records, no tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from workbench.intake.kinds import (
    AgentProof,
    Channel,
    MaterialState,
    MatterState,
    RefusalGround,
    SlipKind,
    TicketKind,
    Verb,
)
from workbench.store import new_id

if TYPE_CHECKING:
    from workbench.catalogue.rules import ServiceItem


@dataclass(frozen=True, slots=True)
class HeldFact:
    """A document the community holds of somebody (已有材料); no last day means it does not expire."""

    kind: str
    valid_until: date | None = None
    attachment_id: str | None = None


@dataclass(frozen=True, slots=True)
class ApplicantFacts:
    """The applicant as the register knows them; `former_ids` are duplicates merged into this person."""

    resident_id: str
    name: str
    id_number: str | None = None
    phone: str | None = None
    address: str = ""
    sex: str = ""
    birth_date: date | None = None
    ethnic_group: str = ""
    held: tuple[HeldFact, ...] = ()
    former_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agent:
    """Who acts for the applicant (代办人), and what shows that they may."""

    name: str
    id_number: str
    relation: str
    proof: AgentProof | None
    phone: str = ""
    proof_attachment_id: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """One time somebody came, called or wrote. `visit_id` is chosen by the page when the talk begins.

    Everything done in that talk carries the same id, so that it counts as one journey however many matters.
    """

    visit_id: str
    channel: Channel = Channel.COUNTER
    ticket_id: str | None = None


@dataclass(frozen=True, slots=True)
class MaterialTick:
    """What the worker ticked for one material; a promise carries its last day."""

    code: str
    state: MaterialState
    promise_due: date | None = None
    attachment_ids: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A written refusal (不予受理): on what ground, why, and what to do instead."""

    ground: RefusalGround
    reason: str
    instead: str


@dataclass(frozen=True, slots=True)
class MatterRequest:
    """One matter of the talk and what becomes of it at the counter.

    `outcome` is RECEIVE, ACCEPT, REQUEST_SUPPLEMENT, REFUSE or COMPLETE_AT_ONCE; `refusal` goes with REFUSE.
    Materials that are not ticked are held by the community where it can be, and otherwise missing. A page
    keeps `matter_id` with its draft: saving it twice is then refused instead of making two matters.
    """

    item: ServiceItem
    outcome: Verb = Verb.ACCEPT
    ticks: tuple[MaterialTick, ...] = ()
    form: Mapping[str, Any] = field(default_factory=dict)
    refusal: Refusal | None = None
    urgent_reason: str = ""
    note: str = ""
    co_signed_by: str | None = None
    matter_id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class AcceptRequest:
    """Everything of one talk at the counter: who, for whom, and the matters."""

    applicant: ApplicantFacts
    contact: Contact
    matters: tuple[MatterRequest, ...]
    agent: Agent | None = None


@dataclass(frozen=True, slots=True)
class IssuedSlip:
    """A numbered slip that now waits to be printed."""

    slip_id: str
    kind: SlipKind
    number: str


@dataclass(frozen=True, slots=True)
class MatterOpened:
    """A matter as it left the counter."""

    matter_id: str
    number: str
    state: MatterState
    promised_on: date | None
    provisional: bool
    slips: tuple[IssuedSlip, ...]


@dataclass(frozen=True, slots=True)
class CounterResult:
    """What one talk at the counter left behind."""

    visit_id: str
    matters: tuple[MatterOpened, ...]


@dataclass(frozen=True, slots=True)
class MatterMoved:
    """A matter after a verb: where it stands, when it is due, and what is to be printed."""

    matter_id: str
    number: str
    state: MatterState
    due_on: date | None
    slips: tuple[IssuedSlip, ...] = ()


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket as it was taken or called."""

    ticket_id: str
    number: str
    kind: TicketKind
    waiting_before: int = 0


@dataclass(frozen=True, slots=True)
class Delivery:
    """How the result reached the resident (送达); `signature_id` is the attachment with the signature."""

    recipient: str
    way: Channel = Channel.COUNTER
    by_agent: bool = False
    signature_id: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether somebody may accept an item alone; with `co_sign` a mentor must sign too."""

    allowed: bool
    reason: str = ""
    co_sign: bool = False


MayAccept = Callable[[str, str], Verdict]
"""Asks training: may this staff member (id) accept this item (code)?"""


def anybody_may(staff_id: str, item_code: str) -> Verdict:
    """Answer yes to everybody, where nothing is known of training."""
    return Verdict(allowed=True)
