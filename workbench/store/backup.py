"""Backs a data folder up into one file and restores it: everything inside stays encrypted."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import zipfile
from datetime import datetime
from pathlib import Path, PurePosixPath

import sqlcipher3.dbapi2 as sqlcipher

from workbench.standards.errors import reason_of
from workbench.store.backup_file import (
    DATABASE,
    FORMAT,
    MANIFEST,
    SINGLE_FILES,
    VAULT_FILE,
    Backup,
    BackupRefused,
    BackupSummary,
    opened_backup,
    pieces_of,
)
from workbench.store.migrate import copy_file
from workbench.store.presence import is_open_somewhere

__all__ = ["DATABASE", "BackupRefused", "BackupSummary", "back_up", "inspect", "restore"]


def back_up(folder: Path, key: bytes, target: Path, *, now: datetime) -> BackupSummary:
    """Write the data folder into `target`, whole or not at all, and read it back to be sure.

    The database goes in as a consistent copy, so staff may keep working meanwhile. Raises BackupRefused.
    """
    _check_target(folder, target)
    partial = target.with_name(target.name + ".part")
    copy = target.with_name(target.name + ".db-part")
    try:
        partial.touch()
        copy_file(folder / DATABASE, key, copy)
        _write_archive(partial, {DATABASE: copy, **_other_files(folder)}, now)
        summary = inspect(partial)
        partial.replace(target)
        return summary
    except OSError as error:
        raise _not_written(target, reason_of(error)) from error
    except sqlcipher.DatabaseError as error:
        raise _not_written(target, "磁盘已满或不可写") from error
    finally:
        _forget(copy, partial)


def inspect(backup: Path) -> BackupSummary:
    """Check every file of a backup against its manifest. Raises BackupRefused."""
    with opened_backup(backup) as opened:
        for name in opened.digests:
            for _ in pieces_of(opened, name):
                pass
        return opened.summary()


def restore(backup: Path, folder: Path) -> BackupSummary:
    """Put a backup where `folder` is; what was there is kept beside it. Raises BackupRefused."""
    if folder.exists() and not folder.is_dir():
        raise BackupRefused(f"{folder} 不是文件夹，未做任何改动；请另选数据文件夹。")
    if is_open_somewhere(folder):
        raise BackupRefused("工作台正开着这个数据文件夹，未做任何改动；请先关闭工作台再恢复。")
    fresh = folder.with_name(folder.name + ".restoring")
    try:
        with opened_backup(backup) as opened:
            _unpack(opened, fresh)
            summary = opened.summary()
        if folder.exists():
            folder.replace(_free_name(folder))
        fresh.replace(folder)
        return summary
    except OSError as error:
        raise BackupRefused(
            f"没有恢复到 {folder}（{reason_of(error)}），原有数据未受影响；请检查位置和磁盘空间后重试。"
        ) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _check_target(folder: Path, target: Path) -> None:
    if target.is_dir():
        raise _not_written(target, "这是一个文件夹")
    if target.resolve().is_relative_to(folder.resolve()):
        raise BackupRefused("备份不能放进数据文件夹里，没有备份，原有数据未受影响；请另选位置。")


def _other_files(folder: Path) -> dict[str, Path]:
    vault = {
        path.relative_to(folder).as_posix(): path
        for path in sorted((folder / "vault").rglob("*"))
        if VAULT_FILE.fullmatch(path.relative_to(folder).as_posix())
    }
    single = {name: folder / name for name in SINGLE_FILES if name != DATABASE and (folder / name).exists()}
    return single | vault


def _write_archive(target: Path, sources: dict[str, Path], now: datetime) -> None:
    digests = {}
    with target.open("wb") as stream:
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
            for name, path in sources.items():
                with path.open("rb") as content:
                    digests[name] = hashlib.file_digest(content, "sha256").hexdigest()
                archive.write(path, name)
            manifest = {"format": FORMAT, "made_at": now.isoformat(), "files": digests}
            archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
        stream.flush()
        os.fsync(stream.fileno())


def _unpack(opened: Backup, folder: Path) -> None:
    """Write every file of a backup, checking what is written. Raises BackupRefused."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in opened.digests:
        target = folder / PurePosixPath(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as sink:
            sink.writelines(pieces_of(opened, name))


def _free_name(folder: Path) -> Path:
    number = 1
    while (candidate := folder.with_name(f"{folder.name}.before-restore-{number}")).exists():
        number += 1
    return candidate


def _forget(*drafts: Path) -> None:
    for draft in drafts:
        if draft.parent.is_dir():
            draft.unlink(missing_ok=True)


def _not_written(target: Path, why: str) -> BackupRefused:
    return BackupRefused(f"没有备份到 {target}（{why}），原有数据未受影响；请检查位置和磁盘空间后重试。")
