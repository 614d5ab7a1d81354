"""Desks and invitations are records like all others; who keeps them, and what they may say."""

from __future__ import annotations

import pytest

from tests.desk_fixtures import SignIn
from workbench.desk.desk import Desk
from workbench.security.roles import NotPermitted
from workbench.store import Store
from workbench.sync.devices import Devices, OwnDesk
from workbench.sync.model import DeskDevice, DeskInvitation, DeviceState
from workbench.sync.protocol.codes import code_hash, is_code
from workbench.sync.terms import DeskTerms, InvalidTerms


@pytest.fixture
def devices(desk: Desk) -> Devices:
    return Devices(desk.store, desk.session)


def a_desk(desk: Desk, device_id: str = "device-2") -> str:
    with desk.store.write(desk.session.actor) as work:
        return work.add(DeskDevice(id=device_id, name="窗口二", number=2, enrolled_at=work.now)).id


def invitation_of(store: Store, invitation_id: str) -> DeskInvitation:
    with store.read() as reading:
        return reading.get_one(DeskInvitation, invitation_id)


def test_given_terms_when_invited_then_only_the_codes_hash_is_kept(desk: Desk, devices: Devices) -> None:
    code, until = devices.invite(DeskTerms("普查外勤", outside=True, areas=("a1",)), days=3)
    assert is_code(code)
    (kept,) = devices.invitations()
    assert (kept.expires_at, kept.terms.areas) == (until, ("a1",))
    row = invitation_of(desk.store, kept.id)
    assert row.code_sha256 == code_hash(code)
    assert code not in repr(vars(row))
    devices.withdraw(kept.id)
    assert devices.invitations()[0].withdrawn


@pytest.mark.parametrize(
    ("terms", "days"),
    [
        (DeskTerms(" "), 3),
        (DeskTerms("窗口", offline_hours=721), 3),
        (DeskTerms("窗口", areas=("a1",)), 3),
        (DeskTerms("窗口"), 31),
    ],
)
def test_given_impossible_terms_when_invited_then_nothing_is_saved(
    devices: Devices, terms: DeskTerms, days: int
) -> None:
    with pytest.raises(InvalidTerms):
        devices.invite(terms, days)
    assert devices.invitations() == ()


def test_given_a_lost_desk_when_marked_then_it_says_why_and_cannot_be_one_s_own(
    desk: Desk, devices: Devices
) -> None:
    other = a_desk(desk)
    with pytest.raises(InvalidTerms):
        devices.mark_lost(other, "  ")
    devices.mark_lost(other, "笔记本电脑失窃")
    assert (devices.desks()[0].state, devices.desks()[0].reason) == (DeviceState.LOST, "笔记本电脑失窃")
    devices.revoke(other, "已报案")
    with pytest.raises(InvalidTerms):
        devices.mark_lost(other, "又一次")
    own = a_desk(desk, desk.store.device_id)
    with pytest.raises(OwnDesk):
        devices.revoke(own, "换机")


def test_given_a_worker_when_managing_desks_then_it_is_not_permitted(sign_in: SignIn) -> None:
    worker = sign_in("chenyu")
    with pytest.raises(NotPermitted):
        Devices(worker.store, worker.session).desks()
    with pytest.raises(NotPermitted):
        Devices(worker.store, worker.session).invite(DeskTerms("窗口"), 3)
