"""Whatever part of a key is typed, its owner is found; what is found always fits what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store_fixtures import KEY, SettableClock
from workbench.community.model import Building
from workbench.desk.demo.population import families
from workbench.people.rules import ResidentEntry, tidy_entry
from workbench.people.search import PeopleSearch
from workbench.people.search_matching import SearchRow, match_all
from workbench.people.search_words import words_of
from workbench.people.service import PeopleBulk
from workbench.people.service.homes import DwellingPlace
from workbench.store import Actor, Store

_EVERYBODY = 2_000
_FOREIGN = ("阿卜杜拉·买买提", "John Smith", "𠮷田和𣘺", "欧阳娜娜", "王")


@dataclass(repr=False, frozen=True)
class Crowd:
    """A store full of people, and their rows."""

    store: Store
    rows: list[SearchRow]


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory, empty_store_file: Path) -> Iterator[Crowd]:
    path = tmp_path_factory.mktemp("crowd") / "workbench.db"
    path.write_bytes(empty_store_file.read_bytes())
    clock = SettableClock()
    store = Store.open(path, KEY, clock=clock)
    with store.write(Actor("staff", "community")) as work:
        bulk = PeopleBulk(work)
        for family in families(work.today)[:200]:
            building = f"b{family.home.building}"
            if work.session.get(Building, building) is None:
                work.add(Building(id=building, number=str(family.home.building), name="桂花苑"))
                work.session.flush()
            place = DwellingPlace(building, str(family.home.unit), family.home.room)
            bulk.household(
                place, [tidy_entry(ResidentEntry(p.name, p.id_number, phone=p.phone)) for p in family.members]
            )
        other = "057188001234"
        bulk.household(None, [tidy_entry(ResidentEntry(name, other_phone=other)) for name in _FOREIGN])
        bulk.store()
    with store.read() as session:
        rows = [SearchRow(*row) for row in session.connection().exec_driver_sql(_ALL)]
    yield Crowd(store, rows)
    store.close()


_ALL = f"SELECT {', '.join(SearchRow._fields)} FROM resident_search"


def _keys(row: SearchRow) -> list[str]:
    """Give what may be typed for a resident; a character without a reading cannot be typed in pinyin."""
    keys = (row.pinyin, row.initials, row.id_number, row.phone, row.other_phone)
    return [row.name.replace(" ", ""), *(key for key in keys if key and key.isascii())]


def _find(store: Store, text: str) -> list[SearchRow]:
    with store.read() as session:
        return PeopleSearch(session, _EVERYBODY).find(text)


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(min_value=0))
def test_every_part_of_three_finds_its_owner(crowd: Crowd, seed: int) -> None:
    store, rows = crowd.store, crowd.rows
    dice = Random(seed)
    row = dice.choice(rows)
    key = dice.choice([key for key in _keys(row) if len(key) > 2])
    start = dice.randrange(len(key) - 2)
    part = key[start : dice.randint(start + 3, len(key))]

    assert row.number in {hit.number for hit in _find(store, part)}


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(min_value=0))
def test_every_beginning_finds_its_owner(crowd: Crowd, seed: int) -> None:
    store, rows = crowd.store, crowd.rows
    dice = Random(seed)
    row = dice.choice(rows)
    key = dice.choice(_keys(row))

    assert row.number in {hit.number for hit in _find(store, key[: dice.randint(1, len(key))])}


@settings(max_examples=100, deadline=None)
@given(seed=st.integers(min_value=0))
def test_a_name_and_an_address_find_their_owner(crowd: Crowd, seed: int) -> None:
    store, rows = crowd.store, crowd.rows
    dice = Random(seed)
    row = dice.choice([row for row in rows if row.building])
    words = [row.pinyin[: dice.randint(1, 9)], f"{row.building}-{row.unit}-{row.room}"[: dice.randint(5, 9)]]
    dice.shuffle(words)

    assert row.number in {hit.number for hit in _find(store, " ".join(words))}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=12) | st.text("张王伟芳zhangwe0123589幢单元室-x ", max_size=8))
def test_whatever_is_typed_what_is_found_fits_it(crowd: Crowd, text: str) -> None:
    words = words_of(text)

    for row in _find(crowd.store, text):
        joined = words_of("".join(word.text for word in words).lower())
        assert match_all(words, row) is not None or match_all(joined, row) is not None


def test_the_index_finds_what_a_look_at_every_row_finds(crowd: Crowd) -> None:
    store, rows = crowd.store, crowd.rows
    for text in ("zhang", "伟", "1965", "3-1", "li 5幢", "wang 16", "0100", "娜娜", "smith", "33010", "8800"):
        words = words_of(text)
        expected = {row.number for row in rows if match_all(words, row) is not None}
        found = {row.number for row in _find(store, text)}

        assert found <= expected
        assert found == expected or len(text) < 3 or " " in text
