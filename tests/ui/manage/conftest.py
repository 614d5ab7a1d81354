"""The Manage page of the supervisor, open at a section."""

import pytest

from tests.ui.conftest import page_of
from ui.manage.page import ManagePage


@pytest.fixture
def page(qtbot, desk, background):
    return page_of(ManagePage, qtbot, desk, background, width=1200, height=700)


@pytest.fixture
def window(page):
    return page.workspace


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
