"""The command line as scripts use it: what it leaves behind, what it says, and how it exits."""

import json

import openpyxl
import pytest

from workbench.cli.command import FAILED, MISUSED, OK
from workbench.cli.main import COMMANDS, run
from workbench.desk.demo.cast import PASSWORD, SUPERVISOR
from workbench.standards.identity import check_digit
from workbench.store.engine import connect

HEAD, WIFE, OTHER = (
    body + check_digit(body) for body in ("33010019580307003", "33010019600101002", "33010019600101004")
)
ROSTER = f"""姓名,身份证号,联系电话,楼幢,单元,室号,与户主关系
演示甲,{HEAD},19900000001,3,1,502,户主
演示乙,{WIFE},19900000002,3,1,502,妻
,,,,,,
=1+1,{OTHER},19900000003,3,1,503,户主
"""


@pytest.fixture
def data(opening, monkeypatch):
    """A small community's data folder, with an account in the environment as scripts have it."""
    opening.close()
    monkeypatch.setenv("WORKBENCH_USER", SUPERVISOR.account)
    monkeypatch.setenv("WORKBENCH_PASSWORD", PASSWORD)
    return opening.path


@pytest.fixture
def roster_file(tmp_path):
    path = tmp_path / "演示花名册.csv"
    path.write_text(ROSTER, encoding="gb18030")
    return path


def test_a_dry_run_needs_no_account_and_no_data_folder(roster_file, tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("WORKBENCH_USER", raising=False)
    report, machine = tmp_path / "out.xlsx", tmp_path / "out.json"
    arguments = ["import-roster", str(roster_file), "--report", str(report), "--json", str(machine)]
    assert run([*arguments, "--dry-run"], COMMANDS) == OK
    rows = json.loads(machine.read_text("utf-8"))
    assert [row["outcome"] for row in rows] == ["skip", "person", "person", "skip", "refused"]
    assert rows[2]["person"]["household_head"] == "演示甲"
    assert openpyxl.load_workbook(report).worksheets
    assert "未入库" in capsys.readouterr().out


def test_an_imported_roster_can_be_imported_again_without_doubling_anybody(
    data, roster_file, tmp_path, capsys
):
    arguments = ["--data", str(data), "import-roster", str(roster_file), "--report", str(tmp_path / "r.xlsx")]
    assert run(arguments, COMMANDS) == OK
    first = capsys.readouterr().out
    assert run(arguments, COMMANDS) == OK
    second = capsys.readouterr().out
    assert "新增 2" in first and "不导入 1" in first
    assert "新增 " not in second and "无变化 2" in second


def test_verify_passes_and_names_the_first_bad_row(data, capsys):
    arguments = ["verify", "--data", str(data)]
    assert run(arguments, COMMANDS) == OK
    assert "校验通过" in capsys.readouterr().out

    raw = connect(data / "workbench.db", _key(data))
    raw.execute("UPDATE journal SET author_id = 'nobody' WHERE seq = 5")
    raw.close()
    assert run(arguments, COMMANDS) == FAILED
    assert "journal 第 5 行" in capsys.readouterr().err


def _key(data):
    from workbench.desk.demo.build import demo_opening
    from workbench.desk.folder import DataFolder

    door = demo_opening(DataFolder(data))
    key = door.sign_in(SUPERVISOR.account, PASSWORD)._custody.key
    door.close()
    return key


def test_a_backup_restored_elsewhere_opens_with_the_same_accounts(data, tmp_path, capsys):
    backup, elsewhere = tmp_path / "today.cwbak", tmp_path / "elsewhere"
    assert run(["backup", str(backup), "--data", str(data)], COMMANDS) == OK
    assert run(["restore", str(backup), "--data", str(elsewhere)], COMMANDS) == OK
    assert run(["verify", "--data", str(elsewhere)], COMMANDS) == OK
    assert "校验通过" in capsys.readouterr().out


def test_a_wrong_password_is_one_sentence_and_exit_one(data, monkeypatch, capsys):
    monkeypatch.setenv("WORKBENCH_PASSWORD", "wrong-password")
    assert run(["verify", "--data", str(data)], COMMANDS) == FAILED
    complaint = capsys.readouterr().err
    assert complaint.startswith("workbench: ") and complaint.count("\n") == 1


def test_without_anybody_to_ask_signing_in_fails_clearly(data, monkeypatch, capsys):
    monkeypatch.delenv("WORKBENCH_USER")
    assert run(["verify", "--data", str(data)], COMMANDS) == FAILED
    assert "WORKBENCH_USER" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["import-roster"],
        ["report", "day", "--month", "November", "--format", "pdf", "--out", "x"],
    ],
)
def test_misuse_exits_with_two(arguments):
    with pytest.raises(SystemExit) as left:
        run(arguments, COMMANDS)
    assert left.value.code == MISUSED


@pytest.mark.parametrize("command", [["verify"], ["backup", "x"]])
def test_a_folder_without_a_community_is_explained(tmp_path, command, capsys, monkeypatch):
    monkeypatch.setenv("WORKBENCH_USER", "a")
    monkeypatch.setenv("WORKBENCH_PASSWORD", "b")
    assert run([*command, "--data", str(tmp_path / "new")], COMMANDS) == FAILED
    assert "首次设置" in capsys.readouterr().err
