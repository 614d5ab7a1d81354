"""Looks through an .xlsx archive before it is parsed: guards every part, notes formulas and stray cells.

Runs in the reading child, on the pieces that the shared guards pass on.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import BinaryIO

from workbench.people.roster.fault_codes import RefusedFile
from workbench.standards.archives import (
    MAX_COLUMN,
    ArchiveLimits,
    entries_of,
    unpacked,
    without_entities,
    without_wide_rows,
)

MAX_ROW = 1_048_576
"""Rows of an Excel sheet (ECMA-376)."""
MAX_AREA = 8_000_000
"""Cells in the rectangle that the filled cells span, for the parser holds them all."""

_USUAL_COLUMNS = 16
_OVERLAP = 512
"""Bytes repeated at the seam of two pieces, longer than a cell with its formula."""
_PARSED = re.compile(r"^(?:xl/|_rels/|\[content_types\]).*\.(?:xml|rels)$", re.IGNORECASE)
_SHEET = re.compile(r"^xl/worksheets/[^/]+\.xml$", re.IGNORECASE)
_FAR = re.compile(rb' r="(?:[A-Z]{3}|[A-Z]{1,2}\d{6})')
_FILLED = re.compile(rb'<c[^>]* r="([A-Z]+)(\d+)"(?:[^>]*[^/>])?>')
_FORMULA = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*><f[^>]*>([^<]{0,200})</f>(?:<v\s*/>|<v></v>)?</c>', re.DOTALL
)


@dataclass(slots=True)
class SheetSurvey:
    """What a sheet's XML told: the formulas without a computed value, by row and column from 0."""

    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    rows: int = 0
    columns: int = 0


def survey(stream: BinaryIO) -> tuple[dict[str, SheetSurvey], int]:
    """Return the survey of every sheet part by its name, and the unpacked bytes.

    Raises HostileArchive, and RefusedFile where the archive is no workbook or its cells are strewn too far.
    """
    entries = entries_of(stream, ArchiveLimits())
    if "xl/workbook.xml" not in {entry.filename.casefold() for entry in entries}:
        raise RefusedFile("not a table")
    surveys, size = {}, 0
    for entry in entries:
        if not _PARSED.match(entry.filename):
            continue
        size += entry.file_size
        pieces = without_entities(unpacked(stream, entry))
        if _SHEET.match(entry.filename):
            surveys[entry.filename.casefold()] = _survey_sheet(without_wide_rows(pieces))
        else:
            deque(pieces, maxlen=0)
    return surveys, size


def _survey_sheet(pieces: Iterable[bytes]) -> SheetSurvey:
    sheet, tail = SheetSurvey(), b""
    for piece in pieces:
        _look_through(sheet, tail + piece[:_OVERLAP])
        _look_through(sheet, piece)
        tail = piece[-_OVERLAP:]
    return sheet


def _look_through(sheet: SheetSurvey, text: bytes) -> None:
    if _FAR.search(text):
        _stretch(sheet, text)
    if b"</f>" in text:
        _note_formulas(sheet, text)


def _stretch(sheet: SheetSurvey, text: bytes) -> None:
    """Widen the surveyed rectangle by the filled cells of the piece; only far-off cells lead here."""
    for letters, digits in _FILLED.findall(text):
        sheet.rows = max(sheet.rows, int(digits[:9]))
        sheet.columns = max(sheet.columns, column_number(letters[:5]))
    area = sheet.rows * max(sheet.columns, _USUAL_COLUMNS)
    if sheet.rows > MAX_ROW or sheet.columns > MAX_COLUMN or area > MAX_AREA:
        raise RefusedFile("wide row")


def _note_formulas(sheet: SheetSurvey, text: bytes) -> None:
    for letters, digits, formula in _FORMULA.findall(text):
        place = int(digits) - 1, column_number(letters) - 1
        sheet.formulas[place] = "=" + formula.decode("utf-8", "replace")


def column_number(letters: bytes) -> int:
    """Return 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
