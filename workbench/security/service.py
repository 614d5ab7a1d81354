"""The verbs on staff accounts: found, create, edit, deactivate, reactivate, reset a password."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.security.accounts import (
    AccountNameTaken,
    AlreadyFounded,
    InvalidAccount,
    account_name,
    check_account,
    check_somebody_manages,
)
from workbench.security.gate import find_account, forget_mistakes
from workbench.security.model import StaffAccount
from workbench.security.passwords import PasswordHasher, check_password
from workbench.security.roles import Permission, Role, require
from workbench.security.session import roles_of
from workbench.store import Actor, new_id

if TYPE_CHECKING:
    from workbench.security.custody import KeyCustody
    from workbench.security.session import Session
    from workbench.store import Opened, Store, Work


@dataclass(frozen=True, slots=True)
class StaffDetails:
    """What an administrator writes down about a person at the desk; `demo` counts at creation only."""

    display_name: str
    roles: tuple[Role, ...]
    posts: tuple[str, ...] = ()
    demo: bool = False


class SecurityService:
    """Staff accounts as an administrator keeps them; each verb asks for MANAGE_STAFF."""

    def __init__(
        self,
        store: Store,
        session: Session,
        hasher: PasswordHasher | None = None,
        custody: KeyCustody | None = None,
    ) -> None:
        self._store, self._session, self._custody = store, session, custody
        self._hasher = hasher or PasswordHasher()

    def create_account(
        self, name: str, password: str, details: StaffDetails, *, must_change: bool = True
    ) -> str:
        """Make an account and return its id. The person changes the password at the first sign-in.

        Raises NotPermitted, InvalidAccount, AccountNameTaken, PasswordTooWeak.
        """
        require(self._session, Permission.MANAGE_STAFF)
        account = _new_account(account_name(name), password, details, self._hasher, must_change)
        with self._store.write(self._session.actor) as work:
            if find_account(work.session, account.name) is not None:
                raise AccountNameTaken(f"账号名“{account.name}”已被使用，请换一个账号名。")
            staff_id = work.add(account).id
        self._settle(account.name, password)
        return staff_id

    def edit_account(self, staff_id: str, details: StaffDetails, opened: Opened | None = None) -> None:
        """Change a person's name, roles and posts; what the form `opened` shows and left alone stays.

        Raises NotPermitted, InvalidAccount, LastAdministrator.
        """
        require(self._session, Permission.MANAGE_STAFF)
        with self._store.write(self._session.actor) as work:
            account = work.get(StaffAccount, staff_id)
            check_account(account.name, details.display_name, details.roles)
            wanted = {
                "display_name": details.display_name.strip(),
                "roles": sorted(role.value for role in details.roles),
                "posts": sorted(details.posts),
            }
            touched = wanted if opened is None else opened.touched(wanted)
            if "roles" in touched:
                # A role that a newer desk has given is not this form's to take.
                touched["roles"] = [*touched["roles"], *set(account.roles).difference(Role)]
            work.amend(account, touched)
            work.base_on(account, opened)
            _check_managed(work)

    def deactivate(self, staff_id: str) -> None:
        """Close an account for ever or for now. Raises NotPermitted, LastAdministrator, InvalidAccount."""
        require(self._session, Permission.MANAGE_STAFF)
        if staff_id == self._session.staff_id:
            raise InvalidAccount("不能停用自己的账号，请由另一位管理员操作。")
        with self._store.write(self._session.actor) as work:
            account = work.get(StaffAccount, staff_id)
            account.active = False
            _check_managed(work)
        if self._custody is not None:
            self._custody.expel(account.name)

    def reactivate(self, staff_id: str, password: str) -> None:
        """Open a closed account again, with a new password. Raises NotPermitted, PasswordTooWeak."""
        self._give_password(staff_id, password, reopen=True)

    def reset_password(self, staff_id: str, password: str) -> None:
        """Give somebody who forgot theirs a password to change at once; their waits are forgiven.

        Raises NotPermitted, PasswordTooWeak.
        """
        self._give_password(staff_id, password, reopen=False)

    def _give_password(self, staff_id: str, password: str, *, reopen: bool) -> None:
        require(self._session, Permission.MANAGE_STAFF)
        hashed = self._hasher.hash(password)
        with self._store.write(self._session.actor) as work:
            account = work.get(StaffAccount, staff_id)
            check_password(password, account.name)
            account.password_hash, account.must_change_password = hashed, True
            account.active = account.active or reopen
            forget_mistakes(work, staff_id)
        if account.active:
            self._settle(account.name, password)

    def _settle(self, name: str, password: str) -> None:
        """Let the new password open the key as well; without it, somebody else must open the desk first."""
        if self._custody is not None:
            self._custody.settle(name, password)


def found_accounts(
    store: Store,
    community_id: str,
    name: str,
    password: str,
    details: StaffDetails,
    hasher: PasswordHasher | None = None,
    custody: KeyCustody | None = None,
) -> str:
    """Make the first account of a new store, which must be able to manage others, and return its id.

    Raises AlreadyFounded, InvalidAccount, LastAdministrator, PasswordTooWeak.
    """
    account = _new_account(
        account_name(name), password, details, hasher or PasswordHasher(), must_change=False
    )
    account.id = new_id()
    check_somebody_manages([details.roles])
    if custody is not None:
        # Before the account exists: nobody else could open the desk if a power cut came between.
        custody.admit(account.name, password)
    with store.write(Actor(account.id, community_id)) as work:
        if work.session.scalar(select(StaffAccount.id).limit(1)) is not None:
            raise AlreadyFounded
        return work.add(account).id


def _new_account(
    name: str, password: str, details: StaffDetails, hasher: PasswordHasher, must_change: bool
) -> StaffAccount:
    check_account(name, details.display_name, details.roles)
    check_password(password, name)
    return StaffAccount(
        name=name,
        display_name=details.display_name.strip(),
        password_hash=hasher.hash(password),
        roles=[role.value for role in details.roles],
        posts=list(details.posts),
        active=True,
        must_change_password=must_change,
        demo=details.demo,
    )


def _check_managed(work: Work) -> None:
    work.session.flush()
    active = work.session.scalars(
        select(StaffAccount).where(StaffAccount.active, StaffAccount.deleted_at.is_(None))
    )
    check_somebody_manages(_roles(account for account in active))


def _roles(accounts: Iterable[StaffAccount]) -> Iterable[frozenset[Role]]:
    return (roles_of(account.roles) for account in accounts)
