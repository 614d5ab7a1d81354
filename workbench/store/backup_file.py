"""A backup file as it is read: a zip archive of ours, checked before anything in it is used.

Its entries are not packed, so that nothing in it can be larger than the file itself.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from workbench.standards.archives import ArchiveFault, ArchiveLimits, HostileArchive, entries_of
from workbench.standards.errors import WorkbenchError, reason_of

DATABASE = "workbench.db"
"""Name of the store file in a data folder, and in a backup of one."""

SINGLE_FILES = (DATABASE, "keys.json", "preferences.json")
VAULT_FILE = re.compile(r"vault/[0-9a-f]{2}/[0-9a-f]{1,64}")
MANIFEST = "manifest.json"
FORMAT = 1

_LIMITS = ArchiveLimits(entries=2_000_000, unpacked=1 << 40)
_LONGEST_MANIFEST = 256 << 20
_PIECE = 1 << 20


class BackupRefused(WorkbenchError):
    """The file is not a whole backup of ours, or there is no room or no place for it."""


@dataclass(frozen=True, slots=True)
class BackupSummary:
    """What a backup holds: number of files, bytes before compression, when it was made (UTC)."""

    files: int
    size: int
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Backup:
    """An open backup whose directory was checked, with its files' digests by name."""

    archive: zipfile.ZipFile
    digests: Mapping[str, str]
    made_at: datetime

    def summary(self) -> BackupSummary:
        """Return what it holds."""
        size = sum(entry.file_size for entry in self.archive.infolist())
        return BackupSummary(len(self.digests), size, self.made_at)


@contextmanager
def opened_backup(path: Path) -> Iterator[Backup]:
    """Open a backup after the checks that need no key. Raises BackupRefused."""
    with ExitStack() as opened:
        yield _open(path, opened)


def pieces_of(backup: Backup, name: str) -> Iterator[bytes]:
    """Give a file of a backup in pieces. Raises BackupRefused if in the end it is not what was put there."""
    found = hashlib.sha256()
    try:
        with backup.archive.open(name) as stream:
            while piece := stream.read(_PIECE):
                found.update(piece)
                yield piece
    except zipfile.BadZipFile as error:
        raise _damaged(name) from error
    if found.hexdigest() != backup.digests[name]:
        raise _damaged(name)


def _open(path: Path, opened: ExitStack) -> Backup:
    try:
        stream = opened.enter_context(path.open("rb"))
        _check_directory(entries_of(stream, _LIMITS), path.stat().st_size)
        return _with_manifest(opened.enter_context(zipfile.ZipFile(stream)))
    except HostileArchive as error:
        if error.fault is ArchiveFault.DAMAGED:
            raise _foreign_file() from error
        raise BackupRefused(f"{error.fault.label}，未做任何改动；请另选备份。") from error
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise _foreign_file() from error
    except OSError as error:
        raise BackupRefused(f"读不了 {path}（{reason_of(error)}），未做任何改动；请另选备份。") from error


def _check_directory(entries: list[zipfile.ZipInfo], size: int) -> None:
    packed = any(entry.compress_type != zipfile.ZIP_STORED for entry in entries)
    if packed or sum(entry.file_size for entry in entries) > size:
        raise BackupRefused("备份文件中有压缩或重叠的内容，不是工作台写成的，未做任何改动；请另选备份。")


def _with_manifest(archive: zipfile.ZipFile) -> Backup:
    if archive.getinfo(MANIFEST).file_size > _LONGEST_MANIFEST:
        raise ValueError("the manifest is longer than any of ours")
    manifest = json.loads(archive.read(MANIFEST))
    digests: dict[str, str] = manifest["files"]
    for name in digests:
        _check_name(name)
    if manifest["format"] != FORMAT or DATABASE not in digests:
        raise BackupRefused("备份文件的版本不受支持，未做任何改动；请用较新的工作台恢复。")
    if digests.keys() - set(archive.namelist()):
        raise BackupRefused("备份文件不完整，未做任何改动；请另选备份。")
    return Backup(archive, digests, datetime.fromisoformat(manifest["made_at"]))


def _check_name(name: str) -> None:
    if name not in SINGLE_FILES and not VAULT_FILE.fullmatch(name):
        raise BackupRefused("备份文件含有非法路径，未做任何改动；请另选备份。")


def _foreign_file() -> BackupRefused:
    return BackupRefused("这不是工作台的备份文件，或已损坏，未做任何改动；请另选备份。")


def _damaged(name: str) -> BackupRefused:
    return BackupRefused(f"备份文件中的 {name} 已损坏，未做任何改动；请另选备份。")
