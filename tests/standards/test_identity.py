"""Identity numbers are checked, completed, taken apart and masked after GB 11643."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum.cn import ric

from workbench.standards.codes import Sex
from workbench.standards.identity import (
    IdentityFault,
    InvalidIdentityNumber,
    check_digit,
    mask_identity_number,
    mask_phone,
    parse_identity_number,
)

TODAY = date(2026, 11, 24)
FULL_WIDTH = str.maketrans("0123456789Xx", "０１２３４５６７８９Ｘｘ")

births = st.dates(date(1900, 1, 1), TODAY)
sequences = st.integers(1, 999)
divisions = st.sampled_from(["330106", "110101", "440305", "510104", "653101", "810000", "330199"])


def number_of(division: str, born: date, sequence: int) -> str:
    body = f"{division}{born:%Y%m%d}{sequence:03d}"
    return body + check_digit(body)


numbers = st.builds(number_of, divisions, births, sequences)


def fault_of(text: str) -> IdentityFault:
    with pytest.raises(InvalidIdentityNumber) as caught:
        parse_identity_number(text, today=TODAY)
    assert str(caught.value)
    return caught.value.fault


def test_a_number_tells_birth_date_sex_and_division() -> None:
    identity = parse_identity_number("33010619580307088X".replace("088X", "0882"))
    assert identity.birth_date == date(1958, 3, 7)
    assert identity.sex is Sex.FEMALE
    assert identity.division == "330106"


def test_the_number_printed_in_the_library_documentation_is_valid() -> None:
    assert parse_identity_number("360426199101010071").sex is Sex.MALE


def test_an_old_number_of_fifteen_digits_is_completed() -> None:
    assert parse_identity_number("330106580307088").number == "330106195803070882"


@pytest.mark.parametrize(
    "typed",
    [
        "'11010519491231002x",
        "１１０１０５１９４９１２３１００２Ｘ",
        " 110105 19491231 002X\n",
        "\ufeff11010519491231002x",
        "‘11010519491231002X",
    ],
)
def test_what_people_and_spreadsheets_make_of_a_number_is_understood(typed: str) -> None:
    assert parse_identity_number(typed).number == "11010519491231002X"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", IdentityFault.LENGTH),
        ("33010619580307088", IdentityFault.LENGTH),
        ("3301061958030708822", IdentityFault.LENGTH),
        ("3301O6195803070882", IdentityFault.CHARACTERS),
        ("33010619580307X882", IdentityFault.CHARACTERS),
        ("33010658030708X", IdentityFault.CHARACTERS),
        ("33010619580307088²", IdentityFault.CHARACTERS),
        ("三三零一零六一九五八零三零七零八八二", IdentityFault.CHARACTERS),
        ("160106195813070882", IdentityFault.DIVISION),
        ("990106580307088", IdentityFault.DIVISION),
        ("330106195813070882", IdentityFault.BIRTH_DATE),
        ("330106195802300882", IdentityFault.BIRTH_DATE),
        ("330106170001010882", IdentityFault.BIRTH_DATE),
        ("330106203001010882", IdentityFault.BIRTH_DATE),
        ("330106195803070883", IdentityFault.CHECK_DIGIT),
        ("33010619580307088X", IdentityFault.CHECK_DIGIT),
    ],
)
def test_the_first_fault_is_named(typed: str, fault: IdentityFault) -> None:
    assert fault_of(typed) is fault


def test_a_child_born_today_is_accepted_and_one_born_tomorrow_is_not() -> None:
    parse_identity_number(number_of("330106", TODAY, 1), today=TODAY)
    assert fault_of(number_of("330106", TODAY + timedelta(days=1), 1)) is IdentityFault.BIRTH_DATE


def test_without_a_day_given_the_clock_bounds_the_birth_date() -> None:
    with pytest.raises(InvalidIdentityNumber):
        parse_identity_number(number_of("330106", date(2400, 1, 1), 1))


def test_a_day_given_before_the_birth_is_obeyed() -> None:
    with pytest.raises(InvalidIdentityNumber):
        parse_identity_number("330106195803070882", today=date(1958, 3, 6))


@given(divisions, births, sequences)
def test_every_well_formed_number_is_taken_apart_again(division: str, born: date, sequence: int) -> None:
    identity = parse_identity_number(number_of(division, born, sequence), today=TODAY)
    assert (identity.division, identity.birth_date) == (division, born)
    assert identity.sex is (Sex.MALE if sequence % 2 else Sex.FEMALE)


@given(st.from_regex(r"[0-9]{17}", fullmatch=True))
def test_the_check_digit_equals_the_one_of_the_library(body: str) -> None:
    assert check_digit(body) == ric.calc_check_digit(body + "0")


@given(numbers)
def test_the_check_digit_equals_the_weights_of_the_standard(number: str) -> None:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(weight * int(digit) for weight, digit in zip(weights, number[:17], strict=True))
    assert "10X98765432"[total % 11] == number[17]


@given(st.sampled_from(["330106", "110101", "440305"]), st.dates(date(2000, 1, 1), TODAY), sequences)
def test_the_library_accepts_what_we_accept(division: str, born: date, sequence: int) -> None:
    number = number_of(division, born, sequence)
    assert ric.validate(number) == parse_identity_number(number, today=TODAY).number


@given(numbers, st.integers(0, 16), st.integers(1, 9))
def test_one_mistyped_digit_is_always_noticed(number: str, place: int, shift: int) -> None:
    wrong = str((int(number[place]) + shift) % 10)
    fault_of(number[:place] + wrong + number[place + 1 :])


@given(numbers, st.integers(0, 15))
def test_two_neighbours_swapped_are_always_noticed(number: str, place: int) -> None:
    left, right = number[place : place + 2]
    assume(left != right)
    fault_of(number[:place] + right + left + number[place + 2 :])


@given(divisions, st.dates(date(1900, 1, 1), date(1999, 12, 31)), sequences)
def test_the_old_form_of_a_number_leads_to_the_same_person(division: str, born: date, sequence: int) -> None:
    number = number_of(division, born, sequence)
    assert parse_identity_number(number[:6] + number[8:17], today=TODAY).number == number


@given(numbers)
def test_full_width_means_the_same(number: str) -> None:
    assert parse_identity_number(number.lower().translate(FULL_WIDTH), TODAY).number == number


@given(st.text(max_size=20))
def test_any_other_text_is_refused_with_a_fault_and_nothing_else(text: str) -> None:
    assert isinstance(fault_of(text), IdentityFault)


def test_every_fault_has_a_chinese_reason() -> None:
    assert len({fault.label for fault in IdentityFault}) == len(IdentityFault)


def test_masking_hides_the_birth_date() -> None:
    assert mask_identity_number("330106195803070889") == "330106********0889"
    assert mask_identity_number("330106580307088") == "330106*****7088"
    assert mask_identity_number("33010619") == "********"


@given(numbers)
def test_the_birth_date_cannot_be_read_from_a_masked_number(number: str) -> None:
    masked = mask_identity_number(number)
    assert len(masked) == 18
    assert masked[6:14] == "********"


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13867243746", "138****3746"),
        ("057183726167", "057*****6167"),
        ("83726167", "****6167"),
        ("110", "***"),
        ("", ""),
    ],
)
def test_masking_a_phone_keeps_head_and_tail(phone: str, masked: str) -> None:
    assert mask_phone(phone) == masked
