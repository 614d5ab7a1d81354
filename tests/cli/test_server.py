"""`workbench server`: the administrator's verbs, on a real database and with what desks see of them."""

from __future__ import annotations

import json
import re
import secrets

import pytest

from tests.server.running import RunningServer, ServedDesk, new_id
from tests.server.test_access import resident
from tests.server.test_files import ADDRESS, CONTENT, send
from workbench.cli import server
from workbench.cli.command import FAILED, MISUSED, OK
from workbench.cli.main import run
from workbench.sync.protocol.sealing import escrow_context, seal

CODE = r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}"


@pytest.fixture
def office(server_database, tmp_path, capsys):
    """Run one verb; return the exit code, the lines said and the sentence complained."""

    def office(*words: str, place: int | None = None):
        options = ["--database", server_database]
        verb = list(words[:1]) if words[0] not in ("community", "staff", "escrow") else list(words[:2])
        code = run(
            ["--data", str(tmp_path), "server", *verb, *options, *words[len(verb) :]], (server.COMMAND,)
        )
        told = capsys.readouterr()
        said = [line for line in told.out.splitlines() if "[info" not in line]
        return code, said, told.err

    return office


def code_in(said: list[str]) -> str:
    return re.search(CODE, said[0])[0]


@pytest.fixture
def served(server_database, tmp_path):
    """A running server whose keys lie where the command looks for them."""
    running = RunningServer(server_database, tmp_path / "server")
    yield running
    running.stop()


@pytest.fixture
def desk(served) -> ServedDesk:
    return served.found("濮家社区")


def test_a_community_is_expected_and_joins_by_the_code_that_was_said(office, served):
    code, said, _ = office("community", "add", "濮家社区")
    assert code == OK
    assert office("community", "list")[1][0].startswith("（待接入）  濮家社区")

    desk = ServedDesk(served, community_id=new_id())
    found = {"community_id": desk.community_id, "name": "濮家社区", "address_key": secrets.token_hex(32)}
    desk.join(code_in(said), found=found).raise_for_status()

    [line] = office("community", "list")[1]
    assert line.startswith(f"{desk.community_id}  濮家社区  终端 1 台")


def test_the_administrator_invites_a_desk_under_terms(office, desk):
    code, said, _ = office(
        "invite",
        "濮家社区",
        "--name",
        "外聘普查",
        "--outside",
        "--masked",
        "--areas",
        "a1,a2",
        "--offline-hours",
        "8",
    )
    assert code == OK
    other = ServedDesk(desk.server)
    other.join(code_in(said), device_name="").raise_for_status()

    assert other.welcome["device"] == {
        "name": "外聘普查", "state": "active", "outside": 1, "masked": 1, "areas": ["a1", "a2"],
        "offline_hours": 8,
    }  # fmt: skip


def test_desks_are_listed_and_sent_away_and_refused_from_then_on(office, desk):
    other = desk.another()
    assert other.ask("GET", "/digest").status_code == 200
    lines = office("devices", "濮家社区")[1]
    assert [line.split("  ")[1:5:2] for line in lines] == [
        [desk.device_id, "一号窗口"], [other.device_id, "一号窗口"]
    ]  # fmt: skip

    code, said, _ = office("revoke", desk.community_id, other.device_id, "--lost", "--reason", "被盗")

    assert (code, "遗失" in said[0]) == (OK, True)
    soon_refused(other, "device_revoked")
    state = desk.ask("GET", "/state?after=0").json()
    rows = desk.ask("GET", f"/pull?after=0&epoch={state['epoch']}&scope_epoch={state['scope_epoch']}").json()[
        "rows"
    ]
    assert rows[-1][5] == {"state": "lost", "reason": "被盗"}
    assert "遗失" in office("devices")[1][1]


def soon_refused(desk: ServedDesk, fault: str) -> None:
    import time

    until = time.monotonic() + 5
    while (answer := desk.ask("GET", "/digest")).status_code == 200:
        assert time.monotonic() < until
    assert answer.json()["fault"] == fault


def test_accounts_are_listed_and_closed(office, desk):
    [line] = office("staff", "list", "濮家社区")[1]
    assert line == f"{desk.staff_id}  wangfang  王芳  supervisor、administrator  在用"

    assert office("staff", "disable", "濮家社区", desk.staff_id)[0] == OK

    soon_refused(desk, "staff_disabled")
    assert office("staff", "list", "濮家社区")[1][0].endswith("停用")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("invite", "没有的社区"), "没有叫“没有的社区”的社区"),
        (("devices", "没有的社区"), "没有叫"),
        (("revoke", "濮家社区", "nobody"), "没有编号为 nobody"),
        (("staff", "disable", "濮家社区", "nobody"), "没有编号为 nobody"),
        (("escrow", "open", "nothing", "--out", "/nowhere/x"), "没有编号为 nothing"),
    ],
)
def test_what_there_is_none_of_is_named_and_nothing_changes(office, desk, words, said):
    before = desk.ask("GET", "/state?after=0").json()["seq"]

    code, lines, complaint = office(*words)

    assert (code, lines) == (FAILED, [])
    assert said in complaint
    assert desk.ask("GET", "/state?after=0").json()["seq"] == before


def test_a_name_that_fits_two_communities_is_not_guessed(office, served):
    served.found("同名社区")
    served.found("同名社区")

    code, _, complaint = office("invite", "同名社区")

    assert (code, "不止一个社区叫" in complaint) == (FAILED, True)


def test_after_a_restore_a_new_epoch_tells_every_desk(office, desk):
    epoch, seq = desk.epoch, desk.ask("GET", "/state?after=0").json()["seq"]

    assert office("new-epoch")[:2] == (
        OK, ["1 个社区已换新纪元；各终端下次联系时会核对并补传备份之后的改动。"]
    )  # fmt: skip

    answer = desk.push([])
    assert (answer.status_code, answer.json()["fault"]) == (409, "epoch_changed")
    assert answer.json()["epoch"] != epoch
    assert answer.json()["seq"] == seq + 1_000_000


def test_all_that_is_kept_is_checked_and_what_was_altered_is_named(office, desk):
    send(desk, CONTENT, 0, len(CONTENT)).raise_for_status()
    desk.another()
    for _ in range(3):
        desk.write("create", "resident", new_id(), resident())
    desk.must_push()
    assert office("verify")[:2] == (OK, ["核对完毕，全部相符。"])
    office("new-epoch")
    assert office("verify")[0] == OK

    rows = desk.server.rows
    rows(
        "UPDATE record SET body = (body::jsonb || '{\"name\": \"改\"}')::json WHERE entity = 'staff_account'"
    )
    rows("DELETE FROM change_log WHERE seq = 4")
    rows("UPDATE audit SET body = replace(body, '演示甲', '演示乙') WHERE device_seq = 3")
    rows("UPDATE blob_part SET content = '\\x07' || substring(content from 2) WHERE start = 0")
    code, said, _ = office("verify")
    assert code == FAILED
    told = "\n".join(said)
    for words in (
        "日志：第 4 号缺失",
        "第 3 行：内容与哈希链不符",
        f"附件 {ADDRESS[:12]}：内容不全或已被改动",
    ):
        assert words in told
    assert f"staff_account {desk.staff_id}：内容与其指纹不符" in told
    assert "演示" not in told


def test_a_cut_tail_of_a_chain_is_seen(office, desk):
    desk.write("create", "resident", new_id(), resident())
    desk.must_push()
    desk.server.rows("DELETE FROM audit WHERE device_seq = %s", desk.device_seq)

    code, said, _ = office("verify")

    assert code == FAILED
    assert f"末尾缺失，应到第 {desk.device_seq} 行" in said[0]


def test_old_rows_of_the_log_are_pruned_and_the_audit_is_not(office, desk):
    desk.server.rows("UPDATE change_log SET received_at = received_at - interval '200 days' WHERE seq < 2")
    desk.server.rows("UPDATE blob SET touched_at = touched_at - interval '31 days'")

    code, said, _ = office("prune")

    assert (code, said) == (OK, ["已清理：日志 1 行，无主附件 0 个；审计记录全部保留。"])
    answer = desk.ask("GET", f"/pull?after=0&epoch={desk.epoch}&scope_epoch=1")
    assert (answer.status_code, answer.json()["fault"]) == (410, "too_far_behind")
    assert desk.ask("GET", f"/pull?after=1&epoch={desk.epoch}&scope_epoch=1").status_code == 200
    assert office("verify")[0] == OK


def test_what_a_lost_desk_handed_in_is_listed_and_opened_into_a_file_of_ones_own(
    office, desk, tmp_path_factory
):
    desk.write("create", "resident", new_id(), resident("离线登记"))
    content = json.dumps([change.wire() for change in desk.outbox]).encode()
    context = escrow_context(desk.community_id, desk.device_id)
    parcel = seal(bytes.fromhex(desk.welcome["escrow_key"]), content, context, secrets.token_bytes)
    kept = desk.ask("POST", "/escrow", parcel).json()["kept"]
    out = tmp_path_factory.mktemp("opened") / "outbox.json"

    [line] = office("escrow", "list")[1]
    assert (line.split("  ")[0], line.endswith("未启封")) == (kept, True)
    code, said, _ = office("escrow", "open", kept, "--out", str(out))

    assert (code, out.read_bytes()) == (OK, content)
    assert "含居民信息" in said[0]
    assert out.stat().st_mode & 0o077 == 0
    assert "启封" in office("escrow", "list")[1][0]


@pytest.mark.parametrize("words", [[], ["fly"], ["community"], ["invite"], ["escrow", "open", "x"]])
def test_a_command_line_that_makes_no_sense_is_misuse(words, capsys):
    with pytest.raises(SystemExit) as left:
        run(["server", *words], (server.COMMAND,))

    assert left.value.code == MISUSED
    assert "没有执行" in capsys.readouterr().err
