"""A community with a real server and several real desks, all at the mercy of a test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import psycopg

from tests.faults.sync.bench import Seat
from tests.faults.sync.databases import ServerBooks, backup_of, copy_database
from tests.faults.sync.desks import FaultDesk
from tests.faults.sync.fuzz.model import Violation, judge
from tests.faults.sync.gathering import gathered, group_of
from tests.faults.sync.hosting import Hosted
from tests.faults.sync.killing import kill_working
from tests.faults.sync.raw import RawDesk
from tests.faults.sync.world import SECOND, SUPERVISOR, WORKER, found
from tests.server.postgres import Databases
from tests.store_fixtures import KEY, SettableClock
from workbench.server.communities import begin_new_life
from workbench.standards.clock import utc_now
from workbench.store.base import new_id
from workbench.store.engine import connect
from workbench.sync.model import DeskDevice

FOUNDER = "east"
_ROUNDS = 12
"""After so many rounds in which everybody exchanges, nothing may move any more."""


@dataclass
class Town:
    """Everything of one community: server, database, desks, and the ids of its records by label."""

    databases: Databases
    folder: Path
    empty_store: Path
    url: str = field(init=False)
    hosted: Hosted = field(init=False)
    books: ServerBooks = field(init=False)
    desks: dict[str, FaultDesk] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    community_id: str = field(default_factory=new_id)
    has_backup: bool = False
    former: dict[str, int] = field(default_factory=dict)
    """The numbers that changes had before the server was restored, by op_id."""

    def __post_init__(self) -> None:
        self.url = self.databases.fresh()
        self.books = ServerBooks(self.url, self.community_id)
        self.books.install_faults()
        self.hosted = Hosted(self.url, self.folder)
        self.hosted.start()

    # Who is there.

    def desk(self, name: str) -> FaultDesk:
        """Return a desk by its name; `west` joins when it is first asked for."""
        if name not in self.desks:
            self.found() if name == FOUNDER else self.join(name, WORKER)
        return self.desks[name]

    def found(self) -> FaultDesk:
        """Found the community at its first desk and bring it to the server."""
        desk = self._new_desk(FOUNDER, Seat(new_id(), self.community_id))
        with desk.write() as work:
            records = found(work, desk.seat.staff_id, self.community_id)
        self.ids |= {label: record.id for label, record in records.items()}
        desk.clock.advance(seconds=1)
        desk.edit("census_round", self.ids["census_round0"], state="open")
        desk.join(self.hosted.url, self.founding_code(), bring=True)
        desk.exchange()
        return desk

    def join(
        self, name: str, seat: str, *, outside: bool = False, areas: Sequence[str] | None = None
    ) -> FaultDesk:
        """Let a desk join by an invitation of the founding desk's supervisor, and take everything in."""
        founder = self.desk(FOUNDER)
        code = founder.invite(name, outside=outside, areas=self._ids_of(areas))
        founder.exchange()
        desk = self._new_desk(name, Seat(self.ids[seat], self.community_id))
        desk.join(self.hosted.url, code)
        desk.exchange()
        return desk

    def raw(self, seat: str = SUPERVISOR) -> RawDesk:
        """Let a hostile client join like any desk, with somebody's name on its lips."""
        founder = self.desk(FOUNDER)
        code = founder.invite("raw")
        founder.exchange()
        raw = RawDesk(self.hosted.url, staff_id=self.ids[seat])
        reply = raw.join(code)
        assert reply.status == 200, reply
        return raw

    def elsewhere(self) -> RawDesk:
        """Let a client found another community on the same server."""
        raw = RawDesk(self.hosted.url, staff_id=self.ids[SUPERVISOR])
        found = {"community_id": new_id(), "name": "别的社区", "address_key": "0" * 64}
        reply = raw.join(self.founding_code(), found)
        assert reply.status == 200, reply
        return raw

    def clone(self, name: str, twin: str) -> FaultDesk:
        """Copy a desk's disk into another machine; both go on."""
        original = self.desk(name)
        original.close()
        path = self.folder / twin / "workbench.db"
        shutil.copytree(original.path.parent, path.parent)
        original.reopen()
        seat = Seat(original.seat.staff_id, original.seat.community_id)
        self.desks[twin] = FaultDesk(twin, path, seat, SettableClock(original.clock.now))
        return self.desks[twin]

    def rescope(self, desk: FaultDesk, *, areas: Sequence[str] | None, send: bool = True) -> None:
        """Let the supervisor give a desk other areas, as on the Manage page."""
        founder = self.desk(FOUNDER)
        if send:
            founder.exchange()
        outside = areas is not None
        founder.edit("desk_device", desk.store.device_id, outside=outside, areas=self._ids_of(areas))
        if send:
            founder.exchange()

    def approve(self, dispute_id: str) -> None:
        """Let a second supervisor approve what was held."""
        founder = self.desk(FOUNDER)
        first, founder.seat.staff_id = founder.seat.staff_id, self.ids[SECOND]
        founder.inbox().approve(dispute_id)
        founder.seat.staff_id = first
        self.settle()

    # What happens to the server.

    def founding_code(self) -> str:
        """Return a code by which a desk brings its community, as the administrator makes it."""
        from workbench.server import founding
        from workbench.server.database import Database

        database = Database(self.url, connections=1)
        with database.transaction() as connection:
            code = founding.make(connection, "演示社区", utc_now(), os.urandom)
        database.close()
        return code

    def backup(self) -> None:
        """Copy the database as it is now."""
        self.hosted.stop()
        copy_database(self.url, backup_of(self.url))
        self.hosted.start()
        self.has_backup = True

    def rollback(self) -> None:
        """Put the last copy back and tell everybody that it is an old one."""
        self.hosted.stop()
        self.former |= {row.op_id: row.seq for row in self.books.log()}
        copy_database(backup_of(self.url), self.url)
        self.new_epoch()
        self.hosted.start()
        # Put back twice, it would give the same numbers twice.
        self.has_backup = False

    def prune(self) -> None:
        """Forget the log and who was deleted, as a server does in a year."""
        self.books.prune(utc_now() + timedelta(days=400))

    def kill_server(self) -> None:
        """Kill the server's process and start another."""
        self.hosted.kill()
        self.hosted.stop()
        self.hosted.start_process()

    def kill_desk(self, desk: FaultDesk, after: float) -> None:
        """Let a desk exchange in a process of its own, and kill that after so many seconds."""
        desk.close()
        kill_working(desk.path, desk.seat, after)
        desk.reopen()

    def new_epoch(self) -> None:
        """Tell the server that it is an old copy, as the administrator does after a restore."""
        with psycopg.connect(self.url) as connection:
            begin_new_life(connection, self.community_id)

    def close(self) -> None:
        """End everything and forget the databases."""
        for desk in self.desks.values():
            desk.close()
        self.hosted.abandon()
        self.databases.drop(self.url)
        self.databases.drop(backup_of(self.url))

    # Rest and judgement.

    def calm(self) -> None:
        """End all trouble: the wires are whole, what was held arrives, the database fails no more."""
        self.books.fail_at(0)
        for desk in self.desks.values():
            desk.strike()
        for desk in self.desks.values():
            desk.wire.release()

    def settle(self) -> None:
        """Let everybody exchange until nothing moves any more."""
        for _ in range(_ROUNDS):
            before = self._standing()
            for desk in self.desks.values():
                desk.clock.advance(seconds=61)
                desk.exchange()
            if self._standing() == before:
                return
        raise AssertionError(f"still moving after {_ROUNDS} rounds: {self._standing()}")

    def _standing(self) -> tuple[object, ...]:
        return self.books.seq(), *(
            (desk.unsent(), desk.facts().get("cursor")) for desk in self.desks.values()
        )

    def broken(self, *, whole_log: bool = True) -> list[Violation]:
        """Bring everything to rest and return the promises that are broken then."""
        self.settle()
        found = judge(gathered(self), group_of)
        early = {"truth", "numbering", "kept", "vanished"}
        return [violation for violation in found if whole_log or violation.promise not in early]

    def is_whole(self, desk: FaultDesk) -> bool:
        """Tell whether a desk may hold every record as it is."""
        with self.desk(FOUNDER).store.read() as session:
            known = session.get(DeskDevice, desk.store.device_id)
            return known is not None and not known.outside and known.areas is None and not known.masked

    def outcomes(self, desk: FaultDesk) -> list[str]:
        """Return what became of a desk's changes, in order."""
        return [str(row.outcome) for row in desk.journal() if row.sent_at is not None]

    def disputes(self) -> list[str]:
        """Return the ids of every dispute the server made."""
        return [record_id for entity, record_id in self.books.records().records if entity == "sync_dispute"]

    def _new_desk(self, name: str, seat: Seat) -> FaultDesk:
        path = self.folder / name / "workbench.db"
        path.parent.mkdir(parents=True)
        path.write_bytes(self.empty_store.read_bytes())
        forget_device(path)
        self.desks[name] = FaultDesk(name, path, seat, SettableClock(utc_now()))
        return self.desks[name]

    def _ids_of(self, labels: Sequence[str] | None) -> list[str] | None:
        return None if labels is None else [self.ids[label] for label in labels]


def forget_device(path: Path) -> None:
    """Make a copied store file a desk of its own."""
    raw = connect(path, KEY)
    raw.execute("DELETE FROM store_fact WHERE name = 'device_id'")
    raw.close()
