"""Words on forms find their national code, and every code its name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.standards.codes import (
    EDUCATION,
    ETHNIC_GROUPS,
    MARITAL_STATUSES,
    RELATIONS,
    CodeTable,
    Sex,
    education_of,
    ethnic_group_of,
    marital_status_of,
    relation_of,
    sex_of,
)
from workbench.standards.tables import read_table

TABLES = {
    "education": EDUCATION,
    "ethnic_groups": ETHNIC_GROUPS,
    "marital_statuses": MARITAL_STATUSES,
    "relations": RELATIONS,
}


@pytest.mark.parametrize(
    ("word", "sex"),
    [
        ("男", Sex.MALE),
        ("女性", Sex.FEMALE),
        (" 女 ", Sex.FEMALE),
        ("１", Sex.MALE),
        ("f", Sex.FEMALE),
        ("不详", Sex.UNKNOWN),
    ],
)
def test_a_word_for_the_sex_is_understood(word: str, sex: Sex) -> None:
    assert sex_of(word) is sex


def test_a_word_that_says_no_sex_gives_none() -> None:
    assert sex_of("户主") is None
    assert sex_of("") is None


def test_every_sex_has_the_label_of_the_standard() -> None:
    assert [sex.label for sex in Sex] == ["未知", "男", "女", "未说明"]
    assert all(sex_of(sex.label) is sex for sex in Sex)


def test_there_are_fifty_six_ethnic_groups_and_two_more_codes() -> None:
    assert [code for code in ETHNIC_GROUPS if code < "90"] == [f"{number:02d}" for number in range(1, 57)]
    assert set(ETHNIC_GROUPS) - {f"{number:02d}" for number in range(1, 57)} == {"97", "98"}


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("汉", "01"),
        ("汉族", "01"),
        ("维族", "05"),
        ("壮", "08"),
        ("畲族", "22"),
        ("基诺", "56"),
        ("穿青人", "97"),
        ("火星", None),
    ],
)
def test_an_ethnic_group_is_found_by_short_and_long_name(word: str, code: str | None) -> None:
    assert ethnic_group_of(word) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("本科", "20"),
        ("大专", "30"),
        ("中专", "41"),
        ("高中毕业", "61"),
        ("初中", "70"),
        ("小学", "80"),
        ("文盲", "90"),
        ("博士", "11"),
    ],
)
def test_an_education_is_found_by_the_word_people_write(word: str, code: str) -> None:
    assert education_of(word) == code


@pytest.mark.parametrize(("word", "code"), [("已婚", "20"), ("离异", "40"), ("丧偶", "30"), ("未婚", "10")])
def test_a_marital_status_is_found(word: str, code: str) -> None:
    assert marital_status_of(word) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("户主", "02"),
        ("户主本人", "02"),
        ("妻", "12"),
        ("户主之妻", "12"),
        ("老公", "11"),
        ("子", "20"),
        ("长子", "22"),
        ("大女儿", "32"),
        ("次女", "33"),
        ("儿媳", "38"),
        ("女婿", "28"),
        ("父", "51"),
        ("妈妈", "52"),
        ("岳母", "56"),
        ("公公", "53"),
        ("外孙", "43"),
        ("爷爷", "61"),
        ("哥哥", "71"),
        ("妹", "77"),
        ("租客", "99"),
        ("保姆", "99"),
        ("邻居的猫", None),
        ("", None),
    ],
)
def test_a_relation_to_the_head_is_found(word: str, code: str | None) -> None:
    assert relation_of(word) == code


def test_a_child_of_unsaid_sex_is_coded_only_when_the_sex_is_known() -> None:
    assert relation_of("子女", Sex.FEMALE) == "30"
    assert relation_of("户主之子女", Sex.MALE) == "20"
    assert relation_of("子女") is None


@pytest.mark.parametrize("name", TABLES)
def test_no_word_stands_for_two_codes(name: str) -> None:
    words = [word for row in read_table(name) for word in {row["code"], row["name"], *row["words"].split()}]
    assert sorted(words) == sorted(set(words))


@given(st.sampled_from([(table, code) for table in TABLES.values() for code in table]))
def test_the_name_of_a_code_leads_back_to_it(entry: tuple[CodeTable, str]) -> None:
    table, code = entry
    assert table.code_of(table[code]) == code
    assert table.code_of(code) == code


def test_the_relations_are_the_eighty_four_of_the_standard_which_has_no_98() -> None:
    assert {code[0] for code in RELATIONS} == set("0123456789")
    assert len(RELATIONS) == 84
    assert "98" not in RELATIONS
