"""A small community to work in: two buildings, and a worker who may do everything with the register."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.store_fixtures import SettableClock
from tests.sync.protocol.replaying import allowed_elsewhere  # noqa: F401 - for every test of this room
from workbench.community.model import Building, Grid
from workbench.people.queries import PeopleQueries
from workbench.people.rules import ResidentEntry
from workbench.people.service import PeopleService
from workbench.people.service.homes import DwellingPlace
from workbench.security.roles import Permission, Role, permissions_of
from workbench.store import Actor, Store


@dataclass(frozen=True)
class SignedIn:
    """What a service asks of a session."""

    actor: Actor
    permissions: frozenset[Permission]


@dataclass(frozen=True)
class Town:
    """Ids of what the tests build on."""

    store: Store
    service: PeopleService
    queries: PeopleQueries
    grid: str
    third: str
    twelfth: str

    def home(self, room: str = "502", unit: str = "1", building: str | None = None) -> str:
        return self.service.add_household(DwellingPlace(building or self.third, unit, room))

    def person(self, name: str = "张伟国", household: str | None = None, **fields: object) -> str:
        return self.service.add_resident(ResidentEntry(name=name, **fields), household)  # type: ignore[arg-type]

    def found(self, text: str, limit: int = 20) -> list[str]:
        return [hit.name for hit in self.queries.search(text, limit)]


def signed_in(actor: Actor, *roles: Role) -> SignedIn:
    return SignedIn(actor, permissions_of(roles))


@pytest.fixture
def worker(actor: Actor) -> SignedIn:
    return signed_in(actor, Role.WORKER)


@pytest.fixture
def trainee(actor: Actor) -> SignedIn:
    return signed_in(actor, Role.TRAINEE)


@pytest.fixture
def town(store: Store, worker: SignedIn, actor: Actor, clock: SettableClock) -> Town:
    with store.write(actor) as work:
        grid = work.add(Grid(code="1", name="第一网格"))
        work.session.flush()
        third = work.add(Building(number="3幢", name="桂花苑", grid_id=grid.id))
        twelfth = work.add(Building(number="12", grid_id=grid.id))
    service = PeopleService(store, worker)  # type: ignore[arg-type]
    return Town(store, service, PeopleQueries(store, worker, clock), grid.id, third.id, twelfth.id)
