"""What arrives from elsewhere lies in its table, the journal and the search index as if written here."""

import json
from datetime import UTC, datetime

import pytest
from sqlalchemy import JSON, Enum, String, Text, inspect, select

from tests.store_fixtures import KEY
from workbench.community.model import Building, Grid
from workbench.desk.models import Base
from workbench.people.search_index import indexed_at_the_end
from workbench.standards.chain import RECEIVED
from workbench.store import Changed, StoreFull, Synced
from workbench.store.columns import UtcDateTime
from workbench.store.engine import connect
from workbench.store.history import history_of
from workbench.store.journal import JournalEntry
from workbench.store.receiving import Origin, Step
from workbench.store.verify import _chain, _records, verify

COMMUNITY = "community-0001"
SYNCED = sorted(
    (mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Synced)),
    key=lambda model: model.__tablename__,
)


def _origin(seq, op_id=None):
    return Origin(op_id or f"op-{seq}", seq, "staff-far", "desk-far/1", 7)


def _arrive(store, *steps, around_bulk=None):
    with store.receive(COMMUNITY, around_bulk=around_bulk) as unit:
        here = {
            entity: unit.present(entity, [step.record_id for step in steps if step.entity == entity])
            for entity in {step.entity for step in steps}
        }
        unit.apply(list(steps), here)


def _value(column, text):
    """Return a value of the column as the journal writes it."""
    kind = column.type
    if isinstance(kind, JSON):
        return {"名": [text, 1, 0.5, None, True]}
    if isinstance(kind, UtcDateTime):
        return "2026-11-24T01:02:03.456789Z"
    if isinstance(kind, Enum) and kind.enums:
        return kind.enums[0]
    if isinstance(kind, String | Text):
        return text
    python = kind.python_type
    if python in (bool, int):
        return 1
    return 1.5 if python is float else "2026-11-24"


def _whole(model, text="甲“引号”\n"):
    columns = inspect(model).local_table.columns
    managed = ("id", "community_id", "server_seq", "deleted_at")
    return {column.name: _value(column, text) for column in columns if column.name not in managed}


def _filled(fields):
    return {name: value for name, value in fields.items() if value is not None}


def _document(store, entity, record_id):
    with store.receive(COMMUNITY) as unit:
        found = unit.present(entity, [record_id]).get(record_id)
        return None if found is None else (found.seq, found.fields)


@pytest.mark.parametrize("model", SYNCED, ids=lambda model: model.__tablename__)
def test_every_synced_table_takes_in_what_arrives(store, model):
    table = model.__tablename__
    whole = _whole(model)
    _arrive(store, Step(table, "record-1", whole, 5, _origin(5)))
    seq, fields = _document(store, table, "record-1")
    assert seq == 5 and _filled(fields) == whole

    changed = {name: value for name, value in _whole(model, "乙").items() if value != whole[name]}
    _arrive(store, Step(table, "record-1", changed, 6, _origin(6)))
    _arrive(store, Step(table, "record-1", {"deleted_at": "2026-11-24T00:00:00.000000Z"}, 7, _origin(7)))
    _arrive(store, Step(table, "record-1", {"deleted_at": None}, 8, _origin(8)))
    seq, fields = _document(store, table, "record-1")
    assert (
        seq == 8 and {name: value for name, value in fields.items() if value is not None} == whole | changed
    )

    with store.read() as session:
        rows = session.scalars(select(JournalEntry).order_by(JournalEntry.seq)).all()
    kinds = [row.kind.value for row in rows]
    assert kinds == ["create", *["patch"] * bool(changed), "delete", "restore"]
    assert {row.device_id for row in rows} == {RECEIVED}
    assert [row.log_seq for row in rows] == [5, *[6] * bool(changed), 7, 8]
    assert _faults_apart_from_references(store) == []


def _faults_apart_from_references(store):
    """Check chain and records of a store whose one record refers to nothing that is there."""
    raw = connect(store.path, KEY)
    try:
        return [*_chain(raw), *_records(raw)]
    finally:
        raw.close()


def test_a_tampered_received_row_is_found(store):
    _arrive(store, Step("grid", "g1", {"code": "1", "name": "演示网格"}, 3, _origin(3)))
    assert verify(store.path, KEY).fault is None
    raw = connect(store.path, KEY)
    raw.execute("UPDATE journal SET origin_device = 'somebody/1'")
    raw.close()
    assert verify(store.path, KEY).fault is not None


def test_received_rows_never_wait_to_be_sent_and_leave_the_own_chain_whole(store, actor):
    with store.write(actor) as work:
        work.add(Grid(code="own", name="本地网格"))
    _arrive(store, Step("grid", "g1", {"code": "1", "name": "演示网格"}, 3, _origin(3)))
    with store.write(actor) as work:
        work.session.query(Grid).filter_by(code="1").one().name = "改过的网格"
    with store.read() as session:
        own = session.scalars(
            select(JournalEntry).where(JournalEntry.origin_id.is_(None)).order_by(JournalEntry.seq)
        ).all()
    assert [row.device_seq for row in own] == [1, 2]
    assert own[1].base_seq == 3
    store.close()
    assert verify(store.path, KEY).fault is None


def test_several_changes_to_one_record_in_one_page_are_told_one_by_one(store):
    _arrive(
        store,
        Step("grid", "g1", {"code": "1", "name": "一"}, 1, _origin(1)),
        Step("grid", "g1", {"name": "二"}, 2, _origin(2)),
        Step("grid", "g1", {"name": "三"}, 3, _origin(3)),
    )
    with store.read() as session:
        assert session.get(Grid, "g1").name == "三"
        told = [entry.changes[0].after for entry in history_of(session, "grid", "g1")]
    assert told == ["三", "二", "1"]
    assert verify(store.path, KEY).fault is None


def test_a_record_that_goes_and_comes_again_in_one_page(store):
    _arrive(store, Step("grid", "g1", {"code": "1", "name": "一", "worker_id": "w"}, 1, _origin(1)))
    _arrive(
        store,
        Step("grid", "g1", {}, None, _origin(2), gone=True),
        Step("grid", "g1", {"code": "2", "name": "二"}, 3, _origin(3)),
    )
    seq, fields = _document(store, "grid", "g1")
    assert (seq, fields["code"], fields["worker_id"]) == (3, "2", None)
    _arrive(store, Step("grid", "g1", {}, None, _origin(4), gone=True))
    assert _document(store, "grid", "g1") is None
    assert verify(store.path, KEY).fault is None


def test_what_a_column_cannot_hold_is_parted_off(store):
    with store.receive(COMMUNITY) as unit:
        known, others = unit.shapes["grid"].parted(
            {"code": 7, "name": "一", "colour": "red", "worker_id": None}
        )
    assert known == {"name": "一", "worker_id": None}
    assert others == {"code": 7, "colour": "red"}


def test_a_column_that_may_not_be_empty_is_filled_and_the_journal_says_so(store):
    _arrive(store, Step("grid", "g1", {"code": "1"}, 1, _origin(1)))
    _arrive(store, Step("grid", "g1", {"code": None}, 2, _origin(2)))
    _, fields = _document(store, "grid", "g1")
    assert (fields["code"], fields["name"]) == ("", "")
    assert verify(store.path, KEY).fault is None


def test_an_open_screen_is_told_after_the_commit_and_not_of_what_failed(store):
    told = []
    store.subscribe(told.append)
    with pytest.raises(RuntimeError), store.receive(COMMUNITY) as unit:
        unit.apply([Step("grid", "g0", {"code": "0", "name": "零"}, 1, _origin(1))], {})
        raise RuntimeError
    assert told == [] and _document(store, "grid", "g0") is None
    _arrive(store, Step("grid", "g1", {"code": "1", "name": "一"}, 1, _origin(1)))
    assert told == [Changed("grid", frozenset({"g1"}))]


def test_a_record_may_arrive_before_the_one_it_refers_to(store):
    _arrive(store, Step("building", "b1", {"grid_id": "g1", "number": "1", "name": "1幢"}, 1, _origin(1)))
    _arrive(store, Step("grid", "g1", {"code": "1", "name": "一"}, 2, _origin(2)))
    with store.read() as session:
        assert session.get(Building, "b1").grid_id == "g1"
    assert verify(store.path, KEY).fault is None


def _resident(name, pinyin, initials, household="h1"):
    return {
        "name": name, "sex": "1", "birth_precision": "day", "registration": "local", "status": "living",
        "full_pinyin": pinyin, "initials": initials, "note": "", "household_id": household,
        "phone": "13800001234",
    }  # fmt: skip


_HOME = (
    Step("dwelling", "d1", {"building_id": "b1", "unit": "2", "room": "301"}, 3, _origin(3)),
    Step("building", "b1", {"number": "7", "name": "7幢", "floors": 6}, 4, _origin(4)),
)


@pytest.mark.parametrize("around_bulk", [None, indexed_at_the_end], ids=["one by one", "at the end"])
def test_residents_are_found_whatever_order_things_arrive_in(store, around_bulk):
    def arrive(*steps):
        _arrive(store, *steps, around_bulk=around_bulk)

    arrive(Step("resident", "r1", _resident("张三丰", "zhangsanfeng", "zsf"), 1, _origin(1)))
    arrive(Step("household", "h1", {"dwelling_id": "d1", "kind": "family", "number": ""}, 2, _origin(2)))
    arrive(*_HOME)
    arrive(Step("resident_tag", "t1", {"resident_id": "r1", "kind": "elder"}, 5, _origin(5)))
    assert _found(store, "zsf") == [("张三丰", "7", "2", "301", "elder:")]
    assert _parts(store) == 1
    arrive(Step("resident", "r1", {"name": "李四", "full_pinyin": "lisi", "initials": "ls"}, 6, _origin(6)))
    assert _found(store, "zsf") == []
    assert _found(store, "ls") == [("李四", "7", "2", "301", "elder:")]
    arrive(Step("resident", "r1", {}, None, _origin(7), gone=True))
    assert _found(store, "ls") == [] and _parts(store) == 0


def _found(store, initials):
    sql = "SELECT name, building, unit, room, tags FROM resident_search WHERE gone = 0 AND initials = ?"
    with store.read() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM search_deferred").scalar() == 0
        return [tuple(row) for row in session.connection().exec_driver_sql(sql, (initials,))]


def _parts(store):
    """Count the residents whose phone has these four digits inside."""
    with store.read() as session:
        sql = "SELECT count(*) FROM resident_digits WHERE resident_digits MATCH '8000'"
        return session.connection().exec_driver_sql(sql).scalar()


def test_a_full_disk_leaves_what_was_and_says_so(store):
    from sqlalchemy import event

    @event.listens_for(store._incoming, "connect")
    def limit(raw, record):
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count = {pages + 8}")

    steps = [
        Step("grid", f"g{n}", {"code": "x" * 400, "name": "网格"}, n, _origin(n)) for n in range(1, 2000)
    ]
    with pytest.raises(StoreFull, match="磁盘已满"):
        _arrive(store, *steps)
    with store.read() as session:
        assert session.query(Grid).count() == 0
    store.close()
    assert verify(store.path, KEY).fault is None


def test_the_clock_of_received_rows_never_runs_backwards(store, clock):
    _arrive(store, Step("grid", "g1", {"code": "1", "name": "一"}, 1, _origin(1)))
    clock.now = datetime(1970, 1, 2, tzinfo=UTC)
    _arrive(store, Step("grid", "g1", {"name": "二"}, 2, _origin(2)))
    with store.read() as session:
        clocks = session.scalars(select(JournalEntry.hlc).order_by(JournalEntry.seq)).all()
    assert clocks == sorted(clocks) and len(set(clocks)) == 2
    assert json.loads(history_of_after(store)) == {"name": "二"}


def history_of_after(store):
    with store.read() as session:
        return session.scalars(select(JournalEntry.after).order_by(JournalEntry.seq.desc())).first()
