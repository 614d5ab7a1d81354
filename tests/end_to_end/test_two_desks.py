"""Two desks of the demonstration community: both go on without a network, meet again, and settle what met.

The server, its database, the wire and both encrypted stores are real; the first desk brings the community,
the second joins by an invitation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.desk_fixtures import SignIn
from tests.server.running import RunningServer
from tests.store_fixtures import SettableClock
from workbench.desk.demo.build import demo_opening
from workbench.desk.demo.cast import PASSWORD, SUPERVISOR
from workbench.desk.desk import Desk
from workbench.desk.device_views import ServerAddress
from workbench.desk.folder import DataFolder
from workbench.desk.joining import Newcomer
from workbench.desk.sync_views import DisputeKind
from workbench.intake.kinds import MatterState
from workbench.intake.model import Matter
from workbench.people.model import Resident
from workbench.security.model import StaffAccount
from workbench.standards.masking import masked
from workbench.sync.choices import FieldChoice, Take
from workbench.sync.protocol.entities import SHAPES
from workbench.sync.standing import Here
from workbench.sync.state import Phase
from workbench.sync.terms import DeskTerms

WORKER = "chenyu"
FIRST_PHONE, SECOND_PHONE = "13800000001", "13900000002"


@dataclass(frozen=True)
class TwoDesks:
    """The same community at two counters; the supervisor sits at both, and others when they are called."""

    first: Desk
    second: Desk
    at_first: SignIn
    at_second: SignIn
    clock: SettableClock

    @property
    def first_worker(self) -> Desk:
        return self.at_first(WORKER)

    @property
    def second_worker(self) -> Desk:
        return self.at_second(WORKER)

    def meet(self) -> None:
        """Let both exchange until neither has anything new."""
        for desk in (self.first, self.second, self.first):
            self.clock.advance(minutes=1)
            assert desk.sync.round().complete


@pytest.fixture
def two(
    desk: Desk, sign_in: SignIn, running_server: RunningServer, tmp_path: Path, desk_clock: SettableClock
) -> Iterator[TwoDesks]:
    running_server.clock.now = desk_clock()
    address = ServerAddress(running_server.url)
    desk.sync.connect(address, running_server.founding_code("云栖演示社区"), "一号窗口")
    desk.sync.pause()
    assert desk.sync.round().complete
    invitation = desk.devices.invite(DeskTerms("二号窗口"))
    assert desk.sync.round().complete
    door = demo_opening(DataFolder(tmp_path / "second"), desk_clock)
    newcomer = Newcomer(SUPERVISOR.account, PASSWORD)
    door.join(address, invitation.code, newcomer, lambda done, of: None, lambda: False)
    second = door.sign_in(SUPERVISOR.account, PASSWORD)
    # The first desk learns of the second.
    assert desk.sync.round().complete
    yield TwoDesks(desk, second, sign_in, lambda account: door.sign_in(account, PASSWORD), desk_clock)
    door.close()


def a_resident(desk: Desk) -> str:
    with desk.store.read() as session:
        return session.scalars(select(Resident.id).where(Resident.phone.is_not(None))).first() or ""


def a_matter_in_hand(desk: Desk) -> tuple[str, str]:
    """Return an accepted matter and the account of whoever has it in hand."""
    query = (
        select(Matter.id, StaffAccount.name)
        .join(StaffAccount, StaffAccount.id == Matter.owner_id)
        .where(Matter.state == MatterState.ACCEPTED)
    )
    with desk.store.read() as session:
        matter_id, account = session.execute(query.order_by(Matter.id)).first() or ("", "")
    return matter_id, account


def phone_of(desk: Desk, resident_id: str) -> str | None:
    with desk.store.read() as session:
        return session.get_one(Resident, resident_id).phone


def state_of(desk: Desk, matter_id: str) -> MatterState:
    with desk.store.read() as session:
        return session.get_one(Matter, matter_id).state


def phones_told(desk: Desk, resident_id: str) -> list[tuple[str, object]]:
    """Return who gave a resident which phones, the latest first, as the desk's journal tells it."""
    return [
        (entry.author_id, change.after)
        for entry in desk.history("resident", resident_id)
        for change in entry.changes
        if change.field == "phone"
    ]


def same_digests(desks: TwoDesks) -> bool:
    found = []
    for desk in (desks.first, desks.second):
        with desk.store.read() as session:
            found.append(Here(session.connection().connection.driver_connection, SHAPES).digest())
    return found[0] == found[1]


def test_the_second_desk_begins_with_everything_the_first_has(two):
    assert same_digests(two)
    assert two.second.sync.state().desk_name == "二号窗口"
    assert two.second.residents.population().total == two.first.residents.population().total


def test_what_each_did_alone_is_at_both_after_they_met(two):
    resident_id = a_resident(two.first)
    two.first_worker.people.edit_resident(resident_id, {"note": "听力不好，请大声说话"})
    two.second_worker.people.edit_resident(resident_id, {"phone": SECOND_PHONE})
    two.meet()
    assert not two.first.inbox.disputes() and not two.second.inbox.disputes()
    assert phone_of(two.first, resident_id) == SECOND_PHONE
    with two.second.store.read() as session:
        assert session.get_one(Resident, resident_id).note == "听力不好，请大声说话"
    assert same_digests(two)


def test_the_same_field_written_at_both_waits_for_somebody_and_then_agrees(two):
    resident_id = a_resident(two.first)
    two.first_worker.people.edit_resident(resident_id, {"phone": FIRST_PHONE})
    two.clock.advance(days=2)
    two.second_worker.people.edit_resident(resident_id, {"phone": SECOND_PHONE})
    two.meet()
    assert phone_of(two.second, resident_id) == FIRST_PHONE, "the first to arrive stands meanwhile"
    [line] = two.second_worker.inbox.disputes()
    assert (line.kind, line.mine, line.record_id) == (DisputeKind.FIELDS, True, resident_id)
    [field] = two.second_worker.inbox.dispute(line.id).fields
    assert field.masked and SECOND_PHONE not in str(field.mine)

    two.second_worker.inbox.resolve(line.id, {"phone": FieldChoice(Take.MINE)})
    two.meet()
    for desk in (two.first, two.second):
        assert phone_of(desk, resident_id) == SECOND_PHONE
        assert not desk.inbox.disputes()
    told = [phones_told(desk, resident_id) for desk in (two.first, two.second)]
    assert told[0][0] == told[1][0] == (two.second_worker.session.staff_id, masked("phone", SECOND_PHONE))
    assert {phone for _, phone in told[0]} == {phone for _, phone in told[1]}, "no value is left out anywhere"
    assert same_digests(two)


def test_a_matter_that_went_two_ways_goes_one_way_in_the_end(two):
    matter_id, account = a_matter_in_hand(two.first)
    two.at_first(account).intake.withdraw(matter_id, "申请人不再需要")
    two.clock.advance(hours=3)
    two.at_second(account).intake.start_work(matter_id)
    two.meet()
    assert state_of(two.first, matter_id) is MatterState.WITHDRAWN
    assert state_of(two.second, matter_id) is MatterState.WITHDRAWN
    lines = two.at_second(account).inbox.disputes()
    assert matter_id in {line.record_id for line in lines}, "who began the work is told"
    assert same_digests(two)


def test_both_stores_prove_whole_after_days_apart(two):
    for day in range(2):
        two.clock.advance(days=1)
        for desk in (two.first_worker, two.second_worker):
            resident_id = a_resident(desk)
            desk.people.edit_resident(resident_id, {"note": f"第{day}天，{desk.store.device_id[-4:]}"})
    two.meet()
    two.meet()
    assert two.first.verify().fault is None
    assert two.second.verify().fault is None
    assert same_digests(two)
    assert two.first.sync.state().phase is Phase.PAUSED
