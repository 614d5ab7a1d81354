"""Who is likely one person, by rule and in the register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.people.conftest import SignedIn, Town
from workbench.people.duplicates import DuplicateKind, Likeness, judge
from workbench.people.queries import PeopleQueries
from workbench.standards.dates import Precision

BORN = date(1958, 3, 7)
NUMBER = "330100195803070024"
ZHANG = Likeness("张伟国", NUMBER, BORN, phones=frozenset({"19900003746"}))
UNNUMBERED = replace(ZHANG, id_number=None)


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (Likeness("张卫国", NUMBER), DuplicateKind.SAME_NUMBER),
        (UNNUMBERED, DuplicateKind.SAME_NAME_AND_BIRTH),
        (replace(UNNUMBERED, birth_date=date(1958, 1, 1)), DuplicateKind.SAME_NAME_AND_PHONE),
        (replace(UNNUMBERED, phones=frozenset()), DuplicateKind.SAME_NAME_AND_BIRTH),
        (replace(UNNUMBERED, birth_date=None, phones=frozenset()), None),
        (replace(ZHANG, id_number="330100195803070016"), None),
        (replace(UNNUMBERED, name="李四"), None),
    ],
)
def test_what_makes_a_duplicate(other: Likeness, kind: DuplicateKind | None) -> None:
    assert judge(ZHANG, other) == judge(other, ZHANG) == kind


def test_a_birth_year_alone_agrees_with_a_full_date() -> None:
    vague = Likeness("张伟国", None, date(1958, 1, 1), Precision.YEAR)

    assert judge(ZHANG, vague) is DuplicateKind.SAME_NAME_AND_BIRTH


_LIKENESSES = st.builds(
    Likeness,
    st.sampled_from(["张伟国", "李四", ""]),
    st.sampled_from([None, NUMBER, "330100195803070016", "H1234567"]),
    st.sampled_from([None, BORN, date(1958, 1, 1)]),
    st.sampled_from(Precision),
    st.frozensets(st.sampled_from(["1", "2"])),
)


@given(_LIKENESSES, _LIKENESSES)
def test_likeness_is_mutual(one: Likeness, other: Likeness) -> None:
    assert judge(one, other) == judge(other, one)


def test_duplicates_are_found_on_entry_the_surest_first(town: Town) -> None:
    same_number = town.person("张卫国", id_number=NUMBER)
    same_birth = town.person("张伟国", birth_date=BORN)
    same_phone = town.person("张伟国", other_phone="19900003746")
    town.person("张伟国", birth_date=date(1990, 1, 1))

    hits = town.queries.duplicates_of(ZHANG)

    assert [(hit.person.id, hit.certain) for hit in hits] == [
        (same_number, True),
        (same_birth, False),
        (same_phone, False),
    ]


def test_whoever_left_counts_and_the_entry_itself_does_not(town: Town) -> None:
    left = town.person("张伟国", id_number=NUMBER)
    town.service.move_out(left)

    assert [hit.person.gone for hit in town.queries.duplicates_of(ZHANG)] == [True]
    assert town.queries.duplicates_of(ZHANG, besides=left) == []


def test_every_role_is_told_of_duplicates(town: Town, clock: object, actor: object) -> None:
    town.person("张伟国", id_number=NUMBER)
    nobody = SignedIn(actor, frozenset())  # type: ignore[arg-type]

    assert PeopleQueries(town.store, nobody).duplicates_of(ZHANG)
