"""The wait after wrong passwords grows, and no clock set back shortens it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.security.delay import (
    WAITS,
    Attempts,
    TooManyAttempts,
    after_failure,
    check_wait,
    full_wait,
    observed,
    remaining,
)

NOON = datetime(2026, 11, 24, 4, tzinfo=UTC)
MOMENTS = st.datetimes(datetime(1970, 1, 1), datetime(2099, 1, 1), timezones=st.just(UTC))


def failed(times: int, at: datetime = NOON) -> Attempts:
    attempts = Attempts()
    for _ in range(times):
        attempts = after_failure(attempts, at)
    return attempts


def test_the_first_three_mistakes_cost_nothing() -> None:
    assert remaining(failed(3), NOON) == timedelta(0)


@pytest.mark.parametrize(
    ("failures", "seconds"), [(4, 5), (5, 15), (6, 60), (7, 300), (8, 900), (9, 900), (500, 900)]
)
def test_from_the_fourth_mistake_on_the_wait_grows_to_15_minutes(failures: int, seconds: int) -> None:
    assert remaining(failed(failures), NOON) == timedelta(seconds=seconds)


def test_the_wait_runs_down_and_ends() -> None:
    attempts = failed(5)
    assert remaining(attempts, NOON + timedelta(seconds=6)) == timedelta(seconds=9)
    check_wait(attempts, NOON + timedelta(seconds=15))


def test_during_the_wait_the_person_reads_how_long_it_still_takes() -> None:
    with pytest.raises(TooManyAttempts, match="9 秒") as refusal:
        check_wait(failed(5), NOON + timedelta(seconds=6))
    assert refusal.value.wait == timedelta(seconds=9)
    with pytest.raises(TooManyAttempts, match="15 分钟"):
        check_wait(failed(8), NOON)


def test_a_clock_set_back_three_years_begins_the_wait_anew_and_no_more() -> None:
    back = NOON - timedelta(days=1095)
    seen = observed(failed(6), back)
    assert remaining(seen, back) == timedelta(seconds=60)
    assert remaining(seen, back + timedelta(seconds=60)) == timedelta(0)


def test_setting_the_clock_back_again_and_again_serves_no_time() -> None:
    attempts = observed(failed(6), NOON - timedelta(hours=1))
    attempts = observed(attempts, NOON - timedelta(hours=2))
    assert remaining(attempts, NOON - timedelta(hours=2) + timedelta(seconds=59)) > timedelta(0)


@given(st.integers(0, 30), MOMENTS, MOMENTS)
def test_no_wait_is_ever_negative_or_longer_than_the_table_says(
    failures: int, failed_at: datetime, now: datetime
) -> None:
    wait = remaining(observed(failed(failures, failed_at), now), now)
    assert timedelta(0) <= wait <= timedelta(seconds=max(WAITS))


@given(st.integers(1, 30))
def test_another_mistake_never_shortens_the_wait(failures: int) -> None:
    assert full_wait(failures + 1) >= full_wait(failures)
