"""Tables of intake: queue, visits, matters with their materials, events and slips, ratings and follow-ups."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.intake.kinds import (
    AgentProof,
    Channel,
    Decision,
    MaterialState,
    MatterState,
    RatingLevel,
    RefusalGround,
    SlipKind,
    TicketKind,
    TicketState,
    Verb,
)
from workbench.store import Base, Synced


class QueueTicket(Synced, Base):
    """A place in the queue (排队号)."""

    __tablename__ = "queue_ticket"
    __table_args__ = (Index("ix_queue_ticket_day", "day", "state", "kind"),)

    number: Mapped[str] = mapped_column(String(8))
    day: Mapped[date]
    kind: Mapped[TicketKind]
    state: Mapped[TicketState]
    taken_at: Mapped[datetime]
    called_at: Mapped[datetime | None]
    served_at: Mapped[datetime | None]
    desk: Mapped[int | None]
    called_by_id: Mapped[str | None] = mapped_column(String(36))


class Visit(Synced, Base):
    """One time somebody came, called or wrote (接待); `came` when it cost them a journey to the counter."""

    __tablename__ = "visit"
    __table_args__ = (Index("ix_visit_resident", "resident_id", "at"), Index("ix_visit_at", "at"))

    resident_id: Mapped[str] = mapped_column(String(36))
    channel: Mapped[Channel]
    came: Mapped[bool]
    at: Mapped[datetime]
    by_agent: Mapped[bool]
    ticket_id: Mapped[str | None] = mapped_column(String(36))
    staff_id: Mapped[str] = mapped_column(String(36))
    desk: Mapped[int]


class Matter(Synced, Base):
    """One application (办件), with the item as it was when it was received.

    Moments are UTC; dates are days in Shanghai. `due_on` is the deadline that counts now (to answer, to
    decide, to deliver), None while the clock stands still. What the owner has had since
    `owner_since` and not `seen_at` yet is new to the owner.
    """

    __tablename__ = "matter"
    __table_args__ = (
        Index("ix_matter_number", "number"),
        Index("ix_matter_owner", "owner_id", "state"),
        Index("ix_matter_offered", "offered_to_id"),
        Index("ix_matter_state_due", "state", "due_on"),
        Index("ix_matter_applicant", "applicant_id", "received_at"),
        Index("ix_matter_name", "applicant_name"),
        Index("ix_matter_received", "received_at"),
        Index("ix_matter_accepted", "accepted_at"),
        Index("ix_matter_decided", "decided_at"),
        Index("ix_matter_closed", "closed_at"),
    )

    number: Mapped[str] = mapped_column(String(32))
    state: Mapped[MatterState]
    channel: Mapped[Channel]
    # The item, as it was.
    item_code: Mapped[str] = mapped_column(String(48))
    item_version: Mapped[int]
    item_name: Mapped[str] = mapped_column(String(128))
    post: Mapped[str] = mapped_column(String(48))
    licensing: Mapped[bool]
    immediate: Mapped[bool]
    legal_days: Mapped[int | None]
    promised_days: Mapped[int | None]
    # The applicant and the agent, as they said.
    applicant_id: Mapped[str] = mapped_column(String(36))
    applicant_name: Mapped[str] = mapped_column(String(64))
    applicant_id_number: Mapped[str | None] = mapped_column(String(32))
    applicant_phone: Mapped[str | None] = mapped_column(String(32))
    agent_name: Mapped[str | None] = mapped_column(String(64))
    agent_id_number: Mapped[str | None] = mapped_column(String(32))
    agent_phone: Mapped[str | None] = mapped_column(String(32))
    agent_relation: Mapped[str | None] = mapped_column(String(32))
    agent_proof: Mapped[AgentProof | None]
    agent_proof_attachment_id: Mapped[str | None] = mapped_column(String(64))
    form: Mapped[dict[str, Any]]
    urgent: Mapped[bool]
    urgent_reason: Mapped[str | None] = mapped_column(Text)
    # Whose it is.
    received_by_id: Mapped[str] = mapped_column(String(36))
    co_signed_by_id: Mapped[str | None] = mapped_column(String(36))
    owner_id: Mapped[str] = mapped_column(String(36))
    owner_since: Mapped[datetime]
    seen_at: Mapped[datetime | None]
    previous_owner_id: Mapped[str | None] = mapped_column(String(36))
    offered_to_id: Mapped[str | None] = mapped_column(String(36))
    department: Mapped[str | None] = mapped_column(String(128))
    department_confirmed: Mapped[bool]
    handover_on: Mapped[date | None]
    handover_note: Mapped[str | None] = mapped_column(Text)
    # Its time.
    received_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    told_on: Mapped[date | None]
    missing_at_first: Mapped[list[str]]
    resume_state: Mapped[MatterState | None]
    pauses: Mapped[list[Any]]
    paused: Mapped[bool]
    extended: Mapped[bool]
    promised_on: Mapped[date | None]
    legal_due_on: Mapped[date | None]
    due_on: Mapped[date | None]
    provisional: Mapped[bool]
    promise_due: Mapped[date | None]
    visits_count: Mapped[int]
    # Its end.
    decision: Mapped[Decision | None]
    decision_note: Mapped[str | None] = mapped_column(Text)
    decided_at: Mapped[datetime | None]
    decided_by_id: Mapped[str | None] = mapped_column(String(36))
    days_used: Mapped[int | None]
    on_time: Mapped[bool | None]
    delivered_at: Mapped[datetime | None]
    delivery_way: Mapped[Channel | None]
    recipient: Mapped[str | None] = mapped_column(String(64))
    recipient_is_agent: Mapped[bool]
    signature_id: Mapped[str | None] = mapped_column(String(64))
    refusal_ground: Mapped[RefusalGround | None]
    refused_reason: Mapped[str | None] = mapped_column(Text)
    refused_instead: Mapped[str | None] = mapped_column(Text)
    closed_at: Mapped[datetime | None]


class MatterMaterial(Synced, Base):
    """One material of one matter (申请材料), with what was scanned of it."""

    __tablename__ = "matter_material"
    __table_args__ = (Index("ix_matter_material_matter", "matter_id", "position"),)

    matter_id: Mapped[str] = mapped_column(ForeignKey("matter.id"))
    position: Mapped[int]
    code: Mapped[str] = mapped_column(String(48))
    name: Mapped[str] = mapped_column(String(128))
    required: Mapped[bool]
    may_follow: Mapped[bool]
    state: Mapped[MaterialState]
    promise_due: Mapped[date | None]
    settled_on: Mapped[date | None]
    note: Mapped[str | None] = mapped_column(Text)
    attachment_ids: Mapped[list[str]]


class MatterEvent(Synced, Base):
    """One thing that happened to a matter (办理经过); written once and never changed."""

    __tablename__ = "matter_event"
    __table_args__ = (
        Index("ix_matter_event_matter", "matter_id", "at"),
        Index("ix_matter_event_at", "at", "verb"),
    )

    matter_id: Mapped[str] = mapped_column(ForeignKey("matter.id"))
    verb: Mapped[Verb]
    from_state: Mapped[MatterState | None]
    to_state: Mapped[MatterState]
    at: Mapped[datetime]
    actor_id: Mapped[str] = mapped_column(String(36))
    visit_id: Mapped[str | None] = mapped_column(String(36))
    note: Mapped[str | None] = mapped_column(Text)
    details: Mapped[dict[str, Any]]


class SlipIssued(Synced, Base):
    """A numbered paper for the resident (文书); `copies` printed so far."""

    __tablename__ = "slip_issued"
    __table_args__ = (
        Index("ix_slip_issued_matter", "matter_id"),
        Index("ix_slip_issued_number", "number"),
    )

    matter_id: Mapped[str] = mapped_column(ForeignKey("matter.id"))
    kind: Mapped[SlipKind]
    number: Mapped[str] = mapped_column(String(48))
    issued_at: Mapped[datetime]
    copies: Mapped[int]
    printed_at: Mapped[datetime | None]
    printed_by_id: Mapped[str | None] = mapped_column(String(36))


class Rating(Synced, Base):
    """What the resident thought of it (好差评); no level when the rater declined."""

    __tablename__ = "rating"
    __table_args__ = (Index("ix_rating_matter", "matter_id"), Index("ix_rating_at", "at"))

    matter_id: Mapped[str] = mapped_column(ForeignKey("matter.id"))
    level: Mapped[RatingLevel | None]
    at: Mapped[datetime]
    comment: Mapped[str | None] = mapped_column(Text)
    channel: Mapped[Channel]


class FollowUp(Synced, Base):
    """What is done about a bad rating (差评回访整改): the steps taken, until it is closed."""

    __tablename__ = "follow_up"
    __table_args__ = (
        Index("ix_follow_up_matter", "matter_id"),
        Index("ix_follow_up_due", "closed_at", "due_on"),
    )

    matter_id: Mapped[str] = mapped_column(ForeignKey("matter.id"))
    rating_id: Mapped[str] = mapped_column(ForeignKey("rating.id"))
    owner_id: Mapped[str] = mapped_column(String(36))
    opened_on: Mapped[date]
    due_on: Mapped[date]
    steps: Mapped[list[Any]]
    closed_at: Mapped[datetime | None]
