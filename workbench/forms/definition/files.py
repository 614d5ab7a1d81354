"""A form read from a file, with the tables and pictures that lie beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.forms.definition.faults import FormFault
from workbench.forms.definition.reading import form_from_xml
from workbench.forms.definition.wording import Fault
from workbench.standards.errors import reason_of

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.forms.form import Form

TABLES = frozenset({".csv", ".geojson", ".xml", ".json"})
MEDIA = TABLES | {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".mp3", ".m4a", ".wav", ".ogg", ".mp4"}
MAX_MEDIA = 64 << 20
"""Bytes of all files beside one form."""


def read_form(path: Path) -> Form:
    """Return the form of a workbook (.xlsx, .xlsm, .xls) or an XForm document, with what lies beside it.

    Raises FormFault.
    """
    content = content_of(path)
    if is_document(content):
        return form_from_xml(content, media_beside(path))
    from workbench.forms.definition.workbook import compile_workbook, form_of

    return form_of(compile_workbook(content, path.stem), media_beside(path))


def is_document(content: bytes) -> bool:
    """Say whether a file holds XML, whatever it is called."""
    start = content[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").replace(b"\0", b"")
    return start.startswith(b"<")


def content_of(path: Path) -> bytes:
    """Return what a file holds. Raises FormFault."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise FormFault(Fault.NOT_FOUND.format(name=path.name, why=reason_of(error))) from error


def media_beside(path: Path) -> dict[str, bytes]:
    """Return the tables beside a form, and every medium in its folder `NAME-media`. Raises FormFault."""
    folder = path.with_name(f"{path.stem}-media")
    found = {file.name: file for file in _files(path.parent) if file.suffix.casefold() in TABLES}
    found.pop(path.name, None)
    found |= {file.name: file for file in _files(folder) if file.suffix.casefold() in MEDIA}
    if sum(file.stat().st_size for file in found.values()) > MAX_MEDIA:
        raise FormFault(Fault.TOO_LARGE.format(limit=MAX_MEDIA >> 20))
    return {name: content_of(file) for name, file in sorted(found.items())}


def _files(folder: Path) -> list[Path]:
    return [file for file in folder.iterdir() if file.is_file()] if folder.is_dir() else []
