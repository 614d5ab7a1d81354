"""The hands and eyes of a person at the desk: they type, wait until they see, and take pictures."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

T = TypeVar("T")

PATIENCE = 20.0
"""Seconds to wait for something to appear before giving up."""

_A_MOMENT = 15
_NO_KEYS = Qt.KeyboardModifier.NoModifier


class NothingAppeared(WorkbenchError):
    """The window did not show in time what it should."""


class Hands:
    """Acts on the windows as a person does; `say` tells each step as it is done."""

    def __init__(self, out: Path, say: Callable[[str], None]) -> None:
        self.out, self._say = out, say
        self._pictures = 0

    def tell(self, step: str) -> None:
        """Say what is being done now."""
        self._say(step)

    def type(self, text: str) -> None:
        """Type where the cursor is; Chinese arrives as an input method commits it."""
        if text.isascii():
            QTest.keyClicks(_focus(), text)
        else:
            committed = QInputMethodEvent()
            committed.setCommitString(text)
            QApplication.sendEvent(_focus(), committed)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NO_KEYS) -> None:
        """Press one key where the cursor is."""
        QTest.keyClick(_focus(), key, modifiers)

    def wait_for(self, see: Callable[[], T], what: str, patience: float = PATIENCE) -> T:
        """Wait so many seconds until something is seen, and return it. Raises NothingAppeared."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            pass_time(_A_MOMENT)
            if seen := see():
                return seen
        raise NothingAppeared(f"演示中断：等了 {patience:.0f} 秒仍没有看到{what}。")

    def rest(self) -> None:
        """Let the windows show what they were told meanwhile."""
        pass_time(_A_MOMENT)

    def picture(self, window: QWidget, name: str) -> Path:
        """Take a picture of a window as it is now."""
        pass_time(_A_MOMENT * 4)
        self._pictures += 1
        path = self.out / f"{self._pictures:02d}-{name}.png"
        window.grab().save(str(path))
        self._say(f"  图片 {path}")
        return path

    def keep(self, name: str, content: bytes) -> Path:
        """Leave a document in the folder."""
        path = self.out / name
        path.write_bytes(content)
        self._say(f"  文件 {path}")
        return path


def pass_time(milliseconds: int) -> None:
    """Let the windows live on; `QTest.qWait` would keep Python's lock from the background meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _focus() -> QWidget:
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    if widget is None:
        raise NothingAppeared("演示中断：没有可以输入的窗口。")
    return widget
