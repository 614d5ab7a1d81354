"""`workbench verify`: is the store what was written, and the journal's chain unbroken?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from workbench.cli.access import signed_in_desk
from workbench.cli.command import FAILED, OK, Command, complain, say


def _configure(parser: ArgumentParser) -> None:
    del parser


def _run(options: Namespace) -> int:
    with signed_in_desk(options) as desk:
        verdict = desk.verify()
    if verdict.fault is not None:
        complain(f"校验未通过：{verdict.fault}")
        return FAILED
    counted = f"日志 {verdict.journal_rows} 条，记录 {verdict.records} 条，附件 {verdict.attachments} 个"
    say(f"校验通过：{counted}。")
    return OK


COMMAND = Command("verify", "校验日志链和数据完整性 check the journal and the store", _configure, _run)
