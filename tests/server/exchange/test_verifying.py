"""The check of a community: sound as long as nobody touches it, else the first bad row by name."""

from __future__ import annotations

import pytest

from tests.server.exchange.town import Desk, Town
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
