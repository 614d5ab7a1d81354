"""The Manage page of the supervisor, open at a section."""

import pytest

from tests.ui.noting_window import NotingWindow
from ui.manage.page import ManagePage


@pytest.fixture
def window(background):
    return NotingWindow(background)


@pytest.fixture
def page(qtbot, desk, window):
    made = ManagePage(desk, window)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    qtbot.waitActive(made)
    yield made
    made.workspace.background.wait()


@pytest.fixture
def open_dialog(qtbot, page):
    """Return the dialog over the page once it is there."""

    def found():
        qtbot.waitUntil(lambda: bool(_dialogs(page)))
        dialog = _dialogs(page)[-1]
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return found


def _dialogs(page):
    from PySide6.QtWidgets import QDialog

    return [one for one in page.window().findChildren(QDialog) if one.isVisible()]
