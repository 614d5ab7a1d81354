"""Dates are texts that count as days: in arithmetic, in comparison, and when they are written out."""

import math
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.forms.xpath.expressions import household, string, value
from workbench.forms.xpath import compile
from workbench.forms.xpath.moments import CHINA, days_of, moment_after, moment_of, moment_text

DATES = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today()", "2026-03-05"),
        ("now()", "2026-03-05T12:00:00.000+08:00"),
        ("date('2026-03-05')", "2026-03-05"),
        ("date('2026-3-5')", "2026-03-05"),
        ("date('')", ""),
        ("date('2026-02-30')", "Invalid Date"),
        ("date(/data/moved)", "2026-03-01"),
        ("date(today() + 7)", "2026-03-12"),
        ("date-time('2026-03-05T00:30:00.000Z')", "2026-03-05T08:30:00.000+08:00"),
        ("format-date(/data/moved, '%Y年%n月%e日')", "2026年3月1日"),
        ("format-date('2026-03-01', '%y%m%d %b %a')", "260301 Mar Sun"),
        ("format-date-time('2026-03-05T09:05:07.045+08:00', '%H:%M:%S.%3 %h')", "09:05:07.045 9"),
        ("format-date('', '%Y')", ""),
        ("format-date('x', '%Y')", ""),
        ("format-date(today() + 1, '%d')", "06"),
        ("time('2026-03-05T09:05:07.000+08:00')", "09:05:07.000+08:00"),
        ("number('2026-03-05')", "20517"),
        ("number(today())", "20517"),
        ("string(number('1969-12-31T00:00:00Z'))", "-1"),
        ("if(/data/moved > '2026-02-01', 'new', 'old')", "new"),
    ],
)
def test_dates_as_texts(text, expected):
    assert string(text) == expected


def test_months_and_weekdays_are_chinese_where_the_form_is():
    assert string("format-date('2026-03-01', '%b%a')", language="中文 (zh)") == "3月周日"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/data/moved <= today()", True),
        ("/data/moved = date('2026-03-01')", True),
        ("/data/moved != today()", True),
        ("/data/moved = '2026-03-01'", True),
        ("'2026-03-05' = '2026-03-05T00:00:00.000+08:00'", False),
        ("date('2026-03-05') = '2026-03-05T00:00:00.000+08:00'", True),
        ("'2026-03-05' < '2026-03-05T00:00:00.001+08:00'", True),
        ("now() > today()", True),
        ("date('x') = date('x')", True),
        ("date('x') = today()", False),
        ("boolean(date('x'))", False),
        ("boolean(today())", True),
        ("/data/blank < today()", False),
        ("/data/moved > /data/born", True),
        ("date(1) = date('1970-01-02T00:00:00.000Z')", True),
        ("/data/person/age > date('1970-01-09')", True),
    ],
)
def test_comparison(text, expected):
    assert value(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today() - /data/moved", 4),
        ("/data/moved - '2026-02-01'", 28),
        ("int((today() - /data/born) div 365.25)", 76),
        ("decimal-date-time('1970-01-02T12:00:00.000Z')", 1.5),
        ("decimal-date-time(1.25)", 1.25),
        ("decimal-date-time('x')", math.nan),
        ("decimal-time('06:00:00.000+08:00')", 0.25),
        ("decimal-time('06:00')", 0.25),
        ("decimal-time('22:00:00.000Z')", 0.25),
        ("decimal-time('24:00:00.000')", math.nan),
        ("decimal-time('2026-03-05T18:00:00.000+08:00')", 0.75),
        ("decimal-time(3.75)", 0.75),
    ],
)
def test_arithmetic(text, expected):
    assert value(text) == pytest.approx(expected, nan_ok=True)


@given(DATES, st.integers(-40_000, 40_000))
def test_a_date_and_some_days_is_the_calendars_date(day, days):
    if not date(1900, 1, 1) <= (there := day + timedelta(days)) <= date(2200, 1, 1):
        return
    assert string(f"date(date('{day}') + {days})") == there.isoformat()
    assert value(f"date('{there}') - '{day}'") == pytest.approx(days, abs=1e-9)


@given(DATES, DATES, st.sampled_from(["=", "!=", "<", "<=", ">", ">="]))
def test_dates_compare_as_the_calendar_does(one, other, operator):
    scope = household()
    scope.root.find("moved").text = str(one)
    scope.root.find("born").text = str(other)
    expected = {"=": one == other, "!=": one != other, "<": one < other, "<=": one <= other,
                ">": one > other, ">=": one >= other}[operator]  # fmt: skip
    assert compile(f"/data/moved {operator} date(/data/born)").boolean(scope.root, scope) is expected
    assert compile(f"/data/moved {operator} /data/born").boolean(scope.root, scope) is expected


@given(
    st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)),
    st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours))),
)
def test_a_moment_written_is_the_moment_read(naive, zone):
    moment = naive.replace(microsecond=naive.microsecond // 1000 * 1000, tzinfo=zone)
    assert moment_of(moment_text(moment), zone) == moment
    assert moment_after(days_of(moment), CHINA) == moment


@given(st.text(alphabet="0123456789-T:.Z+", max_size=30))
def test_any_text_names_a_moment_or_none(text):
    found = moment_of(text, CHINA)
    assert found is None or found.tzinfo is not None
