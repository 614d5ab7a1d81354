"""Cases 28 and 29 of the forty: guessing passwords, a closed account, a desk without contact."""

from __future__ import annotations

import json
import shutil
from datetime import timedelta
from pathlib import Path

import keyring
import pytest

from tests.faults.machines import CHIEF, PASSWORD, WORKER, Machine
from tests.security.fakes import SafeKeyring
from workbench.security import limits
from workbench.security.accounts import AccountInactive, WrongPassword
from workbench.security.custody_errors import KeyNotInKeyring, KeyWithdrawn
from workbench.security.delay import WAITS, TooManyAttempts
from workbench.security.limits import ONLINE_FROM, OnlineUnlockOnly
from workbench.security.model import StaffAccount
from workbench.store.drafts import Drafts
from workbench.store.receiving import Origin, Step
from workbench.sync import facts
from workbench.sync.grace import OfflineTooLong


def guess(machine: Machine, password: str = "guessed") -> type[BaseException]:
    """Try a password at a freshly started program and return what it was refused with."""
    with pytest.raises((WrongPassword, TooManyAttempts, OnlineUnlockOnly)) as refused:
        machine.sign_in(CHIEF, password)
    return refused.type


def guess_patiently(machine: Machine, times: int) -> None:
    """Guess in vain, each time after the whole wait."""
    for number in range(times):
        machine.clock.advance(seconds=WAITS[min(number, len(WAITS)) - 1] if number else 0)
        assert guess(machine) is WrongPassword, number


# Case 28: wrong passwords.


def test_case_28_the_delay_grows_with_each_wrong_password(machine: Machine) -> None:
    for number, wait in enumerate(WAITS):
        assert guess(machine) is WrongPassword, number
        if wait:
            machine.clock.advance(seconds=wait - 1)
            assert guess(machine, PASSWORD) is TooManyAttempts
            machine.clock.advance(seconds=1)


def test_case_28_ten_wrong_ones_cost_more_than_half_an_hour_and_the_wait_stays(machine: Machine) -> None:
    started = machine.clock.now
    guess_patiently(machine, 10)
    assert machine.clock.now - started >= timedelta(minutes=36)
    assert guess(machine, PASSWORD) is TooManyAttempts


def test_case_28_a_restart_does_not_shorten_it(machine: Machine) -> None:
    guess_patiently(machine, 5)
    for _ in range(3):
        assert guess(machine, PASSWORD) is TooManyAttempts


def test_case_28_a_copied_profile_takes_the_wait_along(machine: Machine, tmp_path: Path) -> None:
    guess_patiently(machine, 5)
    machine.copied_to(tmp_path / "copy")
    assert guess(machine, PASSWORD) is TooManyAttempts


def test_case_28_a_clock_moved_back_does_not_shorten_it(machine: Machine) -> None:
    guess_patiently(machine, 6)
    machine.clock.advance(days=-400)
    assert guess(machine, PASSWORD) is TooManyAttempts
    machine.clock.advance(seconds=WAITS[5] - 1)
    assert guess(machine, PASSWORD) is TooManyAttempts
    machine.clock.advance(seconds=1)
    machine.sign_in()


def test_case_28_an_older_copy_put_back_forgives_nothing_where_there_is_a_keyring(
    machine: Machine, tmp_path: Path
) -> None:
    machine.close()
    shutil.copytree(machine.folder.path, tmp_path / "before")
    guess_patiently(machine, 6)
    machine.close()
    shutil.rmtree(machine.folder.path)
    shutil.copytree(tmp_path / "before", machine.folder.path)
    if isinstance(keyring.get_keyring(), SafeKeyring):
        assert guess(machine, PASSWORD) is TooManyAttempts
    else:
        # Known and not to be closed: without a keyring the machine has nowhere else to remember.
        # Each guess then still costs what Argon2 costs.
        machine.sign_in()


def test_case_28_counters_edited_in_the_keys_file_give_nothing_where_the_store_counts_too(
    machine: Machine,
) -> None:
    guess_patiently(machine, 5)
    before = json.loads(machine.folder.keys.read_text("utf-8"))["body"]["attempts"]
    if isinstance(keyring.get_keyring(), SafeKeyring):
        assert before == {}, "nothing of it lies where it could be edited"
    else:
        assert before[CHIEF][0] == 5


def test_case_28_past_the_limit_an_enrolled_desk_must_first_hear_from_its_server(machine: Machine) -> None:
    machine.hire()
    machine.join()
    guess_patiently(machine, ONLINE_FROM)
    machine.clock.advance(hours=1)
    assert guess(machine, PASSWORD) is OnlineUnlockOnly
    machine.started()
    with pytest.raises(OnlineUnlockOnly, match="联网"):
        machine.sign_in(CHIEF, PASSWORD)


def test_case_28_contact_opens_the_way_for_one_more_try_each(machine: Machine) -> None:
    machine.hire()
    machine.join()
    guess_patiently(machine, ONLINE_FROM)
    machine.clock.advance(hours=1)
    assert guess(machine, PASSWORD) is OnlineUnlockOnly
    colleague = machine.sign_in(WORKER)
    with colleague.store.receive("") as unit:
        unit.set_fact(facts.LAST_CONTACT, machine.clock().isoformat())
    opening = machine.open
    assert opening is not None
    if isinstance(keyring.get_keyring(), SafeKeyring):
        with pytest.raises(WrongPassword):
            opening.sign_in(CHIEF, "guessed again")
        machine.clock.advance(hours=1)
        with pytest.raises(OnlineUnlockOnly):
            opening.sign_in(CHIEF, PASSWORD)
        with colleague.store.receive("") as unit:
            unit.set_fact(facts.LAST_CONTACT, machine.clock().isoformat())
    assert opening.sign_in(CHIEF, PASSWORD).session.name == CHIEF
    machine.sign_in(CHIEF, PASSWORD)


def test_case_28_a_desk_that_never_had_a_server_is_never_shut_for_good(machine: Machine) -> None:
    guess_patiently(machine, ONLINE_FROM + 2)
    machine.clock.advance(hours=1)
    machine.sign_in()


def test_case_28_the_passphrase_helps_past_the_limit(machine: Machine) -> None:
    machine.join()
    guess_patiently(machine, ONLINE_FROM)
    machine.clock.advance(hours=1)
    opening = machine.started()
    opening.recover(machine.passphrase)
    assert opening.accounts()


def test_case_28_security_and_sync_call_the_facts_alike() -> None:
    assert (limits.SERVER_URL, limits.LAST_CONTACT) == (facts.SERVER_URL, facts.LAST_CONTACT)


# Case 29: an account that was closed centrally, and a desk without contact.


def close_centrally(machine: Machine, staff_id: str) -> None:
    """Let the news arrive here, as sync brings it: past every service."""
    desk = machine.sign_in()
    origin = Origin("0190a0a0-0000-7000-8000-000000000001", 9, "somebody", "server", None)
    with desk.store.receive(desk.session.community_id) as unit:
        step = Step(StaffAccount.__tablename__, staff_id, {"active": 0}, 9, origin)
        here = {StaffAccount.__tablename__: unit.present(StaffAccount.__tablename__, [staff_id])}
        unit.apply([step], here)


def test_case_29_once_the_desk_hears_of_it_a_closed_accounts_seal_is_destroyed(machine: Machine) -> None:
    staff_id = machine.hire()
    machine.sign_in(WORKER)
    sealed = WORKER in machine.custody().account_names()
    assert sealed is not isinstance(keyring.get_keyring(), SafeKeyring)
    close_centrally(machine, staff_id)
    assert WORKER not in machine.custody().account_names()
    with pytest.raises((WrongPassword, AccountInactive)):
        machine.sign_in(WORKER)
    machine.sign_in(CHIEF)


def test_case_29_it_is_noticed_at_the_door_too_when_the_program_was_killed_before(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff_id = machine.hire()
    machine.sign_in(WORKER)
    with monkeypatch.context() as killed:
        killed.setattr("workbench.security.custody.KeyCustody.expel", lambda self, name: None)
        close_centrally(machine, staff_id)
    machine.sign_in(CHIEF)
    assert WORKER not in machine.custody().account_names()


def test_case_29_the_session_in_hand_learns_that_its_account_is_closed(machine: Machine) -> None:
    staff_id = machine.hire()
    close_centrally(machine, staff_id)
    with pytest.raises((WrongPassword, AccountInactive)):
        machine.sign_in(WORKER)
    desk = machine.sign_in(CHIEF)
    worker = next(row for row in desk.staff.staff() if row.id == staff_id)
    assert not worker.active


def test_case_29_what_the_person_had_typed_is_kept(machine: Machine) -> None:
    staff_id = machine.hire()
    worker = machine.sign_in(WORKER)
    Drafts(worker.store, worker.session.actor).save("intake", {"typed": "没写完"})
    close_centrally(machine, staff_id)
    desk = machine.sign_in(CHIEF)
    kept = Drafts(desk.store, worker.session.actor).load("intake")
    assert kept is not None and kept.content == {"typed": "没写完"}


def test_case_29_after_seventy_two_hours_without_contact_the_desk_is_locked(machine: Machine) -> None:
    machine.join()
    machine.clock.advance(hours=72, minutes=-1)
    machine.sign_in()
    machine.clock.advance(minutes=1)
    with pytest.raises(OfflineTooLong):
        machine.sign_in()
    with pytest.raises((KeyWithdrawn, KeyNotInKeyring)):
        machine.sign_in()


def test_case_29_while_it_runs_it_locks_too(machine: Machine) -> None:
    machine.join()
    machine.clock.advance(hours=72)
    with pytest.raises(OfflineTooLong):
        machine.look()


def test_case_29_moving_the_clock_back_gives_no_time(machine: Machine) -> None:
    machine.join()
    machine.clock.advance(hours=72, minutes=-2)
    machine.look()
    machine.clock.advance(days=-2)
    machine.sign_in()
    with pytest.raises(OfflineTooLong):
        machine.sign_in()
        machine.sign_in()
