"""Writes a file so that a power cut leaves either the old content or the new, never a torn one."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from pathlib import Path


class FileNotSaved(WorkbenchError):
    """The disk refused the file; what was there before is untouched."""


def replace_file(path: Path, content: bytes) -> None:
    """Put the content in the file's place, readable by its owner only. Raises FileNotSaved."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_through(draft, content)
        draft.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise FileNotSaved(f"文件 {path.name} 未能写入磁盘，原有内容未变；请检查磁盘空间后重试。") from error


def _write_through(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable; Windows has no handle for folders and does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
