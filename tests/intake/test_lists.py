"""The lists answer a worker's questions, with masked applicants."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.intake.conftest import APPLICANT, STRANGER, Counter
from tests.intake.samples import CERTIFICATE, promised
from tests.intake.test_counter import ALL, DAUGHTER
from workbench.intake.kinds import Lamp, PauseReason, RatingLevel, Verb
from workbench.intake.queries import IntakeQueries, MatterList
from workbench.store import RecordNotFound


def reads(counter: Counter, clock) -> IntakeQueries:
    return IntakeQueries(counter.store, counter.staff_id, lambda: counter.calendar, clock)


def ids(queries: IntakeQueries, which: MatterList, **words) -> list[str]:
    return [row.id for row in queries.rows(which, **words)]


def test_mine_to_act_on_and_waiting_on_others(worker: Counter, colleague: Counter, clock) -> None:
    mine = worker.open(ticks=ALL).matter_id
    supplementing = worker.open(outcome=Verb.REQUEST_SUPPLEMENT, applicant=STRANGER).matter_id
    inspected = worker.open(ticks=ALL).matter_id
    worker.service.begin_inspection(inspected, PauseReason.INSPECTION)
    offered = worker.open(ticks=ALL).matter_id
    worker.service.hand_over(offered, to_staff="staff-0002")
    theirs = colleague.open(ticks=ALL).matter_id
    queries = reads(worker, clock)
    assert ids(queries, MatterList.MINE) == [mine]
    assert set(ids(queries, MatterList.WAITING)) == {supplementing, inspected, offered}
    assert ids(queries, MatterList.NEW_TO_ME) == []
    assert ids(reads(colleague, clock), MatterList.NEW_TO_ME) == [offered]
    assert theirs in ids(queries, MatterList.OPEN)
    assert theirs not in ids(queries, MatterList.OPEN, mine=True)


def test_what_was_assigned_is_new_until_it_is_seen(
    worker: Counter, colleague: Counter, supervisor: Counter, clock
) -> None:
    matter = worker.open(ticks=ALL).matter_id
    supervisor.service.assign([matter], "staff-0002")
    queries = reads(colleague, clock)
    assert ids(queries, MatterList.NEW_TO_ME) == [matter]
    assert queries.rows(MatterList.NEW_TO_ME)[0].previous_owner_id == "staff-0001"
    colleague.service.see([matter])
    assert ids(queries, MatterList.NEW_TO_ME) == []
    assert ids(queries, MatterList.MINE) == [matter]


def test_overdue_due_today_and_lamps(worker: Counter, clock) -> None:
    matter = worker.open(ticks=ALL).matter_id
    queries = reads(worker, clock)
    assert queries.rows(MatterList.OPEN)[0].signal.lamp is Lamp.GREEN
    clock.advance(days=14)
    assert ids(queries, MatterList.DUE_TODAY) == [matter]
    assert queries.rows(MatterList.OPEN)[0].signal.lamp is Lamp.YELLOW
    clock.advance(days=1)
    assert ids(queries, MatterList.OVERDUE) == [matter]
    signal = queries.rows(MatterList.OVERDUE)[0].signal
    assert (signal.lamp, signal.days_left, signal.due) == (Lamp.RED, -1, date(2026, 12, 7))
    counts = queries.counts()
    assert (counts.mine, counts.my_overdue, counts.overdue, counts.open) == (1, 1, 1, 1)


def test_an_overdue_promise_lights_the_lamp(worker: Counter, clock) -> None:
    worker.open(ticks=(promised("photo", date(2026, 11, 25)),))
    clock.advance(days=3)
    row = reads(worker, clock).rows(MatterList.OVERDUE)[0]
    assert (row.signal.lamp, row.signal.watched.value) == (Lamp.RED, "promise")


def test_finished_ones_leave_the_open_lists(worker: Counter, clock) -> None:
    matter = worker.open(CERTIFICATE, Verb.COMPLETE_AT_ONCE).matter_id
    queries = reads(worker, clock)
    assert ids(queries, MatterList.FINISHED) == [matter]
    assert ids(queries, MatterList.OPEN) == []


def test_a_resident_s_matters_whichever_duplicate_they_came_under(worker: Counter, clock) -> None:
    first = worker.open(ticks=ALL).matter_id
    second = worker.open(ticks=ALL, applicant=replace(APPLICANT, resident_id="old")).matter_id
    found = reads(worker, clock).by_resident(["resident-0001", "old"])
    assert {row.id for row in found} == {first, second}


@pytest.mark.parametrize(
    "typed", ["QB20261123010001", "ｑｂ2026112301 0001", "10001", "0001", "沈月", "沈月英"]
)
def test_found_by_number_tail_or_name(worker: Counter, clock, typed: str) -> None:
    matter = worker.open(ticks=ALL).matter_id
    worker.open(ticks=ALL, applicant=replace(APPLICANT, name="高远"))
    assert [row.id for row in reads(worker, clock).find(typed)] == [matter]


def test_a_scanned_slip_opens_the_matter(worker: Counter, clock) -> None:
    opened = worker.open(ticks=ALL)
    queries = reads(worker, clock)
    assert queries.by_number(f" {opened.number.lower()}\n") == opened.matter_id
    assert queries.by_number("QB20261123019999") is None
    assert queries.find("") == []


def test_one_matter_with_its_whole_story(worker: Counter, clock) -> None:
    matter = worker.open(ticks=ALL, agent=DAUGHTER, form={"bank": "农商行"}).matter_id
    worker.service.start_work(matter)
    detail = reads(worker, clock).matter(matter)
    assert [event.verb for event in detail.events] == [Verb.ACCEPT, Verb.START_WORK]
    assert [material.line.code for material in detail.materials] == ["idcard", "book", "photo", "bank"]
    assert detail.form == {"bank": "农商行"}
    assert Verb.DECIDE in detail.possible and Verb.ACCEPT not in detail.possible
    assert Verb.TAKE_OVER not in detail.possible
    with pytest.raises(RecordNotFound):
        reads(worker, clock).matter("nowhere")


def test_nobody_s_number_or_phone_is_shown(worker: Counter, clock) -> None:
    matter = worker.open(ticks=ALL, agent=DAUGHTER).matter_id
    detail = reads(worker, clock).matter(matter)
    text = repr(detail)
    assert APPLICANT.id_number not in text and DAUGHTER.id_number not in text
    assert "13800003746" not in text and "13900001111" not in text
    assert detail.row.applicant_id_number.startswith("330102********")


def test_the_follow_ups_that_are_due(worker: Counter, clock) -> None:
    matter = worker.open(CERTIFICATE, Verb.COMPLETE_AT_ONCE).matter_id
    opened = worker.service.rate(matter, RatingLevel.VERY_BAD)
    queries = reads(worker, clock)
    assert [each.id for each in queries.follow_ups()] == [opened]
    assert queries.counts().follow_ups == 1


def test_the_queue_shows_priority_first(worker: Counter, clock) -> None:
    from workbench.intake.kinds import TicketKind

    worker.service.take_ticket()
    worker.service.take_ticket(TicketKind.PRIORITY)
    board = reads(worker, clock).queue()
    assert [ticket.number for ticket in board.waiting] == ["P001", "A001"]
    worker.service.call_next()
    assert [ticket.number for ticket in reads(worker, clock).queue().called] == ["P001"]
    assert reads(worker, clock).counts().tickets_waiting == 1
