"""Whatever a grid holds, every row gets an outcome, and reports can be written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.people.roster.cleaning import read_rows
from workbench.people.roster.json_report import as_document
from workbench.people.roster.layout import propose_mapping
from workbench.people.roster.reading import Merge, RosterFile, Sheet
from workbench.people.roster.report import write_roster_report
from workbench.people.roster.vocabulary import headings

TODAY = date(2026, 11, 24)
_CELLS = st.one_of(
    st.sampled_from(["", "", "同上", "张三", "户主", "330106194907155512", "3-1-201", "合计", "=1+1"]),
    st.sampled_from(sorted(headings())),
    st.text(max_size=12),
    st.floats(),
    st.integers(-(10**18), 10**18),
    st.dates(),
)


@st.composite
def _sheets(draw: Any) -> Sheet:
    width, height = draw(st.integers(0, 6)), draw(st.integers(0, 12))
    columns = tuple(draw(st.lists(_CELLS, min_size=height, max_size=height)) for _ in range(width))
    cut = st.integers(0, 12)
    merges = tuple(Merge(*sorted_pairs(draw(cut), draw(cut), draw(cut), draw(cut))) for _ in range(2))
    inside = tuple(merge for merge in merges if merge.bottom < height and merge.right < width)
    return Sheet("表", columns, height if width else 0, inside)


def sorted_pairs(one: int, other: int, left: int, right: int) -> tuple[int, int, int, int]:
    return min(one, other), min(left, right), max(one, other), max(left, right)


@settings(max_examples=100, deadline=None)
@given(st.lists(_sheets(), min_size=1, max_size=2))
def test_every_row_of_any_grid_gets_an_outcome(sheets: list[Sheet]) -> None:
    file = RosterFile("任意.xlsx", tuple(sheets))
    outcomes = read_rows(file, propose_mapping(file), TODAY)
    assert {(outcome.row) for outcome in outcomes} == {
        row for sheet in sheets for row in range(1, sheet.height + 1)
    }
    for outcome in outcomes:
        assert as_document(outcome)["why"] or outcome.outcome.value == "person"


@settings(max_examples=10, deadline=None)
@given(_sheets())
def test_the_report_of_any_grid_can_be_written(sheet: Sheet) -> None:
    file = RosterFile("任意.xlsx", (sheet,))
    with TemporaryDirectory() as folder:
        write_roster_report(file, read_rows(file, propose_mapping(file), TODAY), Path(folder) / "out.xlsx")
