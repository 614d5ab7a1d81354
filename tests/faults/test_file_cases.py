"""Cases 36 and 37 of the forty: archives made to hurt, and documents that reach elsewhere."""

from __future__ import annotations

import io
import socket
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.faults.test_hostile_forms import FORM, document
from tests.faults.test_hostile_rosters import _SHEET, _archive, _peak_mebibytes, _rows
from tests.people.roster.writing import write_xlsx
from workbench.catalogue.excel.reading import read_workbook
from workbench.forms.batch.reading import read_sheets
from workbench.forms.definition import FormFault, form_from_xml
from workbench.forms.definition.workbook import compile_workbook
from workbench.people.roster.faults import UnreadableRoster
from workbench.people.roster.reading import read_roster_file
from workbench.standards.errors import WorkbenchError

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
