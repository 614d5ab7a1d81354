"""A data folder with 100,000 residents, and how long it takes from the password to a usable Today page."""

from __future__ import annotations

import os
import sys
import time
from datetime import date
from pathlib import Path

from platformdirs import user_cache_path

from tests.benchmarks.search_population import fill
from workbench.desk.demo.build import MORNING, build_demo, demo_opening
from workbench.desk.demo.cast import PASSWORD, SUPERVISOR
from workbench.desk.folder import DataFolder
from workbench.store.migrate import head_revision

PEOPLE = 100_000
TODAY = date(2026, 11, 24)
_LAST_WAIT = 5.0
_TYPING = 2000
"""Milliseconds for which somebody types a password."""


def crowded_folder() -> Path:
    """Return the data folder, built at the first time and kept in the cache."""
    folder = user_cache_path("workbench-benchmarks") / f"morning-{PEOPLE}-{head_revision()}"
    if not folder.exists():
        building = folder.with_suffix(".building")
        build_demo(DataFolder(building), TODAY, households=24, days=9)
        opening = demo_opening(DataFolder(building))
        key = opening.sign_in(SUPERVISOR.account, PASSWORD)._custody.key
        opening.close()
        fill(DataFolder(building).database, PEOPLE, key)
        building.rename(folder)
    return folder


def main(folder: Path) -> None:
    """Sign in as somebody does, and print the seconds until Today shows its figures."""
    from PySide6.QtWidgets import QApplication

    from ui.application import Workbench
    from ui.demonstration.hands import pass_time
    from ui.signin.desk_gatekeeper import DeskGatekeeper
    from workbench.desk.demo.agenda import moment_on

    application = QApplication(["morning"])
    door = DeskGatekeeper(demo_opening(DataFolder(folder), lambda: moment_on(TODAY, MORNING)))
    workbench = Workbench(application, folder, door)
    workbench.open_door()
    pass_time(_TYPING)
    begun = time.perf_counter()
    workbench.let_in(door.sign_in(SUPERVISOR.account, PASSWORD))
    today = workbench.session.shell.pages.page("today")
    while today.list.table().model.rowCount() == 0 and time.perf_counter() - begun < _LAST_WAIT:
        pass_time(1)
    sys.stdout.write(f"{time.perf_counter() - begun}\n")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
