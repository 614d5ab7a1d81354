"""Backs a data folder up into one file and restores it: everything inside stays encrypted."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from workbench.standards.errors import WorkbenchError
from workbench.store.migrate import copy_file

DATABASE = "workbench.db"
"""Name of the store file in a data folder, and in a backup of one."""

_MANIFEST = "manifest.json"
_FORMAT = 1
_MAX_BYTES = 64 * 1024**3


class BackupRefused(WorkbenchError):
    """The file is not a whole backup of ours, or there is no room or no place for it."""


@dataclass(frozen=True, slots=True)
class BackupSummary:
    """What a backup holds: number of files, bytes before compression, when it was made (UTC)."""

    files: int
    size: int
    made_at: datetime


def back_up(folder: Path, key: bytes, target: Path, *, now: datetime) -> BackupSummary:
    """Write the data folder into `target`, whole or not at all, and read it back to be sure.

    The database goes in as a consistent copy, so staff may keep working meanwhile.
    """
    partial = target.with_name(target.name + ".part")
    copy = target.with_name(target.name + ".db-part")
    try:
        copy_file(folder / DATABASE, key, copy)
        sources = {DATABASE: copy, **_other_files(folder)}
        _write_archive(partial, sources, now)
        summary = inspect(partial)
        partial.replace(target)
        return summary
    finally:
        copy.unlink(missing_ok=True)
        partial.unlink(missing_ok=True)


def inspect(backup: Path) -> BackupSummary:
    """Check every file of a backup against its manifest. Raises BackupRefused."""
    with _opened(backup) as (archive, manifest):
        for name, digest in manifest["files"].items():
            if _digest_inside(archive, name) != digest:
                raise BackupRefused(f"备份文件中的 {name} 已损坏，未做任何改动。")
        size = sum(info.file_size for info in archive.infolist())
        return BackupSummary(len(manifest["files"]), size, datetime.fromisoformat(manifest["made_at"]))


def restore(backup: Path, folder: Path) -> BackupSummary:
    """Put a backup where `folder` is; what was there is kept beside it. Raises BackupRefused."""
    summary = inspect(backup)
    fresh = folder.with_name(folder.name + ".restoring")
    shutil.rmtree(fresh, ignore_errors=True)
    with _opened(backup) as (archive, manifest):
        for name in manifest["files"]:
            _extract(archive, name, fresh)
    if folder.exists():
        folder.replace(_free_name(folder))
    fresh.replace(folder)
    return summary


def _other_files(folder: Path) -> dict[str, Path]:
    vault = {
        path.relative_to(folder).as_posix(): path
        for path in sorted((folder / "vault").rglob("*"))
        if path.is_file()
    }
    single = {name: folder / name for name in ("keys.json", "preferences.json") if (folder / name).exists()}
    return single | vault


def _write_archive(target: Path, sources: dict[str, Path], now: datetime) -> None:
    digests = {}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        for name, path in sources.items():
            with path.open("rb") as stream:
                digests[name] = hashlib.file_digest(stream, "sha256").hexdigest()
            archive.write(path, name)
        manifest = {"format": _FORMAT, "made_at": now.isoformat(), "files": digests}
        archive.writestr(_MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))


class _opened:  # noqa: N801 - reads as a verb in a `with` statement
    """A backup archive with its manifest, after the checks that need no key."""

    def __init__(self, backup: Path) -> None:
        self._backup = backup

    def __enter__(self) -> tuple[zipfile.ZipFile, dict[str, Any]]:
        try:
            self._archive = zipfile.ZipFile(self._backup)
            manifest = json.loads(self._archive.read(_MANIFEST))
            names = {_safe(name) for name in manifest["files"]}
            if manifest["format"] != _FORMAT or DATABASE not in names:
                raise BackupRefused("备份文件的版本不受支持，未做任何改动。")
            if names - set(self._archive.namelist()):
                raise BackupRefused("备份文件不完整，未做任何改动。")
        except (OSError, KeyError, TypeError, ValueError, zipfile.BadZipFile) as error:
            raise BackupRefused("这不是工作台的备份文件，未做任何改动。") from error
        if sum(info.file_size for info in self._archive.infolist()) > _MAX_BYTES:
            raise BackupRefused("备份文件过大，未做任何改动。")
        return self._archive, manifest

    def __exit__(self, *_: object) -> None:
        self._archive.close()


def _digest_inside(archive: zipfile.ZipFile, name: str) -> str | None:
    try:
        with archive.open(name) as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]
    except zipfile.BadZipFile:
        return None


def _safe(name: str) -> str:
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts or "\\" in name or ":" in name:
        raise BackupRefused("备份文件含有非法路径，未做任何改动。")
    return name


def _extract(archive: zipfile.ZipFile, name: str, folder: Path) -> None:
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(name) as source, target.open("wb") as sink:
        shutil.copyfileobj(source, sink, 1024 * 1024)


def _free_name(folder: Path) -> Path:
    number = 1
    while (candidate := folder.with_name(f"{folder.name}.before-restore-{number}")).exists():
        number += 1
    return candidate
