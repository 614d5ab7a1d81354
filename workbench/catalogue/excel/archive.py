"""Refuses a workbook that is not one, or is built to hurt, before anything of it is parsed."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from workbench.catalogue.errors import UnreadableCatalogue
from workbench.catalogue.wording import Refusal
from workbench.standards.archives import (
    ArchiveLimits,
    HostileArchive,
    entries_of,
    unpacked,
    without_entities,
    without_wide_rows,
)
from workbench.standards.errors import reason_of

if TYPE_CHECKING:
    from pathlib import Path

LIMITS = ArchiveLimits(entries=500, unpacked=8 << 20)
"""The sample's workbook unpacks to about 1 MiB."""


def check_archive(path: Path) -> None:
    """Raise UnreadableCatalogue for a file too big unpacked, with declared entities, or no workbook."""
    try:
        with path.open("rb") as stream:
            _look_through(stream)
    except HostileArchive as error:
        raise _refused(path, error.fault.label) from error
    except OSError as error:
        raise _refused(path, reason_of(error)) from error


def _look_through(stream: IO[bytes]) -> None:
    for entry in entries_of(stream, LIMITS):
        if entry.filename.endswith((".xml", ".rels")):
            for _ in without_wide_rows(without_entities(unpacked(stream, entry))):
                pass


def _refused(path: Path, why: str) -> UnreadableCatalogue:
    return UnreadableCatalogue(Refusal.UNREADABLE.format(file=path.name, why=why))
