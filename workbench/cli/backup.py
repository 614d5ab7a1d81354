"""`workbench backup FILE` and `workbench restore FILE`: the whole data folder in one encrypted file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.access import folder_of, signed_in_desk
from workbench.cli.command import OK, Command, say
from workbench.standards.clock import to_local

if TYPE_CHECKING:
    from workbench.store.backup import BackupSummary

_MEBIBYTE = 1024 * 1024


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="备份文件 the backup file")


def _back_up(options: Namespace) -> int:
    with signed_in_desk(options) as desk:
        summary = desk.back_up(options.file)
    say(f"已备份到 {options.file}：{_words(summary)}。")
    return OK


def _restore(options: Namespace) -> int:
    from workbench.store.backup import restore

    folder = folder_of(options)
    summary = restore(options.file, folder.path)
    say(f"已恢复到 {folder.path}：{_words(summary)}；原有数据（如有）保留在旁边的文件夹中。")
    return OK


def _words(summary: BackupSummary) -> str:
    size = f"{summary.size / _MEBIBYTE:.1f} MiB"
    return f"{summary.files} 个文件，{size}，备份时间 {to_local(summary.made_at):%Y-%m-%d %H:%M}"


BACKUP = Command("backup", "备份全部数据 back everything up", _configure, _back_up)
RESTORE = Command("restore", "从备份恢复 restore a backup", _configure, _restore)
