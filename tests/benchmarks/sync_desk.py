"""A desk that a benchmark sits at: a real encrypted store and the real exchange, without a window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from secrets import token_hex
from typing import Any

from sqlalchemy import func, select

from tests.benchmarks.serving import Served
from tests.benchmarks.sync_records import Record, text_of
from workbench.community.model import Community
from workbench.desk.demo.names import given_name, surname
from workbench.desk.models import Base
from workbench.people.model import ResidenceEvent, Resident
from workbench.people.search_index import ResidentSearch, indexed_at_the_end
from workbench.security.model import StaffAccount
from workbench.security.roles import Role
from workbench.security.session import session_of
from workbench.security.system_keyring import SystemKeyring
from workbench.standards.clock import utc_now
from workbench.standards.pinyin import reading_of_name
from workbench.store import Actor, Store, new_id
from workbench.store.opened import opened
from workbench.sync.devices import Devices
from workbench.sync.enrol import Enrolment, Found
from workbench.sync.exchange import Exchanger
from workbench.sync.http import HttpClient
from workbench.sync.terms import DeskTerms
from workbench.sync.tokens import Tokens
from workbench.sync.transport import Transport

KEY = bytes(range(32))
RESIDENT = "沈月英"
ROLES = (Role.WORKER, Role.SUPERVISOR, Role.ADMINISTRATOR)
_MANY = 2_000
"""Records written in one transaction, as an import does."""


class BenchDesk:
    """One desk of a community, and how it is written at and synced."""

    def __init__(self, folder: Path, server: Served, authority: Path | None, actor: Actor) -> None:
        folder.mkdir(parents=True)
        self.store = Store.open(folder / "workbench.db", KEY)
        self.actor, self.resident_id = actor, ""
        self.tokens = Tokens(self.store, SystemKeyring(trusted=frozenset()))
        self.url, self.authority = server.url, None if authority is None else str(authority)
        http = HttpClient(self.url, self.authority)
        self.transport = Transport(http, self.tokens.load, lambda: actor.staff_id)
        self._exchanger = Exchanger(self.store, self.transport, self.tokens, around_bulk=indexed_at_the_end)

    def found(self, code: str, name: str) -> None:
        """Bring the community to the server."""
        found = Found(self.actor.community_id, name, token_hex(32))
        Enrolment(self.store, self.tokens).found(self.url, code, "一号窗口", found, self.authority)

    def join(self, code: str) -> None:
        """Join the community on the server."""
        Enrolment(self.store, self.tokens).join(self.url, code, "二号窗口", self.authority)

    def invite(self) -> str:
        """Return a code for another desk."""
        with self.store.read() as session:
            account = session.get_one(StaffAccount, self.actor.staff_id)
            supervisor = session_of(account, utc_now())
        return Devices(self.store, supervisor).invite(DeskTerms("二号窗口"), days=1)[0]

    def sync(self) -> None:
        """Do one round; everything must have gone through."""
        report = self._exchanger.round()
        if not report.complete or report.disputed or report.refused:
            raise AssertionError(report)

    def write(self, records: Sequence[Record]) -> None:
        """Write records as an import writes them."""
        self._insert(ResidenceEvent, [record.row for record in records])

    def write_people(self, rows: Sequence[dict[str, Any]]) -> None:
        """Write residents as an import writes them."""
        self._insert(Resident, rows)

    def change(self, count: int) -> None:
        """Change the notes of some records, each with a form of its own."""
        dice = Random()
        with self.store.write(self.actor) as work:
            for event in work.session.scalars(select(ResidenceEvent).limit(count)):
                form = opened(event, "note")
                work.amend(event, {"note": text_of(dice, len(event.note))}, form)

    def count(self) -> int:
        """Return how many of the records lie here."""
        with self.store.read() as session:
            return session.scalar(select(func.count()).select_from(ResidenceEvent)) or 0

    def hits(self, name: str) -> int:
        """Return how many residents the search index has under a name."""
        query = select(func.count()).select_from(ResidentSearch).where(ResidentSearch.name == name)
        with self.store.read() as session:
            return session.scalar(query) or 0

    def close(self) -> None:
        """Go home."""
        self.transport.close()
        self.store.close()

    def _insert(self, model: type[Base], rows: Sequence[dict[str, Any]]) -> None:
        for start in range(0, len(rows), _MANY):
            with self.store.write(self.actor) as work:
                work.insert_many(model, rows[start : start + _MANY])


def found_desk(folder: Path, server: Served, authority: Path | None) -> BenchDesk:
    """Return the first desk of a new community, joined and with one resident."""
    desk = BenchDesk(folder, server, authority, Actor(new_id(), new_id()))
    roles = [role.value for role in ROLES]
    account = {"name": "shumin", "display_name": "方淑敏", "password_hash": "-"}
    # As a community is founded: first whoever founds it.
    with desk.store.write(desk.actor) as work:
        work.add(StaffAccount(id=desk.actor.staff_id, **account, roles=roles, posts=[]))
    with desk.store.write(desk.actor) as work:
        work.add(Community(id=desk.actor.community_id, name="清波社区", document_prefix="清波社"))
        desk.resident_id = work.add(Resident(name=RESIDENT)).id
    desk.found(server.founding_code("清波社区"), "清波社区")
    return desk


def joined_desk(folder: Path, server: Served, authority: Path | None, first: BenchDesk) -> BenchDesk:
    """Return another desk of a community, joined and empty."""
    code = first.invite()
    first.sync()
    desk = BenchDesk(folder, server, authority, first.actor)
    desk.join(code)
    return desk


def people(count: int) -> list[dict[str, Any]]:
    """Return invented residents, with numbers, phones and readings to search by."""
    dice = Random(count)
    return [_person(dice, number) for number in range(count)]


def _person(dice: Random, number: int) -> dict[str, Any]:
    born = date(1930, 1, 1) + timedelta(days=dice.randrange(34_000))
    name = surname(dice) + given_name(dice, male=bool(number % 2), born=born.year)
    reading = reading_of_name(name)
    return {
        "id": new_id(), "name": name, "id_number": f"330106{born:%Y%m%d}{number % 10_000:04d}",
        "sex": "1" if number % 2 else "2", "birth_date": born, "phone": f"138{dice.randrange(10**8):08d}",
        "full_pinyin": reading.full, "initials": reading.initials, "note": text_of(dice, 60),
    }  # fmt: skip
