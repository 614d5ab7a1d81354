"""`workbench sync`: one exchange with the server, for a script or whoever wants it now."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from workbench.cli.access import signed_in_desk
from workbench.cli.command import FAILED, OK, Command, say


def _configure(parser: ArgumentParser) -> None:
    del parser


def _sync(options: Namespace) -> int:
    with signed_in_desk(options) as desk:
        report = desk.sync.round()
        waiting = desk.inbox.disputes()
        say(
            f"已上传 {report.sent}，已接收 {report.received + report.repaired}，"
            f"有分歧 {report.disputed}，未被接受 {report.refused}，待处理 {len(waiting)}"
        )
        if report.too_old:
            say("工作台版本过旧：已上传，不能接收；请更新工作台。")
    return FAILED if report.too_old else OK


COMMAND = Command("sync", "与服务器同步一次 exchange with the server once", _configure, _sync)
