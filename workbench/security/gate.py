"""The password gate: finds an account, makes it wait after mistakes, and tells right from wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from workbench.security.accounts import AccountInactive, WrongPassword, account_name
from workbench.security.delay import Attempts, TooManyAttempts, after_failure, observed, remaining
from workbench.security.model import SignInAttempt, StaffAccount
from workbench.store import Actor
from workbench.store.journal import JournalKind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Reading

    from workbench.security.passwords import PasswordHasher
    from workbench.store import Store, Work


@dataclass(frozen=True, slots=True)
class Passed:
    """Who gave the right password, and how many wrong ones came before it."""

    account: StaffAccount
    failures_before: int


class PasswordGate:
    """Checks passwords against the store's accounts, counting mistakes in the store."""

    def __init__(self, store: Store, hasher: PasswordHasher) -> None:
        self._store, self._hasher = store, hasher

    def check(self, name: str, password: str) -> Passed:
        """Return the active account of that name and password.

        Raises WrongPassword, TooManyAttempts, AccountInactive; the last only to whoever knows the password.
        """
        with self._store.read() as reading:
            account = find_account(reading, name)
        if account is None:
            self._hasher.verify_nobody(password)
            raise WrongPassword
        before = self._book(account)
        if not self._hasher.verify(account.password_hash, password):
            self._refuse(account, "password")
            raise WrongPassword
        if not account.active:
            self._refuse(account, "inactive")
            raise AccountInactive
        return Passed(account, before.failures)

    def _book(self, account: StaffAccount) -> Attempts:
        """Count a mistake before the password is tried, so that killing the program does not undo it."""
        with self._store.write(actor_of(account)) as work:
            before = _attempts(work, account.id)
            seen = observed(before, work.now)
            wait = remaining(seen, work.now)
            _keep(work, account.id, seen if wait else after_failure(seen, work.now))
        if wait:
            raise TooManyAttempts(wait)
        return before

    def _refuse(self, account: StaffAccount, why: str) -> None:
        with self._store.write(actor_of(account)) as work:
            work.note(JournalKind.SIGN_IN_FAILED, StaffAccount.__tablename__, account.id, {"why": why})


def find_account(reading: Reading, name: str) -> StaffAccount | None:
    """Return the account of that name, an active one before others, or None."""
    return reading.scalar(
        select(StaffAccount)
        .where(StaffAccount.name == account_name(name), StaffAccount.deleted_at.is_(None))
        .order_by(StaffAccount.active.desc(), StaffAccount.id)
        .limit(1)
    )


def actor_of(account: StaffAccount) -> Actor:
    """Return the account as the journal names it."""
    return Actor(account.id, account.community_id)


def forget_mistakes(work: Work, staff_id: str) -> None:
    """Forgive the account its wrong passwords on this desk."""
    work.session.execute(delete(SignInAttempt).where(SignInAttempt.staff_id == staff_id))


def _attempts(work: Work, staff_id: str) -> Attempts:
    row = work.session.get(SignInAttempt, staff_id)
    return Attempts() if row is None else Attempts(row.failures, row.counted_from)


def _keep(work: Work, staff_id: str, attempts: Attempts) -> None:
    work.session.merge(
        SignInAttempt(staff_id=staff_id, failures=attempts.failures, counted_from=attempts.counted_from)
    )
