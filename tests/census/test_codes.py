"""The codes of the form, and their counterparts among the national ones."""

from pathlib import Path

import openpyxl
import pytest

import resources
from workbench.census import code_maps, codes
from workbench.standards.codes import EDUCATION, ETHNIC_GROUPS, RELATIONS, Sex

FORM = Path(resources.__file__).parent / "forms" / "census_short.xlsx"
SEXES = (None, Sex.MALE, Sex.FEMALE)


def test_the_code_lists_are_those_of_the_shipped_form():
    rows = openpyxl.load_workbook(FORM)["choices"].iter_rows(min_row=2, values_only=True)
    shipped: dict[str, dict[str, str]] = {}
    for name, code, label, *_ in rows:
        shipped.setdefault(name, {})[str(code)] = label
    for listed in codes.CODE_LISTS:
        name = "yes_no" if listed.item == "D12" else listed.item.lower()
        assert dict(listed) == shipped[name], listed.item
    assert dict(ETHNIC_GROUPS) == shipped["ethnic"]


@pytest.mark.parametrize("sex", SEXES)
@pytest.mark.parametrize("head_sex", SEXES)
@pytest.mark.parametrize("relation", codes.RELATIONS)
def test_a_relation_comes_back_from_the_register_as_it_went(relation, sex, head_sex):
    mapped = code_maps.national_relation(relation, sex, head_sex)
    for code in (mapped.code, *mapped.candidates):
        if code is not None:
            assert code in RELATIONS
            back = code_maps.census_relation(code)
            assert relation == back.code or relation in back.candidates


@pytest.mark.parametrize("code", RELATIONS)
def test_every_relation_of_the_register_has_one_in_the_census(code):
    mapped = code_maps.census_relation(code)
    assert mapped.code in codes.RELATIONS or set(mapped.candidates) <= set(codes.RELATIONS)
    assert mapped.code or mapped.ambiguous


@pytest.mark.parametrize(
    ("census", "sex", "head_sex", "national", "word"),
    [
        ("0", None, None, "02", "户主"),
        ("1", Sex.FEMALE, None, "12", "妻"),
        ("2", Sex.MALE, None, "20", "子"),
        ("2", Sex.FEMALE, None, "30", "女"),
        ("2", None, None, None, None),
        ("4", Sex.FEMALE, Sex.FEMALE, "54", "婆婆"),
        ("4", Sex.MALE, Sex.MALE, "55", "岳父"),
        ("4", Sex.MALE, None, "59", "其他父母关系"),
        ("6", Sex.MALE, None, "28", "女婿"),
        ("6", Sex.FEMALE, None, "38", "儿媳"),
        ("9", Sex.MALE, None, None, None),
    ],
)
def test_relations_are_told_apart_by_sex(census, sex, head_sex, national, word):
    mapped = code_maps.national_relation(census, sex, head_sex)
    assert mapped.code == national
    assert word is None or RELATIONS[national] == word
    assert mapped.ambiguous is (census in ("9",) or national in (None, "59"))


@pytest.mark.parametrize("code", codes.EDUCATION)
def test_education_comes_back_as_it_went(code):
    mapped = code_maps.national_education(code)
    for national in filter(None, (mapped.code, *mapped.candidates)):
        assert national in EDUCATION
        back = code_maps.census_education(national)
        assert code == back.code or code in back.candidates


@pytest.mark.parametrize(
    ("national", "census", "candidates"),
    [
        ("11", "9", ()),
        ("14", "8", ()),
        ("10", None, ("8", "9")),
        ("21", "7", ()),
        ("28", None, ("6", "7")),
        ("31", "6", ()),
        ("44", "5", ()),
        ("61", "5", ()),
        ("73", "4", ()),
        ("83", "3", ()),
        ("90", None, ("1", "2")),
        ("", None, ()),
        ("xx", None, ()),
    ],
)
def test_the_registers_education_is_a_level_of_the_census(national, census, candidates):
    assert code_maps.census_education(national) == code_maps.Mapped(census, candidates)


def test_what_is_no_code_has_no_counterpart():
    for unknown in ("", "x", "12"):
        assert code_maps.national_relation(unknown) == code_maps.Mapped(None)
        assert code_maps.national_education(unknown) == code_maps.Mapped(None)
    assert code_maps.census_relation("x") == code_maps.Mapped(None)
