"""Cases 35 to 37 of the forty: formulas in cells, archives made to hurt, documents that reach elsewhere."""

from __future__ import annotations

import csv
import io
import socket
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree

from tests.faults.test_hostile_forms import FORM, document
from tests.faults.test_hostile_rosters import _SHEET, _archive, _peak_mebibytes, _rows
from tests.people.roster.writing import write_csv, write_xlsx
from tests.store_fixtures import MONDAY_MORNING
from workbench.catalogue.excel.reading import read_workbook
from workbench.documents.excel import write_excel
from workbench.documents.model import Column, ColumnKind, Report, Table
from workbench.forms.batch.reading import read_sheets
from workbench.forms.definition import FormFault, form_from_xml
from workbench.forms.definition.workbook import compile_workbook
from workbench.people.roster.faults import UnreadableRoster
from workbench.people.roster.reading import read_roster_file
from workbench.people.roster.report import write_roster_report
from workbench.people.roster.service import outcomes_of, read_draft
from workbench.standards.errors import WorkbenchError
from workbench.standards.phone import normalize_phone

# Case 35: text that a spreadsheet would calculate.

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


# Case 36: archives that unfold without end.

SECONDS, MEBIBYTES = 1.0, 200


def _hundred_megabytes(path: Path) -> Path:
    """A workbook of a few hundred kilobytes whose sheet unfolds to a hundred million bytes."""
    cell = b'<c r="A1" t="inlineStr"><is><t>x</t></is></c>'
    row = b"<row>" + cell * 200 + b"</row>"
    body = _SHEET.format("<sheetData>{}</sheetData>").encode().replace(b"{}", row * (100_000_000 // len(row)))
    return _archive(path, body)


def _ten_thousand_entries(path: Path) -> Path:
    return _archive(path, _rows(""), {f"xl/media/{number}.png": "" for number in range(10_000)})


def _nested(path: Path) -> Path:
    """An archive in an archive in an archive, the innermost a bomb."""
    content = _hundred_megabytes(path.with_suffix(".inner")).read_bytes()
    for _ in range(3):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/worksheets/sheet1.xml.zip", content)
        content = stream.getvalue()
    path.write_bytes(content)
    return path


def _as_bytes(read: Callable[[bytes], object]) -> Callable[[Path], object]:
    return lambda path: read(path.read_bytes())


DOORS: dict[str, Callable[[Path], Any]] = {
    "roster": read_roster_file,
    "form": _as_bytes(compile_workbook),
    "typed table": read_sheets,
    "catalogue": read_workbook,
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("make", [_hundred_megabytes, _ten_thousand_entries, _nested])
def test_case_36_it_is_refused_within_a_second_at_every_door(
    tmp_path: Path, door: str, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path / "a.xlsx")
    assert path.stat().st_size < 2_000_000
    started = time.perf_counter()
    with pytest.raises(WorkbenchError) as refused:
        DOORS[door](path)
    assert time.perf_counter() - started < SECONDS
    assert str(refused.value).startswith(("文件", "“a.xlsx”", "读不了", "无法"))


@pytest.mark.parametrize("make", [_hundred_megabytes, _ten_thousand_entries, _nested])
def test_case_36_the_reading_child_stays_small(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    assert _peak_mebibytes(make(tmp_path / "a.xlsx")) < MEBIBYTES


# Case 37: documents that unfold or reach elsewhere.

_BODY = FORM.split(b"?>", 1)[1]
_SECRET = "nobody may read this"


def _prefixed(declaration: str) -> bytes:
    return b'<?xml version="1.0"?>\n' + declaration.encode() + b"\n" + _BODY


def _utf16() -> bytes:
    text = _prefixed("<!DOCTYPE html>").decode()
    return text.replace('"1.0"', '"1.0" encoding="UTF-16"', 1).encode("utf-16")


def _utf7() -> bytes:
    hidden = '<!DOCTYPE x [<!ENTITY a "b">]>'.encode("utf-7")
    return b'<?xml version="1.0" encoding="UTF-7"?>\n' + hidden + _BODY


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(10))
UNFOLDING: dict[str, tuple[bytes, str]] = {
    "doctype": (_prefixed("<!DOCTYPE html>"), "第 2 行"),
    "external entity": (_prefixed('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'), "第 2 行"),
    "entity of the network": (_prefixed('<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'), "第 2 行"),
    "billion laughs": (_prefixed(f"<!DOCTYPE x [{LAUGHS}]>"), "第 2 行"),
    "nested ten thousand deep": (b"<a>" * 10_000 + b"</a>" * 10_000, "行"),
    "UTF-16": (_utf16(), "第 2 行"),
    "UTF-7": (_utf7(), "行"),
}  # fmt: skip


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Fail whoever calls out over the network; return what was tried."""
    tried: list[object] = []

    def refuse(self: socket.socket, address: object) -> None:
        tried.append(address)
        raise OSError("nobody calls out here")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    return tried


@pytest.mark.parametrize("name", UNFOLDING)
def test_case_37_a_form_that_unfolds_or_reaches_out_is_refused_with_its_line(
    name: str, alone: list[object]
) -> None:
    xml, line = UNFOLDING[name]
    started = time.perf_counter()
    with pytest.raises(FormFault) as refused:
        form_from_xml(xml)
    assert line in str(refused.value), str(refused.value)
    assert time.perf_counter() - started < SECONDS
    assert alone == []


def test_case_37_an_included_file_is_not_fetched(tmp_path: Path, alone: list[object]) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(_SECRET)
    space = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
    include = f'<a><xi:include {space} href="{secret}" parse="text"/></a>'
    form = form_from_xml(document("<a/>").replace(b"<a/>", include.encode()))
    assert _SECRET.encode() not in etree.tostring(form.instance)
    assert alone == []


@pytest.mark.parametrize("name", [name for name in UNFOLDING if name != "nested ten thousand deep"])
@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"])
@pytest.mark.parametrize("door", DOORS)
def test_case_37_a_workbook_with_such_a_part_is_refused(
    tmp_path: Path, door: str, part: str, name: str, alone: list[object]
) -> None:
    whole = write_xlsx(tmp_path / "whole.xlsx", {"survey": [["type", "name", "label"], ["text", "a", "甲"]]})
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(path, "w") as target:
        for entry in source.namelist():
            if entry != part:
                target.writestr(entry, source.read(entry))
        target.writestr(part, UNFOLDING[name][0])
    with pytest.raises((WorkbenchError, UnreadableRoster)) as refused:
        DOORS[door](path)
    assert "可疑" in str(refused.value) or "XML" in str(refused.value), str(refused.value)
    assert alone == []
