"""Reads for the sign-in window and the list of accounts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import Select, select

from workbench.security.model import StaffAccount
from workbench.security.roles import NotPermitted, Permission
from workbench.security.session import roles_of
from workbench.store import Opened

if TYPE_CHECKING:
    from workbench.security.roles import HasPermissions, Role
    from workbench.store import Store

_GIVES_WORK = (
    Permission.MANAGE_STAFF,
    Permission.MANAGE_COMMUNITY,
    Permission.MANAGE_CENSUS,
    Permission.APPROVE,
)
"""Whoever keeps the accounts, or gives grids, areas and matters to people, sees who does what."""


@dataclass(frozen=True, slots=True)
class SignInName:
    """An account as the sign-in window offers it."""

    name: str
    display_name: str
    demo: bool


@dataclass(frozen=True, slots=True)
class StaffRow:
    """An account in the administrator's list, and what a form opened on it shows."""

    id: str
    name: str
    display_name: str
    roles: frozenset[Role]
    posts: tuple[str, ...]
    active: bool
    must_change_password: bool
    demo: bool
    opened: Opened | None = field(default=None, compare=False, repr=False)


class SecurityQueries:
    """Reads of accounts, for one signed-in person, or for the door before anybody is (no session)."""

    def __init__(self, store: Store, session: HasPermissions | None = None) -> None:
        self._store, self._session = store, session

    def sign_in_names(self) -> tuple[SignInName, ...]:
        """Return the active accounts, by display name, with nothing else about them."""
        with self._store.read() as session:
            rows = session.scalars(_accounts().where(StaffAccount.active))
            return tuple(SignInName(row.name, row.display_name, row.demo) for row in rows)

    def names(self) -> dict[str, str]:
        """Return what everybody is called by staff id, also those who left; it stands on every matter."""
        with self._store.read() as session:
            everybody = select(StaffAccount.id, StaffAccount.display_name)
            rows = session.execute(everybody.order_by(StaffAccount.display_name, StaffAccount.id))
            return {row.id: row.display_name for row in rows}

    def staff(self) -> tuple[StaffRow, ...]:
        """Return every account, also those closed, by display name, with roles and posts.

        Raises NotPermitted.
        """
        if self._session is not None and self._session.permissions.isdisjoint(_GIVES_WORK):
            raise NotPermitted(Permission.MANAGE_STAFF)
        with self._store.read() as session:
            return tuple(_staff_row(row) for row in session.scalars(_accounts()))


def _accounts() -> Select[StaffAccount]:
    return (
        select(StaffAccount)
        .where(StaffAccount.deleted_at.is_(None))
        .order_by(StaffAccount.display_name, StaffAccount.id)
    )


def _staff_row(account: StaffAccount) -> StaffRow:
    return StaffRow(
        id=account.id,
        name=account.name,
        display_name=account.display_name,
        roles=roles_of(account.roles),
        posts=tuple(account.posts),
        active=account.active,
        must_change_password=account.must_change_password,
        demo=account.demo,
        opened=Opened(
            StaffAccount.__tablename__,
            account.id,
            account.server_seq,
            # Sets as a form hands them back, so that their order alone is no change.
            {
                "display_name": account.display_name,
                "roles": sorted(roles_of(account.roles)),
                "posts": sorted(account.posts),
            },
        ),
    )
