"""A demonstration with its census, small enough for a test; built once and only to be read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desk_fixtures import DAYS, HOUSEHOLDS, TODAY
from tests.store_fixtures import SettableClock
from workbench.desk.demo.agenda import moment_on
from workbench.desk.demo.build import MORNING, build_demo, demo_opening
from workbench.desk.demo.cast import PASSWORD, SUPERVISOR
from workbench.desk.desk import Desk
from workbench.desk.folder import DataFolder


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The supervisor's desk in it, with its whole journal."""
    folder = DataFolder(tmp_path_factory.mktemp("told") / "data")
    build_demo(folder, TODAY, households=HOUSEHOLDS, days=DAYS)
    door = demo_opening(folder, SettableClock(moment_on(TODAY, MORNING)))
    yield door.sign_in(SUPERVISOR.account, PASSWORD)
    door.close()
