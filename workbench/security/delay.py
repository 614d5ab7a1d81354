"""How long one must wait after wrong passwords: a delay that grows, and outlives a restart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workbench.standards.errors import WorkbenchError

WAITS = (0, 0, 0, 5, 15, 60, 300, 900)
"""Seconds to wait after the 1st, 2nd, … wrong password in a row; the last one holds from there on."""


@dataclass(frozen=True, slots=True)
class Attempts:
    """Wrong passwords in a row for one account, and the moment its present wait is counted from."""

    failures: int = 0
    counted_from: datetime | None = None


class TooManyAttempts(WorkbenchError):
    """The account must wait before the next password is tried; `wait` is how long."""

    def __init__(self, wait: timedelta) -> None:
        self.wait = wait
        super().__init__(f"密码多次输入错误，请在{_in_words(wait)}后再试；忘记密码请联系管理员重置。")


def full_wait(failures: int) -> timedelta:
    """Return the whole wait that so many wrong passwords in a row cost."""
    return timedelta(seconds=WAITS[min(failures, len(WAITS)) - 1] if failures > 0 else 0)


def remaining(attempts: Attempts, now: datetime) -> timedelta:
    """Return what is left of the wait; a clock set back never shortens it, nor makes it endless."""
    whole = full_wait(attempts.failures)
    if attempts.counted_from is None:
        return timedelta(0)
    elapsed = max(timedelta(0), now - attempts.counted_from)
    return max(timedelta(0), whole - elapsed)


def observed(attempts: Attempts, now: datetime) -> Attempts:
    """Return the attempts with their wait begun anew where the clock was found set back.

    The moment counted from is the latest the account has seen. A clock before it has been moved: time
    served before that cannot be believed, and waiting for the old date to return could take years.
    """
    if attempts.counted_from is None or now >= attempts.counted_from:
        return attempts
    return replace(attempts, counted_from=now)


def after_failure(attempts: Attempts, now: datetime) -> Attempts:
    """Return the attempts with one more wrong password, the wait counted from now."""
    return Attempts(attempts.failures + 1, now)


def check_wait(attempts: Attempts, now: datetime) -> None:
    """Let the next password be tried or raise TooManyAttempts."""
    wait = remaining(attempts, now)
    if wait > timedelta(0):
        raise TooManyAttempts(wait)


def _in_words(wait: timedelta) -> str:
    seconds = -(-wait // timedelta(seconds=1))
    return f" {seconds} 秒" if seconds < 120 else f" {-(-seconds // 60)} 分钟"
