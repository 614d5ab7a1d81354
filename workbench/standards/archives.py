"""Guards against archives built to hurt: false sizes, bombs, foreign paths, XML entities, endless rows.

Everything is streamed in pieces of a few hundred KiB, so that a hostile archive is refused before it costs
memory. The standard library is all it needs, for a child process that reads untrusted files starts with it.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import IO, TYPE_CHECKING

from workbench.standards.errors import WorkbenchError, reason_of

if TYPE_CHECKING:
    from pathlib import Path

MAX_COLUMN = 16_384
"""Columns of an Excel sheet (ECMA-376)."""

_PIECE = 1 << 18
_OVERLAP = 16
"""Bytes repeated at the seam of two pieces, longer than the longest declaration looked for."""

_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")

_ENCODING = re.compile(rb"^[^<]{0,8}<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([^\"'>]{1,40})")
_READABLE = frozenset(
    b"utf-8 utf8 utf-16 utf-16le utf-16be ascii us-ascii iso-8859-1 windows-1252 gbk gb2312 gb18030".split()
)
"""Encodings in which a declaration looks as it does in ASCII, once zero bytes are left out."""


class ArchiveFault(StrEnum):
    """What is wrong with an archive; the values are fault codes that cross process borders."""

    DAMAGED = "damaged"
    PROTECTED = "protected"
    FOREIGN_PATHS = "foreign paths"
    BOMB = "bomb"
    ENTITIES = "entities"
    WIDE_ROW = "wide row"

    @property
    def label(self) -> str:
        """The reason in Chinese."""
        return _LABELS[self]


_LABELS = {
    ArchiveFault.DAMAGED: "文件已损坏或不完整",
    ArchiveFault.PROTECTED: "文件有打开密码",
    ArchiveFault.FOREIGN_PATHS: "文件内含指向文件之外的路径，疑似恶意文件",
    ArchiveFault.BOMB: "文件展开后太大，疑似恶意文件",
    ArchiveFault.ENTITIES: "文件内含可疑的 XML 声明，疑似恶意文件",
    ArchiveFault.WIDE_ROW: "表格有超出 Excel 范围的行",
}


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """How much an archive may hold: entries, bytes unpacked, and unpacked to packed bytes of a large entry.

    Under `ratio_matters` bytes a high ratio does no harm: empty formatted rows pack very well.
    """

    entries: int = 2_000
    unpacked: int = 256 << 20
    ratio: int = 100
    ratio_matters: int = 8 << 20


class HostileArchive(WorkbenchError):
    """The archive is damaged or built to hurt, and nothing of it was used; `fault` says what is wrong."""

    def __init__(self, fault: ArchiveFault) -> None:
        super().__init__(f"{fault.label}，没有读取任何内容；请重新取得文件，来路不明的请报告管理员。")
        self.fault = fault


def entries_of(stream: IO[bytes], limits: ArchiveLimits) -> list[zipfile.ZipInfo]:
    """Return the entries of a zip archive whose directory keeps the limits. Raises HostileArchive."""
    try:
        with zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError):
        raise HostileArchive(ArchiveFault.DAMAGED) from None
    if any(_is_foreign(entry.filename) for entry in entries):
        raise HostileArchive(ArchiveFault.FOREIGN_PATHS)
    if any(entry.flag_bits & 1 for entry in entries):
        raise HostileArchive(ArchiveFault.PROTECTED)
    if _is_bomb(entries, limits):
        raise HostileArchive(ArchiveFault.BOMB)
    return entries


def unpacked(stream: IO[bytes], entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Unpack one entry in pieces; its true size must be the declared one, for parsers trust the stream.

    Raises HostileArchive.
    """
    size = 0
    for piece in _pieces(stream, entry):
        size += len(piece)
        if size > entry.file_size:
            raise HostileArchive(ArchiveFault.BOMB)
        yield piece
    if size != entry.file_size:
        raise HostileArchive(ArchiveFault.DAMAGED)


def without_entities(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Pass XML on; raise HostileArchive at a document type or an entity, also in UTF-16 or UTF-32.

    A part in an encoding that could hide one (UTF-7, EBCDIC) is refused for its encoding.
    """
    tail, first = b"", True
    for piece in pieces:
        if first and _hides(piece):
            raise HostileArchive(ArchiveFault.ENTITIES)
        first = False
        plain = (tail + piece).replace(b"\0", b"")
        if any(declaration in plain for declaration in _DECLARATIONS):
            raise HostileArchive(ArchiveFault.ENTITIES)
        tail = plain[-_OVERLAP:]
        yield piece


def _hides(piece: bytes) -> bool:
    declared = _ENCODING.match(piece[:1_000].replace(b"\0", b""))
    return declared is not None and declared[1].strip().lower() not in _READABLE


def without_wide_rows(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Pass a sheet's XML on; raise HostileArchive where a row has more cells than Excel has columns."""
    in_row = 0
    for piece in pieces:
        in_row = _cells_of_open_row(piece, in_row)
        if in_row > MAX_COLUMN:
            raise HostileArchive(ArchiveFault.WIDE_ROW)
        yield piece


def check_workbook(stream: IO[bytes], limits: ArchiveLimits) -> list[zipfile.ZipInfo]:
    """Go through everything in an .xlsx that would be parsed; return its entries. Raises HostileArchive."""
    entries = entries_of(stream, limits)
    for entry in entries:
        if entry.filename.casefold().endswith((".xml", ".rels")):
            for _ in without_wide_rows(without_entities(unpacked(stream, entry))):
                pass
    return entries


def workbook_fault(path: Path, limits: ArchiveLimits) -> str | None:
    """Return in Chinese why an .xlsx may not be read, None where nothing speaks against it."""
    try:
        with path.open("rb") as stream:
            check_workbook(stream, limits)
    except HostileArchive as error:
        return error.fault.label
    except OSError as error:
        return reason_of(error)
    return None


def _is_foreign(name: str) -> bool:
    return name.startswith(("/", "\\")) or ".." in name or ":" in name


def _is_bomb(entries: list[zipfile.ZipInfo], limits: ArchiveLimits) -> bool:
    large = [entry for entry in entries if entry.file_size > limits.ratio_matters]
    return (
        len(entries) > limits.entries
        or sum(entry.file_size for entry in entries) > limits.unpacked
        or any(entry.file_size > limits.ratio * max(entry.compress_size, 1) for entry in large)
    )


def _pieces(stream: IO[bytes], entry: zipfile.ZipInfo) -> Iterator[bytes]:
    stream.seek(entry.header_offset)
    header = stream.read(30)
    if header[:4] != b"PK\x03\x04":
        raise HostileArchive(ArchiveFault.DAMAGED)
    stream.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1)
    match entry.compress_type:
        case zipfile.ZIP_STORED:
            return _stored(stream, entry.compress_size)
        case zipfile.ZIP_DEFLATED:
            return _inflated(stream, entry.compress_size)
        case _:
            raise HostileArchive(ArchiveFault.DAMAGED)


def _stored(stream: IO[bytes], left: int) -> Iterator[bytes]:
    while left > 0 and (piece := stream.read(min(_PIECE, left))):
        left -= len(piece)
        yield piece


def _inflated(stream: IO[bytes], left: int) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-15)
    try:
        for packed in _stored(stream, left):
            yield inflater.decompress(packed, _PIECE)
            while inflater.unconsumed_tail:
                yield inflater.decompress(inflater.unconsumed_tail, _PIECE)
    except zlib.error:
        raise HostileArchive(ArchiveFault.DAMAGED) from None
    if not inflater.eof:
        raise HostileArchive(ArchiveFault.DAMAGED)


def _cells_of_open_row(piece: bytes, before: int) -> int:
    """Return how many cells the row has that is open at the end of the piece. Raises HostileArchive."""
    first = piece.find(b"<row")
    if first < 0:
        return before + _count_cells(piece, 0, len(piece))
    if before + _count_cells(piece, 0, first) > MAX_COLUMN:
        raise HostileArchive(ArchiveFault.WIDE_ROW)
    return _count_cells(piece, piece.rfind(b"<row"), len(piece))


def _count_cells(piece: bytes, start: int, end: int) -> int:
    return sum(piece.count(cell, start, end) for cell in (b"<c ", b"<c>", b"<c/>"))
