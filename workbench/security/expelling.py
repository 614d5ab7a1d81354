"""Takes desk and key from accounts that were closed elsewhere, as soon as this desk learns of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.security.accounts import AccountInactive
from workbench.security.model import StaffAccount
from workbench.store.local import StoreFact

if TYPE_CHECKING:
    from workbench.security.custody import KeyCustody
    from workbench.security.session import Session
    from workbench.store import Changed, Store

SHUT_OUT = "shut_out"
"""Name of the store fact that lists, by staff id, whom the server refuses before their record tells."""

Refused = Callable[[], Iterable[str]]
Subscribe = Callable[[Callable[[], None]], object]


class Expelling:
    """Listens to the store and to the server: a closed account's password opens the folder no longer."""

    def __init__(self, store: Store, custody: KeyCustody) -> None:
        self._store, self._custody = store, custody
        self._handled: frozenset[str] = frozenset()

    def listen(self, refused: Refused, subscribe: Subscribe) -> None:
        """Look once now, for an account may have been closed while the door was shut, and then always.

        `refused` names, by staff id, whom the server serves no more: it will not send them the record
        that says so. `subscribe` has one called when there may be more of them.
        """
        self._store.subscribe(self._told)
        subscribe(lambda: self.shut_out(refused()))
        self.look()

    def look(self) -> tuple[str, ...]:
        """Destroy the seals of accounts that are closed or gone; return their names."""
        sealed = self._custody.account_names()
        if not sealed:
            return ()
        with self._store.read() as reading:
            open_names = set(
                reading.scalars(
                    select(StaffAccount.name).where(StaffAccount.active, StaffAccount.deleted_at.is_(None))
                )
            )
        closed = tuple(name for name in sealed if name not in open_names)
        for name in closed:
            self._custody.expel(name)
        return closed

    def shut_out(self, staff_ids: Iterable[str]) -> None:
        """Destroy the seals of accounts that the server refuses, and let them in no more till it says why."""
        fresh = frozenset(staff_ids) - self._handled
        if not fresh:
            # Asked again when the store may be closed already.
            return
        self._handled |= fresh
        self._keep(self._shut() | fresh)
        with self._store.read() as reading:
            names = reading.scalars(select(StaffAccount.name).where(StaffAccount.id.in_(fresh))).all()
        for name in names:
            self._custody.expel(name)

    def check(self, session: Session) -> None:
        """Let somebody who gave the right password pass, or raise AccountInactive."""
        if session.staff_id in self._shut():
            self._custody.expel(session.name)
            raise AccountInactive

    def _told(self, change: Changed) -> None:
        if change.entity != StaffAccount.__tablename__:
            return
        self.look()
        shut = self._shut()
        if shut & change.ids:
            # Their record has come, and says itself how things stand.
            self._handled -= change.ids
            self._keep(shut - change.ids)

    def _shut(self) -> frozenset[str]:
        with self._store.read() as reading:
            fact = reading.get(StoreFact, SHUT_OUT)
            return frozenset(json.loads(fact.value)) if fact is not None else frozenset()

    def _keep(self, staff_ids: frozenset[str]) -> None:
        with self._store.receive("") as unit:
            unit.set_fact(SHUT_OUT, json.dumps(sorted(staff_ids)) if staff_ids else None)
