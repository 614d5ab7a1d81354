"""Lets Hypothesis push a matter about in every order and watches that no rule of the law is ever broken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from workbench.intake.kinds import Decision, MaterialState, MatterState, PauseReason, RefusalGround, Verb
from workbench.intake.rules import handling, opening, transfer
from workbench.intake.rules.course import FINISHED, OPEN, POSSIBLE, Course, Terms
from workbench.intake.rules.deadlines import answer_due, with_deadlines
from workbench.intake.rules.materials import MaterialLine, missing
from workbench.intake.wording import GuardFailed
from workbench.standards.workdays import WorkCalendar

CALENDAR = WorkCalendar()
CODES = ("a", "b", "c")
NEXT: dict[MatterState, set[MatterState]] = {
    MatterState.RECEIVED: {
        MatterState.SUPPLEMENTING, MatterState.ACCEPTED, MatterState.REFUSED, MatterState.WITHDRAWN,
        MatterState.DELIVERED,
    },
    MatterState.SUPPLEMENTING: {
        MatterState.ACCEPTED, MatterState.IN_PROGRESS, MatterState.REFUSED, MatterState.WITHDRAWN,
    },
    MatterState.ACCEPTED: {
        MatterState.IN_PROGRESS, MatterState.SUPPLEMENTING, MatterState.HANDED_OVER, MatterState.DECIDED,
        MatterState.WITHDRAWN, MatterState.DELIVERED,
    },
    MatterState.IN_PROGRESS: {
        MatterState.SUPPLEMENTING, MatterState.HANDED_OVER, MatterState.DECIDED, MatterState.WITHDRAWN,
    },
    MatterState.HANDED_OVER: {
        MatterState.ACCEPTED, MatterState.IN_PROGRESS, MatterState.DECIDED, MatterState.WITHDRAWN,
    },
    MatterState.DECIDED: {MatterState.DELIVERED},
}  # fmt: skip
"""The only steps there are, written down apart from the rules."""


def possible(verb: Verb) -> Callable[[CourseMachine], bool]:
    """Only try what a page would offer; that all else is refused is shown in test_states."""
    return lambda self: self.course.state in POSSIBLE[verb]


class CourseMachine(RuleBasedStateMachine):
    """One matter, its materials, and a day that only moves forward."""

    @initialize(
        licensing=st.booleans(),
        immediate=st.booleans(),
        legal=st.none() | st.integers(1, 30),
        promised=st.none() | st.integers(1, 30),
        start=st.dates(date(2025, 12, 1), date(2026, 12, 31)),
        here=st.sampled_from(["abc", "abc", "ab", "a", ""]),
        promise=st.booleans(),
        worked=st.booleans(),
    )
    def receive(self, licensing, immediate, legal, promised, start, here, promise, worked) -> None:
        self.today = start
        self.lines = {
            code: MaterialLine(
                code,
                code,
                True,
                code == "c",
                MaterialState.PRESENTED if code in here else MaterialState.MISSING,
            )
            for code in CODES
        }
        terms = Terms(licensing, immediate, legal, promised)
        self.course = opening.receive(terms, start, CALENDAR)
        self.first_told: set[str] = set()
        if promise and self.lines["c"].state is MaterialState.MISSING:
            self.lines["c"] = replace(self.lines["c"], state=MaterialState.PROMISED)
        if worked:
            self.accept()
            self.attempt(handling.start_work)

    def attempt(self, act) -> bool:
        """Try a verb; a refusal must leave the matter as it was, a step must be one of those there are."""
        before = self.course
        try:
            after: Course = act(before)
        except GuardFailed:
            assert self.course is before
            return False
        if after.state is not before.state:
            assert after.state in NEXT[before.state], (before.state, after.state)
        self.no_deadline_shorter(before, after)
        self.course = after
        return True

    def no_deadline_shorter(self, before: Course, after: Course) -> None:
        if before.accepted_on and after.accepted_on == before.accepted_on:
            for name in ("promised_due", "legal_due"):
                old, new = getattr(before, name), getattr(after, name)
                assert (old is None) == (new is None)
                assert old is None or new >= old

    @property
    def all(self) -> list[MaterialLine]:
        return list(self.lines.values())

    @rule(days=st.integers(1, 12))
    def days_pass(self, days: int) -> None:
        self.today += timedelta(days=days)

    @precondition(lambda self: missing(self.all))
    @rule(code=st.sampled_from(CODES), promise=st.booleans())
    def somebody_brings(self, code: str, promise: bool) -> None:
        line = self.lines[code]
        state = MaterialState.PROMISED if promise and line.may_follow else MaterialState.PRESENTED
        self.lines[code] = replace(line, state=state)
        self.attempt(lambda c: opening.supplement_received(c, self.all, self.today, CALENDAR))

    @precondition(possible(Verb.BEGIN_INSPECTION))
    @rule(code=st.sampled_from(CODES))
    def a_material_turns_out_bad(self, code: str) -> None:
        if self.lines[code].state is not MaterialState.PROMISED:
            self.lines[code] = replace(self.lines[code], state=MaterialState.MISSING)

    @precondition(possible(Verb.ACCEPT))
    @rule()
    def accept(self) -> None:
        lacking = missing(self.all)
        assert not (self.attempt(lambda c: opening.accept(c, self.all, self.today, CALENDAR)) and lacking)

    @precondition(possible(Verb.REQUEST_SUPPLEMENT))
    @rule(told=st.sampled_from([{"a", "b", "c"}, {"b", "c"}, {"a"}, {"b"}, {"c"}]))
    def tell(self, told: set[str]) -> None:
        lacking = {line.code for line in missing(self.all)}
        before = self.course
        done = self.attempt(
            lambda c: opening.request_supplement(c, self.all, frozenset(told), self.today, CALENDAR)
        )
        if done:
            assert lacking and lacking <= told, "all that is missing is told at once"
            assert not told & self.first_told, "nothing is told twice"
            if before.terms.licensing and before.told_on is None:
                assert self.today <= answer_due(before.received_on, CALENDAR).on, "told within five days"
            self.first_told = self.first_told or lacking

    @precondition(possible(Verb.DEEM_ACCEPTED))
    @rule()
    def the_law_accepts(self) -> None:
        before = self.course
        if self.attempt(lambda c: opening.deemed_accepted(c, self.today, CALENDAR)):
            assert before.terms.licensing
            assert self.course.accepted_on == before.received_on

    @precondition(possible(Verb.REFUSE))
    @rule(ground=st.sampled_from(RefusalGround), reason=st.sampled_from(["", "不符合"]))
    def refuse(self, ground: RefusalGround, reason: str) -> None:
        before = self.course
        deemed = opening.is_deemed_accepted(before, self.today, CALENDAR)
        done = self.attempt(lambda c: opening.refuse(c, ground, reason, "去街道", self.today, CALENDAR))
        assert not done or (reason and self.course.accepted_on is None and not deemed)

    @precondition(possible(Verb.START_WORK))
    @rule()
    def start(self) -> None:
        self.attempt(handling.start_work)

    @precondition(possible(Verb.BEGIN_INSPECTION))
    @rule(reason=st.sampled_from([PauseReason.INSPECTION, PauseReason.HEARING, PauseReason.APPRAISAL]))
    def begin_inspection(self, reason: PauseReason) -> None:
        self.attempt(lambda c: handling.begin_inspection(c, reason, self.today, CALENDAR))

    @precondition(possible(Verb.END_INSPECTION))
    @rule()
    def end_inspection(self) -> None:
        self.attempt(lambda c: handling.end_inspection(c, self.today, CALENDAR))

    @precondition(possible(Verb.EXTEND))
    @rule()
    def extend(self) -> None:
        extended = self.course.extended
        assert not (self.attempt(lambda c: handling.extend(c, "复杂", self.today, CALENDAR)) and extended)

    @precondition(possible(Verb.DECIDE))
    @rule(decision=st.sampled_from(Decision), reason=st.sampled_from(["", "不符合"]))
    def decide(self, decision: Decision, reason: str) -> None:
        promises = any(line.state is MaterialState.PROMISED for line in self.all)
        done = self.attempt(lambda c: handling.decide(c, decision, reason, self.all, self.today, CALENDAR))
        if done and decision is Decision.GRANTED:
            assert not promises
        elif done:
            assert reason

    @precondition(possible(Verb.DELIVER))
    @rule(recipient=st.sampled_from(["", "沈月英"]))
    def deliver(self, recipient: str) -> None:
        assert not self.attempt(lambda c: handling.deliver(c, recipient, self.today, CALENDAR)) or recipient

    @precondition(possible(Verb.COMPLETE_AT_ONCE))
    @rule(sure=st.integers(0, 3))
    def complete(self, sure: int) -> None:
        if sure:
            return
        self.attempt(lambda c: handling.complete_at_once(c, self.all, "沈月英", self.today, CALENDAR))

    @precondition(possible(Verb.WITHDRAW))
    @rule(sure=st.integers(0, 3))
    def withdraw(self, sure: int) -> None:
        if sure:
            return
        decided = self.course.decided_on
        assert not self.attempt(lambda c: handling.withdraw(c, self.today, CALENDAR)) or decided is None

    @precondition(possible(Verb.HAND_OVER))
    @rule(colleague=st.booleans())
    def hand_over(self, colleague: bool) -> None:
        to, department = ("staff-2", None) if colleague else (None, "区民政局")
        self.attempt(lambda c: transfer.hand_over(c, to, department, self.today))

    @precondition(lambda self: self.course.handover is not None)
    @rule(take=st.booleans())
    def answer_handover(self, take: bool) -> None:
        self.attempt(transfer.take_over if take else lambda c: transfer.return_handover(c, CALENDAR))

    @invariant()
    def deadlines_are_working_days(self) -> None:
        course = self.course
        for day in (course.due, course.promised_due, course.legal_due):
            assert day is None or CALENDAR.is_workday(day)

    @invariant()
    def dates_are_in_order(self) -> None:
        course = self.course
        dates = [course.received_on, course.accepted_on, course.decided_on, course.delivered_on]
        known = [day for day in dates if day is not None]
        assert known == sorted(known)

    @invariant()
    def what_is_finished_stays_quiet(self) -> None:
        course = self.course
        if course.state in FINISHED:
            assert course.due is None and course.open_pause is None and course.handover is None
        elif course.state is MatterState.DECIDED:
            assert course.decision is not None and course.open_pause is None

    @invariant()
    def the_clock_stands_only_for_the_law_s_reasons(self) -> None:
        course = self.course
        if course.state is MatterState.SUPPLEMENTING:
            assert (course.open_pause is not None) == (course.accepted_on is not None)
        elif course.open_pause is not None:
            assert course.state is MatterState.IN_PROGRESS

    @invariant()
    def at_most_one_pause_runs_and_pauses_do_not_overlap(self) -> None:
        pauses = self.course.pauses
        assert sum(each.until is None for each in pauses) <= 1
        for earlier, later in zip(pauses, pauses[1:], strict=False):
            assert earlier.until is not None and earlier.until <= later.since

    @invariant()
    def deadlines_do_not_depend_on_the_order_of_events(self) -> None:
        if self.course.state in OPEN:
            assert with_deadlines(self.course, CALENDAR) == self.course


CourseMachine.TestCase.settings = settings(max_examples=120, stateful_step_count=30, deadline=None)
TestCourse = CourseMachine.TestCase
