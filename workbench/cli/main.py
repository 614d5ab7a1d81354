"""Finds the command that was asked for, runs it, and turns failures into a sentence and an exit code."""

from __future__ import annotations

import argparse
import logging
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import NoReturn

from workbench.cli import backup, forms, report, roster, serve, server, sync, verify
from workbench.cli.command import FAILED, MISUSED, Command, complain
from workbench.standards.errors import WorkbenchError, reason_of

COMMANDS: tuple[Command, ...] = (
    roster.COMMAND,
    report.COMMAND,
    verify.COMMAND,
    backup.BACKUP,
    backup.RESTORE,
    forms.COMMAND,
    sync.COMMAND,
    serve.COMMAND,
    server.COMMAND,
)
"""The commands that need no window."""

_DATA_HELP = "数据文件夹 data folder (default: this user's own)"


class _Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong with a command line, and leaves with 2."""

    def error(self, message: str) -> NoReturn:
        complain(f"命令写法有误（{message}），没有执行；用法见 {self.prog} --help。")
        self.exit(MISUSED)


def run(arguments: Sequence[str] | None, commands: Sequence[Command], default: Command | None = None) -> int:
    """Run one command line and return its exit code; with no command at all, run `default`."""
    parser = _parser(commands, default)
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    # What the network does is said once, by our own errors, and not at every try.
    logging.getLogger("urllib3").setLevel(logging.ERROR)
    try:
        return int(options.run(options))
    except WorkbenchError as error:
        complain(str(error))
    except OSError as error:
        complain(
            f"{reason_of(error)}（{error.filename or '文件'}），命令没有完成；请检查位置和磁盘空间后重试。"
        )
    except KeyboardInterrupt:
        complain("已取消。")
    return FAILED


def last_words(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say in one sentence that the program itself failed, and where; for `sys.excepthook`.

    What the error says stays unsaid, for it may hold personal data.
    """
    del error
    place = traceback.extract_tb(trace)[-1] if trace else None
    where = f"{Path(place.filename).name} 第 {place.lineno} 行" if place else "位置不明"
    complain(
        f"程序内部出错（{kind.__name__}，{where}），命令没有完成，已保存的数据不受影响；请告诉维护人员。"
    )


def _parser(commands: Sequence[Command], default: Command | None) -> argparse.ArgumentParser:
    parser = _Parser(prog="workbench", description="社区全科工作台 Community Workbench", allow_abbrev=False)
    data = _Parser(add_help=False)
    data.add_argument("--data", type=Path, metavar="DIR", default=argparse.SUPPRESS, help=_DATA_HELP)
    parser.add_argument("--data", type=Path, metavar="DIR", default=None, help=_DATA_HELP)
    words = parser.add_subparsers(metavar="COMMAND", required=default is None)
    for command in commands:
        sub = words.add_parser(command.name, help=command.summary, parents=[data], allow_abbrev=False)
        command.configure(sub)
        sub.set_defaults(run=command.run)
    if default is not None:
        parser.set_defaults(run=default.run)
    return parser
