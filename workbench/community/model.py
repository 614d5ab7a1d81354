"""Tables of the community: its profile, grids, buildings and the days it works otherwise."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from workbench.standards.workdays import DayKind
from workbench.store import Base, Synced


class Community(Synced, Base):
    """The community (社区) this desk serves; its `id` is the `community_id` of every record.

    `division_code` is the statistical division code (GB/T 2260 and 10114, up to 12 digits), and
    `document_prefix` opens the numbers of its slips, as 示例社 in 示例社受〔2026〕000123号.
    """

    __tablename__ = "community"

    name: Mapped[str] = mapped_column(String(64))
    division_code: Mapped[str] = mapped_column(String(12), default="")
    address: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(32), default="")
    document_prefix: Mapped[str] = mapped_column(String(16))
    demo: Mapped[bool] = mapped_column(default=False)


class Grid(Synced, Base):
    """A part of the community one worker looks after (网格); `worker_id` is a staff account."""

    __tablename__ = "grid"
    __table_args__ = (Index("ix_grid_code", "code"),)

    code: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(String(64))
    worker_id: Mapped[str | None] = mapped_column(String(36))


class Building(Synced, Base):
    """A building (楼栋); `units` counts its stairs (单元), the place is in WGS 84 degrees."""

    __tablename__ = "building"
    __table_args__ = (Index("ix_building_grid", "grid_id"), Index("ix_building_number", "number"))

    number: Mapped[str] = mapped_column(String(32))
    name: Mapped[str] = mapped_column(String(64), default="")
    address: Mapped[str] = mapped_column(String(200), default="")
    grid_id: Mapped[str | None] = mapped_column(ForeignKey("grid.id"))
    units: Mapped[int] = mapped_column(default=1)
    floors: Mapped[int] = mapped_column(default=1)
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]


class HolidayOverride(Synced, Base):
    """A day on which the desk works, or does not, against the published calendar (节假日安排)."""

    __tablename__ = "holiday_override"
    __table_args__ = (Index("ix_holiday_override_day", "day"),)

    day: Mapped[date]
    kind: Mapped[DayKind]
    name: Mapped[str] = mapped_column(String(64), default="")
