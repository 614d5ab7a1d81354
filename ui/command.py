"""The command `workbench`: the window, the demonstration, and every command that needs no window."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ui.display import has_display
from workbench.cli.command import Command
from workbench.cli.main import COMMANDS, last_words, run
from workbench.standards.errors import WorkbenchError

READ_ROSTER = "--read-roster"
"""With this word an installed application is its own child, which reads one file within limits."""


class NoDisplay(WorkbenchError):
    """There is nothing on which a window could be shown."""

    def __init__(self) -> None:
        super().__init__("没有显示器，窗口打不开；请在桌面环境中运行，或用 workbench demo 看演示。")


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.excepthook = last_words
    if sys.argv[1:2] == [READ_ROSTER]:
        from workbench.people.roster.child import main as read_roster

        sys.exit(read_roster())
    sys.exit(run(None, (DEMO, *COMMANDS), WINDOW))


def _nothing(parser: ArgumentParser) -> None:
    del parser


def _open_window(options: Namespace) -> int:
    from workbench.desk.folder import DataFolder

    if not (has_display() or os.environ.get("QT_QPA_PLATFORM")):
        raise NoDisplay
    from ui.application import run_window

    folder = DataFolder(options.data) if options.data is not None else DataFolder.default()
    return run_window(folder.path)


def _configure_demo(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        default=Path("workbench-demo"),
        help="图片和文书放在哪里 where pictures and papers go (default: workbench-demo/)",
    )


def _demonstrate(options: Namespace) -> int:
    from ui.demonstration.run import demonstrate

    return demonstrate(options.out)


WINDOW = Command("", "打开工作台 open the workbench", _nothing, _open_window)
DEMO = Command("demo", "在演示社区上运行 run on the demonstration community", _configure_demo, _demonstrate)
