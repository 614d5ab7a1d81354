"""Turns what the desk answers into what the window shows: search groups and the status bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.shell.search import SearchProvider
    from ui.shell.status import DeskStatus


def search_of(desk: Any) -> SearchProvider | None:
    """Return the desk's answer to the search field, or None while it has none."""
    return getattr(desk, "search", None)


def status_of(desk: Any) -> Callable[[], DeskStatus] | None:
    """Return the reader of the status bar, or None while the desk has none."""
    return getattr(desk, "status", None)
