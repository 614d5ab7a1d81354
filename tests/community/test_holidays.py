"""A year's holiday notice is pasted as lines and read whole or not at all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.community.holidays import read_holidays
from workbench.community.rules import Holiday, InvalidDetails
from workbench.standards.workdays import DayKind


def test_lines_are_read_in_the_ways_people_write_them() -> None:
    text = """
    # 2027 年
    2027-10-09 班
    2027-10-01 休 国庆节
    2027年10月2日，放假，国庆节
    ２０２７／１０／３　休　国庆节
    2027.10.4,HOLIDAY,National Day
    """
    assert read_holidays(text) == (
        Holiday(date(2027, 10, 1), DayKind.HOLIDAY, "国庆节"),
        Holiday(date(2027, 10, 2), DayKind.HOLIDAY, "国庆节"),
        Holiday(date(2027, 10, 3), DayKind.HOLIDAY, "国庆节"),
        Holiday(date(2027, 10, 4), DayKind.HOLIDAY, "National Day"),
        Holiday(date(2027, 10, 9), DayKind.WORKDAY, ""),
    )


def test_nothing_reads_as_no_days() -> None:
    assert read_holidays(" \n\n# 尚未公布") == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2027-10-01 休\n十月二日 休", "第 2 行无法识别"),
        ("2027-10-01", "第 1 行无法识别"),
        ("2027-10-01 也许", "第 1 行无法识别"),
        ("2027-02-29 休", "第 1 行的日期不存在"),
        ("2027-10-01 休\n\n2027-10-01 班", "第 3 行的日期 2027-10-01 重复"),
    ],
)
def test_the_first_faulty_line_is_named(text: str, words: str) -> None:
    with pytest.raises(InvalidDetails, match=words):
        read_holidays(text)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        read_holidays(text)
    except InvalidDetails as refusal:
        assert "未导入任何一天" in str(refusal)
