"""Scales are round, and hold every value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.documents.chart_scale import ticks_between


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 210, (0, 100, 200, 300)),
        (0, 3, (0, 1, 2, 3)),
        (0, 0, (0, 1)),
        (-2, 4, (-2, 0, 2, 4)),
        (0, 0.9, (0, 0.25, 0.5, 0.75, 1)),
    ],
)
def test_ticks_are_the_ones_a_person_would_draw(low, high, ticks):
    assert ticks_between(low, high) == ticks


@given(st.floats(-1e9, 0), st.floats(0, 1e9))
def test_ticks_enclose_all_values_and_are_few(low, high):
    ticks = ticks_between(low, high)
    assert ticks[0] <= low + 1e-6 and ticks[-1] >= high - 1e-6
    assert 2 <= len(ticks) <= 8
    assert list(ticks) == sorted(set(ticks))
