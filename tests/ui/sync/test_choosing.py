"""Choosing field by field: groups stay together, undo takes back one step, nothing is chosen by itself."""

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.sync.standin import FIELDS
from ui.sync.choosing import Choosing
from workbench.desk.sync_views import DisputedField
from workbench.sync.choices import FieldChoice, Take

MINE, THEIRS = FieldChoice(Take.MINE), FieldChoice(Take.THEIRS)
NAMES = tuple(field.name for field in FIELDS)
DEEDS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from((MINE, THEIRS))), max_size=12)


def test_nothing_is_chosen_at_first():
    choosing = Choosing(FIELDS, NAMES)
    assert choosing.left == NAMES
    assert not choosing.is_touched
    assert not choosing.undo()


def test_fields_that_belong_together_are_taken_together():
    choosing = Choosing(FIELDS, NAMES)
    choosing.choose("status", MINE)
    assert choosing.choices == {"status": MINE, "status_since": MINE}
    assert choosing.left == ("name", "phone")


def test_a_third_value_counts_for_its_own_field_only():
    choosing = Choosing(FIELDS, NAMES)
    written = FieldChoice(Take.THIRD, "2026-11-02")
    choosing.choose("status_since", written)
    assert choosing.choices == {"status_since": written}


def test_choosing_the_same_again_is_no_step():
    choosing = Choosing(FIELDS, NAMES)
    choosing.choose("name", MINE)
    choosing.choose("name", MINE)
    assert choosing.undo()
    assert not choosing.is_touched


def test_what_nobody_sees_follows_its_group_and_a_reading_its_name():
    named = (
        DisputedField("name", "", "王秀兰", "王秀蓝", "王秀蓝", group="name"),
        DisputedField("full_pinyin", "", "wangxiulan", "wangxiulan", "wangxiulan", group="name"),
        DisputedField("seen_at", None, None, "2026-11-24T01:00:00Z", None),
    )
    choosing = Choosing(named, {"name"})
    assert choosing.left == ("name",)
    choosing.choose("name", MINE)
    assert choosing.complete() == {"name": MINE, "full_pinyin": MINE, "seen_at": THEIRS}
    written = FieldChoice(Take.THIRD, "单秀兰")
    choosing.choose("name", written)
    assert choosing.complete()["full_pinyin"] == FieldChoice(Take.THIRD, "shanxiulan")


@given(DEEDS)
def test_as_many_undos_as_steps_lead_back_to_nothing(deeds):
    choosing = Choosing(FIELDS, NAMES)
    for name, choice in deeds:
        choosing.choose(name, choice)
    while choosing.undo():
        pass
    assert choosing.left == NAMES


@given(DEEDS)
def test_a_group_is_never_torn_apart(deeds):
    choosing = Choosing(FIELDS, NAMES)
    for name, choice in deeds:
        choosing.choose(name, choice)
    assert choosing.choices.get("status") == choosing.choices.get("status_since")
