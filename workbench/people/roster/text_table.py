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
_CONTROLS = bytes({*range(1, 32)} - {*b"\t\n\v\f\r\x1a"})
"""Control characters that no export writes; a stray one in a cell does no harm, many are no text."""
_MOST_CONTROLS = 50
"""One in so many characters may be a control character; of packed or encrypted bytes one in ten is."""
_LEAST_ZEROS = 4
"""One in so many characters of a UTF-16 table is at least a comma, a digit or a line end."""
_SAMPLE = 1 << 16
_PAGE_STARTS = ("<html", "<!doctype", "<?xml", "<table", "<head", "<meta", "<style")


def read_text_table(data: bytes) -> list[list[str]]:
    """Return the rows of a delimited text. Raises RefusedFile."""
    if data.startswith(_SIGNATURES) or b"%PDF-" in data[:1024]:
        raise RefusedFile("not a table")
    text = _decode(data)
    start = text[:4096].lstrip().lower()
    if start.startswith(_PAGE_STARTS) or "<table" in start:
        raise RefusedFile("web page")
    if "\0" in text or _is_noise(text[:_SAMPLE].encode("utf-8", "replace")):
        raise RefusedFile("not a table")
    return _rows(text, _delimiter(text))


def _decode(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data, encoding)
    if b"\0" in data[:4096]:
        return _utf16_without_bom(data)
    if _is_noise(data[:_SAMPLE]):
        raise RefusedFile("not a table")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strictly(data, "gb18030")


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise RefusedFile("encoding") from None


def _is_noise(sample: bytes) -> bool:
    """Tell bytes that are no text; in UTF-8 and GB18030 no byte of a longer character is a control."""
    return (len(sample) - len(sample.translate(None, _CONTROLS))) * _MOST_CONTROLS > len(sample)


def _utf16_without_bom(data: bytes) -> str:
    """Tell the byte order by where the zero halves of the commas and digits stand. Raises RefusedFile."""
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    zeros = max(even, odd)
    if min(even, odd) * 4 > zeros or zeros * _LEAST_ZEROS * 2 < len(sample):
        raise RefusedFile("not a table")
    try:
        text = data.decode("utf-16-le" if odd > even else "utf-16-be")
    except UnicodeDecodeError:
        raise RefusedFile("not a table") from None
    if not any(mark in text for mark in (*_DELIMITERS, "\n")):
        raise RefusedFile("not a table")
    return text


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
