"""Tampering is named, and a backup brings everything back."""

import json
import zipfile

import pytest

from tests.store_fixtures import KEY, MONDAY_MORNING
from workbench.store import Store
from workbench.store.backup import BackupRefused, back_up, inspect, restore
from workbench.store.engine import connect
from workbench.store.verify import verify


@pytest.fixture
def kept(store, actor):
    """A closed store with a few journalled records, as a data folder."""
    from workbench.community.model import Grid

    with store.write(actor) as work:
        for number in range(3):
            work.add(Grid(code=f"G{number}", name=f"演示第{number}网格"))
    with store.write(actor) as work:
        work.session.query(Grid).filter_by(code="G1").one().name = "演示改名网格"
    store.close()
    return store.path


def _tamper(path, sql):
    raw = connect(path, KEY)
    raw.execute(sql)
    raw.close()


def test_an_untouched_store_verifies(kept):
    verdict = verify(kept, KEY)
    assert verdict.fault is None
    assert verdict.journal_rows == 4 and verdict.records == 3


@pytest.mark.parametrize(
    ("sql", "place"),
    [
        ("UPDATE journal SET author_id = 'someone' WHERE seq = 2", "journal 第 2 行"),
        ("UPDATE journal SET after = replace(after, '演示', '真的') WHERE seq = 1", "journal 第 1 行"),
        ("DELETE FROM journal WHERE seq = 2", "journal 第 3 行"),
        ("UPDATE grid SET name = '悄悄改了' WHERE code = 'G2'", "grid "),
        ("DELETE FROM grid WHERE code = 'G0'", "grid "),
    ],
)
def test_the_first_thing_tampered_with_is_named(kept, sql, place):
    _tamper(kept, sql)
    fault = verify(kept, KEY).fault
    assert fault is not None and fault.place.startswith(place)


def test_a_flipped_byte_in_the_file_is_found(kept):
    content = bytearray(kept.read_bytes())
    content[-2000] ^= 0xFF
    kept.write_bytes(content)
    fault = verify(kept, KEY).fault
    assert fault is not None


def test_a_backup_restores_every_record_and_keeps_what_was_there(kept, tmp_path):
    folder = kept.parent
    (folder / "vault" / "ab").mkdir(parents=True)
    (folder / "vault" / "ab" / "cdef").write_bytes(b"sealed")
    summary = back_up(folder, KEY, tmp_path / "today.cwbak", now=MONDAY_MORNING)
    _tamper(kept, "DELETE FROM grid")

    restored = restore(tmp_path / "today.cwbak", folder)

    assert restored == summary and restored.made_at == MONDAY_MORNING
    assert verify(kept, KEY).records == 3
    assert (folder / "vault" / "ab" / "cdef").read_bytes() == b"sealed"
    assert (tmp_path / f"{folder.name}.before-restore-1" / kept.name).exists()


def test_a_damaged_backup_is_refused_and_nothing_changes(kept, tmp_path):
    backup = tmp_path / "today.cwbak"
    back_up(kept.parent, KEY, backup, now=MONDAY_MORNING)
    content = bytearray(backup.read_bytes())
    content[len(content) // 2] ^= 0xFF
    backup.write_bytes(content)
    before = kept.read_bytes()
    with pytest.raises(BackupRefused, match="未做任何改动"):
        restore(backup, kept.parent)
    assert kept.read_bytes() == before


@pytest.mark.parametrize("name", ["../escape", "/etc/passwd", "a/../../b", "c:\\x"])
def test_a_backup_with_a_path_trick_is_refused(tmp_path, name):
    backup = tmp_path / "evil.cwbak"
    with zipfile.ZipFile(backup, "w") as archive:
        archive.writestr(name, b"x")
        archive.writestr("workbench.db", b"x")
        manifest = {
            "format": 1,
            "made_at": "2026-11-24T00:00:00+00:00",
            "files": {name: "", "workbench.db": ""},
        }
        archive.writestr("manifest.json", json.dumps(manifest))
    with pytest.raises(BackupRefused, match="非法路径"):
        inspect(backup)


def test_any_other_file_is_no_backup(tmp_path):
    other = tmp_path / "notes.txt"
    other.write_text("hello")
    with pytest.raises(BackupRefused, match="不是工作台的备份"):
        restore(other, tmp_path / "data")


def test_a_copy_can_be_opened_while_the_store_is_in_use(store, actor, tmp_path):
    with store.write(actor) as work:
        work.next_number("x")
        summary = None
    summary = back_up(store.path.parent, KEY, tmp_path / "live.cwbak", now=MONDAY_MORNING)
    restore(tmp_path / "live.cwbak", tmp_path / "elsewhere")
    reopened = Store.open(tmp_path / "elsewhere" / "workbench.db", KEY)
    with reopened.write(actor) as work:
        assert work.next_number("x") == 2
    assert summary.files >= 1
