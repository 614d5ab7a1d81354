"""Joins streamed rows into the sheets of a workbook that openpyxl has written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from shutil import copyfileobj
from typing import IO, TYPE_CHECKING, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Mapping

_DIMENSION = re.compile(rb'<dimension ref="[^"]*"\s*/>')


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows waiting to stand below row `after` of a sheet whose last row and number of columns are known."""

    content: IO[bytes]
    after: int
    last_row: int
    columns: int


def splice(draft: BinaryIO, rows: Mapping[str, Rows], target: BinaryIO) -> None:
    """Copy a workbook to `target`, with rows put into the parts they belong to."""
    with ZipFile(draft) as source, ZipFile(target, "w", ZIP_DEFLATED) as result:
        for entry in source.infolist():
            if entry.filename in rows:
                _write_sheet(result, entry, source.read(entry), rows[entry.filename])
            else:
                result.writestr(entry, source.read(entry), ZIP_DEFLATED)


def _write_sheet(result: ZipFile, entry: ZipInfo, sheet: bytes, rows: Rows) -> None:
    sheet = _DIMENSION.sub(_dimension(rows), sheet)
    cut = sheet.index(b"</row>", sheet.index(b'<row r="%d"' % rows.after)) + len(b"</row>")
    rows.content.seek(0)
    fresh = ZipInfo(entry.filename, entry.date_time)
    fresh.compress_type = ZIP_DEFLATED
    with result.open(fresh, "w") as part:
        part.write(sheet[:cut])
        copyfileobj(rows.content, part, 1 << 20)
        part.write(sheet[cut:])


def _dimension(rows: Rows) -> bytes:
    from openpyxl.utils import get_column_letter

    return f'<dimension ref="A1:{get_column_letter(rows.columns)}{rows.last_row}"/>'.encode()
