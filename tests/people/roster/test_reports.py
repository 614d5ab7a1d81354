"""The reports: original cells with reasons and colours, nothing that Excel would calculate; and the JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.people.roster.invented import invent
from tests.people.roster.writing import write_xlsx
from workbench.documents.errors import DocumentNotWritten
from workbench.people.roster.json_report import write_json_report
from workbench.people.roster.report import write_roster_report
from workbench.people.roster.service import outcomes_of, read_draft

TODAY = date(2026, 11, 24)
ONE, TWO = invent(2, 4)
ROWS = [
    ["姓名", "身份证号", "备注"],
    [ONE.name, f" {ONE.number}", "=HYPERLINK(\"x\")"],
    ["@SUM(A1)", TWO.number, "-1"],
    ["合计", 2, ""],
]  # fmt: skip


def test_the_excel_report_shows_cells_reasons_and_colours(tmp_path: Path) -> None:
    draft = read_draft(write_xlsx(tmp_path / "a.xlsx", {"居民": ROWS}))
    write_roster_report(draft.file, outcomes_of(draft, TODAY), tmp_path / "out.xlsx")
    book = load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["汇总", "居民"]
    sheet = book["居民"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[2][:4] == [2, "可导入", None, ONE.name]
    assert rows[3][:4] == [3, "不导入", "姓名是公式，不导入", "@SUM(A1)"]
    assert rows[4][:4] == [4, "非居民行", "合计行", "合计"]
    assert sheet["B4"].fill.fgColor.rgb != sheet["B3"].fill.fgColor.rgb
    assert sheet.freeze_panes == "D2"
    risky = [cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith(("=", "@", "-"))]
    assert len(risky) == 3
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in risky)


def test_the_summary_counts_outcomes_and_reasons(tmp_path: Path) -> None:
    draft = read_draft(write_xlsx(tmp_path / "a.xlsx", {"居民": ROWS}))
    write_roster_report(draft.file, outcomes_of(draft, TODAY), tmp_path / "out.xlsx")
    counts = {row[0].value: row[1].value for row in load_workbook(tmp_path / "out.xlsx")["汇总"].iter_rows()}
    assert (counts["可导入"], counts["不导入"], counts["非居民行"]) == (1, 1, 2)
    assert counts["姓名是公式，不导入"] == 1


def test_a_report_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    draft = read_draft(write_xlsx(tmp_path / "a.xlsx", {"居民": ROWS}))
    with pytest.raises(DocumentNotWritten):
        write_roster_report(draft.file, [], tmp_path / "nowhere" / "out.xlsx")


def test_the_json_has_one_object_for_every_row(tmp_path: Path) -> None:
    draft = read_draft(write_xlsx(tmp_path / "a.xlsx", {"居民": ROWS}))
    write_json_report(outcomes_of(draft, TODAY), tmp_path / "out.json")
    rows = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [row["outcome"] for row in rows] == ["skip", "person", "refused", "skip"]
    assert (rows[0]["why"], rows[3]["why"]) == ("header", "total")
    assert rows[1]["person"]["birth_date"] == ONE.born.isoformat()
    assert set(rows[1]["person"]) == {
        "name", "id_number", "sex", "birth_date", "phone",
        "building", "unit", "room", "relation", "household_head",
    }  # fmt: skip


def test_json_on_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old", encoding="utf-8")
    outcomes = outcomes_of(read_draft(write_xlsx(tmp_path / "a.xlsx", {"居民": ROWS})), TODAY)
    with _files_of_at_most(200), pytest.raises(DocumentNotWritten):
        write_json_report(outcomes, target)
    assert target.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xlsx", "out.json"]


def test_json_into_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(DocumentNotWritten):
        write_json_report([], tmp_path / "nowhere" / "out.json")


@contextmanager
def _files_of_at_most(size: int) -> Iterator[None]:
    """Let the system refuse to write more bytes into a file, as a full disk does."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
