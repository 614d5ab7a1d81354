"""What a community's details must be like, and how its codes are put in order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.community.rules import (
    BuildingDetails,
    GridDetails,
    InvalidDetails,
    Profile,
    check_building,
    check_grid,
    check_profile,
    natural_order,
    tidy_code,
)

PROFILE = Profile("演示社区", "示例社", "330100001001", "演示路 1 号", "0571-0000 0000", demo=True)
BUILDING = BuildingDetails("3幢", units=3, floors=16, latitude=30.2, longitude=120.1)


def test_a_complete_profile_and_one_with_only_the_necessary_pass() -> None:
    check_profile(PROFILE)
    check_profile(Profile("演示社区", "示例社"))


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"name": " "}, "社区名称"),
        ({"division_code": "3301"}, "区划代码"),
        ({"division_code": "33010000100X"}, "区划代码"),
        ({"phone": "打电话"}, "电话"),
        ({"document_prefix": "示"}, "文书字头"),
        ({"document_prefix": "示例社/受"}, "文书字头"),
    ],
)
def test_a_faulty_profile_is_refused_with_the_field_named(change: dict[str, str], word: str) -> None:
    with pytest.raises(InvalidDetails, match=word):
        check_profile(replace(PROFILE, **change))


@pytest.mark.parametrize(
    "grid", [GridDetails("", "一网格"), GridDetails("a b", "一网格"), GridDetails("1", " ")]
)
def test_a_faulty_grid_is_refused(grid: GridDetails) -> None:
    with pytest.raises(InvalidDetails):
        check_grid(grid)


def test_a_building_passes_with_and_without_its_place() -> None:
    check_building(BUILDING)
    check_building(BuildingDetails("3"))


@pytest.mark.parametrize(
    "change",
    [
        {"number": " "},
        {"units": 0},
        {"units": 61},
        {"floors": 0},
        {"floors": 201},
        {"longitude": None},
        {"latitude": 91.0},
        {"longitude": -180.5},
        {"latitude": float("nan")},
    ],
)
def test_a_faulty_building_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(InvalidDetails):
        check_building(replace(BUILDING, **change))


def test_codes_are_sorted_as_people_count() -> None:
    codes = ["10幢", "B1", "2幢", "1幢", "2-10", "2-9", "A12", "A2"]
    assert sorted(codes, key=natural_order) == ["1幢", "2-9", "2-10", "2幢", "10幢", "A2", "A12", "B1"]


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_numbers_within_codes_are_sorted_by_value(one: int, other: int) -> None:
    assert (natural_order(f"北{one}幢") < natural_order(f"北{other}幢")) is (one < other)


@given(st.lists(st.text(max_size=8), max_size=8))
def test_any_codes_can_be_sorted(codes: list[str]) -> None:
    assert len(sorted(codes, key=natural_order)) == len(codes)


def test_full_width_codes_are_the_same_codes() -> None:
    assert tidy_code(" Ｇ－０１ ") == "G-01"
