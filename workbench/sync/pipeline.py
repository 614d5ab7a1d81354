"""Lets the server work on the next request while this desk works on the last answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def ahead(items: Iterable[T], ask: Callable[[T], R]) -> Iterator[tuple[T, R]]:
    """Give each item with its answer, having asked for the next one already.

    One request is under way at a time, in a thread that does little but wait; what it raises is raised
    here, at the item it belongs to.
    """
    with ThreadPoolExecutor(1, thread_name_prefix="sync-ahead") as thread:
        waiting: list[T] = []
        answers = []
        for item in items:
            waiting.append(item)
            answers.append(thread.submit(ask, item))
            if len(waiting) == 2:
                yield waiting.pop(0), answers.pop(0).result()
        if waiting:
            yield waiting.pop(0), answers.pop(0).result()
