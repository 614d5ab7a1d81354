"""Tables that never leave this desk: its identity, its counters, and drafts of what is being typed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from workbench.store.base import Base, LocalOnly


class Counter(LocalOnly, Base):
    """A gap-free number series of this desk, such as the day's matter numbers."""

    __tablename__ = "counter"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[int]


class StoreFact(LocalOnly, Base):
    """A fact about this desk's store: its device id, its desk code."""

    __tablename__ = "store_fact"

    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[str] = mapped_column(String(256))


class Draft(LocalOnly, Base):
    """What one person has typed on one page and not yet saved; only that person sees it again."""

    __tablename__ = "draft"
    __table_args__ = (Index("ix_draft_owner", "owner_id", "saved_at"),)

    owner_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    place: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[dict[str, Any]]
    saved_at: Mapped[datetime]
