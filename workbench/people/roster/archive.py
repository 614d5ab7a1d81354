"""Looks through an .xlsx archive before it is parsed: true sizes, entities, endless rows, stray cells.

Runs in the reading child. Everything is streamed in pieces of a few hundred KiB, so that a hostile archive
is refused before it costs memory.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from workbench.people.roster.fault_codes import RefusedFile

MAX_ENTRIES = 2_000
MAX_UNPACKED = 256 << 20
"""Bytes; a roster of 50,000 residents unpacks to about 32 MiB."""
MAX_RATIO = 100
"""Unpacked to packed bytes of a large part; sheets of real rosters stay under 50."""
RATIO_MATTERS = 8 << 20
"""Bytes under which a high ratio does no harm (empty formatted rows pack very well)."""
MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
MAX_AREA = 8_000_000
"""Cells in the rectangle that the filled cells span, for the parser holds them all."""

_USUAL_COLUMNS = 16
_PIECE = 1 << 18
_OVERLAP = 512
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
    """Return the survey of every sheet part by its name, and the unpacked bytes. Raises RefusedFile."""
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, UnicodeDecodeError):
        raise RefusedFile("damaged") from None
    _check_directory(entries)
    surveys = {}
    for entry in entries:
        if _SHEET.match(entry.filename):
            surveys[entry.filename.casefold()] = _survey_sheet(_unpack(stream, entry))
        elif _PARSED.match(entry.filename):
            for piece in _unpack(stream, entry):
                _check_entities(piece)
    return surveys, sum(entry.file_size for entry in entries if _PARSED.match(entry.filename))


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if any(name.startswith(("/", "\\")) or ".." in name or ":" in name for name in names):
        raise RefusedFile("foreign paths")
    if any(entry.flag_bits & 1 for entry in entries):
        raise RefusedFile("protected")
    if "xl/workbook.xml" not in {name.casefold() for name in names}:
        raise RefusedFile("not a table")
    large = [entry for entry in entries if entry.file_size > RATIO_MATTERS]
    if (
        len(entries) > MAX_ENTRIES
        or sum(entry.file_size for entry in entries) > MAX_UNPACKED
        or any(entry.file_size > MAX_RATIO * max(entry.compress_size, 1) for entry in large)
    ):
        raise RefusedFile("bomb")


def _unpack(stream: BinaryIO, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Unpack one part in pieces; its true size must be the declared one, for the parser trusts the stream."""
    stream.seek(entry.header_offset)
    header = stream.read(30)
    if header[:4] != b"PK\x03\x04":
        raise RefusedFile("damaged")
    stream.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1)
    if entry.compress_type == zipfile.ZIP_STORED:
        pieces = _stored(stream, entry.compress_size)
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        pieces = _inflated(stream, entry.compress_size)
    else:
        raise RefusedFile("damaged")
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > entry.file_size:
            raise RefusedFile("bomb")
        yield piece
    if size != entry.file_size:
        raise RefusedFile("damaged")


def _stored(stream: BinaryIO, left: int) -> Iterator[bytes]:
    while left > 0 and (piece := stream.read(min(_PIECE, left))):
        left -= len(piece)
        yield piece


def _inflated(stream: BinaryIO, left: int) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-15)
    try:
        for packed in _stored(stream, left):
            yield inflater.decompress(packed, _PIECE)
            while inflater.unconsumed_tail:
                yield inflater.decompress(inflater.unconsumed_tail, _PIECE)
    except zlib.error:
        raise RefusedFile("damaged") from None
    if not inflater.eof:
        raise RefusedFile("damaged")


def _check_entities(piece: bytes) -> None:
    if b"<!DOCTYPE" in piece or b"<!ENTITY" in piece:
        raise RefusedFile("entities")


def _survey_sheet(pieces: Iterator[bytes]) -> SheetSurvey:
    sheet, in_row, tail = SheetSurvey(), 0, b""
    for piece in pieces:
        in_row = _cells_of_open_row(piece, in_row)
        if in_row > MAX_COLUMN:
            raise RefusedFile("wide row")
        _look_through(sheet, tail + piece[:_OVERLAP])
        _look_through(sheet, piece)
        tail = piece[-_OVERLAP:]
    return sheet


def _look_through(sheet: SheetSurvey, text: bytes) -> None:
    _check_entities(text)
    if _FAR.search(text):
        _stretch(sheet, text)
    if b"</f>" in text:
        _note_formulas(sheet, text)


def _cells_of_open_row(piece: bytes, before: int) -> int:
    """Return how many cells the row has that is open at the end of the piece. Raises RefusedFile."""
    first = piece.find(b"<row")
    if first < 0:
        return before + _count_cells(piece, 0)
    if before + piece.count(b"<c", 0, first) > MAX_COLUMN:
        raise RefusedFile("wide row")
    return _count_cells(piece, piece.rfind(b"<row"))


def _count_cells(piece: bytes, start: int) -> int:
    return piece.count(b"<c ", start) + piece.count(b"<c>", start) + piece.count(b"<c/>", start)


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
