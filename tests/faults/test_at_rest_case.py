"""Case 32 of the forty: after a day's work, sync included, no name or number lies anywhere in the clear."""

from __future__ import annotations

import gc
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.test_syncing import address as address
from tests.desk.test_syncing import first as first
from tests.desk.test_syncing import joined
from tests.desk.test_syncing import newcomer as newcomer
from tests.people.roster.writing import write_xlsx
from tests.server.running import RunningServer
from workbench.cli.main import last_words
from workbench.desk.desk import Desk
from workbench.desk.device_views import ServerAddress
from workbench.desk.opening import Opening
from workbench.people.roster.report import write_roster_report
from workbench.people.rules import ResidentEntry
from workbench.security.unmasking import Purpose
from workbench.store.engine import connect
from workbench.store.errors import StoreDamaged, WrongKey
from workbench.store.verify import verify
from workbench.sync.errors import ServerUnreachable

NAME, NUMBER, PHONE = "欧阳绝密", "110101199003070118", "13800138000"
NOTE = "只写给自己看的一句话"
SECRETS = (NAME, NUMBER, PHONE, NOTE)
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")


def in_the_clear(content: bytes) -> list[str]:
    """Return which of the secrets stand in bytes, in any encoding they are usually written in."""
    return [secret for secret in SECRETS if any(secret.encode(each) in content for each in ENCODINGS)]


def traces_in(folder: Path) -> dict[str, list[str]]:
    """Return the files of a folder, in whatever depth, that hold a secret in the clear."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    found = {str(path.relative_to(folder)): in_the_clear(path.read_bytes()) for path in files}
    return {name: secrets for name, secrets in found.items() if secrets}


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the programs of this test put what they need for a moment."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder


def a_days_work(desk: Desk, tmp_path: Path) -> str:
    """Do with one person what is done at a desk; return their id."""
    entry = ResidentEntry(name=NAME, id_number=NUMBER, phone=PHONE)
    resident_id = desk.people.add_resident(entry, None)
    assert [hit.name for hit in desk.residents.search(NAME, 5)] == [NAME]
    assert desk.residents.search(NUMBER[-6:], 5) and desk.find(PHONE).people
    desk.drafts.save("intake", {"name": NAME, "number": NUMBER, "note": NOTE})
    desk.unmasking.grant(resident_id, ["id_number"], Purpose.MATTER)
    assert desk.unmasking.reveal(resident_id, "id_number") == NUMBER
    desk.attachments.keep(
        f"%PDF-1.7\n{NAME} {NUMBER}\n%%EOF\n".encode(), f"{NAME}.pdf", "resident", resident_id
    )
    roster = write_xlsx(tmp_path / "taken-in.xlsx", {"居民": [["姓名", "身份证号"], [NAME, NUMBER]]})
    plan = desk.roster.plan(desk.roster.read(roster))
    write_roster_report(plan.draft.file, plan.rows, tmp_path / "given-out.xlsx")
    for line in range(300):
        desk.drafts.save(f"page {line}", {"note": NOTE, "name": NAME})
    return resident_id


def test_case_32_neither_database_nor_log_nor_temporary_file_shows_a_name_or_number(
    first: Desk,
    newcomer: Opening,
    address: ServerAddress,
    tmp_path: Path,
    temporary: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    a_days_work(first, tmp_path)
    first.sync.round()
    second = joined(newcomer, first, address)
    second.sync.round()
    assert second.residents.search(NAME, 5), "it did travel"
    first.back_up(tmp_path / "today.cwbak")
    for desk in (first, second):
        wal = desk.folder.database.with_name("workbench.db-wal")
        assert wal.exists() and wal.stat().st_size > 0, "looked at while the desk is open"
        assert traces_in(desk.folder.path) == {}
    assert traces_in(temporary) == {}
    assert in_the_clear((tmp_path / "today.cwbak").read_bytes()) == []
    said = "".join(capfd.readouterr()) + caplog.text
    assert "/v1/push" in said, "the server's log is among what was read"
    assert in_the_clear(said.encode()) == []


def test_case_32_the_search_for_traces_finds_some_where_there_are_some(tmp_path: Path) -> None:
    for number, encoding in enumerate(ENCODINGS):
        (tmp_path / f"{number}.bin").write_bytes(b"\x00\xff" + NAME.encode(encoding) + b"\x00")
    assert len(traces_in(tmp_path)) == len(ENCODINGS)


def test_case_32_the_closed_desk_shows_nothing_either(first: Desk, tmp_path: Path) -> None:
    a_days_work(first, tmp_path)
    folder = first.folder.path
    first._line.stop()
    first.store.close()
    gc.collect()
    assert traces_in(folder) == {}


def test_case_32_what_breaks_says_where_and_never_what(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        raise ValueError(f"{NAME} {NUMBER}")
    except ValueError as error:
        last_words(ValueError, error, error.__traceback__)
    said = capsys.readouterr().err
    assert "test_at_rest_case.py" in said and in_the_clear(said.encode()) == []


def test_case_32_a_round_that_fails_is_logged_without_what_it_carried(
    first: Desk, running_server: RunningServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    a_days_work(first, tmp_path)
    running_server.stop()
    with pytest.raises(ServerUnreachable) as failed:
        first.sync.round()
    assert in_the_clear(f"{failed.getrepr(style='long')} {caplog.text}".encode()) == []


@pytest.mark.parametrize("key", [bytes(32), b"\xff" * 32, bytes(range(32))])
def test_case_32_a_wrong_key_is_said_and_never_a_crash(first: Desk, key: bytes) -> None:
    with pytest.raises(WrongKey, match=r"workbench\.db"):
        connect(first.folder.database, key)
    with pytest.raises(WrongKey):
        verify(first.folder.database, key)


@pytest.mark.parametrize("damage", ["cut", "empty head", "text", "noise"])
def test_case_32_a_file_that_is_no_store_is_said_too(first: Desk, damage: str, tmp_path: Path) -> None:
    whole = first.folder.database.read_bytes()
    content = {
        "cut": whole[:5000], "empty head": bytes(4096) + whole[4096:], "text": b"hello" * 2000,
        "noise": os.urandom(20_000),
    }[damage]  # fmt: skip
    path = tmp_path / "workbench.db"
    path.write_bytes(content)
    with pytest.raises((WrongKey, StoreDamaged)):
        connect(path, first._custody.key)


def test_case_32_a_process_that_dies_over_it_leaves_no_name_in_what_it_prints(
    first: Desk, tmp_path: Path
) -> None:
    """A script whose program breaks in the middle of somebody's record."""
    program = (
        "import sys; from workbench.cli import main; "
        "sys.excepthook = main.last_words; "
        f"person = {NAME + NUMBER!r}; raise KeyError(person)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, cwd=tmp_path)
    assert ran.returncode == 1 and "程序内部出错" in ran.stderr.decode()
    assert in_the_clear(ran.stdout + ran.stderr) == []
    assert traces_in(tmp_path) == {}
