"""The sample that ships with the workbench is whole, sound and usable on the first day."""

from __future__ import annotations

from time import perf_counter

import pytest

from workbench.catalogue.checks import check_catalogue
from workbench.catalogue.files import read_sample
from workbench.catalogue.rules import Catalogue, ItemKind

NOT_TO_BE_ISSUED = [
    "亲属关系",
    "居民身份信息",
    "户口登记项目内容变更申请",
    "居民养犬",
    "无犯罪记录",
    "社区戒毒社区康复人员情况",
    "人员失踪",
    "婚姻状况",
    "出生",
    "健在",
    "死亡",
    "疾病状况",
    "残疾状况",
    "婚育状况",
    "居民就业状况",
    "居民个人档案",
    "居民财产",
    "遗产继承权",
    "市场主体住所",
    "证件遗失",
]


def offered(sample: Catalogue) -> list:
    return [item for item in sample.items if item.kind is not ItemKind.FORBIDDEN]


def test_the_sample_breaks_no_rule(sample: Catalogue) -> None:
    assert check_catalogue(sample) == []


def test_at_least_ten_posts_and_ninety_items_are_offered(sample: Catalogue) -> None:
    assert len({item.post for item in offered(sample)}) >= 10
    assert len(offered(sample)) >= 90
    assert len({item.name for item in sample.items}) == len(sample.items)


def test_every_post_has_several_items_that_carry_its_prefix(sample: Catalogue) -> None:
    for post in sample.posts:
        codes = [item.code for item in sample.items if item.post == post.code]
        assert len(codes) >= 8
        assert all(code.startswith(f"{post.prefix}-") for code in codes)


@pytest.mark.parametrize(
    "field",
    ["audience", "materials", "fee", "department", "unit", "legal_basis", "outcome", "tips", "keywords"],
)
def test_every_offered_item_fills_every_field(sample: Catalogue, field: str) -> None:
    assert [item.code for item in offered(sample) if not getattr(item, field)] == []


def test_no_promise_is_longer_than_the_law_allows(sample: Catalogue) -> None:
    limited = [item for item in offered(sample) if item.legal_days is not None]
    assert len(limited) >= 15
    assert all(item.promised_days is not None for item in offered(sample))
    assert all(item.promised_days <= item.legal_days for item in limited)


def test_every_kind_of_handling_occurs(sample: Catalogue) -> None:
    assert {item.kind for item in sample.items} == set(ItemKind)


def test_only_what_the_licensing_law_governs_is_marked_as_licensing(sample: Catalogue) -> None:
    licensing = [item for item in sample.items if item.licensing]
    assert licensing
    assert all("行政许可法" in item.legal_basis and item.legal_days for item in licensing)


def test_the_twenty_certificates_say_what_to_tell_the_resident(sample: Catalogue) -> None:
    certificates = [item for item in sample.items if item.kind is ItemKind.FORBIDDEN]
    assert [item.name for item in certificates] == [f"{name}证明" for name in NOT_TO_BE_ISSUED]
    assert all(len(item.instead or "") >= 20 for item in certificates)


def test_everything_is_marked_as_a_sample(sample: Catalogue) -> None:
    assert all(item.sample for item in sample.items)


def test_tips_are_one_to_three_sentences(sample: Catalogue) -> None:
    assert all(1 <= item.tips.count("。") <= 4 for item in offered(sample))
    assert len({item.tips for item in offered(sample)}) == len(offered(sample))


def test_the_sample_is_read_within_150_milliseconds() -> None:
    read_sample()
    fastest = min(_seconds_to_read() for _ in range(3))
    assert fastest <= 0.15


def _seconds_to_read() -> float:
    start = perf_counter()
    read_sample()
    return perf_counter() - start
