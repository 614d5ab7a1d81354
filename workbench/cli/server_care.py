"""Words after `workbench server` that look after what is kept: a new epoch, pruning, checking, escrow."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from workbench.cli.access import check_target
from workbench.cli.command import FAILED, OK, say
from workbench.cli.serve import keys_folder
from workbench.cli.server_office import COMMUNITY_HELP, add_word, administration, database, shown


def add_care(words: Any) -> None:
    """Add the verbs that look after what is kept."""
    epoch = add_word(
        words, "new-epoch", "从备份恢复后必须执行 after the database was restored from a backup", _new_epoch
    )
    epoch.add_argument("community", metavar="COMMUNITY", nargs="?", help=COMMUNITY_HELP)
    prune = add_word(
        words, "prune", "清理旧日志和无主附件 clear away old log rows and files without a record", _prune
    )
    prune.add_argument("--days", type=int, default=180, help="日志保留天数 (default: 180)")
    add_word(words, "verify", "核对全部数据 check all that is kept", _verify)


def add_escrow(words: Any) -> None:
    """Add the verbs for what lost desks handed in."""
    escrow = words.add_parser(
        "escrow", help="遗失终端交来的内容 what lost desks handed in", allow_abbrev=False
    )
    verbs = escrow.add_subparsers(metavar="list|open", required=True)
    add_word(verbs, "list", "列出 list", _parcels)
    opened = add_word(verbs, "open", "启封 open one", _open_parcel)
    opened.add_argument("parcel", metavar="NUMBER", help="编号")
    opened.add_argument("--out", type=Path, required=True, metavar="FILE", help="写到 where to write it")


def _new_epoch(options: Namespace) -> int:
    with administration(options) as office:
        count = office.begin_new_life(options.community)
    say(f"{count} 个社区已换新纪元；各终端下次联系时会核对并补传备份之后的改动。")
    return OK


def _prune(options: Namespace) -> int:
    from workbench.server.pruning import prune
    from workbench.standards.clock import utc_now

    with database(options) as opened:
        pruned = prune(opened, utc_now(), options.days)
    say(f"已清理：日志 {pruned.log_rows} 行，无主附件 {pruned.files} 个；审计记录全部保留。")
    return OK


def _verify(options: Namespace) -> int:
    from workbench.server.verifying import verify

    with database(options) as opened:
        flaws = verify(opened)
    for flaw in flaws:
        say(str(flaw))
    say(
        "核对完毕，全部相符。"
        if not flaws
        else f"核对完毕，{len(flaws)} 处不符，请从备份恢复或联系维护人员。"
    )
    return FAILED if flaws else OK


def _parcels(options: Namespace) -> int:
    with administration(options) as office:
        for parcel in office.parcels():
            opened = f"已于 {shown(parcel.opened_at)} 启封" if parcel.opened_at else "未启封"
            say(
                f"{parcel.escrow_id}  {parcel.community_id}  终端 {parcel.device_id}  "
                f"{parcel.size} 字节  {shown(parcel.received_at)}  {opened}"
            )
    return OK


def _open_parcel(options: Namespace) -> int:
    from workbench.security.durable import replace_file
    from workbench.server.signing import keys_in

    check_target(options, options.out)
    with administration(options) as office:
        content = office.open_parcel(keys_in(keys_folder(options)), options.parcel)
    replace_file(options.out, content)
    say(f"已启封，写到 {options.out}（含居民信息，请妥善保管）。")
    return OK
