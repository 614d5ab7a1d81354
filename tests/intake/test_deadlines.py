"""Deadlines in working days: the cases of the law, and what must hold for all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.intake.samples import line
from workbench.intake.kinds import Lamp, MaterialState, MatterState, PauseReason, RefusalGround
from workbench.intake.rules import handling, opening, transfer
from workbench.intake.rules.course import Course, Pause, Terms
from workbench.intake.rules.deadlines import (
    due_after,
    kept_in_time,
    supplement_due,
    used_days,
    with_deadlines,
)
from workbench.intake.rules.lamps import Standing, signal
from workbench.intake.wording import GuardFailed, Reason
from workbench.standards.workdays import DayKind, WorkCalendar

CALENDAR = WorkCalendar()
MONDAY = date(2026, 11, 23)
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
LIMITS = st.integers(0, 40)


def accepted(terms: Terms, on: date = MONDAY, **more: object) -> Course:
    return with_deadlines(Course(MatterState.ACCEPTED, terms, on, accepted_on=on, **more), CALENDAR)


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        (MONDAY, 10, date(2026, 12, 7)),
        (date(2026, 2, 13), 1, date(2026, 2, 14)),  # Saturday 14 February 2026 is worked for Spring Festival
        (date(2026, 2, 14), 1, date(2026, 2, 24)),
        (date(2026, 11, 21), 1, date(2026, 11, 23)),
        (date(2026, 11, 21), 0, date(2026, 11, 23)),
        (MONDAY, 0, MONDAY),
    ],
)
def test_counted_from_the_next_working_day(start: date, days: int, due: date) -> None:
    assert due_after(start, days, CALENDAR).on == due


def test_a_year_without_its_notice_is_provisional() -> None:
    assert not due_after(MONDAY, 10, CALENDAR).provisional
    assert due_after(date(2026, 12, 28), 10, CALENDAR).provisional
    assert accepted(Terms(promised_days=10), date(2026, 12, 28)).provisional
    assert not accepted(Terms(legal_days=40, promised_days=5), date(2026, 12, 14)).provisional


def test_a_licence_without_a_limit_has_twenty_days() -> None:
    assert accepted(Terms(licensing=True)).legal_due == due_after(MONDAY, 20, CALENDAR).on


def test_a_promise_is_never_later_than_the_law() -> None:
    late = accepted(Terms(legal_days=5, promised_days=9))
    assert late.promised_due == late.legal_due


def test_no_limit_no_deadline() -> None:
    assert accepted(Terms()).due is None


def test_a_pause_that_begins_after_the_deadline_saves_nothing() -> None:
    before = accepted(Terms(promised_days=3))
    after = Pause(PauseReason.INSPECTION, date(2026, 12, 1), date(2026, 12, 4))
    assert accepted(Terms(promised_days=3), pauses=(after,)).due == before.due


@given(DAYS, LIMITS)
def test_no_deadline_falls_on_a_day_off(start: date, days: int) -> None:
    assert CALENDAR.is_workday(due_after(start, days, CALENDAR).on)


@given(DAYS, st.integers(1, 40), DAYS, st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_pauses_never_shorten_and_shift_by_what_they_took(
    start: date, days: int, anchor: date, gap: int, first: int, second: int
) -> None:
    since = start + timedelta(days=gap)
    until = since + timedelta(days=first)
    again = until + timedelta(days=second)
    pauses = (
        Pause(PauseReason.INSPECTION, since, until),
        Pause(PauseReason.HEARING, again, again + timedelta(days=first)),
    )
    plain = due_after(start, days, CALENDAR).on
    shifted = due_after(start, days, CALENDAR, pauses).on
    assert shifted >= plain
    assert CALENDAR.is_workday(shifted)
    unpaused = Course(MatterState.ACCEPTED, Terms(), start, accepted_on=start, pauses=pauses)
    assert used_days(unpaused, shifted, CALENDAR) == days


@given(DAYS, st.integers(1, 40))
def test_more_days_off_never_bring_a_deadline_forward(start: date, days: int) -> None:
    plain = due_after(start, days, CALENDAR).on
    off = WorkCalendar({plain: DayKind.HOLIDAY})
    assert due_after(start, days, off).on > plain


@given(DAYS, st.integers(1, 40))
def test_recomputing_by_the_same_calendar_changes_nothing(start: date, days: int) -> None:
    once = accepted(Terms(promised_days=days), start)
    assert with_deadlines(once, CALENDAR) == once


def test_decided_on_the_last_day_is_in_time() -> None:
    course = accepted(Terms(promised_days=10))
    assert kept_in_time(replace(course, decided_on=date(2026, 12, 7))) is True
    assert kept_in_time(replace(course, decided_on=date(2026, 12, 8))) is False
    assert kept_in_time(accepted(Terms())) is None


def test_five_days_to_tell_and_fifteen_to_bring() -> None:
    received = opening.receive(Terms(licensing=True), MONDAY, CALENDAR)
    assert received.due == date(2026, 11, 30)
    assert not opening.is_deemed_accepted(received, date(2026, 11, 30), CALENDAR)
    assert opening.is_deemed_accepted(received, date(2026, 12, 1), CALENDAR)
    assert supplement_due(MONDAY, CALENDAR).on == date(2026, 12, 14)


@pytest.mark.parametrize(
    ("left", "limit", "lamp"),
    [
        (10, 10, Lamp.GREEN), (3, 10, Lamp.GREEN), (2, 10, Lamp.YELLOW), (0, 10, Lamp.YELLOW),
        (4, 20, Lamp.YELLOW), (5, 20, Lamp.GREEN), (3, None, Lamp.GREEN),
    ],
)  # fmt: skip
def test_the_lamp_by_the_days_left(left: int, limit: int | None, lamp: Lamp) -> None:
    due = due_after(MONDAY, left, CALENDAR).on
    seen = signal(Standing(MatterState.ACCEPTED, due, limit), MONDAY, CALENDAR)
    assert (seen.lamp, seen.days_left) == (lamp, left)


def test_lamps_of_what_is_late_paused_or_done() -> None:
    late = Standing(MatterState.ACCEPTED, date(2026, 11, 20), 10)
    assert signal(late, MONDAY, CALENDAR).days_left == -1
    assert signal(late, date(2026, 11, 21), CALENDAR).days_left == -1, "a weekend is late too"
    assert signal(replace(late, due=None, paused=True), MONDAY, CALENDAR).lamp is Lamp.PAUSED
    assert signal(replace(late, state=MatterState.DELIVERED), MONDAY, CALENDAR).lamp is Lamp.DONE


def test_what_the_law_accepted_can_no_longer_be_refused() -> None:
    received = opening.receive(Terms(licensing=True), MONDAY, CALENDAR)
    with pytest.raises(GuardFailed) as caught:
        opening.refuse(received, RefusalGround.NOT_ELIGIBLE, "不符合", "去街道", date(2026, 12, 1), CALENDAR)
    assert caught.value.reason is Reason.ALREADY_ACCEPTED_BY_LAW


def test_nobody_is_refused_for_missing_papers_before_the_time_to_bring_them_ends() -> None:
    received = opening.receive(Terms(), MONDAY, CALENDAR)
    lacking = [line("a", MaterialState.MISSING)]
    told = opening.request_supplement(received, lacking, frozenset("a"), MONDAY, CALENDAR)
    ground = RefusalGround.NOT_SUPPLIED
    with pytest.raises(GuardFailed) as caught:
        opening.refuse(told, ground, "未补正", "补齐再来", date(2026, 12, 14), CALENDAR)
    assert caught.value.reason is Reason.SUPPLEMENT_TIME_RUNS
    refused = opening.refuse(told, ground, "未补正", "补齐再来", date(2026, 12, 15), CALENDAR)
    assert refused.state is MatterState.REFUSED


def test_no_department_gets_a_matter_during_an_inspection() -> None:
    inspected = handling.begin_inspection(
        accepted(Terms(promised_days=10)), PauseReason.INSPECTION, MONDAY, CALENDAR
    )
    with pytest.raises(GuardFailed) as caught:
        transfer.hand_over(inspected, None, "区民政局", MONDAY)
    assert caught.value.reason is Reason.INSPECTION_RUNNING
