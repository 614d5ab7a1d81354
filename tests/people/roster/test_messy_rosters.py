"""Rosters of any order, heading and mess: every row becomes what it must."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.people.roster.messy import Expected, MessyRoster, messy_roster
from tests.people.roster.writing import write_csv, write_xls, write_xlsx
from workbench.people.roster.json_report import as_document
from workbench.people.roster.service import outcomes_of, read_draft

TODAY = date(2026, 11, 24)
SEEDS = range(12)


def _compare(path: Path, expected: list[Expected]) -> None:
    found = [as_document(outcome) for outcome in outcomes_of(read_draft(path), TODAY)]
    assert len(found) == len(expected)
    for row, wanted in zip(found, expected, strict=True):
        assert (row["outcome"], row["why"]) == (wanted.outcome, wanted.why), row
        assert row.get("person", {}) == wanted.person, row


@pytest.mark.parametrize("seed", SEEDS)
def test_every_row_of_a_messy_workbook_becomes_what_it_must(seed: int, tmp_path: Path) -> None:
    roster = messy_roster(seed)
    path = write_xlsx(tmp_path / "花名册.xlsx", {"居民花名册": roster.rows}, roster.merges)
    _compare(path, roster.expected)


@pytest.mark.parametrize("seed", (1, 2))
def test_the_old_binary_format_says_the_same(seed: int, tmp_path: Path) -> None:
    roster = messy_roster(seed)
    _compare(write_xls(tmp_path / "花名册.xls", {"居民": roster.rows}), roster.expected)


@pytest.mark.parametrize("encoding", ("gb18030", "utf-8", "utf-8-sig", "utf-16"))
def test_text_files_say_the_same_where_types_do_not_matter(encoding: str, tmp_path: Path) -> None:
    roster = _as_text(messy_roster(5))
    _compare(write_csv(tmp_path / "花名册.csv", roster.rows, encoding), roster.expected)


def test_several_sheets_are_read_one_after_the_other(tmp_path: Path) -> None:
    one, other = messy_roster(20, 40), messy_roster(21, 40)
    path = write_xls(tmp_path / "两表.xls", {"东区": one.rows, "西区": other.rows})
    _compare(path, one.expected + other.expected)


def _as_text(roster: MessyRoster) -> MessyRoster:
    """Forget the one remark that only typed cells can earn."""
    for wanted in roster.expected:
        if wanted.why == ["phone as number"]:
            wanted.why = []
    return roster
