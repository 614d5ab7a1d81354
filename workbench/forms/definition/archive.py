"""Refuses a workbook that is not one, or is built to hurt, before anything of it is parsed."""

from __future__ import annotations

import io

from workbench.forms.definition.faults import FormFault
from workbench.forms.definition.wording import Fault
from workbench.standards.archives import ArchiveLimits, HostileArchive, check_workbook

LIMITS = ArchiveLimits(entries=1_000, unpacked=64 << 20)
MAX_SIZE = 16 << 20
"""Bytes of the file itself; a form of 3,000 questions takes about 1 MB."""

_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kind_of_workbook(content: bytes) -> str:
    """Return `.xlsx` or `.xls` for a workbook that may be read. Raises FormFault."""
    if len(content) > MAX_SIZE:
        raise FormFault(Fault.TOO_LARGE.format(limit=MAX_SIZE >> 20))
    if content.startswith(_COMPOUND):
        return ".xls"
    if not content.startswith(_ZIP):
        raise FormFault(Fault.NOT_A_WORKBOOK)
    try:
        entries = check_workbook(io.BytesIO(content), LIMITS)
    except HostileArchive as error:
        raise FormFault(Fault.HOSTILE.format(why=error.fault.label)) from error
    if not any(entry.filename.casefold() == "xl/workbook.xml" for entry in entries):
        raise FormFault(Fault.NOT_A_WORKBOOK)
    return ".xlsx"
