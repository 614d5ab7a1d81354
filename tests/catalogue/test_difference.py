"""A difference says exactly what leads from one catalogue to the other."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from tests.catalogue.strategies import item_lists
from tests.catalogue.test_checks import ALLOWANCE
from workbench.catalogue.difference import ChangeKind, difference
from workbench.catalogue.rules import Material


def test_a_changed_promise_is_shown_before_and_after() -> None:
    (change,) = difference([ALLOWANCE], [replace(ALLOWANCE, promised_days=5)])
    assert (change.kind, change.code, change.name) == (ChangeKind.CHANGED, "AG-002", "高龄津贴申请")
    (field,) = change.fields
    assert (field.title, field.before, field.after) == ("承诺期限（工作日）", "10", "5")


def test_changed_materials_are_shown_in_words() -> None:
    eased = replace(ALLOWANCE, materials=(Material("id_card", "居民身份证", held_as="id_card", note="原件"),))
    (change,) = difference([ALLOWANCE], [eased])
    assert change.fields[0].before == (
        "居民身份证（必要、核验原件、留存1份）\n银行卡（必要、可容缺、核验原件）"
    )
    assert change.fields[0].after == "居民身份证（必要、核验原件、已存id_card可免交）原件"


def test_a_new_version_number_alone_is_no_change() -> None:
    assert difference([ALLOWANCE], [replace(ALLOWANCE, version=7)]) == []


@settings(max_examples=40, deadline=None)
@given(item_lists(), item_lists())
def test_following_the_difference_leads_to_the_new_catalogue(old: tuple, new: tuple) -> None:
    state = {item.code: item for item in old}
    for change in difference(old, new):
        if change.kind is ChangeKind.REMOVED:
            assert state.pop(change.code) == change.before
        else:
            assert state.get(change.code) == change.before
            assert change.after is not None
            state[change.code] = change.after
    assert state == {item.code: item for item in new}


@settings(max_examples=40, deadline=None)
@given(item_lists(), item_lists())
def test_the_way_back_mirrors_the_way_there(old: tuple, new: tuple) -> None:
    there = {(change.code, change.before, change.after) for change in difference(old, new)}
    back = {(change.code, change.after, change.before) for change in difference(new, old)}
    assert there == back


@settings(max_examples=40, deadline=None)
@given(item_lists())
def test_nothing_differs_from_itself(items: tuple) -> None:
    assert difference(items, items) == []
