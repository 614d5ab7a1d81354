"""What the Today page reads besides its lists, as frozen records; all of it is called in the background."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from ui.today.lists import today_span
from workbench.intake.kinds import Lamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workbench.desk.desk import Desk
    from workbench.intake.queries import MatterRow
    from workbench.intake.queries.details import FollowUpDetail

FEW = 6
"""So many lines a small card shows."""

NOTICE_MONTH = 11
"""The State Council publishes next year's holidays in November; before, nobody expects them."""


@dataclass(frozen=True, slots=True)
class DayFacts:
    """Today as offices count it; `unpublished` is a year whose holidays are not known yet."""

    day: date
    workday: bool
    weekend: bool
    unpublished: int | None


@dataclass(frozen=True, slots=True)
class Load:
    """How much somebody has on the table."""

    staff_id: str
    name: str
    matters: tuple[MatterRow, ...]

    def lit(self, lamp: Lamp) -> int:
        """Return how many of them have a lamp of that colour."""
        return sum(row.signal.lamp is lamp for row in self.matters)

    @property
    def new(self) -> int:
        """How many they have not looked at yet."""
        return sum(row.new for row in self.matters)


@dataclass(frozen=True, slots=True)
class CommunityDay:
    """How the community stands today; satisfaction is a share, None while nobody has rated."""

    received: int
    decided: int
    satisfaction: float | None
    rated: int
    loads: tuple[Load, ...]


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """A bad rating to follow up, with the matter it is about."""

    follow_up: FollowUpDetail
    matter: MatterRow


@dataclass(frozen=True, slots=True)
class Doing:
    """Something I did today: took in or decided a matter."""

    at: datetime
    decided: bool
    matter: MatterRow


def day_facts(desk: Desk) -> DayFacts:
    """Return what the calendar says of today and of the year limits reach into."""
    today, calendar = desk.today(), desk.community.calendar()
    years = (today.year, today.year + 1) if today.month >= NOTICE_MONTH else (today.year,)
    unpublished = next((year for year in years if not calendar.is_published(year)), None)
    return DayFacts(today, calendar.is_workday(today), today.weekday() >= 5, unpublished)


def community_day(desk: Desk) -> CommunityDay:
    """Return the community's day, who has most on the table first."""
    tally = desk.matters.totals(today_span(desk))
    loads = loads_of(desk.matters.in_hand(), desk.staff_names())
    return CommunityDay(tally.received, tally.decided, tally.satisfaction, tally.rated, loads)


def loads_of(matters: Iterable[MatterRow], names: Mapping[str, str]) -> tuple[Load, ...]:
    """Return open matters by their owner, the busiest first."""
    piles: dict[str, list[MatterRow]] = defaultdict(list)
    for row in matters:
        piles[row.owner_id].append(row)
    loads = (Load(owner, names.get(owner, "—"), tuple(rows)) for owner, rows in piles.items())
    return tuple(sorted(loads, key=lambda load: (-len(load.matters), load.name)))


def follow_up_lines(desk: Desk, *, everybody: bool) -> list[FollowUpLine]:
    """Return the open follow-ups of bad ratings, mine or everybody's, the nearest deadline first."""
    me = desk.session.staff_id
    wanted = [one for one in desk.matters.follow_ups() if everybody or one.owner_id == me]
    return [FollowUpLine(one, desk.matters.matter(one.matter_id).row) for one in wanted[:FEW]]


def my_doings(desk: Desk) -> list[Doing]:
    """Return what I took in or decided today, the latest first."""
    me, sheet = desk.session.staff_id, desk.matters.day_sheet(desk.today())
    received = [Doing(row.received_at, False, row) for row in sheet.received if row.owner_id == me]
    decided = [
        Doing(row.closed_at or row.received_at, True, row) for row in sheet.decided if row.owner_id == me
    ]
    return sorted(received + decided, key=lambda doing: doing.at, reverse=True)
