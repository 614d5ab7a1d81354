"""A census as it stands on its third day: rounds divided and staffed, some forms filled, one typed twice."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk_fixtures import DAYS, HOUSEHOLDS, TODAY
from tests.store_fixtures import SettableClock
from workbench.desk.demo.build import build_demo, demo_opening
from workbench.desk.demo.cast import ENUMERATOR, PASSWORD, STAFF, SUPERVISOR
from workbench.desk.desk import Desk
from workbench.desk.folder import DataFolder
from workbench.desk.opening import Opening

INTERVIEWS = 12


@pytest.fixture(scope="session")
def surveyed_community(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a small community in the middle of a census; each test works on a copy."""
    folder = tmp_path_factory.mktemp("census") / "data"
    build_demo(DataFolder(folder), TODAY, households=HOUSEHOLDS, days=DAYS, interviews=INTERVIEWS)
    return folder


@pytest.fixture
def census_opening(surveyed_community: Path, tmp_path: Path, desk_clock: SettableClock) -> Iterator[Opening]:
    folder = tmp_path / "census"
    shutil.copytree(surveyed_community, folder)
    door = demo_opening(DataFolder(folder), desk_clock)
    yield door
    door.close()


@pytest.fixture
def chief_desk(census_opening: Opening) -> Desk:
    """The supervisor's desk."""
    return census_opening.sign_in(SUPERVISOR.account, PASSWORD)


@pytest.fixture
def enumerator_desk(census_opening: Opening) -> Desk:
    """The desk of the outside organisation's enumerator."""
    return census_opening.sign_in(ENUMERATOR.account, PASSWORD)


@pytest.fixture
def staff_enumerator_desk(census_opening: Opening) -> Desk:
    """The desk of a worker who enumerates too."""
    return census_opening.sign_in(STAFF[0].account, PASSWORD)
