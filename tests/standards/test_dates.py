"""Dates are read as people and spreadsheets write them, and never guessed."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.standards.dates import LooseDate, Precision, chinese_date, parse_date_loosely

TODAY = date(2026, 11, 24)
MARCH_7 = LooseDate(date(1958, 3, 7), Precision.DAY)
MARCH = LooseDate(date(1958, 3, 1), Precision.MONTH)
YEAR = LooseDate(date(1958, 1, 1), Precision.YEAR)

days = st.dates(date(1928, 1, 1), TODAY)


@pytest.mark.parametrize(
    "written",
    [
        "1958.3.7",
        "1958-03-07",
        "1958/3/7",
        "19580307",
        "19580307.0",
        "'19580307",
        "1958年3月7日",
        "1958年 3月 7号",
        "1958年3月7日生",
        "一九五八年三月七日",
        "五八年三月七日",
        "58.3.7",
        "580307",
        "１９５８．３．７",
        "1958—3—7",
        "1958-03-07 00:00:00",
        "1958-03-07T08:30:00+08:00",
        "21251",
        21251,
        21251.75,
        19580307,
        19580307.0,
        date(1958, 3, 7),
        datetime(1958, 3, 7, 23, 59),
    ],
)
def test_a_whole_date_is_read(written: object) -> None:
    assert parse_date_loosely(written, TODAY) == MARCH_7


@pytest.mark.parametrize(
    "written",
    ["1958-03", "1958.3", "1958年3月", "195803", "五八年三月", "1958.03.00", "19580300", 1958.3, 195803],
)
def test_a_month_is_read_as_a_month(written: object) -> None:
    assert parse_date_loosely(written, TODAY) == MARCH


@pytest.mark.parametrize("written", ["1958", "1958年", "五八年", "1958年出生", "1958-00-00", 1958, 1958.0])
def test_a_year_is_read_as_a_year(written: object) -> None:
    assert parse_date_loosely(written, TODAY) == YEAR


def test_a_number_that_may_have_lost_its_zero_tells_only_the_year() -> None:
    assert parse_date_loosely(1958.1, TODAY) == YEAR
    assert parse_date_loosely(1958.11, TODAY) == LooseDate(date(1958, 11, 1), Precision.MONTH)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "同上",
        "不详",
        "58",
        "五八",
        "12-7",
        "3月7日",
        "12月7日",
        "3/7/1958",
        "1958-13",
        "1958.2.30",
        "19580230",
        "1958.0.7",
        "1849.1.1",
        "农历1958年三月初七",
        "一九五八年三月初七",
        "330106195803070882",
        "13867243746",
        "²²²²²",
        66,
        -5,
        0,
        1e300,
        float("nan"),
        float("inf"),
        True,
        None,
        timedelta(days=21251),
    ],
)
def test_what_is_no_date_or_ambiguous_is_refused(written: object) -> None:
    assert parse_date_loosely(written, TODAY) is None


def test_a_short_year_belongs_to_the_latest_century_not_in_the_future() -> None:
    assert parse_date_loosely("26.11.24", TODAY) == LooseDate(date(2026, 11, 24), Precision.DAY)
    assert parse_date_loosely("26.11.25", TODAY) == LooseDate(date(1926, 11, 25), Precision.DAY)
    assert parse_date_loosely("00.2.29", TODAY) == LooseDate(date(2000, 2, 29), Precision.DAY)


def test_a_date_is_labelled_only_as_far_as_it_is_known() -> None:
    assert [loose.label for loose in (MARCH_7, MARCH, YEAR)] == ["1958年3月7日", "1958年3月", "1958年"]


def test_a_date_on_paper_has_no_leading_zeros() -> None:
    assert chinese_date(date(2026, 1, 4)) == "2026年1月4日"


@given(days, st.sampled_from(["%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d", "%Y%m%d", "%Y年%m月%d日", "%y.%m.%d"]))
def test_every_day_is_read_back_however_it_is_written(day: date, form: str) -> None:
    assert parse_date_loosely(day.strftime(form), TODAY) == LooseDate(day, Precision.DAY)


@given(days)
def test_every_day_is_read_back_from_paper_and_from_a_serial(day: date) -> None:
    expected = LooseDate(day, Precision.DAY)
    assert parse_date_loosely(chinese_date(day), TODAY) == expected
    assert parse_date_loosely((day - date(1899, 12, 30)).days, TODAY) == expected


@given(st.one_of(st.text(), st.integers(), st.floats()))
def test_no_cell_makes_it_fail(value: object) -> None:
    loose = parse_date_loosely(value, TODAY)
    assert loose is None or 1850 <= loose.date.year <= 2100
