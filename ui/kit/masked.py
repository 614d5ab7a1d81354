"""A masked value: an ID number or phone that shows itself for sixty seconds to whoever says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from ui.kit.buttons import IconButton
from ui.kit.labels import Body, Caption
from ui.kit.layouts import STRETCH, row
from ui.kit.why import WhyDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Show = Callable[[str], None]

SHOWN_SECONDS = 60
SHORTEST_WORDS = 4


class MaskedField(QWidget):
    """Shows a masked value; the eye asks for the purpose, calls ``unmask(purpose, show)`` and counts down.

    ``unmask`` does its work in the background and calls ``show`` with the plain value in the GUI thread;
    so does ``explain``, with the person's own words, for a purpose that is not on the list.
    """

    def __init__(
        self,
        name: str,
        masked: str,
        unmask: Callable[[str, Show], object],
        purposes: Sequence[str],
        explain: Callable[[str, Show], object] | None = None,
    ) -> None:
        super().__init__()
        self._name, self._explain = name, explain
        self._masked, self._unmask, self._purposes = masked, unmask, tuple(purposes)
        self._left = 0
        self.value = Body(masked)
        self.value.setAccessibleName(f"{name}: {masked}")
        self.countdown = Caption("")
        self.eye = IconButton("eye", self.tr("Show {name} in full").format(name=name), self._toggle, size=16)
        self.eye.setProperty("size", "inline")
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._tick)
        self.setLayout(row(self.value, self.countdown, self.eye, STRETCH, gap=4))

    def show_plain(self, plain: str) -> None:
        """Show the value in full and start the countdown."""
        self._left = SHOWN_SECONDS
        self.value.setText(plain)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.eye.set_icon("eye-off")
        self._timer.start()
        self._show_left()

    def hide_again(self) -> None:
        """Mask the value at once."""
        self._timer.stop()
        self.value.setText(self._masked)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.countdown.setText("")
        self.eye.set_icon("eye")

    def purpose_menu(self) -> QMenu:
        """Return the menu that asks for the purpose."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Purpose of looking"))
        for purpose in self._purposes:
            menu.addAction(purpose, lambda why=purpose: self._unmask(why, self.show_plain))
        if self._explain is not None:
            menu.addSeparator()
            menu.addAction(self.tr("Another purpose…"), self.ask_why)
        return menu

    def ask_why(self) -> WhyDialog:
        """Ask for the purpose in the person's own words."""
        dialog = WhyDialog(self._name, SHORTEST_WORDS, self)
        dialog.said.connect(lambda words: self._explain(words, self.show_plain))
        dialog.open()
        return dialog

    def hideEvent(self, event: object) -> None:
        """Mask when the page is left."""
        super().hideEvent(event)
        self.hide_again()

    def _toggle(self) -> None:
        if self._timer.isActive():
            self.hide_again()
        else:
            menu = self.purpose_menu()
            menu.popup(self.eye.mapToGlobal(self.eye.rect().bottomLeft()))

    def _tick(self) -> None:
        self._left -= 1
        self.hide_again() if self._left <= 0 else self._show_left()

    def _show_left(self) -> None:
        self.countdown.setText(self.tr("{seconds} s").format(seconds=self._left))
