"""Draws intake, matters and people in every look: ``python -m tests.ui.page_pictures FOLDER``."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tests.store_fixtures import SettableClock
from tests.ui.gallery import LOOKS, dressed, settle
from ui.background import Background
from ui.pages import PAGES
from ui.shell.window import Shell
from ui.signin.gatekeeper import SignedIn
from workbench.desk.demo.agenda import moment_on
from workbench.desk.demo.build import MORNING, build_demo, demo_opening
from workbench.desk.demo.cast import PASSWORD, SUPERVISOR
from workbench.desk.folder import DataFolder
from workbench.intake.queries.lists import MatterList

if TYPE_CHECKING:
    from tests.ui.gallery import Look
    from workbench.desk.desk import Desk

TODAY = date(2026, 11, 24)
ITEM, SECOND_ITEM = "AG-003", "DP-001"


class Album:
    """The pictures of one look."""

    def __init__(self, desk: Desk, look: Look, folder: Path, background: Background) -> None:
        self._desk, self._look, self._folder, self._background = desk, look, folder, background
        who = SignedIn(
            desk.session.staff_id, desk.session.name, desk.session.display_name, "", "",
            frozenset(desk.session.permissions), desk,
        )  # fmt: skip
        self.shell = Shell(who, background, PAGES)
        self.shell.resize(look.width, look.height)
        self.shell.show()

    def take(self, name: str) -> None:
        """Wait for what is being read, and keep a picture."""
        for _ in range(3):
            self._background.wait()
            settle(40)
        self.shell.grab().save(str(self._folder / f"{name}-{self._look.name}.png"))

    def draw(self) -> None:
        """Draw every state worth looking at."""
        row = self._desk.matters.rows(MatterList.OPEN)[0]
        self.shell.open_page("intake")
        self.take("intake-people")
        page = self.shell.pages.page("intake")
        page.conversation.greet(row.applicant_id)
        self.take("intake-items")
        page.conversation.add_item(ITEM)
        self.take("intake-work")
        page.conversation.tick_all()
        page.conversation.add_item(SECOND_ITEM)
        self.take("intake-two")
        page.serve_next()
        self.shell.open_page("matters")
        self.shell.pages.page("matters").list.choose(MatterList.OPEN)
        self.take("matters")
        self.shell.open_record("matter", row.id)
        self.take("matter")
        self.shell.open_record("person", row.applicant_id)
        self.take("person")
        self.shell.close()


def main(folder: str) -> None:
    """Draw everything into a folder."""
    application = QApplication.instance() or QApplication([])
    background, target = Background(application), Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as data:
        build_demo(DataFolder(Path(data)), TODAY, households=60, days=12)
        opening = demo_opening(DataFolder(Path(data)), SettableClock(moment_on(TODAY, MORNING)))
        desk = opening.sign_in(SUPERVISOR.account, PASSWORD)
        for look in LOOKS:
            dressed(application, look)
            Album(desk, look, target, background).draw()
        background.wait()
        opening.close()


if __name__ == "__main__":
    main(sys.argv[1])
