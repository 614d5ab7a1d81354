"""The tables of the catalogue: its posts, and one row for every version of every item."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workbench.store import Base, Synced


class ItemStatus(StrEnum):
    """Where a version of an item stands (版本状态)."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    RETIRED = "retired"


class CataloguePost(Synced, Base):
    """A post at the counter (岗位); `code` is what staff accounts and items name it by."""

    __tablename__ = "catalogue_post"
    __table_args__ = (UniqueConstraint("community_id", "code"),)

    code: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(60))
    prefix: Mapped[str] = mapped_column(String(8))
    position: Mapped[int] = mapped_column(default=0)


class CatalogueItem(Synced, Base):
    """One version of a service item (事项版本); a version's document never changes, its status does.

    `effective_from` is the Shanghai date from which matters are accepted under it.
    """

    __tablename__ = "catalogue_item"
    __table_args__ = (
        UniqueConstraint("community_id", "code", "version"),
        Index("ix_catalogue_item_status", "community_id", "status"),
    )

    code: Mapped[str] = mapped_column(String(20))
    version: Mapped[int]
    document: Mapped[dict[str, Any]]
    status: Mapped[ItemStatus] = mapped_column(default=ItemStatus.CURRENT)
    effective_from: Mapped[date]
