"""`workbench report NAME`: writes one report of one month as Excel or PDF."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser, Namespace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.access import check_target, second_person, signed_in_desk
from workbench.cli.command import OK, Command, say
from workbench.desk.report_kinds import REPORT_NAMES

if TYPE_CHECKING:
    from workbench.desk.desk import Desk
    from workbench.desk.export_rules import ApprovalNeeded

_YEARS = range(1980, 2101)
PURPOSE = "命令行导出"
_PURPOSE_HELP = "导出用途，印在每页并记入日志 what it is for"
_MONTH_HELP = "月份；日报取该月最后一天，本月取今天 the month; its last day, or today, for a day's report"


def day_of_report(month: date, today: date) -> date:
    """Return the day that stands for a month: the last one, but none after today."""
    following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return max(month, min(following - timedelta(days=1), today))


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", choices=REPORT_NAMES, help="、".join(REPORT_NAMES))
    parser.add_argument("--month", type=_month, required=True, metavar="YYYY-MM", help=_MONTH_HELP)
    parser.add_argument("--format", choices=("xlsx", "pdf"), required=True)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.add_argument("--purpose", default=PURPOSE, metavar="TEXT", help=_PURPOSE_HELP)


def _month(text: str) -> date:
    try:
        month = datetime.strptime(text, "%Y-%m").date()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} 不是月份，应写作 2026-11") from error
    if month.year not in _YEARS:
        raise argparse.ArgumentTypeError(f"{text!r} 不在 {_YEARS[0]} 年至 {_YEARS[-1]} 年之间")
    return month


def _run(options: Namespace) -> int:
    from workbench.desk.export_rules import ApprovalNeeded

    check_target(options, options.out)
    with signed_in_desk(options) as desk:
        day = day_of_report(options.month, desk.today())
        try:
            desk.reports.write(options.name, day, options.format, options.out, options.purpose)
        except ApprovalNeeded as needed:
            _write_approved(desk, options, day, needed)
    say(f"已生成 {options.out}")
    return OK


def _write_approved(desk: Desk, options: Namespace, day: date, needed: ApprovalNeeded) -> None:
    """Write with a second person's yes, for a reason that was given and not the usual words."""
    from workbench.desk.export_rules import ReasonMissing

    if options.purpose == PURPOSE:
        raise ReasonMissing
    account, password = second_person(needed)
    approval = desk.reports.approve(needed.what, account, password)
    desk.reports.write(options.name, day, options.format, options.out, options.purpose, approval)


COMMAND = Command("report", "生成月度报表 write a report", _configure, _run)
