"""Numbers and dates keep to one line; long text gives way."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.documents.column_widths import Need, share_width

needs = st.lists(
    st.tuples(st.floats(5, 100), st.floats(0, 400)).map(lambda t: Need(t[0], t[0] + t[1])), min_size=1
)


@given(needs, st.floats(100, 800))
def test_widths_fill_the_page_exactly(columns, total):
    assert abs(sum(share_width(columns, total)) - total) < 1e-6


@given(needs)
def test_no_column_gets_less_than_its_least_when_there_is_room(columns):
    total = sum(need.least for need in columns) + 50
    widths = share_width(columns, total)
    assert all(width >= need.least - 1e-6 for width, need in zip(widths, columns, strict=True))
