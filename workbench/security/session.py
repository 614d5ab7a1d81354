"""Who is signed in and what they may do, and when the desk locks itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from workbench.security.roles import Permission, Role, permissions_of
from workbench.store import Actor

if TYPE_CHECKING:
    from workbench.security.model import StaffAccount

AUTO_LOCK = timedelta(minutes=5)
"""How long nobody touches the desk before it locks itself, unless set otherwise."""

LONGEST_SESSION = timedelta(hours=12)
"""After this long the password is asked again even of somebody who never paused."""


@dataclass(frozen=True, slots=True)
class Session:
    """One person signed in; `since` is the moment in UTC. Without own password, nothing is permitted."""

    staff_id: str
    name: str
    display_name: str
    community_id: str
    roles: frozenset[Role]
    permissions: frozenset[Permission]
    posts: tuple[str, ...]
    since: datetime
    must_change_password: bool = False

    @property
    def actor(self) -> Actor:
        """The person as the store's journal names them."""
        return Actor(self.staff_id, self.community_id)


def session_of(account: StaffAccount, since: datetime) -> Session:
    """Return the session of an account just recognised."""
    roles = roles_of(account.roles)
    rights: frozenset[Permission] = frozenset() if account.must_change_password else permissions_of(roles)
    return Session(
        staff_id=account.id,
        name=account.name,
        display_name=account.display_name,
        community_id=account.community_id,
        roles=roles,
        permissions=rights,
        posts=tuple(account.posts),
        since=since,
        must_change_password=account.must_change_password,
    )


def roles_of(values: list[str]) -> frozenset[Role]:
    """Return the roles this version knows; one that a newer desk has added gives no rights here."""
    return frozenset(role for role in Role if role.value in values)


def lock_is_due(session: Session, last_touched: datetime, now: datetime, idle: timedelta = AUTO_LOCK) -> bool:
    """Say whether the desk must lock: nobody touched it for `idle`, or the session is very long.

    A clock found before the last touch was set back; the desk then locks rather than trust it.
    """
    return not timedelta(0) <= now - last_touched < idle or now - session.since >= LONGEST_SESSION
