"""In the back office: work, inspection, extension, decision, delivery, withdrawal, and promises kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbench.intake.kinds import Decision, MaterialState, PauseReason, Verb
from workbench.intake.requests import Delivery, MaterialTick, MatterMoved
from workbench.intake.rules import handling
from workbench.intake.rules.deadlines import kept_in_time, used_days
from workbench.intake.rules.materials import THERE, outstanding
from workbench.intake.service.bench import Bench, Hand
from workbench.intake.service.plan import slips_of
from workbench.intake.wording import GuardFailed, Reason, enumerate_words

if TYPE_CHECKING:
    from workbench.intake.requests import Contact
    from workbench.intake.rules.course import Course


class Handling(Bench):
    """The verbs between acceptance and the result in the resident's hand."""

    def start_work(self, matter_id: str) -> MatterMoved:
        """Begin to work on it (开始办理)."""
        with self._hand(matter_id, Verb.START_WORK) as hand:
            hand.move(Verb.START_WORK, handling.start_work(hand.course))
        return hand.result()

    def begin_inspection(self, matter_id: str, reason: PauseReason, note: str = "") -> MatterMoved:
        """Stop the clock for an inspection, a hearing or an appraisal (art. 45)."""
        with self._hand(matter_id, Verb.BEGIN_INSPECTION) as hand:
            course = handling.begin_inspection(hand.course, reason, hand.work.today, hand.calendar)
            hand.move(Verb.BEGIN_INSPECTION, course, note=note, details={"reason": reason.value})
        return hand.result()

    def end_inspection(self, matter_id: str, finding: str = "") -> MatterMoved:
        """Let the clock run again, with what was found."""
        with self._hand(matter_id, Verb.END_INSPECTION) as hand:
            course = handling.end_inspection(hand.course, hand.work.today, hand.calendar)
            hand.move(Verb.END_INSPECTION, course, note=finding)
        return hand.result()

    def extend(self, matter_id: str, reason: str) -> MatterMoved:
        """Approve ten more working days, once (延长期限); only who may approve can."""
        with self._hand(matter_id, Verb.EXTEND) as hand:
            course = handling.extend(hand.course, reason, hand.work.today, hand.calendar)
            hand.move(Verb.EXTEND, course, note=reason)
        return hand.result()

    def decide(self, matter_id: str, decision: Decision, reason: str = "") -> MatterMoved:
        """Grant or deny (作出决定); a denial needs its reason."""
        with self._hand(matter_id, Verb.DECIDE) as hand:
            course = handling.decide(
                hand.course, decision, reason, hand.lines, hand.work.today, hand.calendar
            )
            _note_decision(hand, course, reason)
            hand.move(Verb.DECIDE, course, note=reason, details={"decision": decision.value})
        return hand.result()

    def deliver(self, matter_id: str, delivery: Delivery, contact: Contact | None = None) -> MatterMoved:
        """Hand the result to somebody who signs for it (送达)."""
        with self._hand(matter_id, Verb.DELIVER) as hand:
            course = handling.deliver(hand.course, delivery.recipient, hand.work.today, hand.calendar)
            _note_delivery(hand, delivery)
            slips = slips_of(Verb.DELIVER, hand.lines)
            hand.move(Verb.DELIVER, course, contact=contact, slips=slips)
        return hand.result()

    def complete_at_once(
        self, matter_id: str, delivery: Delivery, contact: Contact | None = None
    ) -> MatterMoved:
        """Accept, grant and deliver an immediate item that was only received so far (即办)."""
        with self._hand(matter_id, Verb.COMPLETE_AT_ONCE) as hand:
            course = handling.complete_at_once(
                hand.course, hand.lines, delivery.recipient, hand.work.today, hand.calendar
            )
            _note_decision(hand, course, "")
            _note_delivery(hand, delivery)
            slips = slips_of(Verb.COMPLETE_AT_ONCE, hand.lines)
            hand.move(Verb.COMPLETE_AT_ONCE, course, contact=contact, slips=slips)
        return hand.result()

    def withdraw(self, matter_id: str, reason: str = "", contact: Contact | None = None) -> MatterMoved:
        """Let the applicant withdraw (撤回); promises still open are no longer awaited."""
        with self._hand(matter_id, Verb.WITHDRAW) as hand:
            course = handling.withdraw(hand.course, hand.work.today, hand.calendar)
            for material in hand.materials:
                if material.state is MaterialState.PROMISED:
                    material.state, material.settled_on = MaterialState.WAIVED, hand.work.today
            hand.move(Verb.WITHDRAW, course, note=reason, contact=contact)
        return hand.result()

    def keep_promise(
        self, matter_id: str, ticks: Iterable[MaterialTick], contact: Contact | None = None
    ) -> MatterMoved:
        """Take promised materials (补交容缺材料), in time or late."""
        with self._hand(matter_id, Verb.KEEP_PROMISE) as hand:
            ticks = tuple(ticks)
            awaited = {line.code for line in outstanding(hand.lines)}
            if stray := [tick.code for tick in ticks if tick.code not in awaited]:
                raise GuardFailed(Reason.NO_PROMISE, materials=enumerate_words(stray))
            if again := [tick.code for tick in ticks if tick.state not in THERE]:
                raise GuardFailed(Reason.PROMISED_ALREADY, materials=enumerate_words(again))
            course = handling.keep_promise(hand.course)
            details = {"materials": hand.tick(ticks)}
            hand.move(Verb.KEEP_PROMISE, course, details=details, contact=contact)
        return hand.result()


def _note_decision(hand: Hand, course: Course, reason: str) -> None:
    matter = hand.matter
    matter.decision_note = reason.strip() or None
    matter.decided_by_id = hand.work.actor.staff_id
    matter.days_used = used_days(course, hand.work.today, hand.calendar)
    matter.on_time = kept_in_time(course)


def _note_delivery(hand: Hand, delivery: Delivery) -> None:
    matter = hand.matter
    matter.recipient, matter.delivery_way = delivery.recipient.strip(), delivery.way
    matter.recipient_is_agent, matter.signature_id = delivery.by_agent, delivery.signature_id
