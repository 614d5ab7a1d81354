"""Signing in offline: the right people enter, the wrong ones wait, and all of it is in the journal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.security.desk import CHIEF_PASSWORD, COMMUNITY, PASSWORD, StaffedDesk
from tests.security.fakes import CHEAP
from tests.store_fixtures import KEY, SettableClock
from workbench.security.accounts import AccountInactive, WrongPassword
from workbench.security.custody import KeyCustody
from workbench.security.delay import TooManyAttempts
from workbench.security.model import StaffAccount
from workbench.security.passwords import Cost, PasswordHasher, PasswordTooWeak
from workbench.security.roles import Permission, Role, permissions_of
from workbench.security.service import SecurityService, StaffDetails, found_accounts
from workbench.security.sign_in import SignIn
from workbench.store import Store
from workbench.store.journal import JournalEntry, JournalKind


def journalled(store: Store, staff_id: str) -> list[tuple[JournalKind, dict[str, object]]]:
    """The comings and goings of one person, oldest first."""
    with store.read() as session:
        rows = session.scalars(
            select(JournalEntry).where(JournalEntry.record_id == staff_id).order_by(JournalEntry.seq)
        )
        return [(row.kind, json.loads(row.after or "{}")) for row in rows if not row.kind.changes_record]


def try_in_vain(desk: StaffedDesk, times: int, name: str = "zhang") -> None:
    for _ in range(times):
        with pytest.raises(WrongPassword):
            desk.door.sign_in(name, "not the password")


def test_the_right_password_opens_a_session_with_the_account_s_rights(
    staffed: StaffedDesk, clock: SettableClock
) -> None:
    staff_id = staffed.add("zhang", Role.WORKER, Role.MENTOR)
    session = staffed.door.sign_in("zhang", PASSWORD)
    assert (session.staff_id, session.community_id, session.since) == (staff_id, COMMUNITY, clock.now)
    assert session.permissions == permissions_of([Role.WORKER, Role.MENTOR])


def test_the_account_name_is_understood_in_any_width_and_case(staffed: StaffedDesk) -> None:
    staffed.add("zhang")
    assert staffed.door.sign_in(" Ｚhang ", PASSWORD).name == "zhang"


def test_wrong_password_and_unknown_account_read_the_same(staffed: StaffedDesk) -> None:
    staffed.add("zhang")
    with pytest.raises(WrongPassword) as wrong:
        staffed.door.sign_in("zhang", "not the password")
    with pytest.raises(WrongPassword) as unknown:
        staffed.door.sign_in("nobody", PASSWORD)
    assert str(wrong.value) == str(unknown.value)


def test_coming_failing_and_going_are_journalled(staffed: StaffedDesk) -> None:
    staff_id = staffed.add("zhang")
    try_in_vain(staffed, 2)
    staffed.door.sign_out(staffed.door.sign_in("zhang", PASSWORD))
    assert journalled(staffed.store, staff_id) == [
        (JournalKind.SIGN_IN_FAILED, {"why": "password"}),
        (JournalKind.SIGN_IN_FAILED, {"why": "password"}),
        (JournalKind.SIGN_IN, {"how": "sign_in", "failures_before": 2}),
        (JournalKind.SIGN_OUT, {}),
    ]


def test_no_typed_password_reaches_the_journal(staffed: StaffedDesk) -> None:
    staffed.add("zhang")
    try_in_vain(staffed, 1)
    staffed.door.sign_in("zhang", PASSWORD)
    with staffed.store.read() as session:
        rows = session.scalars(select(JournalEntry)).all()
    for row in rows:
        assert PASSWORD not in (row.after or "") and "not the password" not in (row.after or "")


def test_the_wait_survives_a_restart_and_grows(
    staffed: StaffedDesk, clock: SettableClock, hasher: PasswordHasher
) -> None:
    staffed.add("zhang")
    try_in_vain(staffed, 4)
    staffed.store.close()
    reopened = Store.open(staffed.store.path, KEY, clock=clock)
    with pytest.raises(TooManyAttempts, match="5 秒"):
        SignIn(reopened, hasher).sign_in("zhang", PASSWORD)
    clock.advance(seconds=5)
    with pytest.raises(WrongPassword):
        SignIn(reopened, hasher).sign_in("zhang", "not the password")
    with pytest.raises(TooManyAttempts, match="15 秒"):
        SignIn(reopened, hasher).sign_in("zhang", PASSWORD)
    reopened.close()


def test_a_clock_set_back_does_not_let_anybody_in_sooner(staffed: StaffedDesk, clock: SettableClock) -> None:
    staffed.add("zhang")
    try_in_vain(staffed, 4)
    clock.advance(days=-30)
    with pytest.raises(TooManyAttempts):
        staffed.door.sign_in("zhang", PASSWORD)
    clock.advance(seconds=4)
    with pytest.raises(TooManyAttempts):
        staffed.door.sign_in("zhang", PASSWORD)
    clock.advance(seconds=1)
    assert staffed.door.sign_in("zhang", PASSWORD)


def test_one_account_s_mistakes_do_not_delay_another(staffed: StaffedDesk) -> None:
    staffed.add("zhang")
    staffed.add("wang")
    try_in_vain(staffed, 4)
    assert staffed.door.sign_in("wang", PASSWORD)


def test_the_right_password_forgives_the_wrong_ones(staffed: StaffedDesk) -> None:
    staffed.add("zhang")
    for _ in range(3):
        try_in_vain(staffed, 3)
        staffed.door.sign_in("zhang", PASSWORD)


def test_a_closed_account_is_told_so_only_with_the_right_password(staffed: StaffedDesk) -> None:
    staffed.accounts.deactivate(staffed.add("zhang"))
    try_in_vain(staffed, 1)
    with pytest.raises(AccountInactive):
        staffed.door.sign_in("zhang", PASSWORD)


def test_switching_signs_the_former_person_out(staffed: StaffedDesk) -> None:
    zhang = staffed.enter("zhang")
    staffed.add("wang")
    assert staffed.door.switch(zhang, "wang", PASSWORD).name == "wang"
    assert journalled(staffed.store, zhang.staff_id)[-1][0] is JournalKind.SIGN_OUT


def test_a_failed_switch_leaves_the_former_person_signed_in(staffed: StaffedDesk) -> None:
    zhang = staffed.enter("zhang")
    staffed.add("wang")
    with pytest.raises(WrongPassword):
        staffed.door.switch(zhang, "wang", "not the password")
    assert journalled(staffed.store, zhang.staff_id)[-1][0] is JournalKind.SIGN_IN


def test_unlocking_takes_the_same_person_s_password_and_today_s_rights(staffed: StaffedDesk) -> None:
    zhang = staffed.enter("zhang", Role.WORKER)
    staffed.accounts.edit_account(zhang.staff_id, StaffDetails("张敏", (Role.SUPERVISOR,)))
    with pytest.raises(WrongPassword):
        staffed.door.unlock(zhang, CHIEF_PASSWORD)
    assert Permission.EXPORT in staffed.door.unlock(zhang, PASSWORD).permissions


def test_changed_rights_and_a_closed_account_are_felt_at_once(staffed: StaffedDesk) -> None:
    zhang = staffed.enter("zhang", Role.SUPERVISOR)
    staffed.accounts.edit_account(zhang.staff_id, StaffDetails("张敏", (Role.TRAINEE,)))
    assert staffed.door.current(zhang).permissions == permissions_of([Role.TRAINEE])
    staffed.accounts.deactivate(zhang.staff_id)
    with pytest.raises(AccountInactive):
        staffed.door.current(zhang)


def test_a_new_password_replaces_the_old_one(staffed: StaffedDesk) -> None:
    zhang = staffed.enter("zhang")
    staffed.door.change_password(zhang, PASSWORD, "violet-9-teapot")
    assert staffed.door.sign_in("zhang", "violet-9-teapot")
    with pytest.raises(WrongPassword):
        staffed.door.sign_in("zhang", PASSWORD)


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("not the password", "violet-9-teapot", WrongPassword),
        (PASSWORD, "short", PasswordTooWeak),
        (PASSWORD, "zhang-zhang", PasswordTooWeak),
        (PASSWORD, PASSWORD, PasswordTooWeak),
    ],
)
def test_a_refused_change_leaves_the_old_password(
    staffed: StaffedDesk, old: str, new: str, error: type[Exception]
) -> None:
    zhang = staffed.enter("zhang")
    with pytest.raises(error):
        staffed.door.change_password(zhang, old, new)
    assert staffed.door.sign_in("zhang", PASSWORD)


def test_until_the_first_password_is_changed_nothing_is_permitted(staffed: StaffedDesk) -> None:
    staffed.accounts.create_account("zhang", PASSWORD, StaffDetails("张敏", (Role.WORKER,)))
    first = staffed.door.sign_in("zhang", PASSWORD)
    assert first.must_change_password and first.permissions == frozenset()
    changed = staffed.door.change_password(first, PASSWORD, "violet-9-teapot")
    assert changed.permissions == permissions_of([Role.WORKER])


def test_a_hash_of_former_cost_is_made_anew_at_sign_in(staffed: StaffedDesk) -> None:
    staff_id = staffed.add("zhang")
    dearer = PasswordHasher(Cost(memory_kib=16, passes=2, lanes=1))
    SignIn(staffed.store, dearer).sign_in("zhang", PASSWORD)
    with staffed.store.read() as session:
        assert not dearer.needs_rehash(session.get_one(StaffAccount, staff_id).password_hash)
    assert SignIn(staffed.store, dearer).sign_in("zhang", PASSWORD)


def test_without_a_keyring_the_whole_way_in_needs_only_the_password(
    tmp_path: Path, clock: SettableClock, hasher: PasswordHasher
) -> None:
    def restarted() -> KeyCustody:
        return KeyCustody(tmp_path, cost=CHEAP)

    custody = restarted()
    store = Store.open(tmp_path / "workbench.db", custody.create().key, clock=clock)
    details = StaffDetails("主任", (Role.ADMINISTRATOR,))
    staff_id = found_accounts(store, COMMUNITY, "chief", CHIEF_PASSWORD, details, hasher, custody)
    chief = SignIn(store, hasher, custody).sign_in("chief", CHIEF_PASSWORD)
    accounts = SecurityService(store, chief, hasher, custody)
    zhang = accounts.create_account("zhang", PASSWORD, StaffDetails("张敏", (Role.WORKER,)))
    store.close()

    custody = restarted()
    with pytest.raises(WrongPassword):
        custody.unlock_with_password("chief", "not the password", clock.now)
    key = custody.unlock_with_password("chief", CHIEF_PASSWORD, clock.now)
    store = Store.open(tmp_path / "workbench.db", key, clock=clock)
    chief = SignIn(store, hasher, custody).sign_in("chief", CHIEF_PASSWORD)
    assert journalled(store, staff_id)[-1] == (JournalKind.SIGN_IN, {"how": "sign_in", "failures_before": 1})
    assert restarted().unlock_with_password("zhang", PASSWORD, clock.now)
    SecurityService(store, chief, hasher, custody).reset_password(zhang, "violet-9-teapot")
    assert restarted().unlock_with_password("zhang", "violet-9-teapot", clock.now)
    with pytest.raises(WrongPassword):
        restarted().unlock_with_password("zhang", PASSWORD, clock.now)
    SecurityService(store, chief, hasher, custody).deactivate(zhang)
    assert restarted().account_names() == ("chief",)
    SignIn(store, hasher, custody).change_password(chief, CHIEF_PASSWORD, "maple-5-harbour")
    store.close()
    with pytest.raises(WrongPassword):
        restarted().unlock_with_password("chief", CHIEF_PASSWORD, clock.now)
    assert restarted().unlock_with_password("chief", "maple-5-harbour", clock.now)


def test_no_secret_and_no_name_lies_in_the_data_folder_in_the_clear(
    tmp_path: Path, clock: SettableClock, hasher: PasswordHasher
) -> None:
    custody = KeyCustody(tmp_path, cost=CHEAP)
    made = custody.create()
    store = Store.open(tmp_path / "workbench.db", made.key, clock=clock)
    details = StaffDetails("欧阳主任", (Role.ADMINISTRATOR,))
    found_accounts(store, COMMUNITY, "chief", CHIEF_PASSWORD, details, hasher, custody)
    with store.read() as session:
        hashed = session.scalars(select(StaffAccount.password_hash)).one()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {"keys.json", "workbench.db", "workbench.db-wal"} <= {path.name for path in files}
    for secret in (made.key.hex(), made.passphrase, CHIEF_PASSWORD, "欧阳主任", hashed, COMMUNITY):
        assert not [path for path in files if secret.encode() in path.read_bytes()]
    store.close()
