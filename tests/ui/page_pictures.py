"""Draws every page in every look: ``python -m tests.ui.page_pictures FOLDER``."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from tests.desk_fixtures import DAYS, HOUSEHOLDS, TODAY
from tests.store_fixtures import SettableClock
from tests.ui.gallery import LOOKS, dressed
from tests.ui.tour import Tour, close_for_good, open_shell
from ui.background import Background
from workbench.desk.demo.agenda import moment_on
from workbench.desk.demo.build import MORNING, build_demo, demo_opening
from workbench.desk.demo.cast import PASSWORD, SUPERVISOR
from workbench.desk.folder import DataFolder


def main(folder: str) -> None:
    """Draw everything into a folder."""
    application = QApplication.instance() or QApplication([])
    background, target = Background(application), Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as data:
        build_demo(DataFolder(Path(data)), TODAY, households=HOUSEHOLDS, days=DAYS)
        opening = demo_opening(DataFolder(Path(data)), SettableClock(moment_on(TODAY, MORNING)))
        desk = opening.sign_in(SUPERVISOR.account, PASSWORD)
        for look in LOOKS:
            dressed(application, look)
            shell = open_shell(desk, background, look)
            for stop in Tour(shell, background, desk).stops():
                shell.grab().save(str(target / f"{stop}-{look.name}.png"))
            close_for_good(shell)
        background.wait()
        opening.close()


if __name__ == "__main__":
    main(sys.argv[1])
