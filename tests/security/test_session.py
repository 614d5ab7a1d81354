"""When the desk locks itself, and what a session knows of its person."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.store_fixtures import MONDAY_MORNING
from workbench.security.model import StaffAccount
from workbench.security.roles import Role
from workbench.security.session import AUTO_LOCK, LONGEST_SESSION, lock_is_due, session_of


def account(**changes: object) -> StaffAccount:
    values = {"roles": ["worker"], "posts": ["civil-affairs"], "must_change_password": False, **changes}
    return StaffAccount(id="s", community_id="c", name="zhang", display_name="张敏", **values)


SESSION = session_of(account(), MONDAY_MORNING)


@pytest.mark.parametrize(
    ("idle", "locks"),
    [
        (timedelta(0), False),
        (AUTO_LOCK - timedelta(seconds=1), False),
        (AUTO_LOCK, True),
        (timedelta(hours=1), True),
        (timedelta(seconds=-1), True),
    ],
)
def test_the_desk_locks_after_five_idle_minutes_or_a_clock_set_back(idle: timedelta, locks: bool) -> None:
    touched = MONDAY_MORNING + timedelta(hours=1)
    assert lock_is_due(SESSION, touched, touched + idle) is locks
    assert timedelta(minutes=5) == AUTO_LOCK


def test_even_a_busy_desk_asks_again_after_twelve_hours() -> None:
    late = MONDAY_MORNING + LONGEST_SESSION
    assert not lock_is_due(SESSION, late - timedelta(seconds=1), late - timedelta(seconds=1))
    assert lock_is_due(SESSION, late, late)


def test_a_role_this_version_does_not_know_gives_no_rights() -> None:
    session = session_of(account(roles=["worker", "archivist"]), MONDAY_MORNING)
    assert session.roles == frozenset({Role.WORKER})


def test_the_journal_knows_the_person_by_id_and_community() -> None:
    assert (SESSION.actor.staff_id, SESSION.actor.community_id) == ("s", "c")
