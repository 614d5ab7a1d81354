"""A form read from a file, with the tables and pictures that lie beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.forms.definition.media import MediaBeside, content_of
from workbench.forms.definition.reading import form_from_xml
from workbench.forms.definition.safely import LIMIT

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.forms.form import Form


def read_form(path: Path) -> Form:
    """Return the form of a workbook (.xlsx, .xlsm, .xls) or an XForm document, with what lies beside it.

    Raises FormFault.
    """
    content = content_of(path, LIMIT)
    if is_document(content):
        return form_from_xml(content, MediaBeside(path))
    from workbench.forms.definition.workbook import compile_workbook, form_of

    return form_of(compile_workbook(content, path.stem), MediaBeside(path))


def is_document(content: bytes) -> bool:
    """Say whether a file holds XML, whatever it is called."""
    start = content[:64].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<")
