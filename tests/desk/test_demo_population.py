"""The demonstration community is large enough, fits together, and means nobody."""

from collections import Counter
from datetime import date

import pytest

from workbench.desk.demo.build import build_demo, demo_opening
from workbench.desk.demo.cast import PASSWORD, SUPERVISOR
from workbench.desk.demo.population import AREA, BUILDINGS, HOUSEHOLDS, families
from workbench.desk.folder import DataFolder
from workbench.standards.identity import parse_identity_number

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def people():
    return [person for family in families(TODAY) for person in family.members]


def test_there_are_as_many_people_as_in_a_real_community(people):
    made = families(TODAY)
    assert len(made) == HOUSEHOLDS >= 1250
    assert len(people) >= 3200
    assert {family.home.building for family in made} == set(range(1, BUILDINGS + 1))
    assert len({family.home for family in made}) == len(made)


def test_the_same_date_makes_the_same_people():
    assert families(TODAY) == families(TODAY)
    assert families(TODAY, seed=1) != families(TODAY)


def test_numbers_agree_with_birth_and_sex_and_belong_to_nobody(people):
    for person in people:
        parsed = parse_identity_number(person.id_number)
        assert (parsed.birth_date, parsed.sex, parsed.division) == (person.birth_date, person.sex, AREA)
    assert len({person.id_number for person in people}) == len(people)
    assert all(person.phone is None or person.phone.startswith("1990000") for person in people)


def test_every_household_has_one_head_and_families_look_like_families(people):
    for family in families(TODAY):
        relations = Counter(person.relation for person in family.members)
        assert family.members[0].relation == "户主" and relations["户主"] == 1
        for person in family.members:
            if person.relation in ("子", "女"):
                assert person.birth_date > family.members[0].birth_date


def test_the_groups_a_community_works_for_are_all_there(people):
    labels = Counter(label for person in people for label in person.tags)
    assert labels.keys() >= {"独居老人", "高龄老人", "低保", "残疾人", "退役军人", "党员", "志愿者", "新居民"}
    assert 0.1 < sum((TODAY - person.birth_date).days > 65 * 365 for person in people) / len(people) < 0.4


@pytest.mark.parametrize("day", [date(2026, 11, 25), date(2027, 1, 4), date(2027, 2, 28)])
def test_the_story_can_be_told_on_any_day(day, tmp_path):
    folder = DataFolder(tmp_path / "data")
    build_demo(folder, day, households=24, days=20)
    opening = demo_opening(folder)
    assert opening.sign_in(SUPERVISOR.account, PASSWORD).verify().fault is None
    opening.close()
