"""Items are found by whatever a resident calls them and however a worker types it."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.catalogue.files import read_sample
from workbench.catalogue.finding import Entry, build_index, find
from workbench.catalogue.rules import Catalogue


@pytest.fixture(scope="module")
def index(sample: Catalogue) -> tuple[Entry, ...]:
    return build_index(sample.items, sample.posts)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("老年优待证申领", "老年优待证申领"),
        ("办老年证", "老年优待证申领"),
        ("我想办个老年证", "老年优待证申领"),
        ("老人卡", "老年优待证申领"),
        ("老优证", "老年优待证申领"),
        ("lnydz", "老年优待证申领"),
        ("LNYDZ", "老年优待证申领"),
        ("laonianyoudai", "老年优待证申领"),
        ("ag-001", "老年优待证申领"),
        ("ＡＧ－００１", "老年优待证申领"),
        ("低保", "最低生活保障申请"),
        ("dbsq", "最低生活保障申请"),
        ("失业登记怎么办", "失业登记"),
        ("shiyedengji", "失业登记"),
        ("领失业金", "失业保险金申领"),
        ("生二胎", "生育登记"),
        ("公租房", "公共租赁住房实物配租申请"),
        ("开无犯罪记录证明", "无犯罪记录证明"),
        ("单身证明", "婚姻状况证明"),
        ("残疾证 换证", "残疾人证换领、补领和迁移"),
        ("小孩上学", "义务教育入学信息核对"),
        ("我妈八十岁了能领什么钱", "高龄津贴申请"),
        ("轮候", "公共租赁住房实物配租申请"),
    ],
)
def test_the_item_meant_comes_first(index: tuple, typed: str, name: str) -> None:
    assert find(index, typed)[0].item.name == name


def test_half_a_word_in_pinyin_finds_all_its_items(index: tuple) -> None:
    assert {"失业登记", "失业保险金申领"} <= {hit.item.name for hit in find(index, "shiye")}


def test_a_hit_says_which_plain_word_matched(index: tuple) -> None:
    assert find(index, "老人卡")[0].matched == "老人卡"


def test_a_posts_name_finds_its_items(index: tuple) -> None:
    assert {hit.item.post for hit in find(index, "退役军人", limit=200)} >= {"veterans"}
    assert {hit.item.post for hit in find(index, "民政")} == {"social_assistance", "civil_affairs"}


def test_a_search_may_stay_within_a_post(index: tuple) -> None:
    assert {hit.item.post for hit in find(index, "补贴", post="ageing")} == {"ageing"}


def test_nothing_typed_lists_the_first_items(index: tuple) -> None:
    assert [hit.item.code for hit in find(index, " ", limit=3)] == ["SA-001", "SA-002", "SA-003"]


@pytest.mark.parametrize("typed", ["zzzzz", "qwx", "☃☃", "9999999999"])
def test_nonsense_finds_nothing(index: tuple, typed: str) -> None:
    assert find(index, typed) == []


def test_every_item_is_found_by_its_name_its_initials_and_each_plain_word(index: tuple) -> None:
    for entry in index:
        name, *_ = entry.terms
        assert find(index, entry.item.name)[0].item == entry.item
        assert entry.item in [hit.item for hit in find(index, name.initials)]
        for word in entry.item.keywords:
            assert entry.item in [hit.item for hit in find(index, word)], word


@settings(deadline=None)
@given(st.text(max_size=40))
def test_whatever_is_typed_gives_hits_in_order(typed: str) -> None:
    hits = find(_INDEX, typed, limit=10)
    scores = [hit.score for hit in hits]
    assert len(hits) <= 10
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)


@pytest.mark.parametrize("typed", ["办老年证", "shiye", "老年 补贴", "我妈八十岁了能领什么钱", "zzzzz"])
def test_a_search_takes_at_most_two_milliseconds(index: tuple, typed: str) -> None:
    find(index, typed)
    assert min(_seconds(index, typed) for _ in range(5)) <= 0.002


def _seconds(index: tuple, typed: str) -> float:
    start = perf_counter()
    find(index, typed)
    return perf_counter() - start


_INDEX = build_index(read_sample().items)
