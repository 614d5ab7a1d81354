"""A desk that hears nothing from its server for too long: the machine loses the key, nobody a record."""

from __future__ import annotations

from datetime import timedelta

import keyring
import pytest

from tests.faults.machines import PASSWORD, Machine
from tests.security.fakes import SafeKeyring
from workbench.security.custody_errors import KeyWithdrawn
from workbench.store.errors import WrongKey
from workbench.sync.grace import OfflineTooLong


def test_a_desk_that_never_had_a_server_has_no_grace(machine: Machine) -> None:
    machine.started().sign_in("zhang", PASSWORD)
    machine.clock.advance(days=400)
    assert machine.look() is None
    machine.started().sign_in("zhang", PASSWORD)


def test_after_three_days_without_contact_the_machine_loses_the_key(machine: Machine) -> None:
    machine.join()
    machine.clock.advance(hours=71)
    assert not machine.look().is_over and machine.look().warns
    machine.clock.advance(hours=1)
    with pytest.raises(OfflineTooLong, match="恢复口令"):
        machine.look()
    with pytest.raises(KeyWithdrawn):
        machine.started().sign_in("zhang", PASSWORD)


def test_it_is_noticed_at_the_door_too(machine: Machine) -> None:
    machine.join()
    machine.clock.advance(hours=73)
    with pytest.raises(OfflineTooLong):
        machine.started().sign_in("zhang", PASSWORD)
    with pytest.raises(KeyWithdrawn):
        machine.started().sign_in("zhang", PASSWORD)


def test_a_supervisor_may_allow_more(machine: Machine) -> None:
    machine.join(hours=240)
    machine.clock.advance(hours=239)
    machine.started().sign_in("zhang", PASSWORD)


def test_the_passphrase_opens_it_for_another_grace_and_nothing_is_lost(machine: Machine) -> None:
    machine.join()
    machine.clock.advance(hours=80)
    with pytest.raises(OfflineTooLong):
        machine.look()
    opening = machine.started()
    opening.recover(machine.passphrase)
    desk = opening.sign_in("zhang", PASSWORD)
    assert desk.verify().fault is None and desk.community.profile().name == "春风社区"
    assert machine.look().left == timedelta(hours=72)
    machine.clock.advance(hours=71)
    machine.started().sign_in("zhang", PASSWORD)
    machine.clock.advance(hours=2)
    with pytest.raises(OfflineTooLong):
        machine.started().sign_in("zhang", PASSWORD)


def test_a_clock_set_back_does_not_lengthen_it(machine: Machine) -> None:
    machine.join()
    machine.clock.advance(hours=72, minutes=-3)
    machine.look()
    machine.clock.advance(days=-3)
    for _ in range(2):
        machine.started().sign_in("zhang", PASSWORD)
    with pytest.raises(OfflineTooLong):
        for _ in range(3):
            machine.started().sign_in("zhang", PASSWORD)


def test_hearing_from_the_server_begins_it_anew_even_if_the_clock_was_once_wrong(machine: Machine) -> None:
    machine.join(hours=720)
    machine.clock.advance(days=20)
    machine.look()
    machine.clock.advance(days=-20, minutes=1)
    machine.join(hours=720)
    assert machine.look().left == timedelta(days=30)


def test_a_machine_that_lost_the_key_loses_it_again_if_its_keyring_gives_it_back(machine: Machine) -> None:
    if not isinstance(keyring.get_keyring(), SafeKeyring):
        pytest.skip("only a keyring can give back")
    machine.join()
    backend = keyring.get_keyring()
    before = dict(backend.kept)
    machine.clock.advance(hours=80)
    with pytest.raises(OfflineTooLong):
        machine.look()
    backend.kept.update(before)
    with pytest.raises(KeyWithdrawn):
        machine.started().sign_in("zhang", PASSWORD)
    key_id = next(name for _, name in before if "/" not in name)
    assert (("community-workbench", key_id)) not in backend.kept


def test_without_the_key_what_lies_on_the_disk_opens_for_nobody(machine: Machine) -> None:
    from workbench.store.engine import connect

    machine.join()
    machine.clock.advance(hours=80)
    with pytest.raises(OfflineTooLong):
        machine.look()
    with pytest.raises(WrongKey):
        connect(machine.folder.database, bytes(32))
