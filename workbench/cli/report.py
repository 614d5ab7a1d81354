"""`workbench report NAME`: writes one report of one month as Excel or PDF."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser, Namespace
from datetime import date, datetime
from pathlib import Path

from workbench.cli.access import signed_in_desk
from workbench.cli.command import OK, Command, say
from workbench.desk.reports import REPORT_NAMES


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", choices=REPORT_NAMES, help="、".join(REPORT_NAMES))
    parser.add_argument("--month", type=_month, required=True, metavar="YYYY-MM")
    parser.add_argument("--format", choices=("xlsx", "pdf"), required=True)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")


def _month(text: str) -> date:
    try:
        return datetime.strptime(text, "%Y-%m").date()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} 不是月份，应写作 2026-11") from error


def _run(options: Namespace) -> int:
    with signed_in_desk(options) as desk:
        desk.reports.write(options.name, options.month, options.format, options.out, "命令行导出")
    say(f"已生成 {options.out}")
    return OK


COMMAND = Command("report", "生成月度报表 write a report", _configure, _run)
