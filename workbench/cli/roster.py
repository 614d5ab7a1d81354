"""`workbench import-roster FILE`: reads a roster, stores what is sure, and reports on every row."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.access import check_target
from workbench.cli.command import OK, Command, say

if TYPE_CHECKING:
    from workbench.people.roster.outcome import RowOutcome
    from workbench.people.roster.plan import RosterPlan


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=".xlsx、.xls 或 .csv 花名册")
    parser.add_argument("--report", type=Path, required=True, metavar="OUT.xlsx", help="逐行结果 every row")
    parser.add_argument("--json", type=Path, metavar="OUT.json", help="逐行结果（JSON）the same for scripts")
    parser.add_argument("--dry-run", action="store_true", help="只检查，不入库 check only; needs no account")


def _run(options: Namespace) -> int:
    for target in filter(None, (options.report, options.json)):
        check_target(options, target, options.file)
    return _check(options) if options.dry_run else _import(options)


def _check(options: Namespace) -> int:
    from workbench.people.roster.report import write_roster_report
    from workbench.people.roster.service import outcomes_of, read_draft
    from workbench.standards.clock import local_date, utc_now

    draft = read_draft(options.file)
    outcomes = outcomes_of(draft, local_date(utc_now()))
    write_roster_report(draft.file, outcomes, options.report)
    _write_json(outcomes, options.json)
    counts = Counter(outcome.outcome.label for outcome in outcomes)
    say(f"检查完成（未入库）：{_words(counts)}。报告：{options.report}")
    return OK


def _import(options: Namespace) -> int:
    from workbench.cli.access import signed_in_desk
    from workbench.people.roster.report import write_roster_report

    with signed_in_desk(options) as desk:
        plan = desk.roster.plan(desk.roster.read(options.file))
        write_roster_report(plan.draft.file, plan.rows, options.report)
        _write_json([row.outcome for row in plan.rows], options.json)
        desk.note_export("import-report", len(plan.rows), "花名册导入报告")
        desk.roster.apply(plan)
    say(f"导入完成：{_words(_verdicts(plan))}。报告：{options.report}")
    return OK


def _write_json(outcomes: Sequence[RowOutcome], target: Path | None) -> None:
    from workbench.people.roster.json_report import write_json_report

    if target is not None:
        write_json_report(outcomes, target)


def _verdicts(plan: RosterPlan) -> Counter[str]:
    return Counter({verdict.label: count for verdict, count in plan.counts.items()})


def _words(counts: Counter[str]) -> str:
    return "，".join(f"{label} {count}" for label, count in counts.items() if count)


COMMAND = Command("import-roster", "导入居民花名册 import a residents' roster", _configure, _run)
