"""The sheet on which one talk at the counter is written: rows of every table, kept all at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from workbench.intake.kinds import MatterState, Verb
from workbench.intake.mapping import Moments, course_columns, told_columns
from workbench.intake.model import Matter, MatterEvent, MatterMaterial, SlipIssued, Visit
from workbench.intake.requests import AcceptRequest, CounterResult, MatterOpened, MatterRequest
from workbench.intake.rules.deadlines import kept_in_time
from workbench.intake.rules.materials import MaterialLine, first_promise_due, missing
from workbench.intake.rules.numbers import Place, matter_number, matter_series
from workbench.intake.service.numbering import fresh_number
from workbench.intake.service.plan import slips_of
from workbench.intake.service.slips import issued, slip_row
from workbench.intake.service.visits import costs_journey
from workbench.standards.identity import parse_identity_number
from workbench.store import new_id

if TYPE_CHECKING:
    from workbench.intake.rules.checklist import Entry
    from workbench.intake.rules.course import Course
    from workbench.standards.workdays import WorkCalendar
    from workbench.store import Work


@dataclass(slots=True)
class Sheet:
    """Collects the rows; bulk inserts are several times faster than one object after the other."""

    work: Work
    place: Place
    calendar: WorkCalendar
    request: AcceptRequest
    visits: list[dict[str, Any]]
    matters: list[dict[str, Any]] = field(default_factory=list)
    materials: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    slips: list[dict[str, Any]] = field(default_factory=list)

    def enter(self, asked: MatterRequest, entries: Sequence[Entry], course: Course) -> None:
        """Write down one matter with its materials, event and slips."""
        lines = [entry.line for entry in entries]
        row = self._matter(asked, course)
        row["promise_due"] = first_promise_due(lines) if course.state is not MatterState.REFUSED else None
        self.matters.append(row)
        self.materials += [
            self._material(asked.matter_id, place, entry) for place, entry in enumerate(entries)
        ]
        self.events.append(self._event(asked, course, lines))
        self.slips += [
            slip_row(self.work, self.place, kind, asked.matter_id) for kind in slips_of(asked.outcome, lines)
        ]

    def keep(self) -> CounterResult:
        """Insert everything and return what was made."""
        self.work.insert_many(Visit, self.visits)
        self.work.insert_many(Matter, self.matters)
        self.work.insert_many(MatterMaterial, self.materials)
        self.work.insert_many(MatterEvent, self.events)
        self.work.insert_many(SlipIssued, self.slips)
        return CounterResult(self.request.contact.visit_id, tuple(map(self._opened, self.matters)))

    def _opened(self, row: dict[str, Any]) -> MatterOpened:
        slips = tuple(issued(slip) for slip in self.slips if slip["matter_id"] == row["id"])
        return MatterOpened(
            row["id"], row["number"], row["state"], row["promised_on"], row["provisional"], slips
        )

    def _matter(self, asked: MatterRequest, course: Course) -> dict[str, Any]:
        work, place, today = self.work, self.place, self.work.today
        series = matter_series(today)
        return {
            "id": asked.matter_id,
            "number": fresh_number(
                work, series, lambda serial: matter_number(place, today, serial), Matter.number
            ),
            "channel": self.request.contact.channel,
            "form": dict(asked.form),
            "urgent": bool(asked.urgent_reason),
            "urgent_reason": asked.urgent_reason or None,
            "co_signed_by_id": asked.co_signed_by,
            "visits_count": int(costs_journey(self.request.contact)),
            "received_at": work.now,
            **self._owner(),
            **_item_columns(asked, course),
            **self._people_columns(),
            **course_columns(course, Moments(work.now), work.now),
            **self._end_columns(asked, course),
        }

    def _owner(self) -> dict[str, Any]:
        staff = self.work.actor.staff_id
        return {
            "received_by_id": staff,
            "owner_id": staff,
            "owner_since": self.work.now,
            "seen_at": self.work.now,
            "previous_owner_id": None,
            "handover_note": None,
        }

    def _people_columns(self) -> dict[str, Any]:
        applicant, agent = self.request.applicant, self.request.agent
        return {
            "applicant_id": applicant.resident_id,
            "applicant_name": applicant.name,
            "applicant_id_number": applicant.id_number,
            "applicant_phone": applicant.phone,
            "agent_name": agent.name.strip() if agent else None,
            "agent_id_number": parse_identity_number(agent.id_number).number if agent else None,
            "agent_phone": (agent.phone or None) if agent else None,
            "agent_relation": agent.relation.strip() if agent else None,
            "agent_proof": agent.proof if agent else None,
            "agent_proof_attachment_id": agent.proof_attachment_id if agent else None,
        }

    def _end_columns(self, asked: MatterRequest, course: Course) -> dict[str, Any]:
        """Return what only a matter that ends at the counter has: a refusal, or a result in hand."""
        refusal, agent = asked.refusal, self.request.agent
        at_once = asked.outcome is Verb.COMPLETE_AT_ONCE
        recipient = agent.name if agent else self.request.applicant.name
        return {
            "refusal_ground": refusal.ground if refusal else None,
            "refused_reason": refusal.reason.strip() if refusal else None,
            "refused_instead": refusal.instead.strip() if refusal else None,
            "decision_note": None,
            "decided_by_id": self.work.actor.staff_id if at_once else None,
            "days_used": 0 if at_once else None,
            "on_time": kept_in_time(course),
            "delivery_way": self.request.contact.channel if at_once else None,
            "recipient": recipient if at_once else None,
            "recipient_is_agent": at_once and agent is not None,
            "signature_id": None,
        }

    def _material(self, matter_id: str, place: int, entry: Entry) -> dict[str, Any]:
        line = entry.line
        return {
            "id": new_id(),
            "matter_id": matter_id,
            "position": place,
            "code": line.code,
            "name": line.name,
            "required": line.required,
            "may_follow": line.may_follow,
            "state": line.state,
            "promise_due": line.promise_due,
            "settled_on": line.settled_on,
            "note": entry.note or None,
            "attachment_ids": list(entry.attachment_ids),
        }

    def _event(self, asked: MatterRequest, course: Course, lines: Sequence[MaterialLine]) -> dict[str, Any]:
        details = told_columns(course, self.calendar)
        if asked.outcome is Verb.REQUEST_SUPPLEMENT:
            details["materials"] = [line.name for line in missing(lines)]
        return {
            "matter_id": asked.matter_id,
            "verb": asked.outcome,
            "from_state": None,
            "to_state": course.state,
            "at": self.work.now,
            "actor_id": self.work.actor.staff_id,
            "visit_id": self.request.contact.visit_id,
            "note": asked.note.strip() or None,
            "details": details,
        }


def _item_columns(asked: MatterRequest, course: Course) -> dict[str, Any]:
    item = asked.item
    return {
        "item_code": item.code,
        "item_version": item.version,
        "item_name": item.name,
        "post": item.post,
        "licensing": item.licensing,
        "immediate": course.terms.immediate,
        "legal_days": item.legal_days,
        "promised_days": item.promised_days,
    }
