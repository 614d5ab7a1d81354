"""The check of a community: sound as long as nobody touches it, else the first bad row by name."""

from __future__ import annotations

import pytest

from tests.server.exchange.town import Desk, Town
from workbench.server.communities import begin_new_life
from workbench.server.verifying import flaws_of


def flaws(town: Town) -> list[str]:
    with town.database.transaction() as connection:
        return [str(flaw) for flaw in flaws_of(connection, town.community_id)]


@pytest.fixture
def people(east: Desk, west: Desk) -> list[str]:
    people = [east.add("resident", name=f"居民{number}") for number in range(3)]
    east.taken()
    west.add("resident", name="甲")
    west.edit("resident", people[0], 99, phone="1")
    west.taken()
    return people


def test_given_what_was_pushed_when_checked_then_all_of_it_is_sound(town: Town, people: list[str]) -> None:
    assert people
    assert flaws(town) == []


@pytest.mark.parametrize(
    ("damage", "place"),
    [
        ("UPDATE audit SET body = replace(body, '居民1', '居民9') WHERE body LIKE '%居民1%'", "终端"),
        ("DELETE FROM audit WHERE body LIKE '%居民1%'", "终端"),
        ("UPDATE record SET body = '{\"name\":\"别人\"}' WHERE body ->> 'name' = '居民1'", "resident"),
        ("UPDATE record SET seq = seq + 1 WHERE body ->> 'name' = '居民1'", "resident"),
        ("DELETE FROM change_log WHERE seq = 6", "日志"),
    ],
)
def test_case_33_given_a_row_altered_or_gone_when_checked_then_it_is_named(town, people, damage, place):
    assert people
    town.rows(damage)
    assert place in flaws(town)[0]


def test_given_two_restores_when_checked_then_their_leaps_are_no_gaps(
    town: Town, east: Desk, people: list[str]
) -> None:
    assert people
    for _ in range(2):
        with town.database.transaction() as connection:
            begin_new_life(connection, town.community_id)
        assert flaws(town) == []
        east.add("resident", name="乙")
        east.taken()
        assert flaws(town) == []
    town.rows("DELETE FROM change_log WHERE seq = (SELECT max(seq) FROM change_log)")
    assert "末尾缺失" in flaws(town)[0]
