"""A real encrypted store in a temporary folder, a person who works in it, and a clock that can be set."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from workbench.store import Actor, Store

KEY = bytes(range(32))
MONDAY_MORNING = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
"""09:30 in Shanghai on a working day."""


class SettableClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, now: datetime = MONDAY_MORNING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **parts: float) -> None:
        self.now += timedelta(**parts)


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


@pytest.fixture(scope="session")
def empty_store_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store file at the present schema, made once; each test gets a copy."""
    path = tmp_path_factory.mktemp("empty") / "workbench.db"
    Store.open(path, KEY).close()
    return path


@pytest.fixture
def store(empty_store_file: Path, tmp_path: Path, clock: SettableClock) -> Iterator[Store]:
    path = tmp_path / "store" / "workbench.db"
    path.parent.mkdir()
    path.write_bytes(empty_store_file.read_bytes())
    opened = Store.open(path, KEY, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def actor() -> Actor:
    return Actor(staff_id="staff-0001", community_id="community-0001")
