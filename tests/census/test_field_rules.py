"""Areas one can walk, loads that are even, visits at another time of day, samples that can be drawn again."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.census.kinds import CaseState
from workbench.census.rules.areas import TARGET, Block, GridBlocks, blocks_of, check_code, propose_areas
from workbench.census.rules.callbacks import TimeOfDay, check_visit, is_due, propose_visit, time_of_day
from workbench.census.rules.sampling import sample, sample_each, share_of, shuffled, still_to_verify
from workbench.census.rules.workload import Walk, even_shares, propose_assignment
from workbench.census.wording import GuardFailed, Reason
from workbench.standards.clock import local_date

sizes = st.lists(st.integers(0, 60), max_size=12)
NOW = datetime(2026, 11, 24, 2, tzinfo=UTC)
"""Tuesday, ten in the morning in Shanghai."""


def grid(name: str, counts: list[int]) -> GridBlocks:
    blocks = tuple(Block(f"{name}-{number}", None, count) for number, count in enumerate(counts))
    return GridBlocks(name, f"第{name}网格", blocks)


@given(st.lists(sizes, max_size=4), st.integers(20, 100))
def test_every_household_is_in_exactly_one_area_of_its_grid(counts, target):
    grids = [grid(str(number), each) for number, each in enumerate(counts)]
    areas = propose_areas(grids, target)
    placed = [block for area in areas for block in area.blocks]
    assert sorted(placed, key=str) == sorted(
        (block for each in grids for block in each.blocks if block.households), key=str
    )
    assert len({area.code for area in areas}) == len(areas)
    for area in areas:
        assert {block.building_id.split("-")[0] for block in area.blocks} == {area.grid_id}
        assert len(area.blocks) == 1 or area.households <= target * 1.5


def test_areas_are_of_walking_size():
    areas = propose_areas([grid("1", [40, 40, 40, 40, 10])])
    assert [area.households for area in areas] == [80, 90]
    assert [area.name for area in areas] == ["第1网格第1小区", "第1网格第2小区"]


def test_a_large_building_is_divided_by_its_stairs():
    units = ["2"] * 50 + ["1"] * 60 + ["10"] * 5
    assert [(block.unit, block.households) for block in blocks_of("b", units)] == [
        ("1", 60), ("2", 50), ("10", 5),
    ]  # fmt: skip
    assert blocks_of("b", units[:TARGET]) == (Block("b", None, TARGET),)
    assert blocks_of("b", [""] * 200) == (Block("b", None, 200),)


def test_an_area_s_code_is_plain_and_its_own():
    assert check_code(" ００1a ", ["002"]) == "001A"
    for odd in ("", "一", "123456789", "002"):
        with pytest.raises(GuardFailed):
            check_code(odd, ["002"])


@given(sizes, st.lists(st.integers(0, 200), min_size=1, max_size=6))
def test_each_household_gets_exactly_one_enumerator_and_loads_end_even(counts, loads):
    walks = [Walk(tuple(f"{number}-{home}" for home in range(count))) for number, count in enumerate(counts)]
    people = [f"p{number}" for number in range(len(loads))]
    already = dict(zip(people, loads, strict=True))
    given_out = propose_assignment(walks, people, already)
    assert list(given_out) == [case for walk in walks for case in walk.case_ids]
    new = Counter(given_out.values())
    touched = [already[one] + new[one] for one in people if new[one]]
    untouched = [already[one] for one in people if not new[one]]
    assert max(touched, default=0) - min(touched, default=0) <= 1
    assert all(load >= max(touched, default=0) - 1 for load in untouched)


def test_neighbours_stay_with_one_enumerator():
    given_out = propose_assignment([Walk(("1", "2", "3", "4"))], ["a", "b"])
    assert list(given_out.values()) == ["a", "a", "b", "b"]
    with pytest.raises(GuardFailed) as refusal:
        propose_assignment([Walk(("1",))], [])
    assert refusal.value.reason is Reason.NO_CANDIDATES


def test_whoever_has_least_gets_most():
    assert even_shares(5, [4, 0]) == (1, 4)


moments = st.datetimes(datetime(2026, 11, 1), datetime(2026, 12, 31), timezones=st.just(UTC))


@given(st.lists(moments, max_size=6), moments, st.dates(date(2026, 11, 1), date(2027, 1, 31)))
def test_the_next_visit_is_another_day_within_the_round(tried, now, until):
    proposed = propose_visit(tried, now, until)
    if proposed is not None:
        assert local_date(now) < local_date(proposed) <= until
        check_visit(proposed, now, until)
    else:
        assert (until - local_date(now)).days < 7


@given(st.lists(moments, max_size=3), moments)
def test_the_next_visit_is_at_a_time_of_day_not_tried_yet(tried, now):
    proposed = propose_visit(tried, now, date(2027, 6, 1))
    assert proposed and time_of_day(proposed) not in {time_of_day(moment) for moment in tried}


def test_after_a_weekday_morning_comes_the_evening_then_the_weekend():
    evening = propose_visit([NOW], NOW, date(2026, 12, 10))
    assert evening == datetime(2026, 11, 25, 11, 30, tzinfo=UTC) and time_of_day(evening) is TimeOfDay.EVENING
    weekend = propose_visit([NOW, evening], evening, date(2026, 12, 10))
    assert weekend == datetime(2026, 11, 28, 2, tzinfo=UTC) and time_of_day(weekend) is TimeOfDay.WEEKEND


def test_a_visit_in_the_past_or_after_the_round_is_refused():
    for moment in (NOW, datetime(2026, 12, 11, 2, tzinfo=UTC)):
        with pytest.raises(GuardFailed) as refusal:
            check_visit(moment, NOW, date(2026, 12, 10))
        assert refusal.value.reason is Reason.DAY_AHEAD
    check_visit(None, NOW, date(2026, 12, 10))


def test_a_call_back_is_due_on_its_day_and_until_it_is_made():
    assert not is_due(CaseState.ABSENT, datetime(2026, 11, 24, 16, tzinfo=UTC), date(2026, 11, 24))
    assert is_due(CaseState.ABSENT, datetime(2026, 11, 24, 15, tzinfo=UTC), date(2026, 11, 24))
    assert is_due(CaseState.ABSENT, datetime(2026, 11, 20, 15, tzinfo=UTC), date(2026, 11, 24))
    assert not is_due(CaseState.VACANT, datetime(2026, 11, 20, 15, tzinfo=UTC), date(2026, 11, 24))


ids = st.lists(st.uuids().map(str), max_size=40, unique=True)


@given(st.integers(0, 2**31), ids, st.integers(0, 100), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_a_sample_is_drawn_again_from_its_seed_whatever_the_order_and_never_twice(
    seed, all_ids, percent, rng
):
    drawn = sample(seed, all_ids, percent)
    again = all_ids[:]
    rng.shuffle(again)
    assert sample(seed, again, percent) == drawn
    assert len(set(drawn)) == len(drawn) == share_of(len(all_ids), percent)
    assert set(drawn) <= set(all_ids)
    assert sorted(shuffled(seed, all_ids)) == sorted(all_ids)


def test_another_seed_draws_others():
    homes = [str(number) for number in range(200)]
    assert sample(1, homes, 10) != sample(2, homes, 10)


def test_every_home_is_drawn_about_as_often_as_any_other():
    homes = [str(number) for number in range(20)]
    counts = Counter(one for seed in range(2000) for one in sample(seed, homes, 25))
    assert all(400 < counts[home] < 600 for home in homes)


def test_every_enumerator_is_drawn_from():
    drawn = sample_each(7, {"a": ["1", "2", "3"], "b": ["4"], "c": []}, 5)
    assert [len(drawn[one]) for one in "abc"] == [1, 1, 0]


@pytest.mark.parametrize(
    ("count", "percent", "share"), [(100, 7, 7), (10, 5, 1), (0, 50, 0), (3, 100, 3), (9, 0, 0)]
)
def test_a_share_is_rounded_up(count, percent, share):
    assert share_of(count, percent) == share


@given(ids, st.integers(0, 20), st.integers(0, 100))
def test_forms_are_typed_again_until_the_share_is_reached(unverified, verified, percent):
    waiting = still_to_verify(3, unverified, verified, percent)
    wanted = share_of(len(unverified) + verified, percent)
    assert len(waiting) == max(0, wanted - verified)
    assert len(set(waiting)) == len(waiting)
