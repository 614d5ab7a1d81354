"""The password gate: finds an account, makes it wait after mistakes, and tells right from wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from workbench.security.accounts import AccountInactive, WrongPassword, account_name
from workbench.security.delay import Attempts, TooManyAttempts, after_failure, observed, remaining
from workbench.security.limits import LAST_CONTACT, ONLINE_FROM, SERVER_URL, OnlineUnlockOnly, check_limit
from workbench.security.model import SignInAttempt, StaffAccount
from workbench.store import Actor
from workbench.store.journal import JournalKind
from workbench.store.local import StoreFact

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Reading

    from workbench.security.passwords import PasswordHasher
    from workbench.security.witness import Witness
    from workbench.store import Store, Work


@dataclass(frozen=True, slots=True)
class Passed:
    """Who gave the right password, and how many wrong ones came before it."""

    account: StaffAccount
    failures_before: int


class PasswordGate:
    """Checks passwords against the store's accounts, counting mistakes in the store and by a witness.

    At a desk of the server's there is a limit, past which each try takes a contact with it.
    """

    def __init__(self, store: Store, hasher: PasswordHasher, witness: Witness | None = None) -> None:
        self._store, self._hasher, self._witness = store, hasher, witness

    def check(self, name: str, password: str) -> Passed:
        """Return the active account of that name and password.

        Raises WrongPassword, TooManyAttempts, OnlineUnlockOnly, AccountInactive; the last only to whoever
        knows the password.
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
            before = self._attempts(work, account.id)
            seen = observed(before, work.now)
            wait = remaining(seen, work.now)
            barred = _is_barred(work, seen)
            counted = seen if wait or barred else after_failure(seen, work.now)
            _keep(work, account.id, counted)
        if self._witness is not None:
            self._witness.note(account.id, counted)
        if wait:
            raise TooManyAttempts(wait)
        if barred:
            raise OnlineUnlockOnly
        return before

    def forgive(self, work: Work, staff_id: str) -> None:
        """Forget the account's wrong passwords on this desk, for the right one was given."""
        forget_mistakes(work, staff_id)
        if self._witness is not None:
            self._witness.forget(staff_id)

    def _attempts(self, work: Work, staff_id: str) -> Attempts:
        row = work.session.get(SignInAttempt, staff_id)
        known = Attempts() if row is None else Attempts(row.failures, row.counted_from)
        return known if self._witness is None else self._witness.worse_of(staff_id, known)

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


def _is_barred(work: Work, attempts: Attempts) -> bool:
    """Tell whether this is a desk of the server's that must hear from it before the next try."""
    if attempts.failures < ONLINE_FROM or work.session.get(StoreFact, SERVER_URL) is None:
        return False
    contact = work.session.get(StoreFact, LAST_CONTACT)
    try:
        check_limit(attempts, datetime.fromisoformat(contact.value) if contact else None)
    except OnlineUnlockOnly:
        return True
    return False


def _keep(work: Work, staff_id: str, attempts: Attempts) -> None:
    work.session.merge(
        SignInAttempt(staff_id=staff_id, failures=attempts.failures, counted_from=attempts.counted_from)
    )
