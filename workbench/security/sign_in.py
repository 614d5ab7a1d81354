"""Signing in, offline and with no more than the store: also switching, unlocking and signing out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.security.accounts import AccountInactive, WrongPassword, account_name
from workbench.security.approval import Approval, MayNotApprove, NotSecondPerson
from workbench.security.gate import PasswordGate, actor_of
from workbench.security.model import StaffAccount
from workbench.security.passwords import PasswordHasher, PasswordTooWeak, check_password
from workbench.security.roles import Permission, may
from workbench.security.session import Session, session_of
from workbench.store.journal import JournalKind

if TYPE_CHECKING:
    from workbench.security.custody import KeyCustody
    from workbench.store import Store

_ENTITY = StaffAccount.__tablename__


class SignIn:
    """The door of the desk. Every coming, going and wrong password is journalled."""

    def __init__(
        self, store: Store, hasher: PasswordHasher | None = None, custody: KeyCustody | None = None
    ) -> None:
        self._store, self._custody = store, custody
        self._hasher = hasher or PasswordHasher()
        self._gate = PasswordGate(store, self._hasher, custody.witness() if custody is not None else None)

    def sign_in(self, name: str, password: str) -> Session:
        """Return the session of whoever has that name and password.

        Raises WrongPassword, TooManyAttempts, AccountInactive.
        """
        return self._enter(name, password, "sign_in")

    def switch(self, leaving: Session, name: str, password: str) -> Session:
        """Let another person take over the desk; whoever leaves is signed out only if that succeeds."""
        entering = self._enter(name, password, "switch")
        self.sign_out(leaving)
        return entering

    def unlock(self, session: Session, password: str) -> Session:
        """Return the session anew, with today's rights, after the desk had locked itself."""
        return self._enter(session.name, password, "unlock")

    def sign_out(self, session: Session) -> None:
        """Journal that the person left."""
        with self._store.write(session.actor) as work:
            work.note(JournalKind.SIGN_OUT, _ENTITY, session.staff_id, {})

    def current(self, session: Session) -> Session:
        """Return the session with the rights its account has now. Raises AccountInactive."""
        with self._store.read() as reading:
            account = reading.get(StaffAccount, session.staff_id)
            if account is None or account.deleted_at is not None or not account.active:
                raise AccountInactive
            return session_of(account, session.since)

    def change_password(self, session: Session, old: str, new: str) -> Session:
        """Give the signed-in person a new password, asking the old one again (ASVS 6.2.3).

        Raises WrongPassword, TooManyAttempts, PasswordTooWeak.
        """
        passed = self._gate.check(session.name, old)
        with self._store.write(session.actor) as work:
            self._gate.forgive(work, session.staff_id)
        check_password(new, passed.account.name)
        if new == old:
            raise PasswordTooWeak("新密码与原密码相同，请换一个密码。")
        if self._custody is not None:
            self._custody.admit(passed.account.name, new)
        hashed = self._hasher.hash(new)
        with self._store.write(session.actor) as work:
            account = work.get(StaffAccount, session.staff_id)
            account.password_hash, account.must_change_password = hashed, False
        self._settle(account, new)
        return session_of(account, session.since)

    def approve(self, asking: Session, what: str, name: str, password: str) -> Approval:
        """Return a second person's yes, their password counted and delayed like any at the door.

        Raises NotSecondPerson, MayNotApprove, WrongPassword, TooManyAttempts, OnlineUnlockOnly,
        AccountInactive.
        """
        if account_name(name) == asking.name:
            raise NotSecondPerson
        second = self._gate.check(name, password).account
        with self._store.write(actor_of(second)) as work:
            self._gate.forgive(work, second.id)
            work.note(JournalKind.SIGN_IN, _ENTITY, second.id, {"how": "approval", "what": what})
        if not may(session_of(second, work.now), Permission.APPROVE):
            raise MayNotApprove
        return Approval(second.id, second.display_name, what, asking.staff_id, work.now)

    def _enter(self, name: str, password: str, how: str) -> Session:
        try:
            passed = self._gate.check(name, password)
        except AccountInactive:
            self._expel(name)
            raise
        stored = passed.account.password_hash
        fresh = self._hasher.hash(password) if self._hasher.needs_rehash(stored) else stored
        details = {"how": how, "failures_before": passed.failures_before + self._failures_outside()}
        with self._store.write(actor_of(passed.account)) as work:
            account = work.get(StaffAccount, passed.account.id)
            if account.password_hash != stored:
                raise WrongPassword
            account.password_hash = fresh
            self._gate.forgive(work, account.id)
            work.note(JournalKind.SIGN_IN, _ENTITY, account.id, details)
            session = session_of(account, work.now)
        self._settle(account, password)
        return session

    def _failures_outside(self) -> int:
        """Count wrong passwords given before the store was open to journal them."""
        return 0 if self._custody is None else self._custody.take_failures()

    def _settle(self, account: StaffAccount, password: str) -> None:
        if self._custody is not None:
            self._custody.settle(account.name, password)

    def _expel(self, name: str) -> None:
        if self._custody is not None:
            self._custody.expel(name)
