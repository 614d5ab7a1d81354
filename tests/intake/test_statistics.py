"""Statistics count each thing in the span in which it happened, and rates follow from sums."""

from __future__ import annotations

from datetime import date

from tests.intake.conftest import STRANGER, Counter
from tests.intake.samples import ALLOWANCE, CERTIFICATE, FORBIDDEN
from tests.intake.test_counter import ALL
from tests.intake.test_lists import reads
from workbench.intake.kinds import Decision, FollowUpStep, RatingLevel, RefusalGround, Verb
from workbench.intake.queries import Dimension, Span
from workbench.intake.requests import Contact, Delivery, Refusal
from workbench.intake.rules.tally import Tally, total
from workbench.store import new_id

NOVEMBER = Span.of_month(2026, 11)
DECEMBER = Span.of_month(2026, 12)


def a_month_of_work(worker: Counter, colleague: Counter, clock) -> None:
    at_once = worker.open(CERTIFICATE, Verb.COMPLETE_AT_ONCE).matter_id
    worker.service.rate(at_once, RatingLevel.VERY_GOOD)
    twice = worker.open(ticks=ALL).matter_id
    worker.open(outcome=Verb.REQUEST_SUPPLEMENT, applicant=STRANGER)
    refusal = Refusal(RefusalGround.FORBIDDEN, "不得出具", "办理公证")
    worker.open(FORBIDDEN, Verb.REFUSE, refusal=refusal)
    colleague.service.withdraw(colleague.open(ticks=ALL).matter_id)
    clock.advance(days=15)
    worker.service.decide(twice, Decision.GRANTED)
    worker.service.deliver(twice, Delivery("沈月英"), Contact(new_id()))
    opened = worker.service.rate(twice, RatingLevel.BAD, "跑了两趟")
    for step in FollowUpStep:
        worker.service.follow_up(opened or "", step, "已处理")


def test_the_month_in_figures(worker: Counter, colleague: Counter, clock) -> None:
    a_month_of_work(worker, colleague, clock)
    queries = reads(worker, clock)
    november, december = queries.totals(NOVEMBER), queries.totals(DECEMBER)
    assert november == Tally(
        received=5, accepted=3, supplemented=1, refused=1, withdrawn=1, decided=1, granted=1, limited=1,
        on_time=1, days=0, finished=1, once=1, journeys=1, rated=1, satisfied=1,
    )  # fmt: skip
    assert december == Tally(
        decided=1, granted=1, limited=1, on_time=0, days=11, finished=1, once=0, journeys=2, rated=1,
        bad=1, followed_up=1,
    )  # fmt: skip
    assert (november.once_rate, december.once_rate) == (1.0, 0.0)
    assert (november.on_time_rate, december.average_days) == (1.0, 11)
    assert (december.satisfaction, december.follow_up_rate) == (0.0, 1.0)


def test_by_item_post_and_worker_add_up_to_the_same(worker: Counter, colleague: Counter, clock) -> None:
    a_month_of_work(worker, colleague, clock)
    queries = reads(worker, clock)
    sums = {total(each.tally for each in queries.statistics(by, NOVEMBER)) for by in Dimension}
    assert len(sums) == 1
    by_item = queries.statistics(Dimension.ITEM, NOVEMBER)
    assert (by_item[0].key, by_item[0].label, by_item[0].tally.received) == (
        ALLOWANCE.code,
        ALLOWANCE.name,
        3,
    )
    by_worker = {each.key: each.tally.received for each in queries.statistics(Dimension.WORKER, NOVEMBER)}
    assert by_worker == {"staff-0001": 4, "staff-0002": 1}


def test_an_empty_month_has_no_rates(worker: Counter, clock) -> None:
    empty = reads(worker, clock).totals(Span.of_month(2025, 2))
    assert empty == Tally()
    assert (empty.on_time_rate, empty.once_rate, empty.average_days) == (None, None, None)


def test_each_day_in_shanghai_time(worker: Counter, colleague: Counter, clock) -> None:
    clock.advance(hours=14, minutes=29)
    worker.open(ticks=ALL)
    clock.advance(minutes=2)
    worker.open(ticks=ALL)
    days = {each.day: each.received for each in reads(worker, clock).by_day(NOVEMBER)}
    assert len(days) == 30
    assert (days[date(2026, 11, 23)], days[date(2026, 11, 24)]) == (1, 1)


def test_the_day_sheet(worker: Counter, colleague: Counter, clock) -> None:
    ticket = worker.service.take_ticket()
    colleague.service.take_ticket()
    worker.open(CERTIFICATE, Verb.COMPLETE_AT_ONCE, ticket_id=ticket.ticket_id)
    sheet = reads(worker, clock).day_sheet(date(2026, 11, 23))
    assert (len(sheet.received), len(sheet.decided)) == (1, 1)
    assert (sheet.visits, sheet.tickets, sheet.served) == (1, 2, 1)
    assert reads(worker, clock).day_sheet(date(2026, 11, 22)).received == ()


def test_a_span_of_december_ends_with_the_year() -> None:
    assert Span.of_month(2026, 12) == Span(date(2026, 12, 1), date(2026, 12, 31))
    assert Span.of_month(2028, 2).last == date(2028, 2, 29)
