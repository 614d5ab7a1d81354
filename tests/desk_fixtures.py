"""A desk as its people find it in the morning: signed in, on a real encrypted store with invented residents.

`desk` is the supervisor's on a small community that each test may change; `demo_desk` is the supervisor's
on the whole demonstration, shared by all tests and only to be read.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.store_fixtures import SettableClock
from workbench.desk.demo.agenda import moment_on
from workbench.desk.demo.build import MORNING, build_demo, demo_opening
from workbench.desk.demo.cast import PASSWORD, SUPERVISOR
from workbench.desk.desk import Desk
from workbench.desk.folder import DataFolder
from workbench.desk.opening import Opening

TODAY = date(2026, 11, 24)
"""A Tuesday."""

HOUSEHOLDS = 24
DAYS = 9

SignIn = Callable[[str], Desk]


@pytest.fixture
def desk_clock() -> SettableClock:
    return SettableClock(moment_on(TODAY, MORNING))


@pytest.fixture(scope="session")
def small_community(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a small community, built once; each test works on a copy."""
    folder = tmp_path_factory.mktemp("small") / "data"
    build_demo(DataFolder(folder), TODAY, households=HOUSEHOLDS, days=DAYS, interviews=0)
    return folder


@pytest.fixture
def opening(small_community: Path, tmp_path: Path, desk_clock: SettableClock) -> Iterator[Opening]:
    """The door of a small community's data folder."""
    folder = tmp_path / "data"
    shutil.copytree(small_community, folder)
    door = demo_opening(DataFolder(folder), desk_clock)
    yield door
    door.close()


@pytest.fixture
def sign_in(opening: Opening) -> SignIn:
    """Sign anybody of the cast in, by account: `sign_in("chenyu")`."""
    return lambda account: opening.sign_in(account, PASSWORD)


@pytest.fixture
def desk(sign_in: SignIn) -> Desk:
    return sign_in(SUPERVISOR.account)


@pytest.fixture
def worker_desk(sign_in: SignIn) -> Desk:
    return sign_in("chenyu")


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the whole demonstration, built once."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    build_demo(DataFolder(folder), TODAY)
    return folder


@pytest.fixture(scope="session")
def demo_desk(demo_folder: Path) -> Iterator[Desk]:
    door = demo_opening(DataFolder(demo_folder), SettableClock(moment_on(TODAY, MORNING)))
    yield door.sign_in(SUPERVISOR.account, PASSWORD)
    door.close()
