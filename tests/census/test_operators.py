"""Typists' figures, worked out by hand."""

from datetime import UTC, datetime, timedelta

import pytest

from workbench.census.keying import Keyed, KeyingFacts, KeyingMode
from workbench.census.operators import OperatorFigures, all_together, operator_figures

START = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


def sitting(staff, case, mode=KeyingMode.ENTRY, keystrokes=600, active=1200, minutes=30, at=0, **more):
    begin = START + timedelta(minutes=at)
    facts = KeyingFacts(
        begin, begin + timedelta(minutes=minutes), active, keystrokes, more.pop("corrections", 0)
    )
    return Keyed(staff, case, mode, facts, more.pop("fields", 50), **more)


LOG = (
    sitting("甲", "1", corrections=30),
    sitting("甲", "2", keystrokes=400, active=600, minutes=10, at=40),
    sitting("甲", "1", KeyingMode.CORRECTION, keystrokes=40, active=60, minutes=2, at=60, fields=52),
    sitting(
        "乙", "1", KeyingMode.VERIFICATION, keystrokes=500, active=1000, at=80,
        keyer_id="甲", compared=50, keyer_wrong=4, verifier_wrong=1,
    ),
)  # fmt: skip


def test_pauses_do_not_slow_anybody_down():
    first, second = operator_figures(LOG)
    assert (first.staff_id, second.staff_id) == ("甲", "乙")
    entry = first.entry
    assert (entry.sittings, entry.cases, entry.keystrokes, entry.fields) == (3, 2, 1040, 102)
    assert (entry.active, entry.pause) == (1860, 660)
    assert entry.keystrokes_an_hour == pytest.approx(1040 / 1860 * 3600)
    assert entry.cases_an_hour == pytest.approx(2 / 1860 * 3600)
    assert entry.correction_rate == pytest.approx(30 / 1040)
    assert entry.keystrokes_a_field == pytest.approx(1040 / 102)


def test_the_typists_errors_are_apart_from_the_verifiers():
    first, second = operator_figures(LOG)
    assert (first.as_keyer.compared, first.as_keyer.wrong) == (50, 4)
    assert first.as_keyer.errors_a_thousand == pytest.approx(4 / 640 * 1000), "only the forms compared count"
    assert first.as_keyer.error_rate == pytest.approx(0.08)
    assert second.as_verifier.errors_a_thousand == pytest.approx(1 / 500 * 1000)
    assert first.as_verifier.errors_a_thousand is second.as_keyer.error_rate is None
    assert second.verification.keystrokes_an_hour == pytest.approx(1800)
    assert second.entry.keystrokes_an_hour is None


def test_the_totals_are_of_all():
    whole = all_together(operator_figures(LOG))
    assert whole.entry.keystrokes == 1040
    assert whole.as_keyer.errors_a_thousand == pytest.approx(4 / 640 * 1000)
    assert whole.verification.cases == 1
    assert all_together(()) == OperatorFigures("")
    assert operator_figures(()) == ()


def test_a_typist_who_left_is_still_held_to_what_was_compared():
    (verifier, keyer) = operator_figures(LOG[3:])
    assert {verifier.staff_id, keyer.staff_id} == {"甲", "乙"}
    gone = next(each for each in (verifier, keyer) if each.staff_id == "甲")
    assert (gone.as_keyer.wrong, gone.as_keyer.errors_a_thousand) == (4, None)
