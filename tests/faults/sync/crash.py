"""Kills a program at any line of its own, as a power cut would: nothing after that line is run.

What is raised is no `Exception`, so that nobody catches it; transactions roll back as they would when a
process is gone. Real kills of real processes are in the runs too, but they cost a second each.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

PARTS = ("/workbench/sync/", "/workbench/store/")
"""The folders whose lines count."""

_FEWEST, _MOST = 1.0, 4.3
"""The first and the last line at which a kill comes, as powers of ten."""


class Killed(BaseException):
    """The program ended here."""


def line_at(depth: float) -> int:
    """Return a line by how deep in the work it is, from 0 to 1; early ones as often as late ones."""
    return int(10 ** (_FEWEST + (_MOST - _FEWEST) * depth))


@contextmanager
def killed_at(line: int) -> Iterator[None]:
    """Raise Killed when that many lines have run; the work may also end before."""
    left = [line]

    def within(frame: FrameType, event: str, argument: Any) -> Any:
        if event == "line":
            left[0] -= 1
            if left[0] == 0:
                raise Killed(f"{frame.f_code.co_filename}:{frame.f_lineno}")
        return within

    def entered(frame: FrameType, event: str, argument: Any) -> Any:
        return within if any(part in frame.f_code.co_filename for part in PARTS) else None

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        yield
    finally:
        sys.settrace(before)
