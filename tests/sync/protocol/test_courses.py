"""The steps that the server lets through are those of the rooms' own rules, and all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product

from tests.desk_fixtures import SignIn
from workbench.census.kinds import CaseState, CaseVerb, RoundState
from workbench.census.rules import cases, rounds
from workbench.intake.kinds import (
    Decision,
    MaterialState,
    MatterState,
    PauseReason,
    RefusalGround,
    TicketState,
    Verb,
)
from workbench.intake.model import QueueTicket
from workbench.intake.rights import right_for
from workbench.intake.rules import handling, opening, transfer
from workbench.intake.rules.course import Course, Handover, Pause, Terms
from workbench.intake.rules.materials import MaterialLine
from workbench.intake.wording import GuardFailed
from workbench.security.roles import Permission
from workbench.standards.errors import WorkbenchError
from workbench.standards.workdays import WorkCalendar
from workbench.sync.protocol.entities import SHAPES
from workbench.sync.protocol.shapes import Course as Steps

CALENDAR = WorkCalendar()
DAY = date(2026, 11, 24)
HERE = [MaterialLine("a", "甲", True, False, MaterialState.PRESENTED)]
LACKING = [MaterialLine("a", "甲", True, False, MaterialState.MISSING)]

MATTER_VERBS: dict[Verb, Callable[[Course], Course]] = {
    Verb.ACCEPT: lambda it: opening.accept(it, HERE, DAY, CALENDAR),
    Verb.DEEM_ACCEPTED: lambda it: opening.deemed_accepted(it, DAY, CALENDAR),
    Verb.REQUEST_SUPPLEMENT: lambda it: opening.request_supplement(
        it, LACKING, frozenset({"a"}), DAY, CALENDAR
    ),
    Verb.SUPPLEMENT_RECEIVED: lambda it: opening.supplement_received(it, HERE, DAY, CALENDAR),
    Verb.KEEP_PROMISE: handling.keep_promise,
    Verb.REFUSE: lambda it: opening.refuse(it, RefusalGround.NOT_NEEDED, "不需要", "不必办", DAY, CALENDAR),
    Verb.START_WORK: handling.start_work,
    Verb.BEGIN_INSPECTION: lambda it: handling.begin_inspection(it, PauseReason.HEARING, DAY, CALENDAR),
    Verb.END_INSPECTION: lambda it: handling.end_inspection(it, DAY, CALENDAR),
    Verb.EXTEND: lambda it: handling.extend(it, "复杂", DAY, CALENDAR),
    Verb.DECIDE: lambda it: handling.decide(it, Decision.GRANTED, "", HERE, DAY, CALENDAR),
    Verb.DELIVER: lambda it: handling.deliver(it, "本人", DAY, CALENDAR),
    Verb.COMPLETE_AT_ONCE: lambda it: handling.complete_at_once(it, HERE, "本人", DAY, CALENDAR),
    Verb.WITHDRAW: lambda it: handling.withdraw(it, DAY, CALENDAR),
    Verb.HAND_OVER: lambda it: transfer.hand_over(it, None, "民政局", DAY),
    Verb.TAKE_OVER: transfer.take_over,
    Verb.RETURN_HANDOVER: lambda it: transfer.return_handover(it, CALENDAR),
    Verb.ASSIGN: transfer.assign,
}


def matters_anywhere() -> Iterator[Course]:
    """Yield a matter in every state, with every past that the guards may ask for."""
    pasts = product(
        MatterState,
        (False, True),
        (None, DAY),
        (None, DAY),
        (None, MatterState.ACCEPTED, MatterState.IN_PROGRESS),
    )
    for state, immediate, accepted, told, resume in pasts:
        terms = Terms(licensing=not immediate, immediate=immediate, legal_days=20)
        received = DAY - timedelta(days=60 if told is None and accepted is None else 1)
        course = Course(
            state, terms, received, accepted_on=accepted, told_on=told, resume=resume, due=DAY,
            handover=Handover(DAY, department="民政局") if state is MatterState.HANDED_OVER else None,
        )  # fmt: skip
        yield course
        yield replace(course, pauses=(Pause(PauseReason.HEARING, DAY),))


def test_the_steps_of_a_matter_are_those_of_its_rules() -> None:
    found: dict[tuple[str, str], set[Permission]] = {}
    for course, (verb, act) in product(matters_anywhere(), MATTER_VERBS.items()):
        try:
            after = act(course)
        except GuardFailed:
            continue
        if after.state is not course.state:
            found.setdefault((course.state.value, after.state.value), set()).add(right_for(verb))
    assert _allowed("matter") == found


def test_a_matter_begins_as_the_counter_may_leave_it() -> None:
    received = opening.receive(Terms(immediate=True), DAY, CALENDAR)
    outcomes = (Verb.ACCEPT, Verb.REQUEST_SUPPLEMENT, Verb.COMPLETE_AT_ONCE, Verb.REFUSE)
    left = {received.state.value, *(MATTER_VERBS[verb](received).state.value for verb in outcomes)}
    assert _course("matter").first == left


CASE_VERBS: dict[CaseVerb, Callable[[cases.Course], cases.Course]] = {
    CaseVerb.NOTE_ABSENT: lambda it: cases.note_absent(it, None),
    CaseVerb.NOTE_REFUSED: lambda it: cases.note_refused(it, "不愿意"),
    CaseVerb.NOTE_VACANT: cases.note_vacant,
    CaseVerb.BEGIN: cases.begin,
    CaseVerb.PUT_BACK: cases.put_back,
    CaseVerb.COMPLETE: cases.complete,
    CaseVerb.CORRECT: lambda it: cases.correct(it, "姓名写错"),
    CaseVerb.SEND_BACK: lambda it: cases.send_back(it, "缺人"),
    CaseVerb.VERIFY: lambda it: cases.verify(it, datetime(2026, 11, 24, tzinfo=UTC)),
    CaseVerb.RECHECK: lambda it: cases.recheck(it, datetime(2026, 11, 24, tzinfo=UTC)),
    CaseVerb.SIGN_OFF: cases.sign_off,
    CaseVerb.REOPEN: cases.reopen,
}


def households_anywhere() -> Iterator[cases.Course]:
    moment = datetime(2026, 11, 24, tzinfo=UTC)
    for state, outcome, tries in product(CaseState, (None, *cases.FINISHED, CaseState.ABSENT), (0, 3)):
        rechecked = moment if state is CaseState.RECHECKED else None
        yield cases.Course("3幢-1-201", state, outcome, tries, rechecked_at=rechecked)


def test_the_steps_of_a_household_are_those_of_its_rules() -> None:
    found: dict[tuple[str, str], set[Permission]] = {}
    for course, (verb, act) in product(households_anywhere(), CASE_VERBS.items()):
        try:
            after = act(course)
        except WorkbenchError:
            continue
        if after.state is not course.state:
            found.setdefault((course.state.value, after.state.value), set()).update(_asked_for(verb))
    assert _allowed("census_case") == found


def _asked_for(verb: CaseVerb) -> set[Permission]:
    """Return what the services ask before the verb: of who enumerates, who checks, and who leads."""
    match verb:
        case CaseVerb.SIGN_OFF | CaseVerb.REOPEN:
            return {Permission.MANAGE_CENSUS}
        case CaseVerb.SEND_BACK:
            return {Permission.VERIFY_CENSUS, Permission.MANAGE_CENSUS}
        case CaseVerb.VERIFY | CaseVerb.RECHECK:
            return {Permission.VERIFY_CENSUS}
        case _:
            return {Permission.ENTER_CENSUS}


def test_the_steps_of_a_round_are_those_of_its_rules() -> None:
    found = {
        (state.value, after.value) for verb, after in rounds.AFTER.items() for state in rounds.POSSIBLE[verb]
    }
    assert set(_course("census_round").steps) == found
    assert _course("census_round").first == {RoundState.PLANNED.value}


def test_the_steps_of_a_ticket_are_those_of_the_queue(sign_in: SignIn) -> None:
    desk = sign_in("chenyu")
    verbs = {"call": desk.intake.call, "miss": desk.intake.miss, "serve": desk.intake.serve}
    found = set()
    for state, verb in product(TicketState, verbs.values()):
        ticket = desk.intake.take_ticket()
        with desk.store.write(desk.session.actor) as work:
            work.get(QueueTicket, ticket.ticket_id).state = state
        try:
            verb(ticket.ticket_id)
        except GuardFailed:
            continue
        with desk.store.read() as session:
            found.add((state.value, session.get_one(QueueTicket, ticket.ticket_id).state.value))
    assert set(_course("queue_ticket").steps) == {(one, other) for one, other in found if one != other}


def _allowed(entity: str) -> dict[tuple[str, str], set[Permission]]:
    return {step: set(way.permissions) for step, way in _course(entity).steps.items()}


def _course(entity: str) -> Steps:
    course = SHAPES[entity].course
    assert course is not None
    return course
