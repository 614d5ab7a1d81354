"""`workbench server`: what the server's administrator does, beside a server that runs or without one."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from workbench.cli.command import OK, Command, say
from workbench.cli.serve import check_installed
from workbench.cli.server_care import add_care, add_escrow
from workbench.cli.server_office import COMMUNITY_HELP, add_word, administration, shown

_STATES = {"active": "在用", "lost": "遗失", "revoked": "停用", "deleted": "已删除"}


def _configure(parser: ArgumentParser) -> None:
    words = parser.add_subparsers(metavar="VERB", required=True)
    _configure_communities(words)
    _configure_desks(words)
    _configure_staff(words)
    add_care(words)
    add_escrow(words)


def _configure_communities(words: Any) -> None:
    community = words.add_parser("community", help="社区 communities", allow_abbrev=False)
    verbs = community.add_subparsers(metavar="add|list", required=True)
    add = add_word(
        verbs, "add", "登记社区，得到首次接入的邀请码 expect a community; prints its founding code", _add
    )
    add.add_argument("name", metavar="NAME", help="社区名称")
    add.add_argument("--days", type=int, default=14, help="有效天数 (default: 14)")
    add_word(verbs, "list", "列出社区 list communities", _list)


def _configure_desks(words: Any) -> None:
    invite = add_word(words, "invite", "邀请终端 invite a desk; prints its code", _invite)
    invite.add_argument("community", metavar="COMMUNITY", help=COMMUNITY_HELP)
    invite.add_argument("--name", default="新终端", help="终端名称")
    invite.add_argument("--days", type=int, default=7, help="有效天数 (default: 7)")
    invite.add_argument("--outside", action="store_true", help="外部普查终端 for the census only")
    invite.add_argument("--areas", help="普查小区编号，逗号分隔 ids of areas, by commas")
    invite.add_argument("--masked", action="store_true", help="不显示完整号码 no full numbers")
    invite.add_argument("--offline-hours", type=int, default=72, help="可离线小时数 (default: 72)")
    devices = add_word(words, "devices", "列出终端 list desks", _devices)
    devices.add_argument("community", metavar="COMMUNITY", nargs="?", help=COMMUNITY_HELP)
    revoke = add_word(words, "revoke", "停用终端 send a desk away", _revoke)
    revoke.add_argument("community", metavar="COMMUNITY", help=COMMUNITY_HELP)
    revoke.add_argument("device", metavar="DEVICE", help="终端编号 id of the desk")
    revoke.add_argument("--lost", action="store_true", help="遗失而非停用 lost, may be found again")
    revoke.add_argument("--reason", default="由服务器管理员办理", help="原因，终端上会显示")


def _configure_staff(words: Any) -> None:
    staff = words.add_parser("staff", help="账号 staff accounts", allow_abbrev=False)
    verbs = staff.add_subparsers(metavar="list|disable", required=True)
    listed = add_word(verbs, "list", "列出账号 list accounts", _staff)
    listed.add_argument("community", metavar="COMMUNITY", help=COMMUNITY_HELP)
    disable = add_word(verbs, "disable", "停用账号 close an account", _disable)
    disable.add_argument("community", metavar="COMMUNITY", help=COMMUNITY_HELP)
    disable.add_argument("staff", metavar="STAFF", help="账号编号 id of the account")


def _run(options: Namespace) -> int:
    check_installed()
    return int(options.work(options))


def _add(options: Namespace) -> int:
    with administration(options) as office:
        code = office.add_community(options.name, options.days)
    say(f"“{options.name}”的首次接入邀请码：{code}（{options.days} 天内有效，只能用一次，不会再次显示）")
    return OK


def _list(options: Namespace) -> int:
    with administration(options) as office:
        for line in office.communities():
            say(
                f"{line.community_id}  {line.name}  终端 {line.desks} 台  改动至第 {line.seq} 号  "
                f"最近联系 {shown(line.last_seen)}"
            )
        for awaited in office.expected():
            say(f"（待接入）  {awaited.name}  邀请码有效至 {shown(awaited.expires_at)}")
    return OK


def _invite(options: Namespace) -> int:
    from workbench.server.joining import Terms

    areas = tuple(filter(None, options.areas.split(","))) if options.areas else None
    terms = Terms(options.name, options.outside, areas, options.masked, options.offline_hours)
    with administration(options) as office:
        code = office.invite(options.community, options.name, terms, options.days)
    say(f"终端邀请码：{code}（{options.days} 天内有效，只能用一次，不会再次显示）")
    return OK


def _devices(options: Namespace) -> int:
    with administration(options) as office:
        for line in office.devices(options.community):
            say(
                f"{line.community_id}  {line.device_id}  {line.number} 号  {line.name}  "
                f"{_STATES.get(line.state, line.state)}  最近联系 {shown(line.last_seen)}"
            )
    return OK


def _revoke(options: Namespace) -> int:
    state = "lost" if options.lost else "revoked"
    with administration(options) as office:
        office.set_state(options.community, options.device, state, options.reason)
    say(f"终端 {options.device} 已标为{_STATES[state]}，一分钟内不能再同步。")
    return OK


def _staff(options: Namespace) -> int:
    with administration(options) as office:
        for line in office.staff(options.community):
            state = "在用" if line.active else "停用"
            say(f"{line.staff_id}  {line.account}  {line.display_name}  {'、'.join(line.roles)}  {state}")
    return OK


def _disable(options: Namespace) -> int:
    with administration(options) as office:
        office.disable(options.community, options.staff)
    say(f"账号 {options.staff} 已停用，一分钟内不能再同步。")
    return OK


COMMAND = Command("server", "管理中心服务器 look after the central server", _configure, _run)
