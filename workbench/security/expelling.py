"""Takes the key from accounts that were closed elsewhere, as soon as this desk learns of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.security.model import StaffAccount

if TYPE_CHECKING:
    from workbench.security.custody import KeyCustody
    from workbench.store import Changed, Store


class Expelling:
    """Listens to the store: a closed account's password opens the folder no longer."""

    def __init__(self, store: Store, custody: KeyCustody) -> None:
        self._store, self._custody = store, custody

    def listen(self) -> None:
        """Look once now, for an account may have been closed while the door was shut, and then always."""
        self._store.subscribe(self._told)
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

    def _told(self, change: Changed) -> None:
        if change.entity == StaffAccount.__tablename__:
            self.look()
