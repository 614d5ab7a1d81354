"""Rounds with a real server over a real PostgreSQL: joining, meeting, resuming, files."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.server.running import RunningServer
from tests.store_fixtures import KEY, SettableClock
from workbench.community.model import Community, Grid
from workbench.security.model import StaffAccount
from workbench.security.roles import Role
from workbench.security.system_keyring import SystemKeyring
from workbench.security.vault import Vault, VaultFileMissing, attach
from workbench.standards.clock import utc_now
from workbench.store import Actor, Store
from workbench.store.base import new_id
from workbench.store.engine import connect
from workbench.store.verify import verify
from workbench.sync import facts
from workbench.sync.devices import Devices
from workbench.sync.enrol import CodeRefused, Enrolment, Found, HasItsOwnRecords, NotACode
from workbench.sync.errors import NotJoined, RequestRefused, ServerUnreachable, UnsafeAddress
from workbench.sync.exchange import Exchanger
from workbench.sync.http import HttpClient
from workbench.sync.protocol.codes import new_code
from workbench.sync.state import RoundReport, Watch
from workbench.sync.terms import DeskTerms
from workbench.sync.tokens import Tokens
from workbench.sync.transport import Transport

ADDRESS_KEY = bytes(range(32, 64))


@dataclass
class Desk:
    """One desk with its store, its vault, and whoever sits there."""

    path: Path
    actor: Actor
    store: Store = field(init=False)
    tokens: Tokens = field(init=False)
    vault: Vault = field(init=False)

    def __post_init__(self) -> None:
        self.store = Store.open(self.path, KEY, clock=SettableClock(utc_now()), durable=False)
        self.tokens = Tokens(self.store, SystemKeyring(trusted=frozenset()))
        self.vault = Vault(self.path.parent / "vault", KEY, address_key=ADDRESS_KEY)

    def enrolment(self) -> Enrolment:
        return Enrolment(self.store, self.tokens)

    def exchanger(self, **changes: Any) -> Exchanger:
        place = facts.place_in(facts.read_facts(self.store))
        http = HttpClient(place.url if place else "http://127.0.0.1:9", repeats=0)
        transport = Transport(http, self.tokens.load, lambda: self.actor.staff_id)
        for name, answer in changes.items():
            setattr(transport, name, answer)
        return Exchanger(self.store, transport, self.tokens, vault=self.vault)

    def round(self, watch: Watch | None = None) -> RoundReport:
        return self.exchanger().round(watch)

    def add_grids(self, *codes: str) -> None:
        with self.store.write(self.actor) as work:
            work.insert_many(Grid, [{"code": code, "name": f"第{code}网格"} for code in codes])

    def grids(self) -> list[str]:
        with self.store.read() as session:
            return sorted(grid.code for grid in session.query(Grid) if grid.deleted_at is None)

    def fault(self) -> str | None:
        found = verify(self.path, KEY).fault
        return None if found is None else str(found)


@pytest.fixture
def new_desk(empty_store_file, tmp_path):
    desks = []

    def make(actor: Actor) -> Desk:
        path = tmp_path / f"desk{len(desks)}" / "workbench.db"
        path.parent.mkdir()
        path.write_bytes(empty_store_file.read_bytes())
        # Each machine names itself; copies of one file would be one desk.
        raw = connect(path, KEY)
        raw.execute("UPDATE store_fact SET value = ? WHERE name = 'device_id'", (new_id(),))
        raw.close()
        desks.append(Desk(path, actor))
        return desks[-1]

    yield make
    for desk in desks:
        desk.store.close()


@pytest.fixture
def alone(new_desk) -> Desk:
    """A desk that has worked alone, with its supervisor and its community."""
    desk = new_desk(Actor(new_id(), new_id()))
    with desk.store.write(desk.actor) as work:
        work.add(
            StaffAccount(
                id=desk.actor.staff_id,
                name="sup",
                display_name="负责人",
                password_hash="-",
                roles=[Role.SUPERVISOR.value, Role.ADMINISTRATOR.value],
                posts=[],
            )  # fmt: skip
        )
    with desk.store.write(desk.actor) as work:
        work.add(Community(id=desk.actor.community_id, name="演示社区", document_prefix="演示社"))
    return desk


def _bring(desk: Desk, server: RunningServer) -> None:
    found = Found(desk.actor.community_id, "演示社区", ADDRESS_KEY.hex())
    desk.enrolment().found(server.url, server.founding_code(), "一号窗口", found)


@pytest.fixture
def first(alone, running_server) -> Desk:
    """The desk that has brought its community to the server."""
    alone.add_grids("1", "2")
    _bring(alone, running_server)
    report = alone.round()
    assert (report.disputed, report.refused, report.complete) == (0, 0, True)
    return alone


def _invited(desk: Desk) -> str:
    from workbench.security.session import session_of

    with desk.store.read() as session:
        account = session.get_one(StaffAccount, desk.actor.staff_id)
    code, _ = Devices(desk.store, session_of(account, utc_now())).invite(DeskTerms("二号窗口"), days=1)
    desk.round()
    return code


@pytest.fixture
def second(first, new_desk, running_server) -> Desk:
    """Another desk, joined and empty."""
    desk = new_desk(first.actor)
    joined = desk.enrolment().join(running_server.url, _invited(first), "二号窗口")
    assert (joined.number, joined.community_id) == (2, first.actor.community_id)
    return desk


def test_a_community_brought_to_the_server_comes_back_for_nothing(first):
    """Alone at the server, a desk has the versions of all it sent without anything sent back."""
    known = facts.read_facts(first.store)
    report = first.round()
    assert (report.sent, report.received, report.repaired) == (0, 0, 0)
    with first.store.read() as session:
        assert all(grid.server_seq > 0 for grid in session.query(Grid))
    assert facts.read_facts(first.store)[facts.CURSOR] == known[facts.CURSOR]
    assert first.fault() is None


def test_a_new_desk_takes_everything_in_and_both_go_on_together(first, second):
    report = second.round()
    assert report.repaired >= 4 and report.complete
    assert second.grids() == ["1", "2"] and second.fault() is None
    second.add_grids("3")
    second.round()
    first.add_grids("4")
    first.round()
    second.round()
    assert first.grids() == second.grids() == ["1", "2", "3", "4"]
    assert first.round().repaired == second.round().repaired == 0


def test_a_first_sync_that_was_cut_off_goes_on(first, second, monkeypatch):
    monkeypatch.setattr("workbench.sync.reconcile.RANGE_RECORDS", 1)
    first.add_grids(*(f"g{number}" for number in range(60)))
    first.round()
    asked = []
    whole = second.exchanger()._tools.transport

    def cut_off(start, end):
        asked.append(start)
        if len(asked) > 20:
            raise ServerUnreachable("断网")
        return whole.standing(start, end)

    with pytest.raises(ServerUnreachable):
        second.exchanger(standing=cut_off).round()
    so_far = len(second.grids())
    assert 0 < so_far < 62
    assert facts.read_facts(second.store)[facts.FIRST_SYNC] == "running"
    report = second.round()
    assert len(second.grids()) == 62 and report.repaired < 62
    assert facts.read_facts(second.store)[facts.FIRST_SYNC] == "done"
    assert second.fault() is None


def test_a_round_that_is_told_to_stop_ends_early_and_says_so(first):
    first.add_grids("9")
    report = first.round(Watch(stopped=lambda: True))
    assert (report.sent, report.complete) == (0, False)
    assert first.round().sent == 1


def test_too_large_a_push_is_halved(first):
    first.add_grids(*(f"g{number}" for number in range(40)))
    exchanger = first.exchanger()
    push, sizes = exchanger._tools.transport.push, []

    def narrow(body):
        import msgspec

        from workbench.sync.errors import refusal
        from workbench.sync.protocol.wire import Fault

        sizes.append(len(msgspec.json.decode(body)["changes"]))
        if sizes[-1] > 15:
            raise refusal(Fault.TOO_LARGE, {})
        return push(body)

    exchanger._tools.transport.push = narrow
    assert exchanger.round().sent == 40
    assert max(sizes[-3:]) <= 15


def test_a_file_goes_up_before_what_refers_to_it_and_comes_down_when_wanted(first, second):
    picture = BytesIO()
    Image.effect_noise((400, 300), 90).save(picture, "PNG")
    stored = first.vault.put(picture.getvalue(), "现场.png")
    with first.store.write(first.actor) as work:
        attach(work, stored, "community", first.actor.community_id)
    report = first.round()
    assert (report.uploaded, report.refused) == (1, 0)
    report = second.round()
    assert report.downloaded == 1
    assert second.vault.get(stored.address) == first.vault.get(stored.address)
    assert second.round().downloaded == 0


def test_a_file_whose_attachment_left_the_scope_goes_too(first, second):
    stored = first.vault.put(_picture(), "现场.png")
    with first.store.write(first.actor) as work:
        attachment = attach(work, stored, "community", first.actor.community_id).id
    first.round()
    second.round()
    assert second.vault.get(stored.address)
    with second.store.receive(first.actor.community_id) as unit:
        from workbench.store.receiving import Origin, Step

        here = {"attachment": unit.present("attachment", [attachment])}
        gone = Step("attachment", attachment, {}, None, Origin("standing", 0, "server", "server"), gone=True)
        unit.apply([gone], here)
    blobs = second.exchanger().blobs
    assert blobs is not None and blobs.forget_unseen() == 1
    with pytest.raises(VaultFileMissing):
        second.vault.get(stored.address)


def _picture() -> bytes:
    picture = BytesIO()
    Image.effect_noise((80, 60), 90).save(picture, "PNG")
    return picture.getvalue()


def test_a_code_that_is_none_asks_nobody(new_desk):
    with pytest.raises(NotACode, match="20 位"):
        new_desk(Actor(new_id(), new_id())).enrolment().join("http://127.0.0.1:9", "ABC", "窗口")


def test_a_desk_with_records_of_its_own_does_not_join_another_community(alone):
    with pytest.raises(HasItsOwnRecords):
        alone.enrolment().join("http://127.0.0.1:9", new_code(bytes), "窗口")


def test_a_wrong_code_is_refused_in_the_servers_words_and_leaves_no_trace(new_desk, running_server):
    desk = new_desk(Actor(new_id(), new_id()))
    before = facts.read_facts(desk.store)
    with pytest.raises(CodeRefused, match="邀请码不对"):
        desk.enrolment().join(running_server.url, new_code(bytes), "窗口")
    assert facts.read_facts(desk.store) == before and desk.tokens.load() is None


def test_an_unsafe_address_is_refused_before_a_code_is_sent(new_desk):
    with pytest.raises(UnsafeAddress):
        new_desk(Actor(new_id(), new_id())).enrolment().join("http://server.example", new_code(bytes), "窗口")


def test_a_desk_without_a_server_says_so(alone):
    with pytest.raises(NotJoined, match="还没有接入"):
        alone.round()


def test_a_desk_that_joins_again_keeps_what_it_has_and_what_waits(first, running_server):
    code = _invited(first)
    first.add_grids("7")
    first.tokens.forget()
    with pytest.raises(RequestRefused):
        first.round()
    joined = first.enrolment().join(running_server.url, code, "一号窗口")
    assert joined.number == 1
    report = first.round()
    assert report.sent == 1 and first.grids() == ["1", "2", "7"]
    assert first.fault() is None
