"""A counter that is open: a service, its queries, an item, an applicant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from tests.intake.samples import ALLOWANCE
from tests.sync.protocol.replaying import allowed_elsewhere  # noqa: F401 - for every test of this room
from workbench.intake.kinds import Channel, Verb
from workbench.intake.requests import AcceptRequest, ApplicantFacts, Contact, HeldFact, MatterRequest, Verdict
from workbench.intake.rules.numbers import Place
from workbench.intake.service import Circumstances, IntakeService
from workbench.security.roles import Role, permissions_of
from workbench.standards.workdays import WorkCalendar
from workbench.store import Actor, Store, new_id


@dataclass
class Session:
    """A stand-in for a signed-in session."""

    permissions: frozenset[Any]


PLACE = Place(prefix="QB", short_name="清波", desk=1)


class Counter:
    """One person at one desk, with short words for what tests do again and again."""

    def __init__(self, store: Store, staff_id: str, *roles: Role, may_accept: Any = None) -> None:
        self.store, self.staff_id = store, staff_id
        self.verdict = Verdict(True)
        self.calendar = WorkCalendar()
        self.service = IntakeService(
            store,
            Circumstances(
                actor=Actor(staff_id, "community-0001"),
                session=Session(permissions_of(roles)),
                place=PLACE,
                calendar=lambda: self.calendar,
                may_accept=lambda staff, item: self.verdict,
            ),
        )

    def open(self, item: Any = ALLOWANCE, outcome: Verb = Verb.ACCEPT, **words: Any) -> Any:
        """Take one matter at the counter and return it."""
        request = self.request(item, outcome, **words)
        return self.service.accept(request).matters[0]

    def request(
        self, item: Any = ALLOWANCE, outcome: Verb = Verb.ACCEPT, *, applicant: Any = None,
        channel: Channel = Channel.COUNTER, ticket_id: str | None = None, agent: Any = None, **words: Any,
    ) -> AcceptRequest:  # fmt: skip
        matter = MatterRequest(item, outcome, **words)
        contact = Contact(new_id(), channel, ticket_id)
        return AcceptRequest(applicant or APPLICANT, contact, (matter,), agent)


APPLICANT = ApplicantFacts(
    resident_id="resident-0001", name="沈月英", id_number="33010219490307002X", phone="13800003746",
    held=(HeldFact("id_card"), HeldFact("household_book")),
)  # fmt: skip
STRANGER = replace(APPLICANT, resident_id="resident-0002", name="高远", held=())


@pytest.fixture
def worker(store: Store) -> Counter:
    return Counter(store, "staff-0001", Role.WORKER)


@pytest.fixture
def colleague(store: Store) -> Counter:
    return Counter(store, "staff-0002", Role.WORKER)


@pytest.fixture
def supervisor(store: Store) -> Counter:
    return Counter(store, "staff-0003", Role.SUPERVISOR)


@pytest.fixture
def trainee(store: Store) -> Counter:
    return Counter(store, "staff-0004", Role.TRAINEE)
