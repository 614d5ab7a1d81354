"""The Sync section of whoever signs in, on a sync that needs no server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog

from tests.ui.conftest import page_of
from tests.ui.sync.standin import StandInSync, stands_in
from ui.manage.page import ManagePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.background import Background
    from ui.sync.section import SyncSection
    from workbench.desk.desk import Desk


@pytest.fixture
def sync(desk: Desk) -> StandInSync:
    return stands_in(desk, StandInSync())


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, sync: StandInSync, background: Background) -> ManagePage:
    return page_of(ManagePage, qtbot, desk, background, width=1290, height=660)


@pytest.fixture
def section(qtbot: QtBot, page: ManagePage) -> SyncSection:
    page.show_section("sync")
    made = page.section("sync")
    qtbot.waitUntil(lambda: made.inbox.pane is not None)
    return made


@pytest.fixture
def open_dialog(qtbot: QtBot, page: ManagePage) -> Callable[[], QDialog]:
    """Return the dialog over the page once it is there."""

    def found() -> QDialog:
        def dialogs() -> list[QDialog]:
            return [one for one in page.window().findChildren(QDialog) if one.isVisible()]

        qtbot.waitUntil(lambda: bool(dialogs()))
        dialog = dialogs()[-1]
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return found
