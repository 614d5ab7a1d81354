"""Invented households and whole invented neighbourhoods for the tests of the census figures."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from random import Random
from typing import Any
from xml.sax.saxutils import escape

from workbench.census.records import CensusAddress, CensusHousehold, CensusPerson
from workbench.standards.identity import check_digit

_PERSON_FIELDS = {
    "name": "d1_name",
    "relation": "d2_relation",
    "id_number": "d3_id_number",
    "sex": "d4_sex",
    "birth_year": "d5_birth_year",
    "birth_month": "d5_birth_month",
    "ethnic_group": "d6_ethnic",
    "residence": "d7_residence",
    "residence_place": "d7_residence_place",
    "registration": "d8_registration",
    "registration_place": "d8_registration_place",
    "left_since": "d9_left_since",
    "left_reason": "d10_left_reason",
    "education": "d11_education",
    "literate": "d12_literate",
}
_HOUSEHOLD_FIELDS = {
    "kind": "h1_kind",
    "here": "h2_here",
    "away": "h2_away",
    "born_male": "h3_born_male",
    "born_female": "h3_born_female",
    "died_male": "h4_died_male",
    "died_female": "h4_died_female",
    "dwelling": "h5_dwelling",
    "area_m2": "h6_area_m2",
    "rooms": "h7_rooms",
}


def number_for(born: date, sex: str, serial: int = 12) -> str:
    body = f"330106{born:%Y%m%d}{serial:02d}{1 if sex == '1' else 2}"
    return body + check_digit(body)


def a_person(position: int = 1, age: int = 40, **changes: Any) -> CensusPerson:
    """A person born in May, who lives and is registered here, with all that the age asks for."""
    sex = changes.get("sex", "1")
    born = date(changes.get("birth_year", 2020 - age), changes.get("birth_month", 5), 17)
    known: dict[str, Any] = {
        "name": f"张{'零一二三四五六七八九'[position % 10]}",
        "relation": "0" if position == 1 else "9",
        "id_number": number_for(born, sex, position + 10),
        "sex": sex,
        "birth_year": born.year,
        "birth_month": born.month,
        "ethnic_group": "01",
        "residence": "1",
        "registration": "1",
        "left_since": "1",
        "education": "4" if age >= 14 else "3" if age >= 6 else "2" if age >= 3 else "",
        "literate": "1" if age >= 15 else "",
    }
    return CensusPerson(position, **(known | changes))


def a_household(*persons: CensusPerson, **changes: Any) -> CensusHousehold:
    here = sum(person.residence == "1" for person in persons)
    known: dict[str, Any] = {
        "address": CensusAddress("浙江省", "杭州市", "西湖区", "云栖街道", "012", "03", "007", "2", "031"),
        "kind": "1",
        "here": here,
        "away": len(persons) - here,
        "born_male": 0,
        "born_female": 0,
        "died_male": 0,
        "died_female": 0,
        "dwelling": "1",
        "area_m2": 90.0,
        "rooms": 3,
        "persons": persons,
        "respondent_name": "张一",
        "respondent_phone": "13812345678",
    }
    return CensusHousehold(**(known | changes))


def a_family() -> CensusHousehold:
    """A couple of 40 and 38 with a daughter of 10 and his mother of 68, in whom nothing is amiss."""
    return a_household(
        a_person(1, 40),
        a_person(2, 38, relation="1", sex="2"),
        a_person(3, 10, relation="2", sex="2"),
        a_person(4, 68, relation="3", sex="2"),
    )


def submission_of(household: CensusHousehold) -> bytes:
    """The household as the form sends it."""
    address = "".join(
        _element(field.name, getattr(household.address, field.name)) for field in fields(household.address)
    )
    about = "".join(_element(name, getattr(household, field)) for field, name in _HOUSEHOLD_FIELDS.items())
    persons = "".join(
        "<person>"
        + "".join(_element(name, getattr(person, field)) for field, name in _PERSON_FIELDS.items())
        + "</person>"
        for person in household.persons
    )
    told = _element("name", household.respondent_name) + _element("phone", household.respondent_phone)
    return (
        '<data xmlns:orx="http://openrosa.org/xforms" id="census_short" version="2026112401">'
        f"<start>2020-11-02T09:00:00.000+08:00</start><address>{address}</address>"
        f"<household>{about}</household>{persons}<respondent>{told}<read_back>1</read_back></respondent>"
        "<orx:meta><orx:instanceID>uuid:0</orx:instanceID></orx:meta></data>"
    ).encode()


def _element(name: str, value: object) -> str:
    if value in ("", None):
        return ""
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return f"<{name}>{escape(text)}</{name}>"


def a_neighbourhood(count: int, seed: int = 7) -> list[CensusHousehold]:
    """Invented households of one to six people, with the odd ones a real place has."""
    random = Random(seed)
    return [_invented(number, random) for number in range(1, count + 1)]


def _invented(number: int, random: Random) -> CensusHousehold:
    size = random.choice((1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 6))
    head_age = random.randint(22, 88)
    away = random.random() < 0.12
    ages = [head_age, max(20, head_age - random.randint(-3, 6))]
    ages += [random.randint(0, max(1, head_age - 22)) for _ in range(size)]
    relations = ("0", "1", "2", "2", "7", "9")
    persons = []
    for position in range(1, size + 1):
        age = ages[position - 1]
        stranger = random.random() < 0.25
        person = a_person(
            position,
            age,
            name=random.choice("王李张刘陈杨黄赵吴周") + random.choice("伟芳娜敏静丽强磊军洋") + str(number),
            relation=relations[position - 1],
            sex=random.choice("12"),
            ethnic_group=random.choices(("01", "11", "03", "08"), (95, 2, 2, 1))[0],
            registration="4" if stranger else "1",
            registration_place="安徽省合肥市肥西县" if stranger else "",
            left_since=random.choice("23456789"[: max(1, min(8, age))]) if stranger else "1",
            left_reason=random.choice("0123") if stranger else "",
            birth_month=random.randint(1, 10),
        )
        if age >= 20:
            person = replace(person, education=random.choice("3445567"))
        persons.append(person)
    if away and size > 1 and persons[-1].registration == "1":
        persons[-1] = replace(
            persons[-1], residence="5", residence_place="上海市闵行区", left_since="5", left_reason="1"
        )
    return a_household(
        *persons,
        address=CensusAddress(
            "浙江省",
            "杭州市",
            "西湖区",
            "云栖街道",
            "012",
            f"{number % 7:02d}",
            f"{number % 31:03d}",
            "1",
            f"{number:03d}",
        ),
        dwelling="1" if random.random() < 0.96 else "3",
        area_m2=float(random.randint(30, 160)),
        rooms=random.randint(1, 5),
    )
