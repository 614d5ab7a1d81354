"""The census page of a supervisor and of an outside enumerator, in the middle of a round."""

import pytest

from tests.ui.conftest import page_of
from ui.census.page import CensusPage


@pytest.fixture
def chief_page(qtbot, chief_desk, background):
    return page_of(CensusPage, qtbot, chief_desk, background, width=1290, height=700)


@pytest.fixture
def enumerator_page(qtbot, enumerator_desk, background):
    return page_of(CensusPage, qtbot, enumerator_desk, background, width=1290, height=700)


@pytest.fixture
def open_dialog(qtbot):
    """Return the dialog over a page once it is there."""

    def found(page):
        from PySide6.QtWidgets import QDialog

        def shown():
            return [one for one in page.window().findChildren(QDialog) if one.isVisible()]

        qtbot.waitUntil(lambda: bool(shown()))
        dialog = shown()[-1]
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return found
