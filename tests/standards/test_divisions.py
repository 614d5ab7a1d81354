"""Division codes of identity numbers are told in words."""

from __future__ import annotations

import pytest

from workbench.standards.divisions import division_name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("330106", "浙江省杭州市西湖区"),
        ("330100", "浙江省杭州市"),
        ("330000", "浙江省"),
        ("110105", "北京市朝阳区"),
        ("500101", "重庆市万州区"),
        ("429004", "湖北省仙桃市"),
        ("513330", "四川省甘孜藏族自治州德格县"),
        ("659001", "新疆维吾尔自治区石河子市"),
        ("441900", "广东省东莞市"),
        ("810000", "香港特别行政区"),
    ],
)
def test_a_division_has_its_full_name(code: str, name: str) -> None:
    assert division_name(code) == name


def test_an_abolished_county_keeps_its_name() -> None:
    assert division_name("320503") == "江苏省苏州市平江区"


def test_a_renamed_division_has_its_latest_name() -> None:
    assert division_name("120110") == "天津市东丽区"


@pytest.mark.parametrize("code", ["", "3301", "33010601", "33010x", "330199", "999999", "３３０１０６"])
def test_what_is_no_division_has_no_name(code: str) -> None:
    assert division_name(code) is None
