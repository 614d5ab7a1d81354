"""What an entry must look like before it is kept, and how old somebody is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.people.rules import (
    InvalidEntry,
    LifeStage,
    ResidentEntry,
    age_on,
    check_entry,
    life_stage,
    problems_of,
    same_birth,
    tidy_entry,
)
from workbench.people.vocabulary import HELD_DOCUMENTS, TagKind, held_label, tag_of
from workbench.standards.codes import Sex
from workbench.standards.dates import Precision

TODAY = date(2026, 11, 24)
NUMBER = "330100195803070024"


def test_age_grows_on_the_birthday() -> None:
    born = date(1958, 11, 25)

    assert age_on(born, TODAY) == 67
    assert age_on(born, date(2026, 11, 25)) == 68
    assert age_on(None, TODAY) is None


def test_who_is_born_on_29_february_ages_on_1_march_in_other_years() -> None:
    born = date(2004, 2, 29)

    assert age_on(born, date(2026, 2, 28)) == 21
    assert age_on(born, date(2026, 3, 1)) == 22


@given(st.dates(min_value=date(1900, 1, 1), max_value=TODAY))
def test_nobody_gets_younger(born: date) -> None:
    ages = [age_on(born, date(year, 6, 1)) or 0 for year in range(born.year + 1, 2030)]

    assert ages == sorted(ages)


@pytest.mark.parametrize(
    ("age", "stage"),
    [(0, LifeStage.PRESCHOOL), (6, LifeStage.CHILD), (14, LifeStage.ADOLESCENT), (18, LifeStage.ADULT)]
    + [(59, LifeStage.ADULT), (60, LifeStage.ELDER), (80, LifeStage.ADVANCED), (None, None), (-1, None)],
)
def test_stages_of_life(age: int | None, stage: LifeStage | None) -> None:
    assert life_stage(age) == stage


def test_the_identity_number_fills_in_birth_date_and_sex() -> None:
    entry = check_entry(ResidentEntry(" 张 伟国 ", "３３０１００195803070024"), TODAY)

    assert (entry.name, entry.id_number) == ("张伟国", NUMBER)
    assert (entry.birth_date, entry.sex) == (date(1958, 3, 7), Sex.FEMALE)


def test_a_foreign_name_keeps_its_single_spaces() -> None:
    assert tidy_entry(ResidentEntry("  John   Smith ")).name == "John Smith"


def test_a_month_that_the_number_confirms_becomes_a_day() -> None:
    entry = ResidentEntry("张", NUMBER, birth_date=date(1958, 3, 1), birth_precision=Precision.MONTH)

    assert tidy_entry(entry).birth_date == date(1958, 3, 7)


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (ResidentEntry(""), "name"),
        (ResidentEntry("张" * 65), "name"),
        (ResidentEntry("张", "330100195803070023"), "id_number"),
        (ResidentEntry("张", "33010019580307"), "id_number"),
        (ResidentEntry("张", NUMBER, birth_date=date(1958, 3, 8)), "birth_date"),
        (ResidentEntry("张", NUMBER, sex=Sex.MALE), "sex"),
        (ResidentEntry("张", birth_date=date(2026, 11, 25)), "birth_date"),
    ],
)
def test_what_cannot_be_kept_is_named(entry: ResidentEntry, field: str) -> None:
    with pytest.raises(InvalidEntry) as caught:
        check_entry(entry, TODAY)

    assert [problem.field for problem in caught.value.problems] == [field]


@pytest.mark.parametrize(
    "entry",
    [
        ResidentEntry("张", "H12345678"),
        ResidentEntry("张", NUMBER, phone="12"),
        ResidentEntry("张3", NUMBER),
        ResidentEntry("张", birth_date=date(1900, 1, 1)),
        ResidentEntry("张"),
    ],
)
def test_what_is_only_odd_does_not_block(entry: ResidentEntry) -> None:
    check_entry(entry, TODAY)


def test_a_missing_number_and_an_odd_telephone_are_pointed_out() -> None:
    problems = problems_of(tidy_entry(ResidentEntry("张", phone="12")), TODAY)

    assert [problem.field for problem in problems] == ["id_number", "phone"]


def test_birth_dates_agree_as_far_as_both_are_known() -> None:
    day, other = date(1958, 3, 7), date(1958, 3, 1)

    assert not same_birth(day, Precision.DAY, other, Precision.DAY)
    assert same_birth(day, Precision.DAY, other, Precision.MONTH)
    assert same_birth(date(1958, 1, 1), Precision.YEAR, day, Precision.DAY)


def test_every_tag_has_its_word_and_finds_itself_by_it() -> None:
    assert all(tag_of(kind.label) is kind for kind in TagKind)
    assert tag_of("低保户") is TagKind.SUBSISTENCE
    assert tag_of("会员") is None
    assert {kind for kind in TagKind if kind.entry.sensitive} >= {TagKind.CORRECTION, TagKind.RESETTLED}


def test_a_document_of_another_desk_is_shown_by_its_code() -> None:
    assert held_label("id_card") == HELD_DOCUMENTS["id_card"] == "居民身份证"
    assert held_label("other_paper") == "other_paper"
