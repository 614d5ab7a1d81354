"""The encrypted file itself: its key, its counters and drafts, what it says when the disk is full."""

import pytest
import sqlcipher3

from tests.store_fixtures import KEY
from workbench.store import Actor, RecordNotFound, Store, WrongKey
from workbench.store.drafts import Drafts
from workbench.store.local import StoreFact
from workbench.store.migrate import head_revision, revision_of

SECRET_WORDS = "欧阳演示机密"


def test_only_the_right_key_opens_the_file(store):
    with pytest.raises(WrongKey):
        Store.open(store.path, bytes(32))
    assert Store.open(store.path, KEY).device_id == store.device_id


def test_a_file_that_is_no_store_is_refused_in_one_sentence(tmp_path):
    path = tmp_path / "workbench.db"
    path.write_bytes(b"SQLite format 3\0" + bytes(4096))
    with pytest.raises(WrongKey, match="不能用这把密钥"):
        Store.open(path, KEY)


def test_nothing_readable_reaches_the_disk(store, actor):
    Drafts(store, actor).save("intake", {"name": SECRET_WORDS})
    for file in store.path.parent.iterdir():
        content = file.read_bytes()
        assert SECRET_WORDS.encode() not in content, file
        assert b"SQLite format" not in content, file


def test_a_draft_is_seen_by_its_owner_alone(store, actor):
    mine, other = Drafts(store, actor), Drafts(store, Actor("staff-0002", actor.community_id))
    mine.save("intake", {"name": "演示"})
    mine.save("intake", {"name": "演示人"})
    assert mine.load("intake").content == {"name": "演示人"}
    assert other.load("intake") is None and other.all() == []
    mine.discard("intake")
    assert mine.load("intake") is None


def test_a_number_series_has_no_gaps_even_after_a_failure(store, actor):
    with store.write(actor) as work:
        assert [work.next_number("matter:20261123") for _ in range(3)] == [1, 2, 3]
    with pytest.raises(RuntimeError), store.write(actor) as work:
        work.next_number("matter:20261123")
        raise RuntimeError
    with store.write(actor) as work:
        assert work.next_number("matter:20261123") == 4
        assert work.next_number("matter:20261124") == 1


def test_what_is_not_there_is_said_by_name(store, actor):
    with pytest.raises(RecordNotFound, match="store_fact"), store.write(actor) as work:
        work.get(StoreFact, "nothing")


def test_a_reading_session_keeps_nothing_it_writes(store):
    with store.read() as session:
        session.add(StoreFact(name="stray", value="x"))
        session.flush()
    with store.read() as session:
        assert session.get(StoreFact, "stray") is None


def test_a_new_file_stands_at_the_newest_revision(store):
    assert revision_of(store.path, KEY) == head_revision()


def test_foreign_keys_are_enforced(store):
    with store.read() as session:
        assert session.connection().exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert session.connection().exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert sqlcipher3.sqlite_version_info >= (3, 45)
