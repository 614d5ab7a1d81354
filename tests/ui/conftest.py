"""Fixtures of the screens: the application dressed as usual, and a background that is waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.background import Background
from ui.theme.theme import Scheme, theme
from ui.translation import Language, use_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """Dress the application: light, 100 %, Chinese."""
    use_language(qapp, Language.CHINESE)
    if theme().scheme is not Scheme.LIGHT or theme().scale != 1.0:
        theme().apply(Scheme.LIGHT)


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    """A background whose work is done before the test ends."""
    made = Background()
    yield made
    assert made.wait()
    qapp.processEvents()


def shown(qtbot: QtBot, window: QWidget) -> QWidget:
    """Show a window and wait until it is active, so that its widgets can have the focus."""
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
