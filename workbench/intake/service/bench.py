"""The bench on which every verb of intake works: one unit of work, one matter in hand, one event written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from workbench.intake.kinds import MaterialState, SlipKind, Verb
from workbench.intake.mapping import course_columns, course_of, line_of, moments_of, told_columns
from workbench.intake.model import Matter, MatterEvent, MatterMaterial
from workbench.intake.requests import IssuedSlip, MatterMoved, MayAccept, anybody_may
from workbench.intake.rights import right_for
from workbench.intake.rules.materials import THERE, MaterialLine, first_promise_due
from workbench.intake.service import visits
from workbench.intake.service.slips import issue
from workbench.intake.wording import GuardFailed, Reason
from workbench.security.roles import HasPermissions, Permission, may, require

if TYPE_CHECKING:
    from workbench.intake.requests import Contact, MaterialTick
    from workbench.intake.rules.course import Course
    from workbench.intake.rules.numbers import Place
    from workbench.standards.workdays import WorkCalendar
    from workbench.store import Actor, Store, Work

_OWNERS_ONLY = frozenset(
    {Verb.START_WORK, Verb.BEGIN_INSPECTION, Verb.END_INSPECTION, Verb.DECIDE, Verb.HAND_OVER}
)

_BY_ITSELF = frozenset({Verb.DEEM_ACCEPTED, Verb.RECALCULATE})
"""What happens without anybody having looked at the matter."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Who works where, and by which calendar; `may_accept` is training's answer."""

    actor: Actor
    session: HasPermissions
    place: Place
    calendar: Callable[[], WorkCalendar]
    may_accept: MayAccept = anybody_may


@dataclass(slots=True)
class Hand:
    """A matter in hand while its unit of work is open."""

    work: Work
    place: Place
    calendar: WorkCalendar
    matter: Matter
    materials: list[MatterMaterial]
    course: Course
    issued: list[IssuedSlip] = field(default_factory=list)

    @property
    def lines(self) -> list[MaterialLine]:
        """The materials as the rules see them."""
        return [line_of(material) for material in self.materials]

    def tick(self, ticks: Iterable[MaterialTick]) -> list[str]:
        """Note what was brought or promised; return the names. Raises GuardFailed for an unknown material."""
        known = {material.code: material for material in self.materials}
        names = []
        for tick in ticks:
            if tick.code not in known:
                raise GuardFailed(Reason.UNKNOWN_MATERIAL, materials=tick.code)
            self._tick(known[tick.code], tick)
            names.append(known[tick.code].name)
        return names

    def move(
        self,
        verb: Verb,
        course: Course,
        *,
        note: str = "",
        details: Mapping[str, Any] | None = None,
        contact: Contact | None = None,
        slips: Iterable[SlipKind] = (),
    ) -> None:
        """Let the matter take its new course: columns, event, visit and slips."""
        before, matter, work = self.course.state, self.matter, self.work
        for name, value in course_columns(course, moments_of(matter), work.now).items():
            setattr(matter, name, value)
        matter.promise_due = first_promise_due(self.lines)
        if matter.owner_id == work.actor.staff_id and matter.seen_at is None and verb not in _BY_ITSELF:
            matter.seen_at = work.now
        visits.count(work, matter, contact, self.place.desk)
        event = MatterEvent(
            matter_id=matter.id, verb=verb, from_state=before, to_state=course.state, at=work.now,
            actor_id=work.actor.staff_id, visit_id=contact.visit_id if contact else None,
            note=note.strip() or None, details={**(details or {}), **told_columns(course, self.calendar)},
        )  # fmt: skip
        work.add(event)
        self.issued += [issue(work, self.place, kind, matter.id) for kind in slips]
        self.course = course

    def result(self) -> MatterMoved:
        """Return where the matter stands."""
        matter = self.matter
        return MatterMoved(matter.id, matter.number, matter.state, matter.due_on, tuple(self.issued))

    def _tick(self, material: MatterMaterial, tick: MaterialTick) -> None:
        material.state = tick.state
        if tick.state is MaterialState.PROMISED:
            material.promise_due = tick.promise_due
        material.settled_on = self.work.today if tick.state in THERE else None
        material.note = tick.note or material.note
        if tick.attachment_ids:
            material.attachment_ids = [*material.attachment_ids, *tick.attachment_ids]


class Bench:
    """What all parts of the intake service share."""

    def __init__(self, store: Store, circumstances: Circumstances) -> None:
        self._store, self._here = store, circumstances

    def _require(self, verb: Verb) -> None:
        require(self._here.session, right_for(verb))

    @contextmanager
    def _hand(self, matter_id: str, verb: Verb) -> Iterator[Hand]:
        """Take a matter in hand for one verb. Raises NotPermitted, GuardFailed, RecordNotFound."""
        self._require(verb)
        with self._store.write(self._here.actor) as work:
            matter = work.get(Matter, matter_id)
            self._require_owner(matter, verb)
            yield self._take(work, matter)

    def _take(self, work: Work, matter: Matter) -> Hand:
        materials = work.session.scalars(
            select(MatterMaterial)
            .where(MatterMaterial.matter_id == matter.id)
            .order_by(MatterMaterial.position)
        )
        return Hand(work, self._here.place, self._here.calendar(), matter, list(materials), course_of(matter))

    def _require_owner(self, matter: Matter, verb: Verb) -> None:
        if verb not in _OWNERS_ONLY or may(self._here.session, Permission.APPROVE):
            return
        if matter.owner_id != self._here.actor.staff_id:
            raise GuardFailed(Reason.NOT_YOURS, verb=verb.label)
