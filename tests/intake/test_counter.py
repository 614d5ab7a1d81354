"""At the counter: what one talk leaves behind, and what it must not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select, text

from tests.intake.conftest import APPLICANT, STRANGER, Counter
from tests.intake.samples import ALLOWANCE, CERTIFICATE, FORBIDDEN, LICENCE, promised, there
from workbench.intake.kinds import (
    AgentProof,
    Channel,
    MatterState,
    RefusalGround,
    SlipKind,
    TicketKind,
    Verb,
)
from workbench.intake.model import Matter, MatterEvent, MatterMaterial, QueueTicket, SlipIssued, Visit
from workbench.intake.requests import AcceptRequest, Agent, Contact, MatterRequest, Refusal, Verdict
from workbench.intake.wording import GuardFailed, Reason
from workbench.security.roles import NotPermitted, Role
from workbench.standards.identity import InvalidIdentityNumber
from workbench.store import Store, new_id

ALL = there("idcard", "book", "photo")
DAUGHTER = Agent("沈小红", "330102197511020027", "女儿", AgentProof.HOUSEHOLD_BOOK, "13900001111")


def count(store: Store, model: type) -> int:
    with store.read() as session:
        return session.scalar(select(func.count()).select_from(model)) or 0


def stored(store: Store, matter_id: str) -> Matter:
    with store.read() as session:
        found = session.get(Matter, matter_id)
        assert found is not None
        session.expunge(found)
        return found


def refused_for(reason: Reason, act) -> None:
    with pytest.raises(GuardFailed) as caught:
        act()
    assert caught.value.reason is reason


def test_accepting_gives_number_deadline_and_notice(worker: Counter, store: Store) -> None:
    opened = worker.open(ticks=there("photo"))
    assert opened.number == "QB20261123010001"
    assert opened.state is MatterState.ACCEPTED
    assert opened.promised_on == date(2026, 12, 7)
    assert [(slip.kind, slip.number) for slip in opened.slips] == [
        (SlipKind.ACCEPTANCE, "清波受字〔2026〕0100001号")
    ]
    kept = stored(store, opened.matter_id)
    assert (kept.item_version, kept.owner_id, kept.visits_count) == (3, "staff-0001", 1)
    assert kept.legal_due_on == date(2026, 12, 21)


def test_what_the_community_holds_is_ticked_by_itself(worker: Counter, store: Store) -> None:
    ready = worker.service.prepare(ALLOWANCE, APPLICANT, date(2026, 11, 23))
    assert [line.state.value for line in ready.materials] == ["held", "held", "missing", "missing"]
    assert ready.form["name"] == "沈月英"
    refused_for(Reason.INCOMPLETE, lambda: worker.open(applicant=STRANGER, ticks=there("photo")))


def test_an_expired_document_is_asked_for_again(worker: Counter) -> None:
    from workbench.intake.requests import HeldFact

    stale = replace(APPLICANT, held=(HeldFact("id_card", date(2026, 11, 22)), HeldFact("household_book")))
    ready = worker.service.prepare(ALLOWANCE, stale, date(2026, 11, 23))
    assert ready.materials[0].state.value == "missing"


def test_several_matters_in_one_visit_are_one_journey(worker: Counter, store: Store) -> None:
    matters = (MatterRequest(ALLOWANCE, ticks=ALL), MatterRequest(CERTIFICATE, Verb.COMPLETE_AT_ONCE))
    result = worker.service.accept(AcceptRequest(APPLICANT, Contact(new_id()), matters))
    assert [matter.state for matter in result.matters] == [MatterState.ACCEPTED, MatterState.DELIVERED]
    assert [matter.number[-4:] for matter in result.matters] == ["0001", "0002"]
    assert count(store, Visit) == 1
    assert {stored(store, each.matter_id).visits_count for each in result.matters} == {1}


def test_an_immediate_item_is_done_at_once(worker: Counter, store: Store) -> None:
    opened = worker.open(CERTIFICATE, Verb.COMPLETE_AT_ONCE)
    kept = stored(store, opened.matter_id)
    assert (kept.recipient, kept.on_time, kept.days_used) == ("沈月英", True, 0)
    assert kept.closed_at is not None
    assert [slip.kind for slip in opened.slips] == [SlipKind.DELIVERY]
    refused_for(Reason.NOT_IMMEDIATE, lambda: worker.open(outcome=Verb.COMPLETE_AT_ONCE, ticks=ALL))


def test_what_comes_from_the_door_costs_no_journey(worker: Counter, store: Store) -> None:
    opened = worker.open(ticks=ALL, channel=Channel.DOOR)
    assert stored(store, opened.matter_id).visits_count == 0


def test_a_promise_gets_its_own_slip_and_date(worker: Counter, store: Store) -> None:
    opened = worker.open(ticks=(promised("photo", date(2026, 11, 30)),))
    assert {slip.kind for slip in opened.slips} == {SlipKind.ACCEPTANCE, SlipKind.PROMISE}
    assert stored(store, opened.matter_id).promise_due == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("promise", "reason"),
    [
        (("photo", date(2026, 12, 8)), Reason.PROMISE_DATE),
        (("photo", date(2026, 11, 22)), Reason.PROMISE_DATE),
        (("photo", date(2026, 11, 29)), Reason.PROMISE_WORKDAY),
        (("idcard", date(2026, 11, 30)), Reason.NOT_PROMISABLE),
    ],
)
def test_promises_that_may_not_be_made(worker: Counter, promise, reason) -> None:
    rest = there(*({"idcard", "book", "photo"} - {promise[0]}))
    refused_for(reason, lambda: worker.open(ticks=(*rest, promised(*promise))))


def test_a_broken_promise_bars_further_ones(worker: Counter, clock) -> None:
    worker.open(ticks=(promised("photo", date(2026, 11, 30)),))
    clock.advance(days=8)
    refused_for(Reason.PROMISE_BARRED, lambda: worker.open(ticks=(promised("photo", date(2026, 12, 4)),)))
    assert worker.open(ticks=ALL).state is MatterState.ACCEPTED
    clock.advance(days=366)
    assert worker.open(ticks=(promised("photo", date(2027, 12, 6)),)).promised_on


def test_missing_materials_are_told_at_once_at_the_counter(worker: Counter, store: Store) -> None:
    opened = worker.open(outcome=Verb.REQUEST_SUPPLEMENT, applicant=STRANGER)
    kept = stored(store, opened.matter_id)
    assert kept.state is MatterState.SUPPLEMENTING
    assert kept.missing_at_first == ["book", "idcard", "photo"]
    assert kept.due_on is None
    assert [slip.kind for slip in opened.slips] == [SlipKind.SUPPLEMENT]


def test_refusing_needs_words_and_a_way_out(worker: Counter, store: Store) -> None:
    refusal = Refusal(RefusalGround.FORBIDDEN, "属于不得出具的证明", "凭户口簿办理")
    refused_for(Reason.FORBIDDEN_ITEM, lambda: worker.open(FORBIDDEN))
    opened = worker.open(FORBIDDEN, Verb.REFUSE, refusal=refusal)
    assert opened.state is MatterState.REFUSED
    assert stored(store, opened.matter_id).refused_instead == "凭户口簿办理"
    silent = replace(refusal, instead=" ")
    refused_for(Reason.INSTEAD_NEEDED, lambda: worker.open(FORBIDDEN, Verb.REFUSE, refusal=silent))


def test_an_agent_must_be_named_and_proved(worker: Counter, store: Store) -> None:
    kept = stored(store, worker.open(ticks=ALL, agent=DAUGHTER).matter_id)
    assert (kept.agent_name, kept.agent_relation) == ("沈小红", "女儿")
    refused_for(Reason.AGENT_INCOMPLETE, lambda: worker.open(ticks=ALL, agent=replace(DAUGHTER, proof=None)))
    refused_for(
        Reason.AGENT_NOT_ALLOWED, lambda: worker.open(CERTIFICATE, Verb.COMPLETE_AT_ONCE, agent=DAUGHTER)
    )
    with pytest.raises(InvalidIdentityNumber):
        worker.open(ticks=ALL, agent=replace(DAUGHTER, id_number="330102197511020028"))
    same = replace(APPLICANT, id_number=DAUGHTER.id_number)
    refused_for(Reason.AGENT_IS_APPLICANT, lambda: worker.open(ticks=ALL, agent=DAUGHTER, applicant=same))


def test_the_same_receipt_is_never_kept_twice(worker: Counter, store: Store) -> None:
    request = worker.request(ticks=ALL)
    worker.service.accept(request)
    refused_for(Reason.ALREADY_KEPT, lambda: worker.service.accept(request))
    assert count(store, Matter) == 1


def test_a_failure_in_the_middle_keeps_nothing(worker: Counter, store: Store) -> None:
    good, bad = MatterRequest(ALLOWANCE, ticks=ALL), MatterRequest(LICENCE, ticks=there("nonsense"))
    ticket = worker.service.take_ticket()
    contact = Contact(new_id(), ticket_id=ticket.ticket_id)
    refused_for(
        Reason.UNKNOWN_MATERIAL,
        lambda: worker.service.accept(AcceptRequest(APPLICANT, contact, (good, bad))),
    )
    assert [count(store, model) for model in (Visit, Matter, MatterMaterial, MatterEvent, SlipIssued)] == [
        0
    ] * 5
    assert worker.open(ticks=ALL).number.endswith("0001"), "the number was given back too"
    with store.read() as session:
        assert session.get(QueueTicket, ticket.ticket_id).state.value == "waiting"


def test_every_row_is_journalled(worker: Counter, store: Store) -> None:
    worker.open(ticks=ALL)
    with store.read() as session:
        rows = dict(
            session.execute(
                text("SELECT entity, count(*) FROM journal WHERE kind='create' GROUP BY entity")
            ).all()
        )
    assert rows == {"visit": 1, "matter": 1, "matter_material": 4, "matter_event": 1, "slip_issued": 1}


def test_a_ticket_is_served_once(worker: Counter, store: Store) -> None:
    worker.service.take_ticket()
    elderly = worker.service.take_ticket(TicketKind.PRIORITY)
    assert (elderly.number, elderly.waiting_before) == ("P001", 1)
    called = worker.service.call_next()
    assert called is not None and called.number == "P001"
    worker.open(ticks=ALL, ticket_id=called.ticket_id)
    refused_for(Reason.TICKET_USED, lambda: worker.open(ticks=ALL, ticket_id=called.ticket_id))
    after = worker.service.call_next()
    assert after is not None and after.number == "A001"
    assert worker.service.call_next() is None


def test_training_decides_who_accepts_alone(trainee: Counter) -> None:
    trainee.verdict = Verdict(False, "尚未通过考核")
    refused_for(Reason.NOT_TRAINED, lambda: trainee.open(ticks=ALL))
    trainee.verdict = Verdict(True, "学习期", co_sign=True)
    refused_for(Reason.CO_SIGN_NEEDED, lambda: trainee.open(ticks=ALL))
    assert trainee.open(ticks=ALL, co_signed_by="staff-0009").number


def test_an_enumerator_accepts_nothing(store: Store) -> None:
    with pytest.raises(NotPermitted):
        Counter(store, "staff-0005", Role.ENUMERATOR).open(ticks=ALL)
