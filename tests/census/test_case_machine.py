"""Lets Hypothesis push a household's form about in every order: it never gets stuck, never skips a check."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from workbench.census.kinds import CaseState, CaseVerb
from workbench.census.rules import cases
from workbench.census.rules.cases import Course
from workbench.census.wording import GuardFailed, Reason

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
PLACE = "3幢1单元502室"

NEXT: dict[CaseState, set[CaseState]] = {
    CaseState.NOT_VISITED: {CaseState.ABSENT, CaseState.REFUSED, CaseState.VACANT, CaseState.IN_ENTRY},
    CaseState.ABSENT: {CaseState.REFUSED, CaseState.VACANT, CaseState.IN_ENTRY, CaseState.SIGNED_OFF},
    CaseState.REFUSED: {
        CaseState.ABSENT, CaseState.VACANT, CaseState.IN_ENTRY, CaseState.NOT_VISITED, CaseState.SIGNED_OFF,
    },
    CaseState.VACANT: {
        CaseState.ABSENT, CaseState.REFUSED, CaseState.IN_ENTRY, CaseState.NOT_VISITED, CaseState.SIGNED_OFF,
    },
    CaseState.IN_ENTRY: {CaseState.ENTERED, CaseState.NOT_VISITED, CaseState.ABSENT, CaseState.REFUSED},
    CaseState.ENTERED: {
        CaseState.VERIFIED, CaseState.RECHECKED, CaseState.TO_CORRECT, CaseState.SIGNED_OFF,
    },
    CaseState.TO_CORRECT: {CaseState.ENTERED},
    CaseState.VERIFIED: {
        CaseState.ENTERED, CaseState.RECHECKED, CaseState.TO_CORRECT, CaseState.SIGNED_OFF,
    },
    CaseState.RECHECKED: {CaseState.ENTERED, CaseState.TO_CORRECT, CaseState.SIGNED_OFF},
    CaseState.SIGNED_OFF: {
        CaseState.ABSENT, CaseState.REFUSED, CaseState.VACANT, CaseState.ENTERED, CaseState.VERIFIED,
        CaseState.RECHECKED,
    },
}  # fmt: skip
"""The only steps there are, written down apart from the rules."""

ACTS = {
    CaseVerb.NOTE_ABSENT: lambda course: cases.note_absent(course, NOW + timedelta(days=1)),
    CaseVerb.NOTE_REFUSED: lambda course: cases.note_refused(course, "不愿开门"),
    CaseVerb.NOTE_VACANT: cases.note_vacant,
    CaseVerb.BEGIN: cases.begin,
    CaseVerb.PUT_BACK: cases.put_back,
    CaseVerb.COMPLETE: cases.complete,
    CaseVerb.CORRECT: lambda course: cases.correct(course, "住户来电更正"),
    CaseVerb.SEND_BACK: lambda course: cases.send_back(course, "年龄与关系不符"),
    CaseVerb.VERIFY: lambda course: cases.verify(course, NOW),
    CaseVerb.RECHECK: lambda course: cases.recheck(course, NOW),
    CaseVerb.SIGN_OFF: cases.sign_off,
    CaseVerb.REOPEN: cases.reopen,
}
CHECKED = {CaseState.VERIFIED, CaseState.RECHECKED}


class CaseMachine(RuleBasedStateMachine):
    """One household's form."""

    @initialize()
    def put_on_the_list(self) -> None:
        self.course = Course(PLACE, CaseState.NOT_VISITED)

    @rule(verb=st.sampled_from(list(ACTS)))
    def do(self, verb: CaseVerb) -> None:
        before = self.course
        try:
            after = ACTS[verb](before)
        except GuardFailed:
            assert verb not in cases.possible_verbs(before) or not before.finished
            return
        assert verb in cases.possible_verbs(before)
        assert after.state is before.state or after.state in NEXT[before.state], (before.state, after.state)
        if before.state is CaseState.SIGNED_OFF:
            assert after == replace(before, state=before.outcome, outcome=None)
        self.course = after

    @invariant()
    def some_verb_leads_out(self) -> None:
        outcomes = set()
        for act in ACTS.values():
            try:
                outcomes.add(act(self.course).state)
            except GuardFailed:
                continue
        assert outcomes - {self.course.state}

    @invariant()
    def what_is_checked_says_when(self) -> None:
        course = self.course
        state = course.outcome or course.state
        if state is CaseState.VERIFIED:
            assert course.verified_at
        if state is CaseState.RECHECKED:
            assert course.rechecked_at
        if state not in CHECKED | {CaseState.SIGNED_OFF}:
            assert course.verified_at is None and course.rechecked_at is None

    @invariant()
    def a_visit_is_agreed_only_with_who_was_absent(self) -> None:
        if self.course.next_visit_at:
            assert (self.course.outcome or self.course.state) is CaseState.ABSENT

    @invariant()
    def only_what_is_finished_is_signed(self) -> None:
        assert (self.course.state is CaseState.SIGNED_OFF) == (self.course.outcome is not None)


CaseMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestCase = CaseMachine.TestCase


@given(st.sampled_from(CaseState), st.sampled_from(CaseVerb))
def test_a_refusal_names_the_place_and_its_state(state, verb):
    if state in cases.POSSIBLE[verb]:
        cases.enter(Course(PLACE, state), verb)
        return
    with pytest.raises(GuardFailed) as refusal:
        cases.enter(Course(PLACE, state), verb)
    assert PLACE in str(refusal.value) and state.label in str(refusal.value)


def test_a_household_looked_for_three_times_in_vain_holds_nothing_up():
    course = Course(PLACE, CaseState.NOT_VISITED)
    for _ in range(cases.TRIES_ENOUGH):
        with pytest.raises(GuardFailed):
            cases.sign_off(course)
        course = cases.note_absent(course, None)
    assert cases.sign_off(course).outcome is CaseState.ABSENT


def test_a_corrected_form_must_be_checked_again():
    course = cases.recheck(
        cases.verify(cases.complete(cases.begin(Course(PLACE, CaseState.NOT_VISITED))), NOW), NOW
    )
    assert course.state is CaseState.RECHECKED
    corrected = cases.correct(course, "出生年份录错")
    assert (corrected.state, corrected.verified_at, corrected.rechecked_at) == (CaseState.ENTERED, None, None)


def test_a_form_rechecked_first_and_typed_twice_later_is_both():
    course = cases.verify(Course(PLACE, CaseState.RECHECKED, rechecked_at=NOW), NOW)
    assert course.state is CaseState.RECHECKED and course.verified_at == NOW


def test_leaving_a_form_unfinished_keeps_the_tries():
    course = cases.put_back(cases.begin(Course(PLACE, CaseState.ABSENT, tries=2)))
    assert (course.state, course.tries) == (CaseState.ABSENT, 2)


@pytest.mark.parametrize("act", [cases.note_refused, cases.correct, cases.send_back])
def test_what_needs_a_reason_is_not_done_without_one(act):
    state = CaseState.NOT_VISITED if act is cases.note_refused else CaseState.ENTERED
    with pytest.raises(GuardFailed) as refusal:
        act(Course(PLACE, state), "  ")
    assert refusal.value.reason is Reason.REASON_NEEDED
