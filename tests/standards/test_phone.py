"""Phone numbers as people and spreadsheets write them become digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.standards.phone import is_mobile, normalize_phone

mobiles = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
landlines = st.from_regex(r"0(10|2[0-9]|[3-9][0-9]{2})[2-9][0-9]{7}", fullmatch=True)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("13867243746", "13867243746"),
        ("138 6724 3746", "13867243746"),
        ("138-6724-3746", "13867243746"),
        ("０１３８６７２４３７４６", "13867243746"),
        ("+86 13867243746", "13867243746"),
        ("8613867243746", "13867243746"),
        ("'13867243746", "13867243746"),
        ("17622777495.0", "17622777495"),
        ("0571-83726167", "057183726167"),
        ("（0571）83726167", "057183726167"),
        ("+86 571 83726167", "057183726167"),
        ("57183726167.0", "057183726167"),
        ("010—65521234", "01065521234"),
        ("0578-2123456", "05782123456"),
        ("83726167", "83726167"),
        ("86712345", "86712345"),
        ("400-820-8820", "4008208820"),
    ],
)
def test_one_number_is_recognised(written: str, kept: str) -> None:
    assert normalize_phone(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        "",
        "无",
        "12345",
        "12867243746",
        "138672437461",
        "13867243746 13812345678",
        "13867243746/83726167",
        "0571-03726167",
        "1.76E+10",
        "110",
    ],
)
def test_what_is_not_one_number_is_refused(written: str) -> None:
    assert normalize_phone(written) is None


@given(st.one_of(mobiles, landlines))
def test_a_number_once_normalised_stays(phone: str) -> None:
    assert normalize_phone(phone) == phone


@given(mobiles, st.sampled_from(["+86", "86", "0086", "0", "'", ""]), st.sampled_from(["", ".0"]))
def test_prefixes_and_cell_traces_do_not_change_a_mobile(phone: str, before: str, after: str) -> None:
    assert normalize_phone(before + phone + after) == phone
    assert is_mobile(phone)


@given(st.text())
def test_the_answer_is_digits_or_nothing(text: str) -> None:
    phone = normalize_phone(text)
    assert phone is None or (phone.isascii() and phone.isdigit() and 7 <= len(phone) <= 12)
