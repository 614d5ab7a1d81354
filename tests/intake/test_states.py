"""Every state against every verb: what the table allows happens, everything else is refused in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.intake.samples import line
from workbench.intake.kinds import Decision, MaterialState, MatterState, PauseReason, RefusalGround, Verb
from workbench.intake.rules import handling, opening, transfer
from workbench.intake.rules.course import POSSIBLE, Course, Handover, Pause, Terms, possible_verbs
from workbench.intake.wording import GuardFailed, Reason
from workbench.standards.workdays import WorkCalendar

CALENDAR = WorkCalendar()
MONDAY = date(2026, 11, 23)
_RECEIVED, _ACCEPTED, _WORKED = MatterState.RECEIVED, MatterState.ACCEPTED, MatterState.IN_PROGRESS
_OUT = MatterState.HANDED_OVER
COMPLETE = [line("a")]
LACKING = [line("a", MaterialState.MISSING), line("b")]
TERMS = Terms(immediate=True, promised_days=0)

# What each verb leads to from each state where it is possible; everything absent must be refused.
OUTCOME: dict[Verb, dict[MatterState, MatterState]] = {
    Verb.ACCEPT: {MatterState.RECEIVED: MatterState.ACCEPTED},
    Verb.DEEM_ACCEPTED: {MatterState.RECEIVED: MatterState.ACCEPTED},
    Verb.REQUEST_SUPPLEMENT: dict.fromkeys((_RECEIVED, _ACCEPTED, _WORKED), MatterState.SUPPLEMENTING),
    Verb.SUPPLEMENT_RECEIVED: {MatterState.SUPPLEMENTING: MatterState.ACCEPTED},
    Verb.REFUSE: {
        MatterState.RECEIVED: MatterState.REFUSED,
        MatterState.SUPPLEMENTING: MatterState.REFUSED,
    },
    Verb.START_WORK: {MatterState.ACCEPTED: MatterState.IN_PROGRESS},
    Verb.BEGIN_INSPECTION: {
        MatterState.ACCEPTED: MatterState.IN_PROGRESS,
        MatterState.IN_PROGRESS: MatterState.IN_PROGRESS,
    },
    Verb.END_INSPECTION: {MatterState.IN_PROGRESS: MatterState.IN_PROGRESS},
    Verb.EXTEND: {
        state: state for state in (MatterState.ACCEPTED, MatterState.IN_PROGRESS, MatterState.HANDED_OVER)
    },
    Verb.DECIDE: dict.fromkeys((_ACCEPTED, _WORKED, _OUT), MatterState.DECIDED),
    Verb.DELIVER: {MatterState.DECIDED: MatterState.DELIVERED},
    Verb.COMPLETE_AT_ONCE: {
        MatterState.RECEIVED: MatterState.DELIVERED,
        MatterState.ACCEPTED: MatterState.DELIVERED,
    },
    Verb.WITHDRAW: dict.fromkeys(
        (_RECEIVED, MatterState.SUPPLEMENTING, _ACCEPTED, _WORKED, _OUT), MatterState.WITHDRAWN
    ),
    Verb.HAND_OVER: {
        MatterState.ACCEPTED: MatterState.HANDED_OVER,
        MatterState.IN_PROGRESS: MatterState.HANDED_OVER,
    },
    Verb.RETURN_HANDOVER: {MatterState.HANDED_OVER: MatterState.ACCEPTED},
}


def course(state: MatterState, verb: Verb) -> Course:
    """A matter that stands in the state, with whatever else the verb needs to be in place."""
    limited = verb in (Verb.EXTEND,)
    terms = TERMS if not limited else Terms(promised_days=10)
    terms = replace(terms, licensing=verb is Verb.DEEM_ACCEPTED)
    accepted = None if state in (MatterState.RECEIVED, MatterState.SUPPLEMENTING) else MONDAY
    pauses = (Pause(PauseReason.INSPECTION, MONDAY),) if verb is Verb.END_INSPECTION else ()
    handover = Handover(MONDAY, department="区民政局") if state is MatterState.HANDED_OVER else None
    due = date(2026, 12, 7) if limited else None
    return Course(
        state, terms, MONDAY, accepted_on=accepted, pauses=pauses, handover=handover, due=due, told_on=None
    )


ACTS: dict[Verb, Callable[[Course], Course]] = {
    Verb.ACCEPT: lambda c: opening.accept(c, COMPLETE, MONDAY, CALENDAR),
    Verb.DEEM_ACCEPTED: lambda c: opening.deemed_accepted(c, date(2026, 12, 1), CALENDAR),
    Verb.REQUEST_SUPPLEMENT: lambda c: opening.request_supplement(
        c, LACKING, frozenset("a"), MONDAY, CALENDAR
    ),
    Verb.SUPPLEMENT_RECEIVED: lambda c: opening.supplement_received(c, COMPLETE, MONDAY, CALENDAR),
    Verb.REFUSE: lambda c: opening.refuse(
        c, RefusalGround.NOT_ELIGIBLE, "不符合", "请咨询街道", MONDAY, CALENDAR
    ),
    Verb.START_WORK: handling.start_work,
    Verb.BEGIN_INSPECTION: lambda c: handling.begin_inspection(c, PauseReason.HEARING, MONDAY, CALENDAR),
    Verb.END_INSPECTION: lambda c: handling.end_inspection(c, MONDAY, CALENDAR),
    Verb.EXTEND: lambda c: handling.extend(c, "需核验", MONDAY, CALENDAR),
    Verb.DECIDE: lambda c: handling.decide(c, Decision.GRANTED, "", COMPLETE, MONDAY, CALENDAR),
    Verb.DELIVER: lambda c: handling.deliver(c, "沈月英", MONDAY, CALENDAR),
    Verb.COMPLETE_AT_ONCE: lambda c: handling.complete_at_once(c, COMPLETE, "沈月英", MONDAY, CALENDAR),
    Verb.WITHDRAW: lambda c: handling.withdraw(c, MONDAY, CALENDAR),
    Verb.HAND_OVER: lambda c: transfer.hand_over(c, None, "区民政局", MONDAY),
    Verb.RETURN_HANDOVER: lambda c: transfer.return_handover(c, CALENDAR),
}
CASES = [(state, verb) for verb in ACTS for state in MatterState]


@pytest.mark.parametrize(("state", "verb"), CASES, ids=lambda value: value.value)
def test_each_state_against_each_verb(state: MatterState, verb: Verb) -> None:
    expected = OUTCOME[verb].get(state)
    if expected is None:
        with pytest.raises(GuardFailed) as caught:
            ACTS[verb](course(state, verb))
        assert caught.value.reason in (Reason.NOT_NOW, Reason.NO_HANDOVER)
        assert str(caught.value).endswith("。")
        return
    assert ACTS[verb](course(state, verb)).state is expected


def test_the_table_of_possible_verbs_says_the_same() -> None:
    for verb, outcomes in OUTCOME.items():
        if verb not in (Verb.HAND_OVER, Verb.RETURN_HANDOVER):
            assert POSSIBLE[verb] == set(outcomes), verb


def test_buttons_of_a_finished_matter() -> None:
    for state in (MatterState.DELIVERED, MatterState.REFUSED, MatterState.WITHDRAWN):
        assert possible_verbs(course(state, Verb.ACCEPT)) == ()


def test_while_a_colleague_is_asked_nobody_decides() -> None:
    offered = transfer.hand_over(course(MatterState.ACCEPTED, Verb.ACCEPT), "staff-2", None, MONDAY)
    assert offered.state is MatterState.ACCEPTED
    with pytest.raises(GuardFailed) as caught:
        ACTS[Verb.DECIDE](offered)
    assert caught.value.reason is Reason.IN_HANDOVER
    assert Verb.TAKE_OVER in possible_verbs(offered)
    assert transfer.take_over(offered).handover is None
    assert transfer.assign(offered).handover is None


def test_every_sentence_can_be_filled_and_ends_as_one() -> None:
    for reason in Reason:
        assert reason.value.endswith("。") or reason.value.endswith(("{instead}", "{why}")), reason
