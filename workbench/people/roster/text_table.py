"""Reads CSV and other delimited text as committees export it: UTF-8, GB18030, UTF-16, any delimiter."""

from __future__ import annotations

import csv
import io
from collections import Counter

from workbench.people.roster.fault_codes import RefusedFile

MAX_COLUMNS = 16_384
_DELIMITERS = (",", "\t", ";", "|", "，")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SIGNATURES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"{\\rtf")
_PAGE_STARTS = ("<html", "<!doctype", "<?xml", "<table", "<head", "<meta", "<style")


def read_text_table(data: bytes) -> list[list[str]]:
    """Return the rows of a delimited text. Raises RefusedFile."""
    if data.startswith(_SIGNATURES):
        raise RefusedFile("not a table")
    text = _decode(data)
    start = text[:4096].lstrip().lower()
    if start.startswith(_PAGE_STARTS) or "<table" in start:
        raise RefusedFile("web page")
    if "\0" in text:
        raise RefusedFile("not a table")
    return _rows(text, _delimiter(text))


def _decode(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data, encoding)
    if b"\0" in data[:4096]:
        return _strictly(data, _utf16_without_bom(data[:4096]))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(data, "gb18030")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise RefusedFile("encoding") from None


def _utf16_without_bom(sample: bytes) -> str:
    """Tell the byte order by where the zero halves of the commas and digits stand."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if min(even, odd) * 4 > max(even, odd):
        raise RefusedFile("not a table")
    return "utf-16-le" if odd > even else "utf-16-be"


def _delimiter(text: str) -> str:
    """Choose the delimiter that parts the first lines most often and most evenly."""
    lines = [line for line in text[:65536].splitlines() if line.strip()][:50]
    return max(_DELIMITERS, key=lambda mark: _evenness(lines, mark))


def _evenness(lines: list[str], mark: str) -> int:
    counts = Counter(line.count(mark) for line in lines)
    counts.pop(0, None)
    return max((number * times for number, times in counts.items()), default=0)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if len(row) > MAX_COLUMNS:
                raise RefusedFile("wide row")
            rows.append(row)
    except csv.Error:
        raise RefusedFile("damaged") from None
    return rows
