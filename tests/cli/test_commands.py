"""The command line as scripts use it: what it leaves behind, what it says, and how it exits."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import keyring
import openpyxl
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from tests.security.fakes import TRUSTED, SafeKeyring
from workbench.cli.command import FAILED, MISUSED, OK
from workbench.cli.main import COMMANDS, run
from workbench.cli.report import day_of_report
from workbench.desk.demo.cast import PASSWORD, SUPERVISOR
from workbench.desk.demo.keyring import LIGHT
from workbench.desk.folder import DataFolder
from workbench.desk.founding import Founding
from workbench.desk.opening import Opening
from workbench.security.system_keyring import SystemKeyring
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
        ["report", "day", "--month", "2026-11", "--format", "pdf", "--out", "x"],
        ["report", "day-sheet", "--month", "November", "--format", "pdf", "--out", "x"],
        ["report", "day-sheet", "--month", "2026-13", "--format", "pdf", "--out", "x"],
        ["report", "day-sheet", "--month", "9999-12", "--format", "pdf", "--out", "x"],
        ["report", "day-sheet", "--month", "0001-01", "--format", "pdf", "--out", "x"],
        ["report", "day-sheet", "--month", "2026-11", "--format", "docx", "--out", "x"],
    ],
)
def test_misuse_exits_with_two_and_one_sentence(arguments, capsys):
    with pytest.raises(SystemExit) as left:
        run(arguments, COMMANDS)
    assert left.value.code == MISUSED
    complaint = capsys.readouterr().err
    assert complaint.startswith("workbench: 命令写法有误") and complaint.count("\n") == 1


@pytest.mark.parametrize(
    ("month", "day"),
    [
        (date(2026, 11, 1), date(2026, 11, 24)),
        (date(2026, 10, 1), date(2026, 10, 31)),
        (date(2024, 2, 1), date(2024, 2, 29)),
        (date(2025, 12, 1), date(2025, 12, 31)),
        (date(2027, 1, 1), date(2027, 1, 1)),
    ],
)
def test_a_days_report_of_a_month_is_about_its_last_day_that_has_come(month, day):
    assert day_of_report(month, date(2026, 11, 24)) == day


def test_no_result_takes_the_place_of_the_data(data, roster_file, tmp_path, capsys):
    database = data / "workbench.db"
    before, roster = database.read_bytes(), roster_file.read_bytes()
    report = ["report", "open-matters", "--month", "2026-11", "--format", "pdf", "--out", str(database)]
    on_itself = ["import-roster", str(roster_file), "--report", str(tmp_path / "r.xlsx"), "--json"]
    for arguments in (
        report,
        ["backup", str(database)],
        ["import-roster", str(roster_file), "--report", str(database)],
        ["import-roster", str(roster_file), "--report", str(roster_file), "--dry-run"],
        [*on_itself, str(roster_file)],
    ):
        assert run([*arguments, "--data", str(data)], COMMANDS) == FAILED
        complaint = capsys.readouterr().err
        assert complaint.startswith("workbench: ") and complaint.count("\n") == 1
    assert roster_file.read_bytes() == roster
    assert connect(database, _key(data)) and len(before) <= database.stat().st_size


def _command(arguments, **streams):
    code = "import sys; from workbench.cli.main import COMMANDS, run; sys.exit(run(None, COMMANDS))"
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, check=False, stderr=subprocess.PIPE, text=True, timeout=60, **streams)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no /dev/full")
def test_a_reader_that_has_gone_or_a_full_disk_is_no_traceback(roster_file, tmp_path):
    check = ["import-roster", str(roster_file), "--report", str(tmp_path / "r.xlsx"), "--dry-run"]
    reading, writing = os.pipe()
    os.close(reading)
    gone = _command(check, stdout=writing)
    os.close(writing)
    assert (gone.returncode, gone.stderr) == (OK, "")
    with Path("/dev/full").open("w") as full:
        untold = _command(check, stdout=full)
    assert untold.returncode == FAILED and untold.stderr.count("\n") == 1 and "磁盘已满" in untold.stderr
    closed = _command(check, preexec_fn=lambda: os.close(1))
    assert (closed.returncode, closed.stderr) == (OK, "")


def test_a_place_that_cannot_be_written_is_explained_in_chinese(data, roster_file, tmp_path, capsys):
    missing = tmp_path / "missing"
    for arguments in (
        ["report", "population", "--month", "2026-11", "--format", "xlsx", "--out", str(missing / "a.xlsx")],
        ["backup", str(missing / "a")],
        ["backup", str(tmp_path)],
        ["restore", str(missing)],
        ["restore", str(tmp_path)],
        ["import-roster", str(roster_file), "--report", str(tmp_path)],
        ["import-roster", str(roster_file), "--report", str(tmp_path / "r.xlsx"), "--json", str(tmp_path)],
        ["import-roster", str(missing), "--report", str(tmp_path / "r.xlsx")],
    ):
        assert run([*arguments, "--data", str(data)], COMMANDS) == FAILED
        complaint = capsys.readouterr().err
        assert complaint.startswith("workbench: ") and complaint.count("\n") == 1
        assert "directory" not in complaint


@pytest.mark.parametrize("other_machine", [SafeKeyring, NoKeyring])
def test_the_recovery_passphrase_opens_a_restored_backup_on_another_machine(
    tmp_path, monkeypatch, capsys, other_machine
):
    folder, elsewhere, backup = tmp_path / "data", tmp_path / "elsewhere", tmp_path / "b.cwbak"
    monkeypatch.setattr("workbench.security.custody.SystemKeyring", lambda: SystemKeyring(TRUSTED))
    _sit_at(monkeypatch, SafeKeyring())
    opening = Opening(DataFolder(folder), cost=LIGHT)
    passphrase = opening.set_up(Founding("演示社区", "演示社", "shuji", "演示书记", PASSWORD))
    desk = opening.sign_in("shuji", PASSWORD)
    desk.back_up(backup)
    opening.close()
    monkeypatch.setenv("WORKBENCH_USER", "shuji")
    monkeypatch.setenv("WORKBENCH_PASSWORD", PASSWORD)
    _sit_at(monkeypatch, other_machine())
    assert run(["restore", str(backup), "--data", str(elsewhere)], COMMANDS) == OK
    assert run(["verify", "--data", str(elsewhere)], COMMANDS) == FAILED
    assert "恢复口令" in capsys.readouterr().err
    monkeypatch.setenv("WORKBENCH_RECOVERY", passphrase.lower().replace("-", " "))
    assert run(["verify", "--data", str(elsewhere)], COMMANDS) == OK
    monkeypatch.delenv("WORKBENCH_RECOVERY")
    assert run(["verify", "--data", str(elsewhere)], COMMANDS) == OK


@pytest.mark.parametrize("command", [["verify"], ["backup", "x"]])
def test_a_folder_without_a_community_is_explained(tmp_path, command, capsys, monkeypatch):
    monkeypatch.setenv("WORKBENCH_USER", "a")
    monkeypatch.setenv("WORKBENCH_PASSWORD", "b")
    assert run([*command, "--data", str(tmp_path / "new")], COMMANDS) == FAILED
    assert "首次设置" in capsys.readouterr().err


def _sit_at(monkeypatch, machine):
    """Let the keyring of another machine be the one in use."""
    monkeypatch.setattr(keyring, "get_keyring", lambda: machine)
