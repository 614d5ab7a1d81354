"""Accounts as an administrator keeps them."""

from __future__ import annotations

import pytest

from tests.security.desk import CHIEF_PASSWORD, COMMUNITY, PASSWORD, StaffedDesk
from workbench.security.accounts import (
    AccountNameTaken,
    AlreadyFounded,
    InvalidAccount,
    LastAdministrator,
    WrongPassword,
)
from workbench.security.delay import TooManyAttempts
from workbench.security.model import StaffAccount
from workbench.security.passwords import PasswordHasher, PasswordTooWeak
from workbench.security.roles import NotPermitted, Permission, Role
from workbench.security.service import StaffDetails, found_accounts
from workbench.store import RecordNotFound, Store

WORKER = StaffDetails("张敏", (Role.WORKER,))


def count(store: Store) -> int:
    with store.read() as session:
        return session.query(StaffAccount).count()


def test_a_store_is_founded_only_once(staffed: StaffedDesk, hasher: PasswordHasher) -> None:
    details = StaffDetails("别人", (Role.ADMINISTRATOR,))
    with pytest.raises(AlreadyFounded):
        found_accounts(staffed.store, COMMUNITY, "other", PASSWORD, details, hasher)
    assert count(staffed.store) == 1


def test_the_first_account_must_be_able_to_manage_the_others(store: Store, hasher: PasswordHasher) -> None:
    with pytest.raises(LastAdministrator):
        found_accounts(store, COMMUNITY, "zhang", PASSWORD, WORKER, hasher)
    assert count(store) == 0


def test_a_new_account_is_in_the_administrator_s_community(staffed: StaffedDesk) -> None:
    staff_id = staffed.accounts.create_account("ＺＨＡＮＧ min", PASSWORD, WORKER)
    with staffed.store.read() as session:
        account = session.get_one(StaffAccount, staff_id)
        assert (account.name, account.community_id, account.active) == ("zhangmin", COMMUNITY, True)
        assert account.must_change_password


@pytest.mark.parametrize(
    ("name", "details", "error"),
    [
        ("z", WORKER, InvalidAccount),
        ("zhang/min", WORKER, InvalidAccount),
        ("zhang", StaffDetails("  ", (Role.WORKER,)), InvalidAccount),
        ("zhang", StaffDetails("张敏", ()), InvalidAccount),
        ("Chief", WORKER, AccountNameTaken),
        ("tulip", WORKER, PasswordTooWeak),
    ],
)
def test_a_faulty_account_is_refused_whole(
    staffed: StaffedDesk, name: str, details: StaffDetails, error: type[Exception]
) -> None:
    with pytest.raises(error):
        staffed.accounts.create_account(name, PASSWORD, details)
    assert count(staffed.store) == 1


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_touches_accounts(staffed: StaffedDesk, role: Role) -> None:
    somebody = staffed.enter("zhang", role)
    accounts = staffed.accounts_by(somebody)
    for attempt in (
        lambda: accounts.create_account("wang", PASSWORD, WORKER),
        lambda: accounts.edit_account(somebody.staff_id, StaffDetails("张敏", (Role.ADMINISTRATOR,))),
        lambda: accounts.deactivate(staffed.chief.staff_id),
        lambda: accounts.reactivate(staffed.chief.staff_id, PASSWORD),
        lambda: accounts.reset_password(staffed.chief.staff_id, PASSWORD),
    ):
        with pytest.raises(NotPermitted) as refusal:
            attempt()
        assert refusal.value.permission is Permission.MANAGE_STAFF
    assert staffed.door.sign_in("chief", CHIEF_PASSWORD)


def test_an_account_is_edited(staffed: StaffedDesk) -> None:
    staff_id = staffed.add("zhang")
    staffed.accounts.edit_account(staff_id, StaffDetails("张敏敏", (Role.MENTOR,), posts=("civil-affairs",)))
    session = staffed.door.sign_in("zhang", PASSWORD)
    assert (session.display_name, session.roles) == ("张敏敏", frozenset({Role.MENTOR}))
    assert session.posts == ("civil-affairs",)


def test_the_last_administrator_can_neither_leave_nor_lose_the_role(staffed: StaffedDesk) -> None:
    with pytest.raises(LastAdministrator):
        staffed.accounts.edit_account(staffed.chief.staff_id, StaffDetails("主任", (Role.SUPERVISOR,)))
    with pytest.raises(InvalidAccount):
        staffed.accounts.deactivate(staffed.chief.staff_id)
    assert Permission.MANAGE_STAFF in staffed.door.current(staffed.chief).permissions


def test_with_a_second_administrator_the_first_may_go(staffed: StaffedDesk) -> None:
    second = staffed.enter("zhang", Role.ADMINISTRATOR)
    staffed.accounts_by(second).deactivate(staffed.chief.staff_id)
    with pytest.raises(LastAdministrator):
        staffed.accounts_by(second).edit_account(second.staff_id, WORKER)


def test_somebody_just_demoted_cannot_close_the_last_administrator(staffed: StaffedDesk) -> None:
    second = staffed.enter("zhang", Role.ADMINISTRATOR)
    demoted = staffed.accounts
    staffed.accounts_by(second).edit_account(staffed.chief.staff_id, StaffDetails("主任", (Role.SUPERVISOR,)))
    with pytest.raises(LastAdministrator):
        demoted.deactivate(second.staff_id)
    assert staffed.door.current(second)


def test_a_reset_password_must_be_changed_and_ends_the_wait(staffed: StaffedDesk) -> None:
    staff_id = staffed.add("zhang")
    for _ in range(4):
        with pytest.raises(WrongPassword):
            staffed.door.sign_in("zhang", "not the password")
    with pytest.raises(TooManyAttempts):
        staffed.door.sign_in("zhang", PASSWORD)
    staffed.accounts.reset_password(staff_id, "violet-9-teapot")
    assert staffed.door.sign_in("zhang", "violet-9-teapot").must_change_password


def test_a_closed_account_opens_again_with_a_new_password(staffed: StaffedDesk) -> None:
    staff_id = staffed.add("zhang")
    staffed.accounts.deactivate(staff_id)
    staffed.accounts.reactivate(staff_id, "violet-9-teapot")
    assert staffed.door.sign_in("zhang", "violet-9-teapot").must_change_password


def test_resetting_a_closed_account_s_password_does_not_open_it(staffed: StaffedDesk) -> None:
    staff_id = staffed.add("zhang")
    staffed.accounts.deactivate(staff_id)
    staffed.accounts.reset_password(staff_id, "violet-9-teapot")
    with staffed.store.read() as session:
        assert not session.get_one(StaffAccount, staff_id).active


def test_an_unknown_account_is_named_as_such(staffed: StaffedDesk) -> None:
    with pytest.raises(RecordNotFound):
        staffed.accounts.reset_password("no-such-id", "violet-9-teapot")
