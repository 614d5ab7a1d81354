"""What a sound item is, rule by rule."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.catalogue.strategies import POSTS, catalogues
from workbench.catalogue.checks import check_catalogue, check_item
from workbench.catalogue.rules import Catalogue, ItemKind, Material, Post, ServiceItem

ALLOWANCE = ServiceItem(
    code="AG-002",
    name="高龄津贴申请",
    post="ageing",
    kind=ItemKind.COMMITTED,
    audience="年满八十周岁的老年人",
    materials=(Material("id_card", "居民身份证", copies=1), Material("bank_card", "银行卡", may_follow=True)),
    legal_days=20,
    promised_days=10,
    fee="免费",
    department="区民政局",
    unit="社区受理",
    legal_basis="《中华人民共和国老年人权益保障法》",
    outcome="按月发放津贴",
    tips="提前一个月通知。",
    keywords=("高龄补贴",),
)
CERTIFICATE = ServiceItem(
    code="FC-01", name="亲属关系证明", post="ageing", kind=ItemKind.FORBIDDEN, instead="用户口簿。"
)


def broken(item: ServiceItem) -> list[str]:
    return [problem.field for problem in check_item(item)]


def test_a_sound_item_breaks_no_rule() -> None:
    assert check_item(ALLOWANCE) == check_item(CERTIFICATE) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"promised_days": 21}, "promised_days"),
        ({"promised_days": None}, "promised_days"),
        ({"promised_days": 0}, "promised_days"),
        ({"kind": ItemKind.IMMEDIATE}, "promised_days"),
        ({"licensing": True, "legal_days": None}, "legal_days"),
        ({"code": "ag 2"}, "code"),
        ({"name": ""}, "name"),
        ({"name": "长" * 61}, "name"),
        ({"tips": ""}, "tips"),
        ({"tips": "长" * 1001}, "tips"),
        ({"keywords": ("老年证、老人卡",)}, "keywords"),
        ({"instead": "到派出所。"}, "instead"),
        ({"materials": (Material("a", "甲"), Material("a", "乙"))}, "materials"),
        ({"materials": (Material("a", "甲", required=False, may_follow=True),)}, "materials"),
        ({"materials": (Material("a", "甲", may_follow=True),)}, "materials"),
        ({"materials": (Material("a", "甲", original=False, copies=0),)}, "materials"),
    ],
)
def test_an_item_that_breaks_one_rule_is_told_which(change: dict, field: str) -> None:
    assert broken(replace(ALLOWANCE, **change)) == [field]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"instead": None}, "instead"),
        ({"legal_days": 5}, "legal_days"),
        ({"materials": (Material("a", "甲"),)}, "materials"),
    ],
)
def test_a_certificate_not_to_be_issued_only_says_what_to_do_instead(change: dict, field: str) -> None:
    assert broken(replace(CERTIFICATE, **change)) == [field]


def test_a_problem_reads_as_a_sentence() -> None:
    (problem,) = check_item(replace(ALLOWANCE, promised_days=21))
    assert str(problem) == "AG-002的“承诺期限（工作日）”承诺21个工作日，长于法定的20个工作日"


def test_codes_posts_and_their_names_must_be_unique_and_known() -> None:
    twins = Catalogue(POSTS, (ALLOWANCE, ALLOWANCE, replace(ALLOWANCE, code="AG-003", post="nobody")))
    assert [(problem.code, problem.field) for problem in check_catalogue(twins)] == [
        ("AG-002", "code"),
        ("AG-003", "post"),
    ]
    same_name = Catalogue((*POSTS, Post("other", "老龄", "OT", 3), Post("empty", "空", "", 4)), ())
    assert [problem.code for problem in check_catalogue(same_name)] == ["老龄", "empty"]


@settings(max_examples=40, deadline=None)
@given(catalogues)
def test_invented_catalogues_are_sound(catalogue: Catalogue) -> None:
    assert check_catalogue(catalogue) == []
