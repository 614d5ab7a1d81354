"""Months as values."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ui.reports.months import Month

months = st.builds(Month, st.integers(1990, 2100), st.integers(1, 12))


@given(months, st.integers(-500, 500))
def test_going_there_and_back_ends_where_it_began(month, steps):
    assert month.moved(steps).moved(-steps) == month


@given(months)
def test_the_next_month_begins_after_this_one(month):
    assert month.first < month.moved(1).first <= date(month.year + 1, 12, 1)


def test_december_is_followed_by_january():
    assert Month(2026, 12).moved(1) == Month(2027, 1)
    assert Month(2027, 1).moved(-1) == Month(2026, 12)
