"""How long a desk may work without hearing from its server, and when it must lose its key (离线宽限)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workbench.standards.errors import WorkbenchError

USUAL = timedelta(hours=72)
"""How long a desk may be without contact unless its supervisor allowed another time."""

LONGEST = timedelta(days=30)
SHORTEST = timedelta(hours=1)

WARNS_FROM = 0.8
"""The share of the time from which the desk warns."""

LEAST_STEP = timedelta(minutes=1)
"""What a look costs while the clock stands before a moment already seen."""

JITTER = timedelta(seconds=5)
"""How far behind a clock may be found that is only being kept right by the network."""


class OfflineTooLong(WorkbenchError):
    """The desk was without contact for longer than it may; the machine has lost the key, no record."""

    def __init__(self, allowed: timedelta) -> None:
        self.allowed = allowed
        super().__init__(
            f"这台电脑已超过允许的离线时间（{in_words(allowed)}）没有联系服务器，已锁定并忘记密钥；"
            "数据和没发出的改动都在，请负责人到场输入恢复口令打开，然后尽快联网同步。"
        )


@dataclass(frozen=True, slots=True)
class Grace:
    """The time a desk has: since when it counts, how long it lasts, and the latest moment it has seen.

    The clock only ever moves it on: `seen` is the latest moment this desk has met since it began to count.
    """

    since: datetime
    allowed: timedelta
    seen: datetime

    @property
    def used(self) -> timedelta:
        """How much of the time is gone."""
        return self.seen - self.since

    @property
    def left(self) -> timedelta:
        """How much of it is left, never less than nothing."""
        return max(timedelta(0), self.allowed - self.used)

    @property
    def ends_at(self) -> datetime:
        """When it will be over if nothing is heard from the server till then (UTC)."""
        return self.since + self.allowed

    @property
    def is_over(self) -> bool:
        """Whether the machine must lose the key."""
        return self.left == timedelta(0)

    @property
    def warns(self) -> bool:
        """Whether most of the time is gone and people should be told."""
        return self.used >= WARNS_FROM * self.allowed


def begun(moment: datetime, allowed: timedelta) -> Grace:
    """Return the grace of a desk that has just heard from the server, or was just opened by passphrase."""
    return Grace(moment, allowed, moment)


def looked(grace: Grace, now: datetime, ran: timedelta = timedelta(0)) -> Grace:
    """Return the grace after another look at the clock; `ran` is how long the program ran since the last.

    A clock found before a moment already seen was set back. Time then goes on from that moment by how
    long the program ran, so that nobody works longer by moving the clock, and starting anew gains nothing.
    """
    if now >= grace.seen + ran - JITTER:
        return replace(grace, seen=max(now, grace.seen))
    return replace(grace, seen=grace.seen + max(ran, LEAST_STEP))


def allowed_of(hours: int | None) -> timedelta:
    """Return the time so many hours allow, 72 unless said otherwise and never more than 30 days."""
    if hours is None:
        return USUAL
    return min(max(timedelta(hours=hours), SHORTEST), LONGEST)


def warning(grace: Grace) -> str:
    """Return what people are told from four fifths of the time on, nothing before."""
    if not grace.warns:
        return ""
    return (
        f"已有 {in_words(grace.used)}没有联系服务器，再过 {in_words(grace.left)}本机将锁定，"
        "届时需要负责人的恢复口令；请尽快联网，内容都在本地，没有丢失。"
    )


def in_words(span: timedelta) -> str:
    """Return a span in Chinese, in days where it is whole days."""
    hours = -(-span // timedelta(hours=1))
    return f"{hours // 24} 天" if hours % 24 == 0 and hours else f"{hours} 小时"
