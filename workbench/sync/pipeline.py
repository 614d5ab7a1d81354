"""Lets the server work on the next request while this desk works on the last answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def ahead(items: Iterable[T], ask: Callable[[T], R]) -> Iterator[tuple[T, R]]:
    """Give each item with its answer, having asked for the next one already.

    One request is under way at a time; what it raises is raised here, at the item it belongs to.
    """
    with asking() as thread:
        waiting: list[tuple[T, Future[R]]] = []
        for item in items:
            waiting.append((item, thread.submit(ask, item)))
            if len(waiting) == 2:
                asked, answer = waiting.pop(0)
                yield asked, answer.result()
        for asked, answer in waiting:
            yield asked, answer.result()


@contextmanager
def asking() -> Iterator[ThreadPoolExecutor]:
    """Give a thread that does little but wait for answers; what it has not begun by the end is not asked."""
    thread = ThreadPoolExecutor(1, thread_name_prefix="sync-ahead")
    try:
        yield thread
    finally:
        thread.shutdown(wait=True, cancel_futures=True)
