"""A failing run becomes small, and a small run is a file that can be played again."""

from __future__ import annotations

from tests.faults.sync.fuzz.actions import Action, Deed, load, save
from tests.faults.sync.fuzz.generator import script_of
from tests.faults.sync.fuzz.shrink import shrunk


def test_what_does_not_matter_is_dropped_and_what_does_keeps_its_order():
    def fails(steps):
        return 3 in steps and 41 in steps and steps.index(3) < steps.index(41)

    assert shrunk(range(60), fails) == [3, 41]


def test_a_run_that_fails_of_itself_shrinks_to_nothing():
    assert shrunk(range(9), lambda steps: True) == []


def test_the_number_of_trials_is_bounded():
    asked = []

    def fails(steps):
        asked.append(len(steps))
        return len(steps) >= 50

    assert len(shrunk(range(60), fails, tries=25)) >= 50
    assert len(asked) == 25


def test_a_seed_makes_the_same_run_every_time():
    assert script_of(11) == script_of(11)
    assert script_of(11) != script_of(12)


def test_every_deed_comes_up_before_long():
    seen = {action.deed for seed in range(400) for action in script_of(seed).actions}
    assert seen == set(Deed)


def test_a_run_comes_back_from_its_file_as_it_was(tmp_path):
    script = script_of(5).with_actions([*script_of(5).actions[:4], Action(Deed.RELEASE)])
    save(script, tmp_path / "run.json", ["convergence: resident r1"])
    assert load(tmp_path / "run.json") == script
