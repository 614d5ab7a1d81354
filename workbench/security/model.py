"""Tables of security: staff accounts, wrong passwords on this desk, and what lies in the vault."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from workbench.store import Base, LocalOnly, Synced


class StaffAccount(Synced, Base):
    """A person who works at the desk (工作人员账号).

    `roles` are values of `Role`, `posts` codes of the catalogue's posts (岗位). Names are unique by the
    service's check and not by the table, so that two desks that met offline can still exchange theirs.
    """

    __tablename__ = "staff_account"
    __table_args__ = (Index("ix_staff_account_name", "name"),)

    name: Mapped[str] = mapped_column(String(32))
    display_name: Mapped[str] = mapped_column(String(64))
    password_hash: Mapped[str] = mapped_column(String(256))
    roles: Mapped[list[str]]
    posts: Mapped[list[str]]
    active: Mapped[bool] = mapped_column(default=True)
    must_change_password: Mapped[bool] = mapped_column(default=False)
    demo: Mapped[bool] = mapped_column(default=False)


class SignInAttempt(LocalOnly, Base):
    """Wrong passwords in a row for one account on this desk; the row goes with the right password."""

    __tablename__ = "sign_in_attempt"

    staff_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    failures: Mapped[int]
    counted_from: Mapped[datetime | None]


class Attachment(Synced, Base):
    """A file that belongs to a record (附件); its content lies in the vault under `address`."""

    __tablename__ = "attachment"
    __table_args__ = (
        Index("ix_attachment_owner", "owner_entity", "owner_id"),
        Index("ix_attachment_address", "address"),
    )

    address: Mapped[str] = mapped_column(String(64))
    file_name: Mapped[str] = mapped_column(String(120))
    media_type: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    owner_entity: Mapped[str] = mapped_column(String(48))
    owner_id: Mapped[str] = mapped_column(String(36))
