"""A matter in the back office: worked, inspected, extended, decided, delivered, passed on."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text

from tests.intake.conftest import STRANGER, Counter
from tests.intake.samples import ALLOWANCE, CERTIFICATE, LICENCE, promised, there
from tests.intake.test_counter import ALL, count, refused_for, stored
from workbench.intake.kinds import (
    Channel,
    Decision,
    FollowUpStep,
    MatterState,
    PauseReason,
    RatingLevel,
    RefusalGround,
    SlipKind,
    TicketState,
    Verb,
)
from workbench.intake.model import FollowUp, QueueTicket, SlipIssued
from workbench.intake.requests import Contact, Delivery, Refusal
from workbench.intake.service.upkeep import OTHERS_WAIT
from workbench.intake.wording import Reason
from workbench.security.roles import NotPermitted
from workbench.standards.workdays import DayKind, WorkCalendar
from workbench.store import Actor, RecordNotFound, Store, new_id


def test_from_acceptance_to_delivery(worker: Counter, store: Store, clock) -> None:
    matter = worker.open(ticks=ALL).matter_id
    clock.advance(days=1)
    assert worker.service.start_work(matter).state is MatterState.IN_PROGRESS
    clock.advance(days=1)
    decided = worker.service.decide(matter, Decision.GRANTED)
    assert (decided.state, decided.due_on) == (MatterState.DECIDED, None)
    delivered = worker.service.deliver(matter, Delivery("沈月英"), Contact(new_id()))
    assert [slip.kind for slip in delivered.slips] == [SlipKind.DELIVERY]
    kept = stored(store, matter)
    assert (kept.days_used, kept.on_time, kept.visits_count) == (2, True, 2)
    assert kept.closed_at == clock()


def test_by_post_the_result_costs_no_second_journey(worker: Counter, store: Store) -> None:
    matter = worker.open(ticks=ALL).matter_id
    worker.service.decide(matter, Decision.GRANTED)
    worker.service.deliver(matter, Delivery("沈月英", Channel.POST), Contact(new_id(), Channel.POST))
    assert stored(store, matter).visits_count == 1


def test_several_verbs_in_one_visit_are_one_journey(worker: Counter, store: Store) -> None:
    matter = worker.open(outcome=Verb.REQUEST_SUPPLEMENT, applicant=STRANGER).matter_id
    again = Contact(new_id())
    worker.service.supplement_received(matter, there("idcard", "book"), again)
    assert worker.service.supplement_received(matter, there("photo"), again).state is MatterState.ACCEPTED
    assert stored(store, matter).visits_count == 2


def test_a_licence_must_be_delivered_within_ten_days(worker: Counter) -> None:
    matter = worker.open(LICENCE, ticks=ALL).matter_id
    assert worker.service.decide(matter, Decision.GRANTED).due_on == date(2026, 12, 7)


def test_denying_needs_its_reason(worker: Counter, store: Store) -> None:
    matter = worker.open(ticks=ALL).matter_id
    refused_for(Reason.REASON_NEEDED, lambda: worker.service.decide(matter, Decision.DENIED, " "))
    worker.service.decide(matter, Decision.DENIED, "未满80周岁")
    assert stored(store, matter).decision_note == "未满80周岁"


def test_inspection_stops_the_clock(worker: Counter, store: Store, clock) -> None:
    matter = worker.open(ticks=ALL).matter_id
    clock.advance(days=1)
    assert worker.service.begin_inspection(matter, PauseReason.INSPECTION).due_on is None
    refused_for(Reason.INSPECTION_RUNNING, lambda: worker.service.decide(matter, Decision.GRANTED))
    clock.advance(days=3)
    assert worker.service.end_inspection(matter, "属实").due_on == date(2026, 12, 10)


def test_the_limit_is_extended_once_by_who_may_approve(worker: Counter, supervisor: Counter) -> None:
    matter = worker.open(ticks=ALL).matter_id
    with pytest.raises(NotPermitted):
        worker.service.extend(matter, "需外地核验")
    assert supervisor.service.extend(matter, "需外地核验").due_on == date(2026, 12, 21)
    refused_for(Reason.EXTENDED_ALREADY, lambda: supervisor.service.extend(matter, "再延"))


def test_nothing_is_granted_while_a_promise_is_open(worker: Counter, store: Store, clock) -> None:
    matter = worker.open(ticks=(promised("photo", date(2026, 11, 30)),)).matter_id
    refused_for(Reason.PROMISES_OPEN, lambda: worker.service.decide(matter, Decision.GRANTED))
    refused_for(Reason.NO_PROMISE, lambda: worker.service.keep_promise(matter, there("idcard")))
    later = (promised("photo", date(2026, 12, 31)),)
    refused_for(Reason.PROMISED_ALREADY, lambda: worker.service.keep_promise(matter, later))
    worker.service.keep_promise(matter, there("photo"), Contact(new_id()))
    assert stored(store, matter).promise_due is None
    assert worker.service.decide(matter, Decision.GRANTED).state is MatterState.DECIDED


def test_an_overdue_promise_does_not_keep_other_materials_away(worker: Counter, store: Store, clock) -> None:
    matter = worker.open(ticks=(promised("photo", date(2026, 11, 24)),)).matter_id
    worker.service.request_supplement(matter, {"idcard": "已过期"})
    clock.advance(days=3)
    back = worker.service.supplement_received(matter, there("idcard"))
    assert back.state is MatterState.ACCEPTED
    assert stored(store, matter).promise_due == date(2026, 11, 24)


def test_who_broke_a_promise_may_not_make_another_with_a_supplement(worker: Counter, clock) -> None:
    worker.open(ticks=(promised("photo", date(2026, 11, 24)),))
    matter = worker.open(ticks=ALL).matter_id
    worker.service.request_supplement(matter, {"photo": "不清晰"})
    clock.advance(days=3)
    again = (promised("photo", date(2026, 11, 30)),)
    refused_for(Reason.PROMISE_BARRED, lambda: worker.service.supplement_received(matter, again))


def test_told_once_in_time_and_never_again(worker: Counter, store: Store, clock) -> None:
    matter = worker.open(outcome=Verb.RECEIVE, applicant=STRANGER, ticks=there("idcard")).matter_id
    refused_for(Reason.TELL_ALL, lambda: worker.service.request_supplement(matter, {"book": "缺户口簿"}))
    clock.advance(days=4)
    told = worker.service.request_supplement(matter, {"book": "缺", "photo": "缺"})
    assert told.state is MatterState.SUPPLEMENTING
    assert worker.service.supplement_received(matter, there("book")).state is MatterState.SUPPLEMENTING
    clock.advance(days=3)
    assert worker.service.supplement_received(matter, there("photo")).state is MatterState.ACCEPTED
    refused_for(Reason.ALREADY_TOLD, lambda: worker.service.request_supplement(matter, {"photo": "不清晰"}))
    later = worker.service.request_supplement(matter, {"idcard": "已过期"})
    assert (later.state, later.due_on) == (MatterState.SUPPLEMENTING, None)
    clock.advance(days=7)
    back = worker.service.supplement_received(matter, there("idcard"))
    assert (back.state, back.due_on) == (MatterState.ACCEPTED, date(2026, 12, 18))


def test_a_licence_untold_for_five_days_is_deemed_accepted(worker: Counter, store: Store, clock) -> None:
    matter = worker.open(LICENCE, Verb.RECEIVE, applicant=STRANGER).matter_id
    ordinary = worker.open(ALLOWANCE, Verb.RECEIVE, applicant=STRANGER).matter_id
    clock.advance(days=7)
    assert worker.service.settle_deemed() == ()
    clock.advance(days=1)
    refused_for(
        Reason.ALREADY_ACCEPTED_BY_LAW, lambda: worker.service.request_supplement(matter, {"book": "缺"})
    )
    settled = worker.service.settle_deemed()
    assert [moved.matter_id for moved in settled] == [matter]
    assert stored(store, matter).accepted_at == stored(store, matter).received_at
    assert stored(store, ordinary).state is MatterState.RECEIVED


def test_what_another_desk_received_is_left_to_it_for_some_days(worker: Counter, store: Store, clock) -> None:
    matter = worker.open(LICENCE, Verb.RECEIVE, applicant=STRANGER).matter_id
    with store.write(Actor("another-desk", "community-0001")) as work:
        words = "UPDATE journal SET origin_id = id WHERE record_id = :id"
        work.session.execute(text(words), {"id": matter})
    clock.advance(days=8)
    assert worker.service.settle_deemed() == ()
    clock.advance(days=OTHERS_WAIT.days)
    assert [moved.matter_id for moved in worker.service.settle_deemed()] == [matter]


def test_refusing_later_and_withdrawing(worker: Counter, store: Store) -> None:
    matter = worker.open(outcome=Verb.RECEIVE, applicant=STRANGER).matter_id
    too_early = Refusal(RefusalGround.NOT_SUPPLIED, "未补正", "补齐后重新申请")
    refused_for(Reason.NOT_SUPPLIED_NEEDS_NOTICE, lambda: worker.service.refuse(matter, too_early))
    elsewhere = Refusal(RefusalGround.NOT_IN_REMIT, "户籍不在本社区", "请到户籍地社区办理")
    assert worker.service.refuse(matter, elsewhere).state is MatterState.REFUSED
    refused_for(Reason.NOT_NOW, lambda: worker.service.withdraw(matter))
    other = worker.open(ticks=(promised("photo", date(2026, 11, 30)),)).matter_id
    assert worker.service.withdraw(other, "改由本人办理").state is MatterState.WITHDRAWN


def test_accepting_twice_is_refused(worker: Counter) -> None:
    matter = worker.open(outcome=Verb.RECEIVE, ticks=ALL).matter_id
    assert [slip.kind for slip in worker.service.accept_received(matter).slips] == [SlipKind.ACCEPTANCE]
    refused_for(Reason.NOT_NOW, lambda: worker.service.accept_received(matter))


def test_a_received_immediate_item_is_completed(worker: Counter, store: Store) -> None:
    matter = worker.open(CERTIFICATE, Verb.RECEIVE).matter_id
    assert worker.service.complete_at_once(matter, Delivery("沈月英")).state is MatterState.DELIVERED


def test_a_colleague_takes_or_returns_what_is_offered(
    worker: Counter, colleague: Counter, store: Store
) -> None:
    matter = worker.open(ticks=ALL).matter_id
    worker.service.hand_over(matter, to_staff="staff-0002", note="请接手")
    assert stored(store, matter).owner_id == "staff-0001", "the giver answers until it is taken"
    refused_for(Reason.IN_HANDOVER, lambda: worker.service.start_work(matter))
    colleague.service.return_handover(matter, "不属于我的条线")
    worker.service.hand_over(matter, to_staff="staff-0002")
    refused_for(Reason.NOT_ADDRESSEE, lambda: worker.service.take_over(matter))
    colleague.service.take_over(matter)
    kept = stored(store, matter)
    assert (kept.owner_id, kept.previous_owner_id, kept.offered_to_id) == ("staff-0002", "staff-0001", None)
    refused_for(Reason.NOT_YOURS, lambda: worker.service.decide(matter, Decision.GRANTED))


def test_a_department_gets_it_and_the_clock_goes_on(worker: Counter, store: Store) -> None:
    matter = worker.open(ticks=ALL).matter_id
    away = worker.service.hand_over(matter, department="区民政局")
    assert (away.state, away.due_on) == (MatterState.HANDED_OVER, date(2026, 12, 7))
    worker.service.take_over(matter)
    assert stored(store, matter).department_confirmed
    refused_for(Reason.NO_HANDOVER, lambda: worker.service.take_over(matter))
    assert worker.service.return_handover(matter, "材料退回").state is MatterState.ACCEPTED
    refused_for(Reason.TARGET_NEEDED, lambda: worker.service.hand_over(matter))


def test_a_supervisor_assigns_many_or_none(worker: Counter, supervisor: Counter, store: Store) -> None:
    matters = [worker.open(ticks=ALL).matter_id for _ in range(3)]
    with pytest.raises(RecordNotFound):
        supervisor.service.assign([*matters, "nowhere"], "staff-0002")
    assert stored(store, matters[0]).owner_id == "staff-0001"
    supervisor.service.assign(matters, "staff-0002", "休假交接")
    assert {stored(store, each).owner_id for each in matters} == {"staff-0002"}


def test_a_bad_rating_is_followed_up_to_its_end(worker: Counter, store: Store) -> None:
    matter = worker.open(ticks=ALL).matter_id
    refused_for(Reason.RATE_LATER, lambda: worker.service.rate(matter, RatingLevel.BAD))
    worker.service.decide(matter, Decision.GRANTED)
    opened = worker.service.rate(matter, RatingLevel.BAD, "等太久")
    assert opened is not None
    refused_for(Reason.RATED_ALREADY, lambda: worker.service.rate(matter, RatingLevel.VERY_GOOD))
    refused_for(Reason.STEP_ORDER, lambda: worker.service.follow_up(opened, FollowUpStep.FIX, "改"))
    refused_for(Reason.NOTE_NEEDED, lambda: worker.service.follow_up(opened, FollowUpStep.CONTACT, ""))
    following = [worker.service.follow_up(opened, step, "已做") for step in FollowUpStep]
    assert following == [*list(FollowUpStep)[1:], None]
    refused_for(Reason.NO_FOLLOW_UP, lambda: worker.service.follow_up(opened, FollowUpStep.CLOSE, "再"))
    with store.read() as session:
        kept = session.get(FollowUp, opened)
        assert kept is not None
        assert (kept.due_on, kept.closed_at is not None) == (date(2026, 12, 14), True)


def test_nobody_is_forced_to_rate(worker: Counter, store: Store) -> None:
    matter = worker.open(CERTIFICATE, Verb.COMPLETE_AT_ONCE).matter_id
    assert worker.service.rate(matter, None) is None
    refused_for(Reason.RATED_ALREADY, lambda: worker.service.rate(matter, RatingLevel.GOOD))
    assert count(store, FollowUp) == 0


def test_a_new_calendar_moves_open_deadlines(worker: Counter, store: Store) -> None:
    matter = worker.open(ticks=ALL).matter_id
    worker.calendar = WorkCalendar({date(2026, 12, 1): DayKind.HOLIDAY})
    assert worker.service.recalculate_deadlines() == 1
    assert stored(store, matter).promised_on == date(2026, 12, 8)
    assert worker.service.recalculate_deadlines() == 0


def test_printing_is_counted_and_journalled(worker: Counter, store: Store) -> None:
    slip = worker.open(ticks=ALL).slips[0]
    worker.service.mark_printed([slip.slip_id], copies=2)
    with store.read() as session:
        kept = session.get(SlipIssued, slip.slip_id)
        assert kept is not None and (kept.copies, kept.printed_by_id) == (2, "staff-0001")


def test_who_misses_the_call_may_be_called_again(worker: Counter, store: Store) -> None:
    worker.service.take_ticket()
    called = worker.service.call_next()
    assert called is not None
    worker.service.miss(called.ticket_id)
    assert worker.service.call_next() is None
    worker.service.call(called.ticket_id)
    worker.service.serve(called.ticket_id)
    with store.read() as session:
        kept = session.get(QueueTicket, called.ticket_id)
        assert kept is not None and kept.state is TicketState.SERVED
    refused_for(Reason.TICKET_USED, lambda: worker.service.call(called.ticket_id))
