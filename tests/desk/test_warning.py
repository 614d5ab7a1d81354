"""People are told before a desk locks for want of contact, in the bar they see all day, and once it has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.store_fixtures import SettableClock
from workbench.desk.desk import Desk
from workbench.desk.sync_views import Ending
from workbench.sync import facts


@pytest.fixture
def enrolled(desk: Desk, desk_clock: SettableClock) -> Iterator[Desk]:
    """A desk that has just heard from its server; nothing runs by itself."""
    with desk.store.receive("") as unit:
        unit.set_fact(facts.SERVER_URL, "https://sync.example")
        unit.set_fact(facts.LAST_CONTACT, desk_clock().isoformat())
    yield desk


def test_in_the_first_days_nothing_is_said(enrolled: Desk, desk_clock: SettableClock) -> None:
    desk_clock.advance(hours=57)
    state = enrolled.sync.state()
    assert state.locks_at is None and state.ending is None and "锁定" not in state.problem


def test_from_four_fifths_on_the_bar_says_when_it_locks(enrolled: Desk, desk_clock: SettableClock) -> None:
    begun = desk_clock.now
    desk_clock.advance(hours=58)
    state = enrolled.sync.state()
    assert state.locks_at == begun + timedelta(hours=72)
    assert "14 小时" in state.problem and "恢复口令" in state.problem


def test_when_it_is_over_the_work_ends_also_with_sync_paused(
    enrolled: Desk, desk_clock: SettableClock
) -> None:
    enrolled.sync.pause()
    desk_clock.advance(hours=72)
    assert enrolled.sync.state().ending is Ending.OFFLINE_TOO_LONG
    assert enrolled.sync.state().ending is Ending.OFFLINE_TOO_LONG


def test_contact_takes_the_warning_away(enrolled: Desk, desk_clock: SettableClock) -> None:
    desk_clock.advance(hours=70)
    assert enrolled.sync.state().locks_at is not None
    with enrolled.store.receive("") as unit:
        unit.set_fact(facts.LAST_CONTACT, desk_clock().isoformat())
    assert enrolled.sync.state().locks_at is None


def test_a_desk_without_a_server_is_never_warned(desk: Desk, desk_clock: SettableClock) -> None:
    desk_clock.advance(days=400)
    state = desk.sync.state()
    assert state.locks_at is None and state.ending is None
