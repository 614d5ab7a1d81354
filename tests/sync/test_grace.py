"""The time a desk has without its server: counted from the last contact, and never lengthened by a clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.sync.grace import LEAST_STEP, LONGEST, SHORTEST, USUAL, allowed_of, begun, in_words, looked

CONTACT = datetime(2026, 11, 20, 1, tzinfo=UTC)
HOURS = timedelta(hours=1)


def test_three_days_after_the_last_contact_it_is_over_and_not_a_minute_sooner() -> None:
    grace = begun(CONTACT, USUAL)
    assert not looked(grace, CONTACT + 72 * HOURS - timedelta(minutes=1)).is_over
    assert looked(grace, CONTACT + 72 * HOURS).is_over


def test_from_four_fifths_on_people_are_warned() -> None:
    grace = begun(CONTACT, 100 * HOURS)
    assert not looked(grace, CONTACT + 79 * HOURS).warns
    assert looked(grace, CONTACT + 80 * HOURS).warns


@pytest.mark.parametrize(
    ("hours", "allowed"),
    [(None, USUAL), (24, 24 * HOURS), (720, LONGEST), (9_000, LONGEST), (0, SHORTEST), (-5, SHORTEST)],
)
def test_the_supervisor_allows_up_to_thirty_days(hours: int | None, allowed: timedelta) -> None:
    assert allowed_of(hours) == allowed


def test_a_clock_set_back_gives_no_time_back() -> None:
    grace = looked(begun(CONTACT, USUAL), CONTACT + 70 * HOURS)
    back = looked(grace, CONTACT - 300 * HOURS)
    assert back.left < grace.left <= 2 * HOURS


def test_with_the_clock_set_back_time_goes_on_by_how_long_the_program_ran() -> None:
    grace = looked(begun(CONTACT, USUAL), CONTACT + 70 * HOURS)
    for _ in range(4):
        assert not grace.is_over
        grace = looked(grace, CONTACT, ran=timedelta(minutes=30))
    assert grace.is_over


def test_starting_the_program_again_and_again_gains_nothing_either() -> None:
    grace = looked(begun(CONTACT, USUAL), CONTACT + 72 * HOURS - 3 * LEAST_STEP)
    for _ in range(3):
        grace = looked(grace, CONTACT)
    assert grace.is_over


@given(st.lists(st.tuples(st.integers(-10_000, 10_000), st.integers(0, 600)), max_size=30))
@settings(max_examples=60, deadline=None)
def test_whatever_the_clock_does_the_time_left_never_grows(looks: list[tuple[int, int]]) -> None:
    grace = begun(CONTACT, USUAL)
    for minutes, ran in looks:
        later = looked(grace, CONTACT + timedelta(minutes=minutes), timedelta(seconds=ran))
        assert later.left <= grace.left and later.seen >= grace.seen
        grace = later


@pytest.mark.parametrize(("span", "words"), [(72 * HOURS, "3 天"), (5 * HOURS, "5 小时"), (LONGEST, "30 天")])
def test_a_span_in_words(span: timedelta, words: str) -> None:
    assert in_words(span) == words
