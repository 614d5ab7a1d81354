"""Every transition leaves its event and its journal row, by its author; a refused one leaves nothing."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import func, select

from tests.intake.conftest import STRANGER, Counter
from tests.intake.samples import there
from tests.intake.test_counter import ALL
from workbench.intake.kinds import Decision, MatterState, PauseReason, RatingLevel, RefusalGround, Verb
from workbench.intake.model import MatterEvent
from workbench.intake.requests import Contact, Delivery, Refusal
from workbench.intake.wording import GuardFailed
from workbench.security.roles import NotPermitted, Role
from workbench.store import Store, new_id
from workbench.store.journal import JournalEntry


def journal(store: Store, entity: str, record_id: str) -> list[JournalEntry]:
    statement = select(JournalEntry).where(JournalEntry.entity == entity, JournalEntry.record_id == record_id)
    with store.read() as session:
        return list(session.scalars(statement.order_by(JournalEntry.seq)))


def told_states(store: Store, matter_id: str) -> list[str]:
    """The states of the matter as its journal tells them."""
    afters = [json.loads(row.after or "{}") for row in journal(store, "matter", matter_id)]
    return [after["state"] for after in afters if "state" in after]


def events(store: Store, matter_id: str) -> list[tuple[Verb, MatterState]]:
    statement = select(MatterEvent.verb, MatterEvent.to_state).where(MatterEvent.matter_id == matter_id)
    with store.read() as session:
        return [(verb, state) for verb, state in session.execute(statement.order_by(MatterEvent.id))]


def test_the_journal_tells_the_whole_course(
    worker: Counter, supervisor: Counter, store: Store, clock
) -> None:
    matter = worker.open(outcome=Verb.RECEIVE, applicant=STRANGER).matter_id
    service = worker.service
    steps = (
        lambda: service.request_supplement(matter, {"idcard": "缺", "book": "缺", "photo": "缺"}),
        lambda: service.supplement_received(matter, ALL, Contact(new_id())),
        lambda: service.start_work(matter),
        lambda: service.begin_inspection(matter, PauseReason.INSPECTION),
        lambda: service.end_inspection(matter),
        lambda: supervisor.service.extend(matter, "需核验"),
        lambda: service.hand_over(matter, department="区民政局"),
        lambda: service.return_handover(matter),
        lambda: service.decide(matter, Decision.GRANTED),
        lambda: service.deliver(matter, Delivery("高远")),
    )
    for step in steps:
        clock.advance(minutes=10)
        before = len(journal(store, "matter", matter))
        step()
        assert len(journal(store, "matter", matter)) == before + 1
    assert [verb for verb, _ in events(store, matter)] == [
        Verb.RECEIVE, Verb.REQUEST_SUPPLEMENT, Verb.SUPPLEMENT_RECEIVED, Verb.START_WORK,
        Verb.BEGIN_INSPECTION, Verb.END_INSPECTION, Verb.EXTEND, Verb.HAND_OVER, Verb.RETURN_HANDOVER,
        Verb.DECIDE, Verb.DELIVER,
    ]  # fmt: skip
    assert told_states(store, matter) == [
        "received", "supplementing", "accepted", "in_progress", "handed_over", "in_progress", "decided",
        "delivered",
    ]  # fmt: skip
    authors = [row.author_id for row in journal(store, "matter", matter)]
    assert authors.count("staff-0003") == 1


def test_a_refused_verb_leaves_no_trace(worker: Counter, store: Store) -> None:
    matter = worker.open(ticks=there("photo")).matter_id
    with store.read() as session:
        before = session.scalar(select(func.count()).select_from(JournalEntry))
    for act in (
        lambda: worker.service.decide(matter, Decision.DENIED),
        lambda: worker.service.end_inspection(matter),
        lambda: worker.service.request_supplement(matter, {"bank": "缺"}),
        lambda: worker.service.keep_promise(matter, there("photo"), Contact(new_id())),
        lambda: worker.service.deliver(matter, Delivery("高远"), Contact(new_id())),
        lambda: worker.service.rate(matter, RatingLevel.GOOD),
        lambda: worker.service.refuse(matter, Refusal(RefusalGround.NOT_ELIGIBLE, "", "")),
    ):
        with pytest.raises(GuardFailed):
            act()
    with store.read() as session:
        assert session.scalar(select(func.count()).select_from(JournalEntry)) == before


def test_what_each_role_may_not_do(worker: Counter, trainee: Counter, store: Store) -> None:
    matter = trainee.open(ticks=ALL).matter_id
    administrator = Counter(store, "staff-0006", Role.ADMINISTRATOR)
    for act in (
        lambda: trainee.service.decide(matter, Decision.GRANTED),
        lambda: worker.service.extend(matter, "需核验"),
        lambda: worker.service.assign([matter], "staff-0002"),
        lambda: administrator.service.start_work(matter),
        administrator.service.take_ticket,
        lambda: administrator.service.hand_over(matter, to_staff="staff-0001"),
        lambda: administrator.service.rate(matter, RatingLevel.GOOD),
    ):
        with pytest.raises(NotPermitted):
            act()
    assert trainee.service.start_work(matter).state is MatterState.IN_PROGRESS
