"""Single cells: identity numbers, names, addresses and telephones as rosters spell them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.people.roster.invented import invent
from workbench.people.roster.addresses import (
    NOWHERE,
    Place,
    read_building,
    read_room,
    read_unit,
    split_address,
)
from workbench.people.roster.columns import read_phone
from workbench.people.roster.households import Households
from workbench.people.roster.identity_cells import read_identity
from workbench.people.roster.names import read_name
from workbench.people.roster.reasons import Reason
from workbench.standards.codes import Sex

PERSON = invent(1, 5)[0]


@given(st.integers(0, 3), st.sampled_from(" 　\t\u00a0"), st.booleans(), st.booleans())
def test_spaces_apostrophes_and_width_never_change_a_number(
    cut: int, space: str, apostrophe: bool, wide: bool
) -> None:
    number = PERSON.number
    text = f"{number[: cut * 6]}{space}{number[cut * 6 :]}"
    if wide:
        text = "".join(chr(ord(each) + 0xFEE0) if each.isdigit() else each for each in text)
    found = read_identity(f"'{text}" if apostrophe else text)
    assert (found.number, found.birth_date) == (number, PERSON.born)


@pytest.mark.parametrize(
    ("cell", "number", "remarks"),
    [
        (330782820514904.0, "330782198205149040", (Reason.ID_AS_NUMBER, Reason.FIFTEEN_DIGITS)),
        ("330782820514904", "330782198205149040", (Reason.FIFTEEN_DIGITS,)),
        (3.41222195007024e17, None, (Reason.LOST_DIGITS,)),
        ("1.23E+17", None, (Reason.LOST_DIGITS,)),
        ("330106********0889", None, (Reason.ID_MASKED,)),
        ("E12345678", "E12345678", (Reason.OTHER_DOCUMENT,)),
        ("33010619490715551", None, (Reason.ID_LENGTH,)),
        ("33010619490715551x", "33010619490715551X", (Reason.LOWER_CASE_X,)),
        ("33010619490715551×", "33010619490715551X", ()),
        ("身份证号：330106-19490715-551X", "33010619490715551X", (Reason.ID_SPACES,)),
        (date(1990, 1, 1), None, (Reason.ID_CHARACTERS,)),
        ("无", None, ()),
        ("", None, ()),
        (0.0, None, ()),
    ],
)
def test_identity_cells_are_repaired_or_say_why_not(
    cell: Any, number: str | None, remarks: tuple[Reason, ...]
) -> None:
    found = read_identity(cell)
    assert (found.number, found.remarks) == (number, remarks)


def test_a_wrong_check_digit_still_tells_birth_and_sex() -> None:
    found = read_identity("330106194907155510")
    assert (found.number, found.birth_date, found.sex) == ("330106194907155510", date(1949, 7, 15), Sex.MALE)


@pytest.mark.parametrize(
    ("cell", "name", "remarks"),
    [
        ("张三", "张三", ()),
        (" 付 丽怡 ", "付丽怡", (Reason.NAME_SPACES,)),
        ("欧阳 文静", "欧阳文静", (Reason.NAME_SPACES,)),
        ("张三 李四", "张三", (Reason.TWO_PEOPLE,)),
        ("江玲兰/潘军", "江玲兰", (Reason.TWO_PEOPLE,)),
        ("李伟和王芳", "李伟", (Reason.TWO_PEOPLE,)),
        ("司马和平", "司马和平", ()),
        ("张三（已故）", "张三", (Reason.NAME_REMARK,)),
        ("买买提•艾力", "买买提·艾力", ()),
        ("John  Smith", "John Smith", (Reason.NAME_SPACES,)),
        ("@SUM(A1)", "", (Reason.FORMULA,)),
        ("＝1+1", "", (Reason.FORMULA,)),
        ("张三13800000000", "张三13800000000", (Reason.STRANGE_NAME,)),
        ("——", "", ()),
        ("无", "", ()),
        (53.0, "", (Reason.STRANGE_NAME,)),
    ],
)
def test_names_are_read_without_what_does_not_belong(
    cell: Any, name: str, remarks: tuple[Reason, ...]
) -> None:
    found = read_name(cell)
    assert (found.name, found.remarks) == (name, remarks)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("7幢2单元1801室", (None, "7", "2", "1801")),
        ("7-2-1801", (None, "7", "2", "1801")),
        ("7－2－1801", (None, "7", "2", "1801")),
        ("阳光苑07栋1801", ("阳光苑", "7", None, "1801")),
        ("5-301", (None, "5", None, "301")),
        ("二幢一单元301", (None, "2", "1", "301")),
        ("幸福小区3栋2单元5楼501室", ("幸福小区", "3", "2", "501")),
        ("和平路12号3幢2单元101", ("和平路12号", "3", "2", "101")),
        ("和平路12号101室", (None, "和平路12号", None, "101")),
        ("某某村", (None, "某某村", None, None)),
    ],
)
def test_addresses_in_one_cell_come_apart(text: str, place: tuple[str | None, ...]) -> None:
    assert split_address(text) == place


def test_parts_of_an_address_are_the_same_with_and_without_their_words() -> None:
    assert {read_building(cell) for cell in (7.0, "7", "7幢", "07栋", "七号楼")} == {"7"}
    assert {read_unit(cell) for cell in (2.0, "2单元", "二单元")} == {"2"}
    assert {read_room(cell) for cell in (1801.0, "1801", "1801室")} == {"1801"}


def test_blanks_and_marks_carry_the_address_down() -> None:
    households = Households()
    households.begin_table("")
    given = (
        Place(None, "7", "2", "1801"), NOWHERE, Place(None, "〃", "〃", "1802"),
        Place(None, None, None, "1901"), Place(None, "7", None, "2001"), Place(None, "8", None, "101"),
    )  # fmt: skip
    assert [households.place_of(place)[1:] for place in given] == [
        ("7", "2", "1801"), ("7", "2", "1801"), ("7", "2", "1802"), ("7", "2", "1901"),
        ("7", "2", "2001"), ("8", None, "101"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "phone", "second", "remarks"),
    [
        ("13800000001", "13800000001", None, ()),
        (17622777495.0, "17622777495", None, (Reason.PHONE_AS_NUMBER,)),
        ("0571-81805888", "057181805888", None, ()),
        ("13800000001/0571-81805888", "13800000001", "057181805888", ()),
        ("13800000001 13900000002", "13800000001", "13900000002", ()),
        ("问居委会", None, None, (Reason.PHONE_UNREADABLE,)),
        ("无", None, None, ()),
    ],
)
def test_telephones_one_or_two_in_a_cell(
    cell: Any, phone: str | None, second: str | None, remarks: tuple[Reason, ...]
) -> None:
    assert read_phone(cell)[:3] == (phone, second, remarks)
