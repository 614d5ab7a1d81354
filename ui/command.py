"""The command `workbench`: the window, the demonstration, and every command that needs no window."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.cli.command import Command
from workbench.cli.main import COMMANDS, run

READ_ROSTER = "--read-roster"
"""With this word an installed application is its own child, which reads one file within limits."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:2] == [READ_ROSTER]:
        from workbench.people.roster.child import main as read_roster

        sys.exit(read_roster())
    sys.exit(run(None, (DEMO, *COMMANDS), WINDOW))


def _nothing(parser: ArgumentParser) -> None:
    del parser


def _open_window(options: Namespace) -> int:
    from ui.application import run_window
    from workbench.desk.folder import DataFolder

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
