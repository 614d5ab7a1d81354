"""Compared with the server, a desk ends with what the server shows it, and keeps what it has not sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sync.joined import COMMUNITY, JoinedDesk, Shelves
from workbench.store.base import new_id
from workbench.sync.errors import EpochChanged, ScopeChanged
from workbench.sync.protocol.digest import bucket_of
from workbench.sync.protocol.entities import SHAPES
from workbench.sync.reconcile import Reconciler, differing, ranges_of


@pytest.fixture
def desk(store, actor):
    return JoinedDesk(store, actor)


@pytest.fixture
def shelves():
    return Shelves()


def _reconcile(desk, shelves, **options):
    return Reconciler(desk.store, shelves, COMMUNITY, SHAPES).run(shelves.digest(), **options)


def _differing(desk, shelves):
    return differing(desk.store, shelves.digest(), SHAPES)[0]


def _fill(shelves, count):
    ids = [new_id() for _ in range(count)]
    for number, record_id in enumerate(ids):
        shelves.put(record_id, number + 1, code=str(number), name="演示网格")
    return ids


def test_a_new_desk_gets_everything_and_the_digests_agree(desk, shelves):
    ids = _fill(shelves, 600)
    done = []
    repaired = _reconcile(desk, shelves, progress=lambda *steps: done.append(steps))
    assert (repaired.changed, repaired.removed) == (600, 0)
    assert desk.record(ids[7]) == {"seq": 8, "code": "7", "name": "演示网格"}
    assert _differing(desk, shelves) == [] and desk.fault() is None
    assert done[0] == (0, 600) and done[-1] == (600, 600)


def test_cut_off_it_goes_on_with_what_is_missing(desk, shelves, monkeypatch):
    monkeypatch.setattr("workbench.sync.reconcile.ranges_of", lambda counts: ranges_of(counts, 20))
    _fill(shelves, 200)
    standing, asked = shelves.standing, []

    def cut_off(first, last):
        asked.append(first)
        if len(asked) > 5:
            raise ConnectionError
        return standing(first, last)

    shelves.standing = cut_off
    with pytest.raises(ConnectionError):
        _reconcile(desk, shelves)
    shelves.standing = standing
    left = _differing(desk, shelves)
    assert 0 < len(left) < 256
    shelves.asked.clear()
    _reconcile(desk, shelves)
    assert _differing(desk, shelves) == []
    assert min(first for first, _ in shelves.asked) == left[0] > 0


def test_only_the_bucket_that_differs_is_asked_for(desk, shelves):
    ids = _fill(shelves, 50)
    _reconcile(desk, shelves)
    with desk.store.receive(COMMUNITY) as unit:
        unit.raw.execute("UPDATE grid SET name = '坏' WHERE id = ?", (ids[3],))
    shelves.asked.clear()
    _reconcile(desk, shelves)
    assert shelves.asked == [(bucket_of(ids[3]), bucket_of(ids[3]))]
    assert desk.record(ids[3])["name"] == "演示网格"


def test_a_value_the_server_does_not_have_is_emptied(desk, shelves):
    shelves.put("g-1a", 5, code="1", name="一", worker_id="w")
    _reconcile(desk, shelves)
    shelves.put("g-1a", 6, code="1", name="一")
    _reconcile(desk, shelves)
    assert desk.record("g-1a") == {"seq": 6, "code": "1", "name": "一"} and desk.fault() is None


def test_what_is_no_longer_shown_goes_but_never_what_waits_to_be_sent(desk, shelves):
    ids = _fill(shelves, 3)
    _reconcile(desk, shelves)
    desk.edit_grid(ids[1], name="还没上传")
    own = desk.add_grid("own", "刚登记")
    shelves.records.clear()
    repaired = _reconcile(desk, shelves)
    assert repaired.removed == 2
    assert desk.record(ids[0]) is None
    assert desk.record(ids[1])["name"] == "还没上传" and desk.record(own)["name"] == "刚登记"
    assert desk.unsent() == 2 and desk.fault() is None


def test_a_field_that_waits_keeps_its_value_and_its_record_the_version_it_was_based_on(desk, shelves):
    shelves.put("g-1a", 5, code="1", name="旧")
    _reconcile(desk, shelves)
    desk.edit_grid("g-1a", name="我的")
    shelves.put("g-1a", 9, code="2", name="他们的")
    _reconcile(desk, shelves)
    assert desk.record("g-1a") == {"seq": 5, "code": "2", "name": "我的"}


def test_fields_and_kinds_of_a_newer_version_count_in_the_digest(desk, shelves):
    shelves.put("g-1a", 5, code="1", name="一", colour="red")
    shelves.put("n-2b", 6, entity="novelty", title="新事物")
    _reconcile(desk, shelves)
    assert _differing(desk, shelves) == []
    shelves.put("g-1a", 7, code="1", name="一")
    del shelves.records["novelty", "n-2b"]
    _reconcile(desk, shelves)
    assert _differing(desk, shelves) == [] and desk.fault() is None


def test_a_server_that_becomes_another_meanwhile_ends_it(desk, shelves):
    _fill(shelves, 3)
    digest = shelves.digest()
    shelves.epoch = "life-2"
    with pytest.raises(EpochChanged):
        Reconciler(desk.store, shelves, COMMUNITY, SHAPES).run(digest)
    shelves.epoch, shelves.scope_epoch = "life-1", 2
    with pytest.raises(ScopeChanged):
        Reconciler(desk.store, shelves, COMMUNITY, SHAPES).run(digest)


@given(st.dictionaries(st.integers(0, 255), st.integers(0, 900), max_size=40), st.integers(1, 2000))
def test_ranges_cover_each_bucket_once_and_hold_no_more_than_asked_for(counts, size):
    ranges = ranges_of(counts, size)
    covered = [number for r in ranges for number in range(r.first, r.last + 1)]
    assert covered == sorted(counts)
    assert all(r.records <= size or r.first == r.last for r in ranges)
    assert sum(r.records for r in ranges) == sum(counts.values())
