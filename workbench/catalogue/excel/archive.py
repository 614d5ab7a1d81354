"""Refuses a workbook that is not one, or is built to hurt, before anything of it is parsed."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from workbench.catalogue.errors import UnreadableCatalogue
from workbench.catalogue.wording import Refusal

if TYPE_CHECKING:
    from pathlib import Path

MOST_UNPACKED = 32 << 20
"""Bytes of all parts together; the sample's workbook unpacks to about 1 MiB."""
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_PIECE = 1 << 20


def check_archive(path: Path) -> None:
    """Raise UnreadableCatalogue for a file too big unpacked, with declared entities, or no workbook."""
    try:
        with zipfile.ZipFile(path) as archive:
            # The reader of zipfile stops at the declared size, so the declared sizes bound the memory.
            if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
                raise _refused(path, Refusal.TOO_BIG)
            for part in archive.infolist():
                if part.filename.endswith((".xml", ".rels")):
                    _check_part(path, archive, part)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise _refused(path, Refusal.NOT_A_WORKBOOK) from error
    except OSError as error:
        raise _refused(path, error.strerror or Refusal.NOT_A_WORKBOOK) from error


def _check_part(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    before = b""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            if any(declaration in before + piece for declaration in _DECLARATIONS):
                raise _refused(path, Refusal.NOT_A_WORKBOOK)
            before = piece[-16:]


def _refused(path: Path, why: str) -> UnreadableCatalogue:
    return UnreadableCatalogue(Refusal.UNREADABLE.format(file=path.name, why=why))
