"""The desks of a community and the invitations by which new ones join; kept like every record."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.security.keys import Entropy
from workbench.security.roles import Permission, require
from workbench.standards.errors import WorkbenchError
from workbench.sync.model import DeskDevice, DeskInvitation, DeviceState
from workbench.sync.protocol.codes import code_hash, new_code
from workbench.sync.terms import DeskTerms, InvalidTerms, check_terms

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Reading

    from workbench.security.session import Session
    from workbench.store import Store, Work

LONGEST_INVITATION = 30
"""Days an invitation may stay open at most."""


@dataclass(frozen=True, slots=True)
class KnownDesk:
    """A desk as the community knows it; moments in UTC."""

    id: str
    number: int
    state: DeviceState
    terms: DeskTerms
    enrolled_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class KnownInvitation:
    """An invitation; its code is known to nobody any more."""

    id: str
    terms: DeskTerms
    expires_at: datetime
    withdrawn: bool
    used_at: datetime | None


class OwnDesk(WorkbenchError):
    """Nobody closes the very desk they sit at."""


class Devices:
    """The verbs on desks and invitations; each asks for MANAGE_DEVICES."""

    def __init__(self, store: Store, session: Session, entropy: Entropy = secrets.token_bytes) -> None:
        self._store, self._session, self._entropy = store, session, entropy

    def desks(self) -> tuple[KnownDesk, ...]:
        """Return every desk by its number. Raises NotPermitted."""
        require(self._session, Permission.MANAGE_DEVICES)
        query = select(DeskDevice).where(DeskDevice.deleted_at.is_(None)).order_by(DeskDevice.number)
        with self._store.read() as reading:
            return tuple(_desk(row) for row in reading.scalars(query))

    def invitations(self) -> tuple[KnownInvitation, ...]:
        """Return every invitation, the latest first. Raises NotPermitted."""
        require(self._session, Permission.MANAGE_DEVICES)
        query = select(DeskInvitation).where(DeskInvitation.deleted_at.is_(None))
        with self._store.read() as reading:
            rows = reading.scalars(query.order_by(DeskInvitation.expires_at.desc()))
            return tuple(_invitation(row) for row in rows)

    def invite(self, terms: DeskTerms, days: int) -> tuple[str, datetime]:
        """Make an invitation; return its code, shown this once, and until when it holds (UTC).

        Raises NotPermitted, InvalidTerms.
        """
        require(self._session, Permission.MANAGE_DEVICES)
        check_terms(terms)
        if not 1 <= days <= LONGEST_INVITATION:
            raise InvalidTerms(f"邀请的有效期应为 1 至 {LONGEST_INVITATION} 天，未作任何改动。")
        code = new_code(self._entropy)
        with self._store.write(self._session.actor) as work:
            until = work.now + timedelta(days=days)
            work.add(DeskInvitation(code_sha256=code_hash(code), expires_at=until, **_columns(terms)))
        return code, until

    def withdraw(self, invitation_id: str) -> None:
        """Let an unused invitation open nothing any more. Raises NotPermitted, RecordNotFound."""
        require(self._session, Permission.MANAGE_DEVICES)
        with self._store.write(self._session.actor) as work:
            work.get(DeskInvitation, invitation_id).withdrawn = True

    def change(self, device_id: str, terms: DeskTerms) -> None:
        """Give a desk another name, scope or grace. Raises NotPermitted, InvalidTerms, RecordNotFound."""
        require(self._session, Permission.MANAGE_DEVICES)
        check_terms(terms)
        with self._store.write(self._session.actor) as work:
            row = work.get(DeskDevice, device_id)
            for name, value in _columns(terms).items():
                setattr(row, name, value)

    def mark_lost(self, device_id: str, reason: str) -> None:
        """Have a lost desk hand in what it can and wipe itself at its next contact.

        Raises NotPermitted, OwnDesk, InvalidTerms, RecordNotFound.
        """
        self._close(device_id, DeviceState.LOST, reason)

    def revoke(self, device_id: str, reason: str) -> None:
        """Let a desk exchange nothing any more.

        Raises NotPermitted, OwnDesk, InvalidTerms, RecordNotFound.
        """
        self._close(device_id, DeviceState.REVOKED, reason)

    def _close(self, device_id: str, state: DeviceState, reason: str) -> None:
        require(self._session, Permission.MANAGE_DEVICES)
        if device_id == self._store.device_id:
            raise OwnDesk("不能停用正在使用的这台终端，请在另一台终端上操作；未作任何改动。")
        if not reason.strip():
            raise InvalidTerms("请写明原因，便于日后核查；未作任何改动。")
        with self._store.write(self._session.actor) as work:
            row = _open_desk(work, device_id)
            row.state, row.reason = state, reason.strip()


def desk_names(reading: Reading) -> dict[str, str]:
    """Return what each desk is called by its id, also those that were revoked."""
    return {row.id: row.name for row in reading.execute(select(DeskDevice.id, DeskDevice.name))}


def _open_desk(work: Work, device_id: str) -> DeskDevice:
    row = work.get(DeskDevice, device_id)
    if row.state is DeviceState.REVOKED:
        raise InvalidTerms("这台终端已经停用，未作任何改动。")
    return row


def _columns(terms: DeskTerms) -> dict[str, object]:
    return {
        "name": terms.name.strip(),
        "outside": terms.outside,
        "areas": None if terms.areas is None else list(terms.areas),
        "masked": terms.masked,
        "offline_hours": terms.offline_hours,
    }


def _terms(row: DeskDevice | DeskInvitation) -> DeskTerms:
    areas = None if row.areas is None else tuple(row.areas)
    return DeskTerms(row.name, row.outside, areas, row.masked, row.offline_hours)


def _desk(row: DeskDevice) -> KnownDesk:
    return KnownDesk(row.id, row.number, row.state, _terms(row), row.enrolled_at, row.reason)


def _invitation(row: DeskInvitation) -> KnownInvitation:
    return KnownInvitation(row.id, _terms(row), row.expires_at, row.withdrawn, row.used_at)
