"""Time as the workbench keeps it: UTC in storage, Asia/Shanghai on screens and paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

Clock = Callable[[], datetime]
"""A source of the present moment as an aware UTC datetime; handed in, so that tests may set it."""

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")
"""China Standard Time (UTC+8, without daylight saving since 1991)."""


def utc_now() -> datetime:
    """Return the present moment, aware, in UTC."""
    return datetime.now(UTC)


def to_local(moment: datetime) -> datetime:
    """Return an aware moment as the wall clock in Shanghai shows it."""
    return moment.astimezone(SHANGHAI)


def local_date(moment: datetime) -> date:
    """Return the calendar date in Shanghai of an aware moment."""
    return to_local(moment).date()


def stamp(moment: datetime) -> str:
    """Return an aware moment as records keep it, `2026-11-24T01:02:03.456789Z`: text order is time order."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
