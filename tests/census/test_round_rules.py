"""A round goes from plan to tables, uses the register only where the law lets it, and can always go on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from workbench.census.kinds import RoundKind, RoundState, RoundVerb
from workbench.census.rules import rounds
from workbench.census.rules.rounds import RoundTerms
from workbench.census.wording import GuardFailed, Reason

CENSUS = RoundTerms(
    name="第八次人口普查演练",
    kind=RoundKind.CENSUS,
    moment=datetime(2026, 10, 31, 16, tzinfo=UTC),
    since=date(2026, 11, 1),
    until=date(2026, 12, 10),
    basis="全国人口普查条例第十五条",
    prefill=True,
)
SURVEY = replace(CENSUS, kind=RoundKind.SURVEY, update_register=True, basis="居民书面同意")


@pytest.mark.parametrize("terms", [CENSUS, SURVEY, replace(SURVEY, kind=RoundKind.POLL, prefill=False,
                                                           update_register=False, basis="")])  # fmt: skip
def test_a_sound_plan_is_accepted(terms):
    rounds.check_terms(terms)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"name": "  "}, Reason.NAME_NEEDED),
        ({"until": date(2026, 10, 1)}, Reason.PERIOD_TURNED),
        ({"double_key_percent": 101}, Reason.PERCENT),
        ({"recheck_percent": -1}, Reason.PERCENT),
        ({"update_register": True}, Reason.CENSUS_CLOSED_BOOK),
        ({"kind": RoundKind.POLL}, Reason.POLL_NAMELESS),
        ({"kind": RoundKind.SURVEY, "basis": " "}, Reason.BASIS_NEEDED),
    ],
)
def test_a_plan_the_law_or_sense_forbids_is_refused(changes, reason):
    with pytest.raises(GuardFailed) as refusal:
        rounds.check_terms(replace(CENSUS, **changes))
    assert refusal.value.reason is reason


@pytest.mark.parametrize("state", RoundState)
def test_every_state_of_a_round_has_a_way_out(state):
    assert any(rounds.AFTER.get(verb, state) is not state for verb in rounds.possible_verbs(state))


@pytest.mark.parametrize("verb", [RoundVerb.WORK, RoundVerb.CHECK])
@pytest.mark.parametrize("state", [RoundState.PLANNED, RoundState.CLOSED, RoundState.TABULATED])
def test_nobody_is_counted_before_the_round_opens_or_after_it_closes(verb, state):
    with pytest.raises(GuardFailed, match=state.label):
        rounds.enter("演练", state, verb)


def test_a_round_opens_with_a_form_and_no_empty_area():
    for form, empty, areas, reason in (
        (None, (), 3, Reason.FORM_NEEDED),
        ("form", (), 0, Reason.NO_AREAS),
        ("form", ("002",), 3, Reason.AREAS_EMPTY),
    ):
        with pytest.raises(GuardFailed) as refusal:
            rounds.check_opening(form, empty, areas)
        assert refusal.value.reason is reason
    rounds.check_opening("form", (), 3)


def test_a_round_winds_up_when_all_is_assigned_and_closes_when_all_is_signed():
    rounds.check_winding_up(0)
    rounds.check_closing(0)
    with pytest.raises(GuardFailed, match="2 户"):
        rounds.check_winding_up(2)
    with pytest.raises(GuardFailed, match="1 个"):
        rounds.check_closing(1)
    with pytest.raises(GuardFailed, match="原因"):
        rounds.require_reason(" ", RoundVerb.REOPEN)
