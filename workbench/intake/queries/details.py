"""Everything about one matter: its facts, its time line, materials, slips, rating."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import select

from workbench.intake.kinds import (
    AgentProof,
    Channel,
    Decision,
    MatterState,
    RatingLevel,
    RefusalGround,
    SlipKind,
    Verb,
)
from workbench.intake.mapping import course_of, line_of, steps_of
from workbench.intake.model import (
    FollowUp,
    Matter,
    MatterEvent,
    MatterMaterial,
    Rating,
    SlipIssued,
)
from workbench.intake.queries.rows import MatterRow, Reading
from workbench.intake.rules.course import Pause
from workbench.intake.rules.deadlines import supplement_due
from workbench.intake.rules.materials import MaterialLine
from workbench.intake.rules.offers import offered_verbs
from workbench.intake.rules.ratings import StepTaken
from workbench.standards.identity import mask_identity_number, mask_phone
from workbench.standards.masking import masked
from workbench.store import RecordNotFound

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


R = TypeVar("R", MatterEvent, MatterMaterial, SlipIssued, Rating, FollowUp)


@dataclass(frozen=True, slots=True)
class MaterialDetail:
    """A material of the matter with its scans."""

    line: MaterialLine
    note: str
    attachment_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventDetail:
    """One entry of the time line; `came` marks a journey of the resident to the counter."""

    verb: Verb
    from_state: MatterState | None
    to_state: MatterState
    at: datetime
    actor_id: str
    note: str
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SlipDetail:
    """A slip of the matter and how often it was printed."""

    id: str
    kind: SlipKind
    number: str
    issued_at: datetime
    copies: int


@dataclass(frozen=True, slots=True)
class AgentDetail:
    """Who acts for the applicant; number and phone are masked."""

    name: str
    id_number: str
    phone: str
    relation: str
    proof: AgentProof | None
    proof_attachment_id: str | None


@dataclass(frozen=True, slots=True)
class RatingDetail:
    """The rating; no level when it was declined."""

    level: RatingLevel | None
    at: datetime
    comment: str


@dataclass(frozen=True, slots=True)
class FollowUpDetail:
    """What is done about a bad rating."""

    id: str
    matter_id: str
    owner_id: str
    opened_on: date
    due_on: date
    steps: tuple[StepTaken, ...]
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class MatterDetail:
    """A matter with everything that belongs to it; identity numbers and phones are masked."""

    row: MatterRow
    item_version: int
    licensing: bool
    immediate: bool
    applicant_phone: str
    agent: AgentDetail | None
    form: Mapping[str, Any]
    urgent_reason: str
    handover_note: str
    received_by_id: str
    accepted_at: datetime | None
    legal_due_on: date | None
    supplement_due: date | None
    pauses: tuple[Pause, ...]
    extended: bool
    decision: Decision | None
    decision_note: str
    decided_at: datetime | None
    delivered_at: datetime | None
    delivery_way: Channel | None
    recipient: str
    signature_id: str | None
    refusal_ground: RefusalGround | None
    refused_reason: str
    refused_instead: str
    materials: tuple[MaterialDetail, ...]
    events: tuple[EventDetail, ...]
    slips: tuple[SlipDetail, ...]
    rating: RatingDetail | None
    follow_up: FollowUpDetail | None
    possible: tuple[Verb, ...]

    @property
    def paused(self) -> bool:
        """Whether its time does not run at the moment."""
        return any(pause.until is None for pause in self.pauses)


class Details(Reading):
    """Reads single matters and the follow-ups of bad ratings."""

    def matter(self, matter_id: str) -> MatterDetail:
        """Return everything about a matter. Raises RecordNotFound."""
        with self._store.read() as session:
            matter = session.get(Matter, matter_id)
            rows = self._rows(session, self._matters().where(Matter.id == matter_id))
            if matter is None or not rows:
                raise RecordNotFound("找不到这个办件，它可能已被删除，或您无权查看。")
            due = supplement_due(matter.told_on, self._calendar()).on if matter.told_on else None
            return _detail(session, matter, rows[0], due)

    def follow_ups(self, *, open_only: bool = True, limit: int = 500) -> list[FollowUpDetail]:
        """Return the follow-ups of bad ratings, the nearest deadline first."""
        statement = select(FollowUp).where(FollowUp.deleted_at.is_(None))
        if open_only:
            statement = statement.where(FollowUp.closed_at.is_(None))
        with self._store.read() as session:
            found = session.scalars(statement.order_by(FollowUp.due_on).limit(limit))
            return [_follow_up(record) for record in found]


def _detail(session: Session, matter: Matter, row: MatterRow, due: date | None) -> MatterDetail:
    course = course_of(matter)
    rating = _of(session, Rating, matter.id)
    follow_up = _of(session, FollowUp, matter.id)
    materials = tuple(_material(each) for each in _of(session, MatterMaterial, matter.id))
    return MatterDetail(
        row=row,
        item_version=matter.item_version,
        licensing=matter.licensing,
        immediate=matter.immediate,
        applicant_phone=mask_phone(matter.applicant_phone or ""),
        agent=_agent(matter),
        form=masked("form", matter.form),
        urgent_reason=matter.urgent_reason or "",
        handover_note=matter.handover_note or "",
        received_by_id=matter.received_by_id,
        accepted_at=matter.accepted_at,
        legal_due_on=matter.legal_due_on,
        supplement_due=due,
        pauses=course.pauses,
        extended=matter.extended,
        decision=matter.decision,
        decision_note=matter.decision_note or "",
        decided_at=matter.decided_at,
        delivered_at=matter.delivered_at,
        delivery_way=matter.delivery_way,
        recipient=matter.recipient or "",
        signature_id=matter.signature_id,
        refusal_ground=matter.refusal_ground,
        refused_reason=matter.refused_reason or "",
        refused_instead=matter.refused_instead or "",
        materials=materials,
        events=tuple(_event(each) for each in _of(session, MatterEvent, matter.id)),
        slips=tuple(_slip(each) for each in _of(session, SlipIssued, matter.id)),
        rating=_rating(rating[0]) if rating else None,
        follow_up=_follow_up(follow_up[0]) if follow_up else None,
        possible=offered_verbs(course, [each.line for each in materials]),
    )


def _of(session: Session, model: type[R], matter_id: str) -> list[R]:
    """Return what belongs to a matter; ids are in the order of time."""
    statement = select(model).where(model.matter_id == matter_id, model.deleted_at.is_(None))
    if model is MatterMaterial:
        return list(session.scalars(statement.order_by(MatterMaterial.position)))
    return list(session.scalars(statement.order_by(model.id)))


def _agent(matter: Matter) -> AgentDetail | None:
    if not matter.agent_name:
        return None
    return AgentDetail(
        matter.agent_name,
        mask_identity_number(matter.agent_id_number or ""),
        mask_phone(matter.agent_phone or ""),
        matter.agent_relation or "",
        matter.agent_proof,
        matter.agent_proof_attachment_id,
    )


def _material(record: MatterMaterial) -> MaterialDetail:
    return MaterialDetail(line_of(record), record.note or "", tuple(record.attachment_ids))


def _event(record: MatterEvent) -> EventDetail:
    return EventDetail(
        record.verb, record.from_state, record.to_state, record.at, record.actor_id, record.note or "",
        record.details,
    )  # fmt: skip


def _slip(record: SlipIssued) -> SlipDetail:
    return SlipDetail(record.id, record.kind, record.number, record.issued_at, record.copies)


def _rating(record: Rating) -> RatingDetail:
    return RatingDetail(record.level, record.at, record.comment or "")


def _follow_up(record: FollowUp) -> FollowUpDetail:
    return FollowUpDetail(
        record.id, record.matter_id, record.owner_id, record.opened_on, record.due_on, steps_of(record),
        record.closed_at,
    )  # fmt: skip
