"""The tables of the register: dwellings, households, residents and what is known of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.people.vocabulary import (
    HouseholdKind,
    Registration,
    ResidenceEventKind,
    ResidentStatus,
    TagKind,
)
from workbench.standards.codes import Sex
from workbench.standards.dates import Precision
from workbench.store import Base, Synced


class Dwelling(Synced, Base):
    """A place to live (住房): building, unit and room; `unit` is empty where stairs are not numbered."""

    __tablename__ = "dwelling"
    __table_args__ = (Index("ix_dwelling_place", "building_id", "unit", "room"),)

    building_id: Mapped[str] = mapped_column(ForeignKey("building.id"))
    unit: Mapped[str] = mapped_column(String(16), default="")
    room: Mapped[str] = mapped_column(String(16))
    floor: Mapped[int | None]


class Household(Synced, Base):
    """People who live together (户); the head may be unknown, the dwelling too (空挂户)."""

    __tablename__ = "household"
    __table_args__ = (Index("ix_household_dwelling", "dwelling_id"),)

    dwelling_id: Mapped[str | None] = mapped_column(ForeignKey("dwelling.id"))
    head_id: Mapped[str | None] = mapped_column(String(36))
    kind: Mapped[HouseholdKind] = mapped_column(default=HouseholdKind.FAMILY)
    number: Mapped[str] = mapped_column(String(32), default="")


class Resident(Synced, Base):
    """A person (居民).

    `relation_to_head` is a GB/T 4761 code, `ethnic_group` GB/T 3304, `education` GB/T 4658. The household
    of somebody who moved out or died stays, as the last one; `merged_into_id` marks a retired duplicate.
    `full_pinyin` and `initials` are the name's reading, which search copies.
    """

    __tablename__ = "resident"
    __table_args__ = (Index("ix_resident_household", "household_id"),)

    name: Mapped[str] = mapped_column(String(64))
    id_number: Mapped[str | None] = mapped_column(String(18))
    sex: Mapped[Sex] = mapped_column(default=Sex.UNKNOWN)
    birth_date: Mapped[date | None]
    birth_precision: Mapped[Precision] = mapped_column(default=Precision.DAY)
    ethnic_group: Mapped[str | None] = mapped_column(String(2))
    education: Mapped[str | None] = mapped_column(String(2))
    phone: Mapped[str | None] = mapped_column(String(32))
    other_phone: Mapped[str | None] = mapped_column(String(32))
    household_id: Mapped[str | None] = mapped_column(ForeignKey("household.id"))
    relation_to_head: Mapped[str | None] = mapped_column(String(2))
    registration: Mapped[Registration] = mapped_column(default=Registration.UNKNOWN)
    status: Mapped[ResidentStatus] = mapped_column(default=ResidentStatus.LIVING)
    status_since: Mapped[date | None]
    full_pinyin: Mapped[str] = mapped_column(String(256), default="")
    initials: Mapped[str] = mapped_column(String(64), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    merged_into_id: Mapped[str | None] = mapped_column(String(36))


class ResidentTag(Synced, Base):
    """A tag a resident carries from a day until another; `until` is the first day without it."""

    __tablename__ = "resident_tag"
    __table_args__ = (
        Index("ix_resident_tag_resident", "resident_id"),
        Index("ix_resident_tag_kind", "kind", "until"),
    )

    resident_id: Mapped[str] = mapped_column(ForeignKey("resident.id"))
    kind: Mapped[TagKind]
    since: Mapped[date]
    until: Mapped[date | None]
    note: Mapped[str] = mapped_column(Text, default="")


class Kinship(Synced, Base):
    """A family tie across households (亲属关系): `relative_id` is the `relation` of `resident_id`."""

    __tablename__ = "kinship"
    __table_args__ = (
        Index("ix_kinship_resident", "resident_id"),
        Index("ix_kinship_relative", "relative_id"),
    )

    resident_id: Mapped[str] = mapped_column(ForeignKey("resident.id"))
    relative_id: Mapped[str] = mapped_column(ForeignKey("resident.id"))
    relation: Mapped[str] = mapped_column(String(2))
    note: Mapped[str] = mapped_column(Text, default="")


class HeldDocument(Synced, Base):
    """A document the community already holds of a resident (已有材料), so that it is asked for once."""

    __tablename__ = "held_document"
    __table_args__ = (Index("ix_held_document_resident", "resident_id", "kind"),)

    resident_id: Mapped[str] = mapped_column(ForeignKey("resident.id"))
    kind: Mapped[str] = mapped_column(String(32))
    obtained_on: Mapped[date]
    valid_until: Mapped[date | None]
    attachment_id: Mapped[str | None] = mapped_column(String(64))


class ResidenceEvent(Synced, Base):
    """Something that happened to a person's residence (居住变动): when, from or to which household."""

    __tablename__ = "residence_event"
    __table_args__ = (Index("ix_residence_event_resident", "resident_id", "happened_on"),)

    resident_id: Mapped[str] = mapped_column(ForeignKey("resident.id"))
    kind: Mapped[ResidenceEventKind]
    happened_on: Mapped[date]
    household_id: Mapped[str | None] = mapped_column(String(36))
    note: Mapped[str] = mapped_column(Text, default="")


class MergeRecord(Synced, Base):
    """What a merge of two residents changed (合并记录), so that undoing it restores exactly that.

    `changes` lists `{"entity", "id", "field", "before", "after"}`: one for every field written.
    """

    __tablename__ = "merge_record"
    __table_args__ = (Index("ix_merge_record_keep", "keep_id"), Index("ix_merge_record_retire", "retire_id"))

    keep_id: Mapped[str] = mapped_column(ForeignKey("resident.id"))
    retire_id: Mapped[str] = mapped_column(ForeignKey("resident.id"))
    changes: Mapped[list[Any]]
    merged_at: Mapped[datetime]
    merged_by: Mapped[str] = mapped_column(String(36))
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[str | None] = mapped_column(String(36))
