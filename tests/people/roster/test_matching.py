"""Whom of the register a row means."""

from __future__ import annotations

from datetime import date
from typing import Any

from workbench.people.roster.addresses import Place
from workbench.people.roster.matching import KnownResident, ResidentIndex, Verdict
from workbench.people.roster.outcome import RosterPerson
from workbench.people.roster.reasons import Reason
from workbench.people.vocabulary import Registration, ResidentStatus
from workbench.standards.codes import Sex
from workbench.standards.dates import Precision

NUMBER, OTHER = "330106194907155512", "330106194907155520"


def known(**changed: Any) -> KnownResident:
    plain = KnownResident(
        "r1", "王小明", NUMBER, Sex.MALE, date(1949, 7, 15), Precision.DAY, "13800000001", None, "01", None,
        "02", Registration.LOCAL, ResidentStatus.LIVING, "", "h1", "阳光苑", "3", "2", "501", frozenset(),
    )  # fmt: skip
    return plain._replace(**changed)


def person(**changed: Any) -> RosterPerson:
    plain = RosterPerson(
        "王小明", NUMBER, Sex.MALE, date(1949, 7, 15), Precision.DAY, "13800000001", None,
        Place("阳光苑", "3", "2", "501"), "户主", "王小明", 1, None, "01", None, None,
        ResidentStatus.LIVING, (), "",
    )  # fmt: skip
    return plain._replace(**changed)


def test_nobody_like_that_is_new() -> None:
    assert ResidentIndex([known()]).match(person(name="李四", id_number=OTHER)).verdict is Verdict.NEW


def test_the_same_number_and_nothing_new_is_unchanged() -> None:
    assert ResidentIndex([known()]).match(person()).verdict is Verdict.UNCHANGED


def test_an_estate_left_unsaid_is_no_move() -> None:
    place = Place(None, "3", "2", "501")
    assert ResidentIndex([known()]).match(person(place=place)).verdict is Verdict.UNCHANGED
    assert ResidentIndex([known(estate="", building="阳光苑3")]).match(person()).verdict is Verdict.UNCHANGED


def test_the_same_number_under_another_name_is_doubtful() -> None:
    match = ResidentIndex([known()]).match(person(name="王晓明"))
    assert (match.verdict, match.doubt) == (Verdict.DOUBTFUL, Reason.NUMBER_OF_ANOTHER)


def test_name_and_birth_date_at_the_same_home_bring_the_missing_number() -> None:
    match = ResidentIndex([known(id_number=None)]).match(person())
    assert (match.verdict, [change.field for change in match.changes]) == (Verdict.UPDATED, ["id_number"])


def test_name_and_birth_date_alone_are_for_a_person_to_judge() -> None:
    elsewhere = person(id_number=None, phone=None, place=Place(None, "9", "1", "101"))
    match = ResidentIndex([known()]).match(elsewhere)
    assert (match.verdict, match.doubt) == (Verdict.DOUBTFUL, Reason.MAYBE_REGISTERED)


def test_namesakes_with_numbers_of_their_own_are_two_people() -> None:
    assert ResidentIndex([known()]).match(person(id_number=OTHER)).verdict is Verdict.NEW


def test_a_name_and_a_telephone_are_not_enough() -> None:
    unsure = person(id_number=None, birth_date=date(1950, 1, 1))
    assert ResidentIndex([known()]).match(unsure).doubt is Reason.MAYBE_REGISTERED


def test_a_roster_never_overwrites_number_sex_or_birth() -> None:
    match = ResidentIndex([known()]).match(person(sex=Sex.FEMALE, birth_date=date(1950, 1, 1)))
    assert match.verdict is Verdict.UNCHANGED
