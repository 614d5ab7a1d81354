"""Lets one thread at a time change what several hold: reading, thinking and writing back are one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class TakesTurns(Protocol):
    """Whoever has a lock by which its methods take turns."""

    turn: threading.RLock


S = TypeVar("S", bound=TakesTurns)


def in_turn(method: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """Have a method wait until no other one of the same holder is under way in another thread."""

    @wraps(method)
    def waiting(self: S, /, *args: P.args, **options: P.kwargs) -> R:
        with self.turn:
            return method(self, *args, **options)

    return waiting
