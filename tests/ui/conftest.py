"""Fixtures of the screens: the application dressed as usual, and a background that is waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.ui.noting_window import NotingWindow
from ui.background import Background
from ui.theme.theme import Scheme, theme
from ui.translation import Language, use_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from ui.page import Page
    from workbench.desk.desk import Desk


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


def page_of(
    kind: type[Page], qtbot: QtBot, desk: Desk, background: Background, *, width: int, height: int
) -> Page:
    """Show one page of the window by itself, as it is when somebody turns to it."""
    made = kind(desk, NotingWindow(background))
    qtbot.addWidget(made)
    made.resize(width, height)
    shown(qtbot, made)
    made.refresh()
    return made


@pytest.fixture
def press(qtbot: QtBot) -> Callable[..., None]:
    """Press keys in a widget as a person does: with the cursor in it."""

    def pressed(
        widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        widget.window().activateWindow()
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        qtbot.keyClick(widget, key, modifier)

    return pressed
