"""Runs the demonstration: opens the window where there is a display, else works through a day at the desk."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ui.display import has_display
from workbench.cli.command import OK, say
from workbench.desk.demo.agenda import moment_on
from workbench.desk.demo.build import MORNING, build_demo, demo_opening
from workbench.desk.demo.cast import COMMUNITY, PASSWORD, STAFF, SUPERVISOR
from workbench.desk.folder import DataFolder
from workbench.standards.clock import local_date, utc_now

if TYPE_CHECKING:
    from ui.signin.gatekeeper import Gatekeeper
    from workbench.standards.clock import Clock


def demonstrate(out: Path) -> int:
    """Build the community in a temporary folder, show it, and leave no data behind."""
    driven = not has_display()
    if driven:
        say("没有显示器：演示将在后台驱动同样的窗口。No display: the same windows are driven off-screen.")
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    today = local_date(utc_now())
    with tempfile.TemporaryDirectory(prefix="workbench-demo-", ignore_cleanup_errors=True) as place:
        folder = DataFolder(Path(place) / "data")
        say(f"正在生成 {COMMUNITY} {today} …")
        build_demo(folder, today)
        if driven:
            return drive(folder, today, out)
        say(f"账号 {SUPERVISOR.account} 或 {STAFF[0].account}，密码 {PASSWORD}")
        return _open(folder)


def drive(folder: DataFolder, today: date, out: Path) -> int:
    """Work through a day at the desk in the windows, and leave pictures, slips and reports in `out`."""
    from PySide6.QtWidgets import QApplication

    from ui.application import Workbench
    from ui.demonstration.day import work_through
    from ui.demonstration.hands import Hands

    out.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    morning = partial(moment_on, today, MORNING)
    workbench = Workbench(application, folder.path, _door(folder, morning))
    work_through(workbench, Hands(out, say), folder.path.parent, morning)
    workbench.background.wait()
    say(f"演示完成，结果在 {out.resolve()}")
    return OK


def _open(folder: DataFolder) -> int:
    from ui.application import run_window

    return run_window(folder.path, lambda: _door(folder, utc_now))


def _door(folder: DataFolder, clock: Clock | None = None) -> Gatekeeper:
    from ui.signin.desk_gatekeeper import DeskGatekeeper

    return DeskGatekeeper(demo_opening(folder, clock or utc_now))
