"""Case 40, the copies: what an export says of itself, seen and unseen, and what a script has to give."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook
from pypdf import PdfReader, PdfWriter

from tests.desk_fixtures import TODAY
from workbench.cli.main import COMMANDS, run
from workbench.desk import export_rules
from workbench.desk.demo.cast import DEPUTY, PASSWORD, SUPERVISOR
from workbench.desk.desk import Desk
from workbench.documents.excel_marks import PROPERTY
from workbench.documents.hidden_mark import found_in
from workbench.store.journal import JournalKind


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a small community's roster be more than may leave on one person's word."""
    monkeypatch.setattr(export_rules, "MOST_ROWS", 20)


def _last_export(desk: Desk):
    return next(row for row in desk.access_log.rows() if row.kind is JournalKind.EXPORT)


# What the copy says of itself.


@pytest.fixture
def copies(desk: Desk, tmp_path: Path) -> tuple[Path, Path, str]:
    """A report as Excel and as PDF, and the number of the latter's export."""
    for ending in ("xlsx", "pdf"):
        desk.reports.write("day-sheet", TODAY, ending, tmp_path / f"out.{ending}", "街道例会")
    return tmp_path / "out.xlsx", tmp_path / "out.pdf", _last_export(desk).details["export_id"]


def test_case_40_every_page_says_who_which_desk_when_and_which_export(
    desk: Desk, copies: tuple[Path, Path, str]
) -> None:
    _, pdf, number = copies
    for page in PdfReader(pdf).pages:
        text = page.extract_text().replace("\n", "")
        for word in (desk.session.display_name, "1号终端", f"{TODAY:%Y-%m-%d}", number, "街道例会"):
            assert word in text


def test_case_40_a_single_page_copied_out_still_carries_the_number_unseen(
    copies: tuple[Path, Path, str],
) -> None:
    _, pdf, number = copies
    alone = PdfWriter()
    alone.add_page(PdfReader(pdf).pages[0])
    stream = BytesIO()
    alone.write(stream)
    content = PdfReader(stream).pages[0].get_contents().get_data()
    assert b" 3 Tr " in content, "text that is not painted"
    assert PdfReader(stream).pages[0].extract_text().count(number) >= 4, "three seen, one unseen"


def test_case_40_the_pdfs_properties_name_the_export(copies: tuple[Path, Path, str]) -> None:
    _, pdf, number = copies
    assert number in PdfReader(pdf).metadata.subject


def test_case_40_every_sheet_says_where_it_came_from(desk: Desk, copies: tuple[Path, Path, str]) -> None:
    book = openpyxl.load_workbook(copies[0])
    number = book.custom_doc_props[PROPERTY].value
    for sheet in book:
        shown = " ".join(str(cell.value) for row in sheet.iter_rows(max_row=3) for cell in row if cell.value)
        assert number in shown and desk.session.display_name in shown and "1号终端" in shown
        assert number in sheet.oddHeader.right.text


def test_case_40_the_workbooks_properties_name_the_export(copies: tuple[Path, Path, str]) -> None:
    book = openpyxl.load_workbook(copies[0])
    number = book.custom_doc_props[PROPERTY].value
    assert number == book.properties.identifier and number in book.properties.subject


def test_case_40_a_title_copied_into_another_workbook_still_carries_the_number(
    copies: tuple[Path, Path, str],
) -> None:
    book = openpyxl.load_workbook(copies[0])
    number = book.custom_doc_props[PROPERTY].value
    for sheet in book:
        other = Workbook()
        other.active["C7"] = sheet["A1"].value
        stream = BytesIO()
        other.save(stream)
        pasted = openpyxl.load_workbook(stream).active["C7"].value
        assert found_in(pasted) == number
        assert len([letter for letter in pasted if letter.isprintable()]) < len(pasted), "it is not seen"


def test_case_40_two_exports_are_told_apart(desk: Desk, tmp_path: Path) -> None:
    numbers = set()
    for _ in range(2):
        desk.reports.write("day-sheet", TODAY, "pdf", tmp_path / "out.pdf", "街道例会")
        numbers.add(_last_export(desk).details["export_id"])
    assert len(numbers) == 2


# At the command line.


def _script(monkeypatch: pytest.MonkeyPatch, desk: Desk, target: Path, *more: str, **environment: str) -> int:
    for name in ("WORKBENCH_APPROVER", "WORKBENCH_APPROVER_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {
        "WORKBENCH_USER": SUPERVISOR.account,
        "WORKBENCH_PASSWORD": PASSWORD,
        **environment,
    }.items():
        monkeypatch.setenv(name, value)
    month = ("--month", f"{TODAY:%Y-%m}", "--format", "xlsx", "--out", str(target))
    return run(["report", "roster", *month, "--data", str(desk.folder.path), *more], COMMANDS)


def test_case_40_a_script_needs_the_second_person_as_well(
    desk: Desk, tmp_path: Path, crowded: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    target = tmp_path / "roster.xlsx"
    given = {"WORKBENCH_APPROVER": DEPUTY.account, "WORKBENCH_APPROVER_PASSWORD": PASSWORD}
    assert _script(monkeypatch, desk, target, "--purpose", "入户走访") == 1
    assert "WORKBENCH_APPROVER" in capsys.readouterr().err
    assert _script(monkeypatch, desk, target, **given) == 1
    assert "用途" in capsys.readouterr().err
    assert not target.exists()
    assert _script(monkeypatch, desk, target, "--purpose", "入户走访", **given) == 0
    assert target.exists()
