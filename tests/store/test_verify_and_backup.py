"""Tampering is named, and a backup brings everything back."""

import hashlib
import json
import sys
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


@pytest.mark.parametrize(
    "name", ["../escape", "/etc/passwd", "a/../../b", "c:\\x", "vault/CON", "autorun.inf"]
)
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
    with pytest.raises(BackupRefused, match="路径.*未做任何改动"):
        inspect(backup)


def _foreign_backup(path, packing=zipfile.ZIP_STORED, manifest=None):
    with zipfile.ZipFile(path, "w", packing) as archive:
        archive.writestr("workbench.db", bytes(1000))
        files = {"workbench.db": hashlib.sha256(bytes(1000)).hexdigest()}
        made = {"format": 1, "made_at": "2026-11-24T00:00:00+00:00", "files": files}
        archive.writestr("manifest.json", json.dumps(made) if manifest is None else manifest)
    return path


@pytest.mark.parametrize(
    ("hostile", "why"),
    [
        (lambda path: _foreign_backup(path, zipfile.ZIP_DEFLATED), "压缩"),
        (lambda path: _foreign_backup(path, manifest='{"files": ["workbench.db"], "format": 1}'), "不是"),
        (lambda path: _foreign_backup(path, manifest="[" * 100_000), "不是"),
        (lambda path: _foreign_backup(path, manifest="[]"), "不是"),
        (lambda path: _foreign_backup(path, manifest='{"format": 9, "files": {}}'), "版本"),
    ],
)
def test_a_hostile_backup_is_refused_and_leaves_nothing_behind(kept, tmp_path, hostile, why):
    before = kept.read_bytes()
    with pytest.raises(BackupRefused, match=f"{why}.*未做任何改动"):
        restore(hostile(tmp_path / "evil.cwbak"), kept.parent)
    assert kept.read_bytes() == before
    assert not list(tmp_path.glob("*restor*"))


def test_overlapping_entries_cannot_swell_a_backup(tmp_path):
    backup = _foreign_backup(tmp_path / "evil.cwbak")
    data = backup.read_bytes()
    swollen = data.replace((1000).to_bytes(4, "little"), (900_000).to_bytes(4, "little"))
    backup.write_bytes(swollen)
    with pytest.raises(BackupRefused):
        inspect(backup)


def test_a_backup_never_takes_the_place_of_what_it_should_save(kept, tmp_path):
    before = kept.read_bytes()
    for target in (kept, kept.parent / "new.cwbak", kept.parent):
        with pytest.raises(BackupRefused, match="原有数据未受影响"):
            back_up(kept.parent, KEY, target, now=MONDAY_MORNING)
    assert kept.read_bytes() == before
    assert {path.name for path in kept.parent.iterdir()} <= {kept.name, "workbench.lock"}


@pytest.mark.parametrize("place", ["missing/b.cwbak", "file/b.cwbak"])
def test_a_backup_without_a_place_is_refused_in_one_sentence(kept, tmp_path, place):
    (tmp_path / "file").write_text("x")
    with pytest.raises(BackupRefused, match="没有备份到"):
        back_up(kept.parent, KEY, tmp_path / place, now=MONDAY_MORNING)


def test_a_backup_is_not_restored_over_a_file_or_where_nothing_can_be_written(kept, tmp_path):
    backup, taken = tmp_path / "today.cwbak", tmp_path / "taken"
    back_up(kept.parent, KEY, backup, now=MONDAY_MORNING)
    taken.write_text("mine")
    for folder in (taken, taken / "below"):
        with pytest.raises(BackupRefused):
            restore(backup, folder)
    assert taken.read_text() == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows itself keeps folders with open files")
def test_nothing_is_restored_under_a_desk_at_work(store, tmp_path):
    backup = tmp_path / "today.cwbak"
    back_up(store.path.parent, KEY, backup, now=MONDAY_MORNING)
    with pytest.raises(BackupRefused, match="关闭工作台"):
        restore(backup, store.path.parent)
    store.close()
    restore(backup, store.path.parent)
    assert verify(store.path, KEY).fault is None


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
