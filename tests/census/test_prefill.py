"""What may be put into a form beforehand, and what the register may take over afterwards."""

from dataclasses import replace
from datetime import date

import pytest

from tests.census.people import a_family, a_person
from workbench.census.kinds import RoundKind
from workbench.census.prefill import PERMITTED, PERMITTED_FIELDS, prefill
from workbench.census.proposals import ProposalKind, UpdateNotPermitted, proposals
from workbench.census.register import RegisterHousehold, RegisterPerson
from workbench.people.vocabulary import HouseholdKind, Registration
from workbench.standards.codes import Sex
from workbench.standards.dates import Precision


def registered(person, resident_id, relation, **changes):
    born = date(person.birth_year, person.birth_month, 17)
    known = RegisterPerson(
        resident_id, person.name, person.id_number, Sex(person.sex),
        born, Precision.DAY, "01", "71", relation, Registration.LOCAL,
    )  # fmt: skip
    return replace(known, **changes)


def the_register():
    head, wife, daughter, mother = a_family().persons
    return RegisterHousehold(
        "h",
        HouseholdKind.FAMILY,
        (
            registered(head, "r1", "02"),
            registered(wife, "r2", "12"),
            registered(daughter, "r3", "31", education="81"),
            registered(mother, "r4", "52"),
        ),
    )


def changes(found, register=None):
    made = proposals(register or the_register(), found, RoundKind.SURVEY, update_register=True)
    return {(each.kind, each.name, each.field): (each.before_label, each.after_label) for each in made}


def with_person(position, **changed):
    family = a_family()
    persons = list(family.persons)
    persons[position - 1] = replace(persons[position - 1], **changed)
    return replace(family, persons=tuple(persons))


def test_a_household_is_put_into_the_form_head_first():
    values = prefill(the_register())
    assert values["/data/household/h1_kind"] == "1"
    assert values["/data/person[1]/d1_name"] == "张一"
    assert [values[f"/data/person[{place}]/d2_relation"] for place in (1, 2, 3, 4)] == ["0", "1", "2", "3"]
    assert values["/data/person[2]/d5_birth_year"] == "1982"
    assert values["/data/person[2]/d5_birth_month"] == "5"


def test_only_what_the_law_permits_is_put_in():
    values = prefill(the_register())
    fields = {
        path.replace("[1]", "").replace("[2]", "").replace("[3]", "").replace("[4]", "") for path in values
    }
    assert fields == PERMITTED_FIELDS
    assert all(each.ground for each in PERMITTED)
    assert not [path for path in values if "d7" in path or "d11" in path]
    few = prefill(the_register(), allowed=frozenset({"/data/person/d1_name", "/data/person/d11_education"}))
    assert set(few) == {f"/data/person[{place}]/d1_name" for place in (1, 2, 3, 4)}


def test_what_the_register_does_not_know_is_left_to_be_asked():
    nobody = RegisterPerson(
        "r", "", relation_to_head="45", birth_date=date(1950, 1, 1), birth_precision=Precision.YEAR
    )
    second_head = RegisterPerson("s", "王芳", relation_to_head="02")
    values = prefill(RegisterHousehold("h", HouseholdKind.COLLECTIVE, (nobody, second_head)))
    assert values == {
        "/data/household/h1_kind": "2",
        "/data/person[1]/d5_birth_year": "1950",
        "/data/person[2]/d1_name": "王芳",
    }


def test_a_household_that_is_as_the_register_says_gives_no_proposal():
    assert changes(a_family()) == {}


@pytest.mark.parametrize(
    ("position", "changed", "name", "field", "said"),
    [
        (1, {"name": "张壹"}, "张一", "name", ("张一", "张壹")),
        (1, {"ethnic_group": "11"}, "张一", "ethnic_group", ("汉族", "满族")),
        (1, {"education": "6"}, "张一", "education", ("初中毕业", "大学专科教育")),
        (3, {"relation": "6"}, "张三", "relation_to_head", ("独生女", "儿媳")),
        (4, {"relation": "4"}, "张四", "relation_to_head", ("母亲", "岳母")),
        (2, {"birth_month": 7}, "张二", "birth_date", ("1982-05", "1982-07")),
        (2, {"registration": "4", "registration_place": "四川省", "left_since": "6", "left_reason": "0"},
         "张二", "registration", ("户籍人口", "流动人口")),
        (2, {"registration": "2", "left_since": "6", "left_reason": "3"}, "张二", "registration",
         ("户籍人口", "人户分离")),
    ],
)  # fmt: skip
def test_each_difference_is_proposed_by_itself(position, changed, name, field, said):
    assert changes(with_person(position, **changed)) == {(ProposalKind.CHANGE, name, field): said}


def test_a_relation_or_level_that_only_says_less_is_no_difference():
    exact = replace(the_register().persons[2], relation_to_head="39", education="83")
    register = replace(
        the_register(), persons=(*the_register().persons[:2], exact, the_register().persons[3])
    )
    assert changes(a_family(), register) == {}


def test_people_only_in_one_of_both_are_proposed_too():
    family = a_family()
    lodger = a_person(4, 30, name="赵六")
    found = replace(family, persons=(*family.persons[:3], lodger))
    assert changes(found) == {
        (ProposalKind.ADD, "赵六", ""): ("", "赵六"),
        (ProposalKind.GONE, "张四", ""): ("张四", ""),
    }


def test_every_proposal_says_why():
    found = with_person(1, name="张壹", ethnic_group="11")
    made = proposals(the_register(), found, RoundKind.SURVEY, update_register=True)
    assert all("身份号码一致" in each.why for each in made)
    assert [each.resident_id for each in made] == ["r1", "r1"]


@pytest.mark.parametrize("kind", [RoundKind.CENSUS, RoundKind.POLL])
def test_a_census_never_touches_the_register(kind):
    with pytest.raises(UpdateNotPermitted, match="依法不得"):
        proposals(the_register(), a_family(), kind, update_register=True)


def test_a_survey_touches_it_only_when_opened_for_it():
    with pytest.raises(UpdateNotPermitted, match="依据"):
        proposals(the_register(), a_family(), RoundKind.SURVEY, update_register=False)
