"""Cases 29 and 30 of the forty at a real server: an account closed centrally, and a desk that was lost."""

from __future__ import annotations

import json

import pytest

from tests.desk.test_syncing import WORKER, joined, until
from tests.desk.test_syncing import address as address
from tests.desk.test_syncing import first as first
from tests.desk.test_syncing import newcomer as newcomer
from tests.faults.machines import Machine
from tests.server import test_access as access
from tests.server.running import RunningServer, ServedDesk
from workbench.desk.demo.cast import PASSWORD
from workbench.desk.desk import Desk
from workbench.desk.device_views import ServerAddress
from workbench.desk.opening import NotSetUp, Opening
from workbench.desk.sync_views import Ending
from workbench.people.rules import ResidentEntry
from workbench.security.accounts import AccountInactive, WrongPassword
from workbench.security.custody_errors import KeyNotInKeyring
from workbench.server.escrow import opened, parcels
from workbench.store.drafts import Drafts
from workbench.sync.errors import DeviceRevoked
from workbench.sync.grace import OfflineTooLong

TYPED = {"typed": "没写完的申请"}


# Case 29: an account closed centrally.


def test_case_29_within_a_minute_the_token_opens_nothing_for_a_closed_account(found_desk: ServedDesk) -> None:
    access.test_a_person_whose_account_was_closed_is_refused_and_the_desk_serves_others(found_desk)


def test_case_29_at_the_next_contact_the_seal_is_destroyed_and_the_draft_kept(
    first: Desk, newcomer: Opening, address: ServerAddress
) -> None:
    second = joined(newcomer, first, address)
    Drafts(second.store, second.session.actor).save("intake", TYPED)
    assert WORKER in second._custody.account_names(), "without a keyring the password opens the desk"

    first.staff_service.deactivate(second.session.staff_id)
    first.sync.round()
    second.sync.start()
    until(lambda: second.sync.state().ending is Ending.STAFF_DISABLED)

    until(lambda: WORKER not in second._custody.account_names())
    kept = Drafts(second.store, second.session.actor).load("intake")
    assert kept is not None and kept.content == TYPED
    second._line.stop()
    with pytest.raises((AccountInactive, WrongPassword)):
        newcomer.sign_in(WORKER, PASSWORD)


# Case 30: a lost desk. That the key goes first wherever it is cut off: tests/sync/test_leaving.py.


@pytest.fixture
def lost(first: Desk, newcomer: Opening, address: ServerAddress) -> Desk:
    """A desk with work that was not sent, which the supervisor marks as lost."""
    second = joined(newcomer, first, address)
    second.sync.round()
    first.sync.round()
    second.people.add_resident(ResidentEntry(name="没来得及发"), None)
    first.devices.mark_lost(second.store.device_id, "笔记本失窃")
    first.sync.round()
    return second


def test_case_30_at_the_next_contact_the_server_says_so_and_the_desk_wipes_itself(
    lost: Desk, newcomer: Opening
) -> None:
    folder = newcomer.path
    (folder / "vault" / "ab").mkdir(parents=True, exist_ok=True)
    (folder / "vault" / "ab" / "cd").write_bytes(b"sealed")
    lost.sync.start()
    until(lambda: lost.sync.state().handed_over)
    assert {path.name for path in folder.iterdir()} == set()
    with pytest.raises(NotSetUp):
        newcomer.sign_in(WORKER, PASSWORD)


def test_case_30_what_was_not_sent_reaches_the_server_sealed_and_the_administrator_opens_it(
    lost: Desk, running_server: RunningServer
) -> None:
    device_id = lost.store.device_id
    lost.sync.start()
    until(lambda: lost.sync.state().handed_over)
    service = running_server.service
    with service.database.transaction() as connection:
        [parcel] = parcels(connection)
        assert parcel.device_id == device_id
        [(content,)] = running_server.rows("SELECT content FROM escrow")
        assert "没来得及发".encode() not in bytes(content)
        told = json.loads(opened(connection, service.keys, parcel.escrow_id, running_server.clock()))
    assert told["device_id"] == device_id
    assert "没来得及发" in json.dumps(told["changes"], ensure_ascii=False)


def test_case_30_the_server_keeps_who_marked_it_when_and_what_was_handed_in(
    first: Desk, lost: Desk, running_server: RunningServer
) -> None:
    device_id = lost.store.device_id
    lost.sync.start()
    until(lambda: lost.sync.state().handed_over)
    [(body,)] = running_server.rows(
        "SELECT body FROM audit WHERE body::text LIKE %s AND body::text LIKE %s",
        f"%{device_id}%", "%笔记本失窃%",
    )  # fmt: skip
    assert first.session.staff_id in str(body)
    [(received_at, opened_at)] = running_server.rows("SELECT received_at, opened_at FROM escrow")
    assert received_at is not None and opened_at is None


def test_case_30_without_contact_the_grace_ends_and_the_key_goes_before_anything_else(
    machine: Machine,
) -> None:
    """The files stay, for a desk that was only forgotten; without key and seals they open for nobody."""
    machine.join()
    machine.clock.advance(hours=73)
    with pytest.raises(OfflineTooLong):
        machine.look()
    assert machine.custody().account_names() == ()
    with pytest.raises(KeyNotInKeyring):
        machine.custody().unlock_with_keyring()
    assert machine.folder.database.exists()


def test_case_30_a_lost_desk_reads_nothing_more(lost: Desk) -> None:
    with pytest.raises(DeviceRevoked):
        lost.sync.round()
