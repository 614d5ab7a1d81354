"""When to come again after nobody opened: another day, and a time of day not tried yet (再次入户)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from workbench.census.kinds import CaseState
from workbench.census.wording import GuardFailed, Reason
from workbench.standards.choice import Choice
from workbench.standards.clock import SHANGHAI, local_date, to_local


class TimeOfDay(Choice):
    """A part of the day in which somebody may be at home (入户时段)."""

    MORNING = "morning", "上午"
    AFTERNOON = "afternoon", "下午"
    EVENING = "evening", "晚上"
    WEEKEND = "weekend", "周末"


_AT = {
    TimeOfDay.MORNING: time(10),
    TimeOfDay.AFTERNOON: time(15, 30),
    TimeOfDay.EVENING: time(19, 30),
    TimeOfDay.WEEKEND: time(10),
}
_ORDER = (TimeOfDay.EVENING, TimeOfDay.WEEKEND, TimeOfDay.AFTERNOON, TimeOfDay.MORNING)
"""Working people are met in the evening and at weekends, so those come before the hours of the office."""

_NOON, _DUSK, _SATURDAY = 12, 18, 5


def time_of_day(moment: datetime) -> TimeOfDay:
    """Return the part of the day of an aware moment, by the wall clock in Shanghai."""
    local = to_local(moment)
    if local.weekday() >= _SATURDAY:
        return TimeOfDay.WEEKEND
    if local.hour < _NOON:
        return TimeOfDay.MORNING
    return TimeOfDay.AFTERNOON if local.hour < _DUSK else TimeOfDay.EVENING


def propose_visit(tried: Sequence[datetime], now: datetime, until: date) -> datetime | None:
    """Return a moment (UTC) for the next visit, None when the round ends before.

    It is the time of day tried least, on the first day after today that has it and the round still lasts;
    if none has, the next best time of day.
    """
    counts = {part: sum(time_of_day(moment) is part for moment in tried) for part in _ORDER}
    for part in sorted(_ORDER, key=lambda part: counts[part]):
        day = _next_day(local_date(now), part)
        if day <= until:
            return datetime.combine(day, _AT[part], SHANGHAI).astimezone(UTC)
    return None


def check_visit(next_visit_at: datetime | None, now: datetime, until: date) -> None:
    """Let an agreed time pass that is ahead and within the round, or raise GuardFailed."""
    if next_visit_at is None:
        return
    if next_visit_at <= now or local_date(next_visit_at) > until:
        raise GuardFailed(Reason.DAY_AHEAD, until=until.isoformat())


def is_due(state: CaseState, next_visit_at: datetime | None, today: date) -> bool:
    """Say whether a household is to be visited again today or should have been before."""
    return state is CaseState.ABSENT and next_visit_at is not None and local_date(next_visit_at) <= today


def _next_day(today: date, part: TimeOfDay) -> date:
    day = today + timedelta(days=1)
    while (day.weekday() >= _SATURDAY) is not (part is TimeOfDay.WEEKEND):
        day += timedelta(days=1)
    return day
