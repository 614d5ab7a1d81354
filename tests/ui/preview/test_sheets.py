"""Where sheets lie and how the zoom steps."""

from hypothesis import given
from hypothesis import strategies as st

from ui.preview.sheets import ZOOMS, Fit, Sheets, fitting_zoom, next_zoom

A4 = (595.0, 842.0)


@given(
    count=st.integers(1, 1000),
    height=st.floats(50, 3000),
    offset=st.floats(0, 100_000),
    room=st.floats(10, 2000),
)
def test_every_sheet_that_touches_the_window_is_drawn(count, height, offset, room):
    sheets = Sheets(count, height * 0.7, height, gap=16, margin=20)
    shown = sheets.visible(offset, room)
    touching = [
        place
        for place in range(count)
        if sheets.top(place) + height > offset and sheets.top(place) < offset + room
    ]
    assert set(touching) <= set(shown)
    assert len(shown) <= len(touching) + 2


def test_the_last_sheet_ends_at_the_lower_margin():
    sheets = Sheets(3, 100, 200, gap=10, margin=20)
    assert sheets.top(2) + 200 + 20 == sheets.total_height


def test_the_page_in_front_is_the_one_in_the_middle():
    sheets = Sheets(3, 100, 200, gap=10, margin=20)
    assert sheets.in_front(0, 300) == 0
    assert sheets.in_front(sheets.top(1), 300) == 1
    assert sheets.in_front(10_000, 300) == 2


@given(st.floats(0.25, 4.0))
def test_larger_is_larger_and_smaller_is_smaller_until_the_ends(zoom):
    assert next_zoom(zoom, larger=True) > zoom or zoom >= ZOOMS[-1] - 0.005
    assert next_zoom(zoom, larger=False) < zoom or zoom <= ZOOMS[0] + 0.005


def test_a_whole_page_fits_where_its_width_alone_would_not_let_it():
    assert fitting_zoom(Fit.PAGE, A4, (1200, 600)) < fitting_zoom(Fit.WIDTH, A4, (1200, 600))
