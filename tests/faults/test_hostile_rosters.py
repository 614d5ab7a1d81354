"""Rosters made to hurt: each ends in one clear sentence, within a second and 200 MiB."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from tests.people.roster.writing import write_csv, write_xlsx
from workbench.people.roster.faults import FileFault, ReadingCancelled, UnreadableRoster
from workbench.people.roster.reading import child_command, read_roster_file
from workbench.standards.archives import ArchiveFault

SECONDS, MEBIBYTES = 1.0, 200
_WORKBOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="worksheets/sheet1.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>'
)
_ROOT = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="xl/workbook.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
_LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SHEET_PART = "xl/worksheets/sheet1.xml"


def _archive(
    path: Path, sheet: str | bytes, more: Mapping[str, str | bytes] | None = None, *, stored: bool = False
) -> Path:
    packing = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    parts = {
        "_rels/.rels": _ROOT,
        "xl/workbook.xml": _WORKBOOK,
        "xl/_rels/workbook.xml.rels": _RELATIONS,
        _SHEET_PART: sheet,
        **(more or {}),
    }
    with zipfile.ZipFile(path, "w", packing, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _rows(cells: str) -> str:
    return _SHEET.format(f"<sheetData>{cells}</sheetData>")


def _bomb(path: Path) -> Path:
    return _archive(path, _rows(" " * (64 << 20)))


def _lying_bomb(path: Path) -> Path:
    """Declare a thousand bytes where sixty-four million come out."""
    data = bytearray(_bomb(path).read_bytes())
    true = len(_rows(" " * (64 << 20))).to_bytes(4, "little")
    for place in (data.find(true), data.rfind(true)):
        data[place : place + 4] = (1000).to_bytes(4, "little")
    path.write_bytes(data)
    return path


def _endless_row(path: Path) -> Path:
    dice = Random(1)
    cells = "".join(f"<c><v>{dice.randrange(10**9)}</v></c>" for _ in range(1_500_000))
    return _archive(path, _rows(f'<row r="1">{cells}</row>'), stored=True)


def _endless_packed_row(path: Path) -> Path:
    return _archive(path, _rows(f'<row r="1">{"<c r=" + chr(34) + "A1" + chr(34) + "/>"}</row>' * 1_500_000))


def _far_cell(path: Path) -> Path:
    near = '<row r="1"><c r="A1"><v>1</v></c></row>'
    return _archive(path, _rows(near + '<row r="1048576"><c s="0" r="XFD1048576"><v>1</v></c></row>'))


def _far_cell_without_address(path: Path) -> Path:
    """Let only the row say how far down the cell is: the parser's memory limit has to hold."""
    near = f'<row r="1">{"<c><v>1</v></c>" * 30}</row>'
    return _archive(path, _rows(near + '<row r="1048576"><c><v>1</v></c></row>'))


def _laughs(path: Path) -> Path:
    return _archive(path, _LAUGHS + _rows('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>'))


def _laughs_in_strings(path: Path) -> Path:
    return _archive(path, _rows(""), {"xl/sharedStrings.xml": _LAUGHS + "<sst><si><t>&b;</t></si></sst>"})


def _utf16_declaration(path: Path) -> Path:
    return _archive(path, (_LAUGHS + _rows("")).encode("utf-16"))


def _utf16_declaration_in_strings(path: Path) -> Path:
    return _archive(path, _rows(""), {"xl/sharedStrings.xml": (_LAUGHS + "<sst/>").encode("utf-16-be")})


def _declaration_at_a_seam(path: Path) -> Path:
    """Cut the declaration where one piece of the unpacked stream ends and the next begins."""
    return _archive(path, " " * ((1 << 18) - 4) + "<!DOCTYPE x>" + _rows(""), stored=True)


def _truncated(path: Path) -> Path:
    write_xlsx(path, {"a": [["姓名"], ["张三"]]})
    path.write_bytes(path.read_bytes()[:-400])
    return path


def _flipped(path: Path) -> Path:
    data = bytearray(_archive(path, _rows("<row/>" * 50_000)).read_bytes())
    start = data.find(_SHEET_PART.encode()) + len(_SHEET_PART)
    data[start : start + 60] = bytes(byte ^ 0x5A for byte in data[start : start + 60])
    path.write_bytes(data)
    return path


def _with_password(path: Path) -> Path:
    path.write_bytes(_COMPOUND + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(4096))
    return path


def _other_compound_file(path: Path) -> Path:
    path.write_bytes(_COMPOUND + bytes(range(256)) * 40)
    return path


def _outside_paths(path: Path) -> Path:
    return _archive(path, _rows(""), {"../../home/evil.xml": "<a/>"})


def _many_parts(path: Path) -> Path:
    return _archive(path, _rows(""), {f"xl/media/{number}.xml": "" for number in range(2_500)})


def _word(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return path


def _bytes(content: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return write


def _noise_without_zeros() -> bytes:
    return b"\xab" + Random(3).randbytes(9_999).replace(b"\0", b"")


def _picture(path: Path) -> Path:
    Image.effect_noise((40, 40), 50).save(path, "BMP")
    return path


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


_HOSTILE: dict[str, tuple[str, Callable[[Path], Path], FileFault]] = {
    "zip bomb": ("a.xlsx", _bomb, FileFault.BOMB),
    "zip bomb that lies about its size": ("a.xlsx", _lying_bomb, FileFault.BOMB),
    "row of 1.5 million cells": ("a.xlsx", _endless_row, FileFault.WIDE_ROW),
    "1.5 million packed cells": ("a.xlsx", _endless_packed_row, FileFault.BOMB),
    "cell in the far corner": ("a.xlsx", _far_cell, FileFault.WIDE_ROW),
    "cell far down, without its address": ("a.xlsx", _far_cell_without_address, FileFault.TOO_LARGE),
    "billion laughs in the sheet": ("a.xlsx", _laughs, FileFault.ENTITIES),
    "billion laughs in the strings": ("a.xlsx", _laughs_in_strings, FileFault.ENTITIES),
    "declaration in UTF-16": ("a.xlsx", _utf16_declaration, FileFault.ENTITIES),
    "declaration in UTF-16 strings": ("a.xlsx", _utf16_declaration_in_strings, FileFault.ENTITIES),
    "declaration cut at a seam": ("a.xlsx", _declaration_at_a_seam, FileFault.ENTITIES),
    "truncated archive": ("a.xlsx", _truncated, FileFault.DAMAGED),
    "flipped bits": ("a.xlsx", _flipped, FileFault.DAMAGED),
    "password": ("a.xlsx", _with_password, FileFault.PROTECTED),
    "another compound file": ("a.xls", _other_compound_file, FileFault.DAMAGED),
    "paths outside of the archive": ("a.xlsx", _outside_paths, FileFault.FOREIGN_PATHS),
    "thousands of parts": ("a.xlsx", _many_parts, FileFault.BOMB),
    "a Word document": ("a.xlsx", _word, FileFault.NOT_A_TABLE),
    "a PDF": ("a.xlsx", _bytes(b"%PDF-1.7 ..."), FileFault.NOT_A_TABLE),
    "a picture": ("a.csv", _bytes(b"\x89PNG\r\n\x1a\n" + bytes(99)), FileFault.NOT_A_TABLE),
    "a program": ("a.csv", _bytes(b"MZ" + bytes(range(256)) * 9), FileFault.NOT_A_TABLE),
    "one zero byte": ("a.xlsx", _bytes(b"residents of building\x00 six"), FileFault.NOT_A_TABLE),
    "one zero byte in a short text": ("a.xlsx", _bytes(b"hello\x00worl"), FileFault.NOT_A_TABLE),
    "a zero byte and an odd length": ("a.xlsx", _bytes(b"hello\x00world"), FileFault.NOT_A_TABLE),
    "zero bytes at even places": ("a.xlsx", _bytes(b"\x00\x01\x02\x03" * 99), FileFault.NOT_A_TABLE),
    "zero bytes at odd places": ("a.xlsx", _bytes(b"\x01\x00\x05\x00" * 99), FileFault.NOT_A_TABLE),
    "nothing but zero bytes": ("a.xlsx", _bytes(bytes(4096)), FileFault.NOT_A_TABLE),
    "a zero byte far down": ("a.csv", _bytes(b"a,b\n" * 2_000 + b"\x00"), FileFault.NOT_A_TABLE),
    "noise": ("a.xlsx", _bytes(b"\xab" + Random(2).randbytes(9_999)), FileFault.NOT_A_TABLE),
    "noise without zero bytes": ("a.csv", _bytes(_noise_without_zeros()), FileFault.NOT_A_TABLE),
    "a picture named .csv": ("a.csv", _picture, FileFault.NOT_A_TABLE),
    "a PDF after a blank line": ("a.csv", _bytes(b"\n%PDF-1.7\n1 0 obj, 2\n"), FileFault.NOT_A_TABLE),
    "a web page named .xls": ("a.xls", _bytes("<html><table><tr><td>姓名".encode()), FileFault.WEB_PAGE),
    "text of no known encoding": ("a.csv", _bytes(b"a,b\n\xff\xff\x80\x80,\n"), FileFault.ENCODING),
    "an empty file": ("a.xlsx", _bytes(b""), FileFault.EMPTY),
    "a line of 1.5 million cells": ("a.csv", _bytes(b"," * 1_500_000), FileFault.WIDE_ROW),
    "a cell of a million letters": ("a.csv", _bytes(b'"' + b"a" * 10**6), FileFault.DAMAGED),
    "a folder": ("a.xlsx", _folder, FileFault.MISSING),
    "nothing": ("a.xlsx", lambda path: path, FileFault.MISSING),
}


@pytest.mark.parametrize("name", _HOSTILE)
def test_a_hostile_file_ends_in_one_sentence_quickly_and_cheaply(name: str, tmp_path: Path) -> None:
    file, make, fault = _HOSTILE[name]
    path = make(tmp_path / file)
    started = time.perf_counter()
    with pytest.raises(UnreadableRoster) as refused:
        read_roster_file(path)
    assert time.perf_counter() - started < SECONDS
    assert refused.value.fault is fault
    assert str(refused.value).count("。") == 1
    assert _peak_mebibytes(path) < MEBIBYTES


def test_reading_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"a": [["姓名"]]})
    with pytest.raises(UnreadableRoster) as refused:
        read_roster_file(path, deadline=0.001)
    assert refused.value.fault is FileFault.TIMED_OUT


def test_reading_can_be_cancelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.people.roster.reading._POLL", 0.001)
    path = write_csv(tmp_path / "a.csv", [["姓名", "身份证号"]] * 50_000)
    with pytest.raises(ReadingCancelled):
        read_roster_file(path, cancelled=lambda: True)


def test_the_archive_guards_speak_the_codes_of_the_roster() -> None:
    assert {fault.value for fault in ArchiveFault} <= {fault.value for fault in FileFault}


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "gb18030", "utf-8-sig"])
def test_text_stays_a_table_in_every_encoding_and_with_a_stray_control_character(
    encoding: str, tmp_path: Path
) -> None:
    rows = [["姓名", "身份证号"], ["欧阳\x07", "310101199003078888"]] + [["张三", "13800000000"]] * 9
    path = write_csv(tmp_path / "a.csv", rows, encoding)
    assert read_roster_file(path).sheets[0].row(0) == ("姓名", "身份证号")


def test_a_wrong_extension_is_no_fault_of_the_rows(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"居民": [["姓名"], ["张三"]]}).rename(tmp_path / "a.csv")
    assert read_roster_file(path).sheets[0].row(1) == ("张三",)


_MEASURE = (
    "import json, resource, subprocess as s, sys; "
    "s.run(json.loads(sys.argv[1]), stdout=s.DEVNULL, stderr=s.DEVNULL); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)


def _peak_mebibytes(path: Path) -> float:
    """Return the most memory the reading child held; started by a small process, whose own would count."""
    command = [sys.executable, "-c", _MEASURE, json.dumps(child_command(path))]
    return int(subprocess.run(command, capture_output=True, check=True, text=True).stdout) / 1024
