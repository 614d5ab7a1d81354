"""Consistency edits: a sound household has no finding, and each fault is found, named and explained."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from tests.census.people import a_family, a_household, a_neighbourhood, a_person, number_for
from workbench.census.edits import EDITS, SEVENTH_CENSUS, Severity, check_household
from workbench.census.records import household_from
from workbench.forms.definition import read_form
from workbench.forms.engine.session import FormSession


def found(household):
    return {finding.number for finding in check_household(household, SEVENTH_CENSUS)}


def with_person(position, **changes):
    """The sound family with one member changed."""
    family = a_family()
    changed = replace(family.persons[position - 1], **changes)
    persons = (*family.persons[: position - 1], changed, *family.persons[position:])
    return replace(family, persons=persons)


def born(age, **changes):
    """Changes that make somebody of that age, with a number that agrees."""
    day = date(2020 - age, 5, 17)
    sex = changes.get("sex", "1")
    return {"birth_year": day.year, "id_number": number_for(day, sex, 40 + age % 9), "sex": sex, **changes}


def test_a_sound_household_has_no_finding():
    assert check_household(a_family(), SEVENTH_CENSUS) == ()


def test_every_edit_is_numbered_once_and_explained():
    numbers = [edit.number for edit in EDITS]
    assert len(numbers) == len(set(numbers)) >= 50
    assert all(edit.why.endswith("。") and edit.sentence.endswith("。") for edit in EDITS)
    assert {edit.severity for edit in EDITS} == set(Severity)


PERSON = [
    ("P01", with_person(2, ethnic_group="")),
    ("P02", with_person(2, id_number="330106198005171X11")),
    ("P03", with_person(2, id_number="")),
    ("P04", with_person(2, birth_month=6)),
    ("P05", with_person(2, id_number=number_for(date(1982, 5, 17), "1"))),
    ("P06", with_person(3, birth_year=2020, birth_month=11, id_number="")),
    ("P06", with_person(3, birth_year=2023, id_number="")),
    ("P07", with_person(4, birth_year=1890, id_number="")),
    ("P08", with_person(4, **born(101, sex="2"))),
    ("P09", with_person(3, education="")),
    ("P10", with_person(3, **born(2, sex="2", education="2"))),
    ("P11", with_person(2, literate="")),
    ("P12", with_person(3, literate="1")),
    ("P13", with_person(2, literate="2")),
    ("P14", with_person(3, education="6")),
    ("P15", with_person(3, education="4")),
    ("P16", with_person(2, registration="5", left_since="3")),
    ("P17", with_person(2, left_since="")),
    ("P18", with_person(2, left_reason="0")),
    ("P19", with_person(2, registration="3", left_since="5")),
    ("P20", with_person(2, residence="5", left_since="5", left_reason="0")),
    ("P21", with_person(2, registration="4", left_since="5", left_reason="0")),
    ("P22", with_person(2, residence="3", registration="3", left_since="5", left_reason="0")),
    ("P23", with_person(2, registration="2")),
    ("P23", with_person(2, residence="6")),
    ("P24", with_person(2, left_since="5", left_reason="0")),
    ("P25", with_person(3, registration="3", left_since="9", **born(9, sex="2"))),
    ("P26", with_person(3, registration="3", left_since="5", left_reason="8")),
]
MEMBERS = [
    ("M01", with_person(2, relation="0")),
    ("M01", with_person(1, relation="9")),
    ("M02", a_household(a_person(1, relation="1", sex="2"), a_person(2, relation="0"))),
    ("M03", with_person(3, **born(30, sex="2", relation="1"))),
    ("M04", with_person(2, **born(38, sex="1"))),
    ("M05", with_person(2, **born(14, sex="2"))),
    ("M06", with_person(2, **born(19, sex="2"))),
    ("M07", a_household(a_person(1, 15))),
    ("M08", with_person(3, **born(30, sex="2"))),
    ("M08", with_person(4, **born(45, sex="2"))),
    ("M08", with_person(3, **born(20, sex="2", relation="7"))),
    ("M09", with_person(3, **born(27, sex="2"))),
    ("M10", with_person(4, **born(101, sex="2"))),
    ("M11", with_person(4, **born(45, sex="2", relation="4"))),
    ("M12", with_person(3, **born(70, sex="2", relation="3"))),
    ("M13", with_person(2, id_number=a_family().persons[0].id_number)),
    ("M14", with_person(2, name="张一", birth_year=1980)),
    ("M15", replace(a_family(), kind="2")),
    ("M16", a_household(a_person(1), a_person(2), a_person(3), a_person(4))),
]
HOUSEHOLD = [
    ("H01", a_household()),
    ("H02", replace(a_family(), address=replace(a_family().address, household_no="999"))),
    ("H03", replace(a_family(), kind="")),
    ("H04", replace(a_family(), here=3)),
    ("H05", replace(a_family(), here=3, away=1)),
    ("H06", replace(a_family(), died_male=None)),
    ("H07", replace(a_family(), born_male=1)),
    ("H08", with_person(3, **born(0, sex="2", education=""))),
    ("H09", replace(a_family(), dwelling="")),
    ("H10", replace(a_family(), rooms=None)),
    ("H11", replace(a_family(), dwelling="3")),
    ("H12", replace(a_family(), area_m2=9.0)),
    ("H12", replace(a_family(), area_m2=900.0)),
    ("H13", replace(a_family(), rooms=30)),
]


@pytest.mark.parametrize(("number", "household"), [*PERSON, *MEMBERS, *HOUSEHOLD])
def test_each_fault_is_found(number, household):
    assert number in found(household)


def test_every_edit_is_tried():
    assert {number for number, _ in (*PERSON, *MEMBERS, *HOUSEHOLD)} == {edit.number for edit in EDITS}


def test_a_finding_names_the_people_the_fields_and_the_reason():
    (finding,) = check_household(with_person(2, birth_month=6), SEVENTH_CENSUS)
    assert finding.sentence == "第2人（张二）填的出生年月为1982年6月，而身份号码表明为1982年5月。"
    assert finding.members == (2,)
    assert finding.fields[1] == "/data/person[2]/d5_birth_year"
    assert finding.severity is Severity.HARD
    (several,) = check_household(with_person(2, **born(38, sex="1")), SEVENTH_CENSUS)
    assert (several.number, several.members) == ("M04", (1, 2))
    assert several.sentence == "第1人（张一）、第2人（张二）为夫妻，性别却相同。"


def test_hard_findings_come_first_and_some_may_be_left_out():
    household = replace(a_family(), area_m2=900.0, rooms=12, kind="")
    assert [each.severity for each in check_household(household, SEVENTH_CENSUS)] == [
        Severity.HARD,
        Severity.SOFT,
    ]
    assert check_household(household, SEVENTH_CENSUS, skip=frozenset({"H03", "H12"})) == ()


def test_a_stepchild_is_measured_by_the_older_parent():
    young_head = (a_person(1, 27), a_person(2, 45, relation="1", sex="2"), a_person(3, 20, relation="2"))
    assert "M08" not in found(a_household(*young_head))


def test_a_child_born_and_dead_in_the_period_needs_no_person():
    assert "H07" not in found(replace(a_family(), born_male=1, died_male=1))
    newborn = with_person(3, **born(0, sex="2", education=""))
    assert not {"H07", "H08"} & found(replace(newborn, born_female=1))


def test_a_household_whose_members_all_died_only_tells_the_deaths():
    gone = a_household(
        address=replace(a_family().address, household_no="999"),
        kind="", here=None, away=None, born_male=None, born_female=None,
        died_male=1, dwelling="", area_m2=None, rooms=None,
    )  # fmt: skip
    assert found(gone) == set()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_answers_whatever_break_the_edits(data):
    codes = st.sampled_from(["", "0", "1", "2", "5", "9", "x"])
    people = [
        replace(
            a_person(position),
            relation=data.draw(codes),
            sex=data.draw(codes),
            residence=data.draw(codes),
            registration=data.draw(codes),
            left_since=data.draw(codes),
            left_reason=data.draw(codes),
            education=data.draw(codes),
            literate=data.draw(codes),
            birth_year=data.draw(st.none() | st.integers(0, 9999)),
            birth_month=data.draw(st.none() | st.integers(0, 99)),
            id_number=data.draw(st.text(max_size=18)),
        )
        for position in range(1, data.draw(st.integers(0, 4)) + 1)
    ]
    for finding in check_household(a_household(*people), SEVENTH_CENSUS):
        assert "{" not in finding.sentence
        assert all(1 <= member <= len(people) for member in finding.members)


def test_checking_a_neighbourhood_takes_no_time_to_speak_of():
    households = a_neighbourhood(300)
    assert sum(len(check_household(each, SEVENTH_CENSUS)) for each in households) > 0


def test_a_form_filled_without_complaint_is_sound_to_the_edits_too():
    """The shipped form and the edits are two tellings of the same rules."""
    session = FormSession(read_form(Path(resources.__file__).parent / "forms" / "census_short.xlsx"))
    number = number_for(date(1980, 5, 17), "1")
    for path, value in (
        ("address/household_no", "031"), ("household/h1_kind", "1"), ("household/h2_here", "1"),
        ("household/h2_away", "0"), ("household/h5_dwelling", "1"), ("household/h6_area_m2", "60"),
        ("household/h7_rooms", "2"), ("person[1]/d1_name", "张一"), ("person[1]/d3_id_number", number),
        ("person[1]/d6_ethnic", "01"), ("person[1]/d7_residence", "1"), ("person[1]/d8_registration", "1"),
        ("person[1]/d11_education", "5"), ("respondent/name", "张一"), ("respondent/read_back", "1"),
        ("respondent/signed", "1"),
    ):  # fmt: skip
        session.answer(session.node(f"/data/{path}"), value)
    assert session.problems() == ()
    household = household_from(session.submission())
    (person,) = household.persons
    assert (person.relation, person.sex, person.birth_year, person.left_since) == ("0", "1", 1980, "1")
    assert check_household(household, SEVENTH_CENSUS) == ()
