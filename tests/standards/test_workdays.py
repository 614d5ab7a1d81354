"""Working days follow the yearly notices, the community's own table, and say when they are provisional."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.standards.workdays import DayKind, Deadline, WorkCalendar

CALENDAR = WorkCalendar({})
NOTICE_2027 = {
    date(2027, 1, 1): DayKind.HOLIDAY,
    date(2027, 2, 8): DayKind.HOLIDAY,
    date(2027, 2, 14): DayKind.WORKDAY,
    date(2027, 10, 1): DayKind.HOLIDAY,
}

published_days = st.dates(date(2020, 1, 1), date(2026, 12, 31))
any_days = st.dates(date(2000, 1, 1), date(2035, 12, 31))
limits = st.integers(0, 60)
calendars = st.dictionaries(
    st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.sampled_from(DayKind), max_size=20
).map(WorkCalendar)


@pytest.mark.parametrize(("month", "day"), [(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)])
def test_the_make_up_days_of_2026_are_working_days_at_the_weekend(month: int, day: int) -> None:
    makeup = date(2026, month, day)
    assert makeup.weekday() >= 5
    assert CALENDAR.is_workday(makeup)


def test_national_day_and_spring_festival_are_no_working_days() -> None:
    assert not CALENDAR.is_workday(date(2026, 10, 1))
    assert not CALENDAR.is_workday(date(2026, 2, 17))


def test_counting_begins_the_day_after() -> None:
    assert CALENDAR.add_workdays(date(2026, 11, 24), 1) == Deadline(date(2026, 11, 25), provisional=False)


def test_five_working_days_across_national_day() -> None:
    assert CALENDAR.add_workdays(date(2026, 9, 28), 5).date == date(2026, 10, 10)


def test_no_days_mean_the_day_itself_even_at_a_weekend() -> None:
    assert CALENDAR.add_workdays(date(2026, 11, 22), 0).date == date(2026, 11, 22)


def test_a_negative_limit_is_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        CALENDAR.add_workdays(date(2026, 11, 24), -1)


def test_a_deadline_in_a_year_without_notice_counts_weekdays_and_is_provisional() -> None:
    assert CALENDAR.add_workdays(date(2026, 12, 31), 1) == Deadline(date(2027, 1, 1), provisional=True)
    assert CALENDAR.add_workdays(date(2026, 12, 30), 1) == Deadline(date(2026, 12, 31), provisional=False)


def test_when_the_notice_is_entered_the_deadline_moves_and_is_certain() -> None:
    calendar = WorkCalendar(NOTICE_2027)
    assert calendar.add_workdays(date(2026, 12, 31), 1) == Deadline(date(2027, 1, 4), provisional=False)
    assert calendar.is_workday(date(2027, 2, 14))


def test_a_year_is_published_once_its_national_day_is_known() -> None:
    assert [CALENDAR.is_published(year) for year in (2003, 2004, 2026, 2027)] == [False, True, True, False]
    assert WorkCalendar(NOTICE_2027).is_published(2027)
    assert not WorkCalendar({date(2027, 1, 1): DayKind.HOLIDAY}).is_published(2027)


def test_the_community_may_close_or_open_on_any_day() -> None:
    own = WorkCalendar({date(2026, 11, 24): DayKind.HOLIDAY, date(2026, 10, 1): DayKind.WORKDAY})
    assert not own.is_workday(date(2026, 11, 24))
    assert own.is_workday(date(2026, 10, 1))
    assert own.is_published(2026)


def test_later_changes_of_the_table_given_do_not_reach_the_calendar() -> None:
    table = {date(2026, 11, 24): DayKind.HOLIDAY}
    calendar = WorkCalendar(table)
    table.clear()
    assert not calendar.is_workday(date(2026, 11, 24))


@given(published_days)
def test_published_days_are_those_of_the_library(day: date) -> None:
    assert CALENDAR.is_workday(day) == chinese_calendar.is_workday(day)


@given(calendars, any_days, st.integers(1, 60))
def test_a_deadline_is_a_working_day(calendar: WorkCalendar, start: date, n: int) -> None:
    assert calendar.is_workday(calendar.add_workdays(start, n).date)


@given(calendars, any_days, limits)
def test_counting_back_gives_the_limit(calendar: WorkCalendar, start: date, n: int) -> None:
    assert calendar.workdays_between(start, calendar.add_workdays(start, n).date) == n


@given(calendars, any_days, limits, limits)
def test_a_longer_limit_never_ends_earlier(calendar: WorkCalendar, start: date, n: int, more: int) -> None:
    short, long = calendar.add_workdays(start, n), calendar.add_workdays(start, n + more)
    assert short.date <= long.date
    assert long.provisional or not short.provisional


@given(calendars, any_days, limits, limits)
def test_limits_add_up(calendar: WorkCalendar, start: date, first: int, second: int) -> None:
    whole = calendar.add_workdays(start, first + second).date
    assert calendar.add_workdays(calendar.add_workdays(start, first).date, second).date == whole


@given(calendars, any_days, st.integers(0, 90))
def test_between_two_days_has_a_sign(calendar: WorkCalendar, a: date, distance: int) -> None:
    b = a + timedelta(days=distance)
    assert calendar.workdays_between(b, a) == -calendar.workdays_between(a, b)
    assert 0 <= calendar.workdays_between(a, b) <= distance


@given(any_days, limits)
def test_a_deadline_is_provisional_exactly_when_it_touches_an_unpublished_year(start: date, n: int) -> None:
    deadline = CALENDAR.add_workdays(start, n)
    touched = range(start.year, deadline.date.year + 1)
    assert deadline.provisional == any(year not in range(2004, 2027) for year in touched)
