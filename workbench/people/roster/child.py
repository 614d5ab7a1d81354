"""The reading child: parses one untrusted file under limits and sends its cells to the parent by pipe.

Run as `python -m workbench.people.roster.child FILE`. It writes one marshalled object to standard output:
`{"fault": code}` or `{"sheets": [...]}`, each sheet with its columns. It imports as little as it can, for the
person is waiting for it to start.
"""

from __future__ import annotations

import gc
import marshal
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from workbench.people.roster.fault_codes import RefusedFile
from workbench.standards.archives import HostileArchive

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MAX_FILE = 64 << 20
MAX_MEMORY = 1 << 30
"""Bytes of address space that no file gets more of; half suffices for 200,000 residents."""
LEAST_MEMORY = 256 << 20
"""Bytes of address space of every child, of which about a third is libraries."""
MEMORY_FOR_XML, MEMORY_FOR_BINARY = 12, 40
"""Bytes of memory for each byte of content: a small file that needs much is a trap."""
MAX_SECONDS = 60
MAX_CELLS = 8_000_000
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WITHOUT_REFERENCES = 2
"""Version of the marshal format that does not look for repeated objects: written in half of the time."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

Grid = list[list[Any]]
Merge = tuple[int, int, int, int]


def main() -> int:
    """Read the file named by the last argument and send what it holds."""
    _limit_self()
    gc.disable()
    try:
        message: dict[str, Any] = {"sheets": read_sheets(Path(sys.argv[-1]))}
    except RefusedFile as refusal:
        message = {"fault": refusal.code}
    except HostileArchive as refused:
        message = {"fault": refused.fault.value}
    except MemoryError:
        message = {"fault": "too large"}
    sys.stdout.buffer.write(marshal.dumps(message, _WITHOUT_REFERENCES))
    return 0


def read_sheets(path: Path) -> list[dict[str, Any]]:
    """Return the sheets of a file as plain values, recognised by its content.

    Raises RefusedFile and HostileArchive.
    """
    try:
        if not path.is_file():
            raise RefusedFile("missing")
        if path.stat().st_size > MAX_FILE:
            raise RefusedFile("too large")
        with path.open("rb") as stream:
            return _read(stream)
    except OSError:
        raise RefusedFile("missing") from None


def _read(stream: BinaryIO) -> list[dict[str, Any]]:
    start = stream.read(8)
    if not start.strip():
        raise RefusedFile("empty")
    stream.seek(0)
    if start.startswith(_ZIP):
        return _read_archive(stream)
    if start == _OLE:
        return _read_compound(stream)
    from workbench.people.roster.text_table import read_text_table

    content = stream.read()
    _allow_memory(len(content) * MEMORY_FOR_BINARY)
    return [_message("CSV", False, read_text_table(content), [])]


def _read_archive(stream: BinaryIO) -> list[dict[str, Any]]:
    from workbench.people.roster.archive import survey
    from workbench.people.roster.workbook_parts import part_of_sheet

    surveys, unpacked = survey(stream)
    _allow_memory(unpacked * MEMORY_FOR_XML)
    formulas = {name: sheet.formulas for name, sheet in surveys.items() if sheet.formulas}
    parts = part_of_sheet(stream) if formulas else {}
    stream.seek(0)
    return _read_workbook(stream, {name: formulas.get(part, {}) for name, part in parts.items()})


def _read_compound(stream: BinaryIO) -> list[dict[str, Any]]:
    content = stream.read()
    if _ENCRYPTED in content:
        raise RefusedFile("protected")
    _allow_memory(len(content) * MEMORY_FOR_BINARY)
    stream.seek(0)
    return _read_workbook(stream, {})


def _read_workbook(stream: BinaryIO, formulas: dict[str, dict[tuple[int, int], str]]) -> list[dict[str, Any]]:
    import python_calamine as calamine

    try:
        with calamine.CalamineWorkbook.from_filelike(stream) as workbook:
            return [
                _read_sheet(
                    workbook.get_sheet_by_name(sheet.name),
                    sheet.visible != calamine.SheetVisibleEnum.Visible,
                    formulas.get(sheet.name, {}),
                )
                for sheet in workbook.sheets_metadata
                if sheet.typ == calamine.SheetTypeEnum.WorkSheet
            ]
    except calamine.PasswordError:
        raise RefusedFile("protected") from None
    except calamine.CalamineError:
        raise RefusedFile("damaged") from None


def _read_sheet(sheet: CalamineSheet, hidden: bool, formulas: dict[tuple[int, int], str]) -> dict[str, Any]:
    if sheet.total_height * sheet.total_width > MAX_CELLS:
        raise RefusedFile("too large")
    rows: Grid = sheet.to_python(skip_empty_area=False)
    for (row, column), formula in formulas.items():
        if row < len(rows) and column < len(rows[row]) and rows[row][column] == "":
            rows[row][column] = formula
    merges = [(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
    return _message(sheet.name, hidden, rows, merges)


def _message(name: str, hidden: bool, rows: Grid, merges: list[Merge]) -> dict[str, Any]:
    """Turn rows into columns, without the blank rows at the end; dates travel as ordinals."""
    while rows and not any(rows[-1]):
        rows.pop()
    columns = _columns(rows)
    plain = [_plain(column) for column in columns]
    return {"name": name, "hidden": hidden, "height": len(rows), "columns": plain, "merges": merges}


def _columns(rows: Grid) -> Grid:
    widths = set(map(len, rows))
    if len(widths) > 1:
        width = max(widths)
        rows = [row + [""] * (width - len(row)) for row in rows]
    return [list(column) for column in zip(*rows, strict=True)]


def _plain(column: list[Any]) -> tuple[bool, list[Any]]:
    """Return whether the column holds dates, and its cells in types that marshal knows."""
    kinds = set(map(type, column))
    if kinds <= {str, float, int}:
        return False, column
    return True, [_sendable(cell) for cell in column]


def _sendable(cell: Any) -> Any:
    """Return strings and numbers as they are, dates as 1-tuples of the ordinal, anything else as text."""
    kind = type(cell)
    if kind is date or kind is datetime:
        return (cell.toordinal(),)
    if kind is str or kind is float or kind is int:
        return cell
    return str(cell)


def _allow_memory(needed: int) -> None:
    """Allow as much memory as content of that kind and size may need, and no more."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (min(LEAST_MEMORY + needed, MAX_MEMORY), MAX_MEMORY))


def _limit_self() -> None:
    """Cap memory and processor time where the system can; the parent's deadline holds everywhere."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
