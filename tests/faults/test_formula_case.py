"""Case 35 of the forty: text that a spreadsheet would calculate stays text, and numbers keep meaning."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.people.roster.writing import write_csv, write_xlsx
from tests.store_fixtures import MONDAY_MORNING
from workbench.documents.excel import write_excel
from workbench.documents.model import Column, ColumnKind, Report, Table
from workbench.people.roster.reading import read_roster_file
from workbench.people.roster.report import write_roster_report
from workbench.people.roster.service import outcomes_of, read_draft
from workbench.standards.phone import normalize_phone

CALCULATES = (
    "=cmd|'/C calc'!A0",
    "+1",
    "-1",
    "@x",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    '=HYPERLINK("http://127.0.0.1","x")',
)
LASTING = tuple(text for text in CALCULATES if "\r" not in text)
"""XML has no carriage return of its own: a reader may give it back as a line feed."""


def _exported(path: Path) -> Path:
    rows = [(text, "+8613800138000", -5) for text in CALCULATES]
    columns = (Column("姓名"), Column("电话"), Column("增减", ColumnKind.INTEGER))
    report = Report(
        title="名单", generated_at=MONDAY_MORNING, generated_by="测试", blocks=(Table("名单", columns, rows),)
    )
    write_excel(report, path)
    return path


def test_case_35_no_cell_of_an_export_is_calculated(tmp_path: Path) -> None:
    path = _exported(tmp_path / "out.xlsx")
    with zipfile.ZipFile(path) as parts:
        for name in parts.namelist():
            assert b"<f>" not in parts.read(name) and b"<f " not in parts.read(name), name
    sheet = openpyxl.load_workbook(path)["名单"]
    cells = [row[0] for row in sheet.iter_rows(min_row=4, max_row=3 + len(CALCULATES))]
    assert [cell.data_type for cell in cells] == ["s"] * len(CALCULATES)
    assert all(cell.quotePrefix for cell in cells), "also when somebody edits the cell and presses Enter"


def test_case_35_what_was_exported_comes_back_unchanged(tmp_path: Path) -> None:
    sheet = read_roster_file(_exported(tmp_path / "out.xlsx")).sheets[1]
    names = [sheet.row(number)[0] for number in range(3, 3 + len(CALCULATES))]
    assert [name for name in names if name in LASTING] == list(LASTING)


def test_case_35_a_negative_number_stays_a_number_and_a_telephone_one_that_rings(tmp_path: Path) -> None:
    path = _exported(tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(path)["名单"]
    assert {row[2].value for row in sheet.iter_rows(min_row=4, max_row=3 + len(CALCULATES))} == {-5}
    back = read_roster_file(path).sheets[1].row(3)
    assert back[1] == "+8613800138000" and normalize_phone(str(back[1])) == "13800138000"
    assert back[2] == -5


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_case_35_a_name_that_calculates_is_refused_with_its_row_and_repeated_as_text(
    tmp_path: Path, kind: str
) -> None:
    rows = [["姓名", "电话", "备注"], *([text, "+8613800138000", "-5"] for text in LASTING)]
    path = tmp_path / f"in.{kind}"
    write_csv(path, rows) if kind == "csv" else write_xlsx(path, {"居民": rows})
    draft = read_draft(path)
    outcomes = outcomes_of(draft, MONDAY_MORNING.date())
    write_roster_report(draft.file, outcomes, tmp_path / "report.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "report.xlsx").worksheets[1]
    told = [row[3] for row in sheet.iter_rows(min_row=3)]
    assert all(cell.data_type != "f" for cell in told)
    assert all(cell.quotePrefix for cell in told if cell.value), "shown, never calculated"


def test_case_35_text_written_as_csv_comes_back_unchanged(tmp_path: Path) -> None:
    stream = io.StringIO()
    csv.writer(stream).writerows([["姓名", "电话"], *([text, "+8613800138000"] for text in LASTING)])
    path = tmp_path / "in.csv"
    path.write_bytes(stream.getvalue().encode("utf-8-sig"))
    sheet = read_roster_file(path).sheets[0]
    assert [sheet.row(number + 1)[0].strip() for number in range(len(LASTING))] == [
        text.strip() for text in LASTING
    ]


def test_case_35_no_code_or_label_of_the_microdata_calculates() -> None:
    from workbench.census.microdata.variables import VARIABLES
    from workbench.documents.excel_text import looks_like_formula

    for variable in VARIABLES:
        for text in (variable.name, variable.label, *variable.values.values()):
            assert not looks_like_formula(text), text
