"""Numbers on paper: desks that never heard of each other never give the same one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import delete

from tests.intake.conftest import Counter
from tests.intake.test_counter import ALL
from workbench.intake.kinds import SlipKind, TicketKind
from workbench.intake.rules.numbers import (
    Place,
    desk_code,
    matter_number,
    slip_number,
    ticket_number,
    typed_number,
)
from workbench.store import Actor, Store
from workbench.store.local import Counter as CounterRow

DAY = date(2026, 11, 24)
PLACE = Place("SL", "示例社")

desks = st.integers(1, 1035)
"""As many desks as there are signs for; a community has a handful."""
serials = st.integers(1, 200_000)
given_by = st.tuples(desks, serials)


@given(given_by, given_by)
@example((10, 10_001), (101, 1))
def test_no_two_desks_give_a_matter_the_same_number(one: tuple[int, int], other: tuple[int, int]) -> None:
    numbers = {matter_number(replace(PLACE, desk=desk), DAY, serial) for desk, serial in (one, other)}
    assert len(numbers) == len({one, other})


@given(given_by, given_by)
@example((10, 100_001), (101, 1))
def test_no_two_desks_give_a_paper_the_same_number(one: tuple[int, int], other: tuple[int, int]) -> None:
    numbers = {
        slip_number(replace(PLACE, desk=desk), SlipKind.RECEIPT, 2026, serial)
        for desk, serial in (one, other)
    }
    assert len(numbers) == len({one, other})


@given(given_by, given_by)
@example((1, 2001), (2, 1))
def test_no_two_desks_give_two_people_the_same_ticket(one: tuple[int, int], other: tuple[int, int]) -> None:
    numbers = {ticket_number(TicketKind.GENERAL, serial, desk) for desk, serial in (one, other)}
    assert len(numbers) == len({one, other})


def test_papers_of_different_kinds_never_share_a_number() -> None:
    numbers = {slip_number(PLACE, kind, 2026, 1) for kind in SlipKind}
    assert len(numbers) == len(SlipKind)


def test_queues_are_told_apart_by_their_letter() -> None:
    assert len({ticket_number(kind, 1, 2) for kind in TicketKind}) == len(TicketKind)


@pytest.mark.parametrize(
    ("desk", "serial", "number"),
    [(1, 1, "A001"), (1, 999, "A999"), (2, 1, "A2001"), (12, 34, "A12034"), (1, 1000, "A1-1000")],
)
def test_a_ticket_is_as_short_as_people_read_it_out(desk: int, serial: int, number: str) -> None:
    assert ticket_number(TicketKind.GENERAL, serial, desk) == number


@pytest.mark.parametrize(("desk", "code"), [(1, "01"), (99, "99"), (100, "A0"), (135, "AZ"), (1035, "ZZ")])
def test_a_desk_has_two_signs(desk: int, code: str) -> None:
    assert desk_code(desk) == code


def test_more_desks_than_signs_are_refused_rather_than_confused() -> None:
    with pytest.raises(ValueError, match="no sign"):
        desk_code(1036)


def test_a_desk_restored_from_a_backup_passes_over_what_it_gave_out_since(
    worker: Counter, store: Store
) -> None:
    """Its counters are yesterday's, but what it did today has come back from the server."""
    before = worker.open(ticks=ALL)
    ticket = worker.service.take_ticket()
    with store.write(Actor("restored", "community-0001")) as work:
        work.session.execute(delete(CounterRow))
    after = worker.open(ticks=ALL)
    assert [matter.number[-4:] for matter in (before, after)] == ["0001", "0002"]
    assert before.slips[0].number != after.slips[0].number
    assert worker.service.take_ticket().number != ticket.number


@given(given_by)
def test_a_number_is_found_as_it_is_typed(by: tuple[int, int]) -> None:
    number = matter_number(replace(PLACE, desk=by[0]), DAY, by[1])
    assert typed_number(f" {number.lower()} ") == number
