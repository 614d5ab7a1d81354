"""Anonymised microdata: nobody in it can be recognised, and the files open as what they say."""

import csv
from collections import Counter
from datetime import UTC, date, datetime
from random import Random

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.census.people import a_family, a_household, a_neighbourhood, a_person
from workbench.census.microdata import (
    TooFewPeople,
    anonymise,
    codebook,
    write_codebook_csv,
    write_csv,
    write_sav,
)
from workbench.census.microdata.variables import HIDDEN, NOT_ASKED, VARIABLES
from workbench.documents.excel import write_excel

MOMENT = date(2020, 11, 1)
NAMES = [variable.name for variable in VARIABLES]
QUASI = [place + 1 for place, variable in enumerate(VARIABLES) if variable.quasi]


def sample(count=80, seed=3):
    return anonymise(a_neighbourhood(count, seed), MOMENT, Random(1))


def column(data, name):
    return [line[NAMES.index(name) + 1] for line in data.lines]


@settings(max_examples=15, deadline=None)
@given(st.integers(3, 120), st.integers(0, 10_000))
def test_every_combination_of_known_traits_fits_three_people(count, seed):
    data = sample(count, seed)
    groups = Counter(tuple(line[place] for place in QUASI) for line in data.lines)
    assert min(groups.values()) == data.smallest >= 3


@settings(max_examples=15, deadline=None)
@given(st.integers(3, 60), st.integers(0, 10_000))
def test_nothing_that_identifies_is_in_the_file(tmp_path_factory, count, seed):
    households = a_neighbourhood(count, seed)
    path = tmp_path_factory.mktemp("micro") / "data.csv"
    write_csv(anonymise(households, MOMENT, Random(1)), path)
    text = path.read_text(encoding="utf-8-sig")
    header, *lines = text.splitlines()
    assert all(value.isdecimal() and len(value) <= 5 for line in lines for value in line.split(","))
    for household in households:
        told = [household.respondent_phone, household.address.province]
        for person in household.persons:
            told += [person.name, person.id_number, str(person.birth_year), person.registration_place]
        assert not [each for each in told if each and each in "".join(header) + text.replace(",", " ")]


def test_ages_are_groups_and_high_values_are_cut_off():
    data = sample(400)
    ages = set(column(data, "age_group")) - {HIDDEN}
    assert all(age % 5 == 0 for age in ages) and max(ages) <= 85
    assert max(set(column(data, "hh_size")) - {HIDDEN}) <= 7
    assert max(set(column(data, "area_m2")) - {998, 999}) <= 150
    assert set(column(data, "ethnic")) <= {1, 2, HIDDEN}
    assert NOT_ASKED in column(data, "literate")


def test_lines_are_renumbered_in_an_order_that_says_nothing():
    households = a_neighbourhood(60)
    data = anonymise(households, MOMENT, Random(1))
    assert [line[0] for line in data.lines] == list(range(1, len(data.lines) + 1))
    other = anonymise(households, MOMENT, Random(2))
    assert data.lines != other.lines
    assert sorted(line[1:] for line in data.lines) == sorted(line[1:] for line in other.lines)


def test_households_are_not_told_apart_by_their_housing():
    data = sample(120)
    places = [place + 1 for place, variable in enumerate(VARIABLES) if variable.of_household]
    shown = [line for line in data.lines if line[NAMES.index("hh_size") + 1] < HIDDEN]
    groups = Counter(tuple(line[place] for place in places) for line in shown)
    alike = {group: many for group, many in groups.items() if HIDDEN not in group and 999 not in group}
    size = NAMES.index("hh_size")
    at = [place - 1 for place in places].index(size)
    assert all(many > group[at] for group, many in alike.items())


@pytest.mark.parametrize(
    ("age", "education", "code"),
    [(40, "9", 8), (40, "8", 8), (40, "7", 7), (40, "", HIDDEN), (2, "", NOT_ASKED)],
)
def test_education_is_joined_at_the_top_and_never_invented(age, education, code):
    households = [a_household(a_person(1, age, education=education))] * 3
    assert column(anonymise(households, MOMENT, Random(1)), "education") == [code] * 3


def test_too_few_people_are_not_exported():
    with pytest.raises(TooFewPeople, match="无法匿名"):
        anonymise([], MOMENT, Random(1))
    assert anonymise([a_family()], MOMENT, Random(1)).smallest == 4


def test_the_csv_and_its_codebook_say_the_same_variables(tmp_path):
    data = sample()
    write_csv(data, tmp_path / "data.csv")
    write_codebook_csv(data, tmp_path / "codebook.csv")
    with (tmp_path / "data.csv").open(encoding="utf-8-sig") as file:
        header, *lines = csv.reader(file)
    with (tmp_path / "codebook.csv").open(encoding="utf-8-sig") as file:
        explained = list(csv.DictReader(file))
    assert header == ["id", *NAMES] and len(lines) == len(data.lines)
    assert list(dict.fromkeys(row["变量名"] for row in explained)) == header
    codes = {(row["变量名"], row["代码"]) for row in explained}
    for line in lines:
        for name, value in zip(NAMES, line[1:], strict=True):
            assert (name, value) in codes or name in ("area_m2", "rooms")


def test_the_codebook_opens_in_excel(tmp_path):
    report = codebook(sample(), "普查短表", "王晓明", datetime(2026, 11, 24, tzinfo=UTC))
    write_excel(report, tmp_path / "codebook.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "codebook.xlsx")["变量和代码"]
    words = {cell.value for row in sheet.iter_rows() for cell in row}
    assert {"age_group", "年龄组（周岁）", "85岁及以上", "隐去或未填"} <= words


def test_the_spss_file_has_labels_scales_and_missing_values(tmp_path):
    import pyreadstat

    data = sample()
    write_sav(data, tmp_path / "data.sav", "普查短表匿名数据")
    frame, meta = pyreadstat.read_sav(tmp_path / "data.sav", user_missing=True)
    assert frame.astype(int).to_numpy().tolist() == [list(line) for line in data.lines]
    assert meta.column_names_to_labels["age_group"] == "年龄组（周岁）"
    assert meta.variable_value_labels["sex"] == {1: "男", 2: "女", 98: "不适用", 99: "隐去或未填"}
    assert meta.variable_measure["education"] == "ordinal"
    assert {each["lo"] for each in meta.missing_ranges["literate"]} == {98, 99}
    without, _ = pyreadstat.read_sav(tmp_path / "data.sav")
    hidden = sum(value >= HIDDEN - 1 for value in column(data, "age_group"))
    assert without["age_group"].isna().sum() == hidden
    assert meta.file_label == "普查短表匿名数据"
