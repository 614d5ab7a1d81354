"""A page offers what the state allows and no guard would stop."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.intake.samples import line
from workbench.intake.kinds import MaterialState, MatterState, PauseReason, Verb
from workbench.intake.rules.course import Course, Pause, Terms
from workbench.intake.rules.offers import offered_verbs

MONDAY = date(2026, 11, 23)
AT_WORK = Course(
    MatterState.IN_PROGRESS,
    Terms(promised_days=10),
    MONDAY,
    accepted_on=MONDAY,
    promised_due=date(2026, 12, 7),
)
RUNNING = replace(AT_WORK, pauses=(Pause(PauseReason.INSPECTION, MONDAY),))
PROMISED = line("a", MaterialState.PROMISED)


def test_while_an_inspection_runs_it_can_end_and_nothing_is_decided() -> None:
    offered = offered_verbs(RUNNING, ())
    assert Verb.END_INSPECTION in offered
    assert not {Verb.DECIDE, Verb.BEGIN_INSPECTION} & set(offered)


def test_without_an_inspection_there_is_none_to_end() -> None:
    offered = offered_verbs(AT_WORK, ())
    assert {Verb.DECIDE, Verb.BEGIN_INSPECTION} <= set(offered)
    assert Verb.END_INSPECTION not in offered


@pytest.mark.parametrize("course", [replace(AT_WORK, extended=True), replace(AT_WORK, promised_due=None)])
def test_a_limit_is_extended_once_and_only_where_there_is_one(course: Course) -> None:
    assert Verb.EXTEND in offered_verbs(AT_WORK, ())
    assert Verb.EXTEND not in offered_verbs(course, ())


def test_a_promise_is_kept_where_one_is_open() -> None:
    assert Verb.KEEP_PROMISE in offered_verbs(AT_WORK, [PROMISED])
    assert Verb.KEEP_PROMISE not in offered_verbs(AT_WORK, [line("a", MaterialState.PRESENTED)])


@pytest.mark.parametrize("immediate", [True, False])
def test_only_an_immediate_item_is_completed_at_once(immediate: bool) -> None:
    received = Course(MatterState.RECEIVED, Terms(immediate=immediate), MONDAY)
    assert (Verb.COMPLETE_AT_ONCE in offered_verbs(received, ())) is immediate
