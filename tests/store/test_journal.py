"""Nothing writes a synced table without the journal noticing."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import JSON, String, insert, inspect, select, text
from sqlalchemy.orm import Session

from workbench.desk.models import Base
from workbench.standards.chain import moment_of, next_hlc
from workbench.store import Actor, Store, Synced, UnattributedWrite
from workbench.store.columns import UtcDateTime
from workbench.store.history import history_of
from workbench.store.journal import JournalEntry, JournalKind

SYNCED = sorted(
    (mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Synced)),
    key=lambda model: model.__tablename__,
)


def _plain_row(model, **given):
    """Return the least that an insert into the table must say."""
    row = {"id": "record-1", "community_id": "community-0001"}
    for column in inspect(model).local_table.columns:
        if column.name in row or column.nullable or column.default is not None:
            continue
        python = datetime if isinstance(column.type, UtcDateTime) else column.type.python_type
        choices = getattr(column.type, "enums", None)
        if choices:
            row[column.name] = column.type.enum_class(choices[0])
        elif isinstance(column.type, JSON):
            row[column.name] = []
        elif python is datetime:
            row[column.name] = datetime(2026, 11, 24, tzinfo=UTC)
        elif hasattr(python, "fromisoformat"):
            row[column.name] = python.fromisoformat("2026-11-24")
        elif isinstance(column.type, String):
            row[column.name] = "x"
        else:
            row[column.name] = python(1)
    return row | given


def _journal(session: Session, entity: str) -> list[JournalEntry]:
    return list(
        session.scalars(select(JournalEntry).where(JournalEntry.entity == entity).order_by(JournalEntry.seq))
    )


@pytest.fixture
def unchecked_store(store: Store) -> Store:
    """The store with foreign keys off, so that one table can be tried without its neighbours."""
    from sqlalchemy import event

    @event.listens_for(store._engine, "connect")
    def off(raw, record):
        raw.execute("PRAGMA foreign_keys = OFF")

    store._engine.dispose()
    return store


@pytest.mark.parametrize("model", SYNCED, ids=lambda model: model.__tablename__)
def test_every_synced_table_is_journalled_whichever_way_it_is_written(unchecked_store, actor, model):
    table = model.__tablename__
    store = unchecked_store
    names = [column.name for column in inspect(model).local_table.columns]
    columns = ", ".join(f'"{name}"' for name in names if name not in ("id", "community_id"))
    removal = "SET server_seq = 7, deleted_at = '2026-11-24T00:00:00.000000Z'"
    with store.write(actor) as work:
        work.session.add(model(**_plain_row(model, id="by-orm")))
    with store.write(actor) as work:
        work.session.execute(insert(model).values(_plain_row(model, id="by-core", community_id="c2")))
    with store.write(actor) as work:
        copied = f"SELECT 'by-sql', 'c3', {columns} FROM {table} WHERE id = 'by-orm'"
        work.session.execute(text(f"INSERT INTO {table} (id, community_id, {columns}) {copied}"))
    with store.write(actor) as work:
        work.session.execute(text(f"UPDATE {table} {removal} WHERE id = 'by-core'"))
    with store.write(actor) as work:
        work.session.execute(text(f"DELETE FROM {table} WHERE id = 'by-sql'"))

    with store.read() as session:
        kinds = [(entry.record_id, entry.kind) for entry in _journal(session, table)]
    assert kinds == [
        ("by-orm", JournalKind.CREATE),
        ("by-core", JournalKind.CREATE),
        ("by-sql", JournalKind.CREATE),
        ("by-core", JournalKind.DELETE),
        ("by-sql", JournalKind.DELETE),
    ]


def test_there_are_synced_tables_to_watch():
    assert len(SYNCED) >= 15


def test_a_write_outside_a_unit_of_work_is_refused_and_undone(store, actor):
    model = SYNCED[0]
    with pytest.raises(UnattributedWrite), store._engine.begin() as connection:
        connection.execute(insert(model).values(_plain_row(model)))
    with store.read() as session:
        assert session.get(model, "record-1") is None


def test_several_writes_to_a_record_in_one_transaction_are_one_row(store, actor):
    model = SYNCED[0]
    with store.write(actor) as work:
        work.session.add(model(**_plain_row(model)))
        work.session.flush()
        work.session.get(model, "record-1").deleted_at = work.now
    with store.read() as session:
        [entry] = _journal(session, model.__tablename__)
        assert entry.kind is JournalKind.CREATE
        assert json.loads(entry.after)["deleted_at"] is not None


def test_a_transaction_that_fails_leaves_no_journal_row(store, actor):
    model = SYNCED[0]
    with pytest.raises(RuntimeError, match="power"), store.write(actor) as work:
        work.session.add(model(**_plain_row(model)))
        work.note(JournalKind.VIEW, "resident", "r", {})
        work.session.flush()
        raise RuntimeError("power cut")
    with store.read() as session:
        assert session.scalar(select(JournalEntry)) is None
        assert session.get(model, "record-1") is None


def test_history_says_who_changed_what_and_what_stood_there_before(store, clock):
    model = SYNCED[0]
    first, second = Actor("staff-1", "community-0001"), Actor("staff-2", "community-0001")
    with store.write(first) as work:
        work.session.add(model(**_plain_row(model)))
    clock.advance(hours=1)
    with store.write(second) as work:
        work.remove(work.get(model, "record-1"))
    with store.write(second) as work:
        work.note(JournalKind.UNMASK, model.__tablename__, "record-1", {"fields": ["phone"]}, "电话回访")

    with store.read() as session:
        unmask, removal, creation = history_of(session, model.__tablename__, "record-1")
    assert (creation.author_id, removal.author_id) == ("staff-1", "staff-2")
    assert (removal.at - creation.at).total_seconds() == 3600
    assert [(change.field, change.before) for change in removal.changes] == [("deleted_at", None)]
    assert unmask.purpose == "电话回访" and unmask.details == {"fields": ["phone"]} and unmask.changes == ()


@given(st.lists(st.integers(min_value=0, max_value=10**12), min_size=1))
def test_the_hybrid_clock_never_runs_backwards(milliseconds):
    last = 0
    for value in milliseconds:
        now = next_hlc(datetime.fromtimestamp(value / 1000, UTC), last)
        assert now > last
        assert moment_of(now) >= moment_of(last)
        last = now


def test_subscribers_hear_of_a_change_only_after_it_is_kept(store, actor):
    model = SYNCED[0]
    heard = []
    store.subscribe(lambda change: heard.append((change, _exists(store, model))))
    with store.write(actor) as work:
        work.session.add(model(**_plain_row(model)))
        work.session.flush()
        assert heard == []
    [(change, existed)] = heard
    assert (change.entity, change.ids, existed) == (model.__tablename__, frozenset({"record-1"}), True)


def _exists(store, model) -> bool:
    with store.read() as session:
        return session.get(model, "record-1") is not None
