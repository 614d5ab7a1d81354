"""A dialog that edits one thing: a form, and a verb of the desk that saves it in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal

from ui.kit.dialogs import Dialog
from ui.kit.form import FormGrid
from ui.kit.layouts import scrolled

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from ui.kit.buttons import Button
    from ui.page import Page

MOST = 0.94
"""The share of the window's height that a dialog may take."""


class EditDialog(Dialog):
    """A form whose errors stay in the dialog; ``saved`` carries what the verb returned."""

    saved = Signal(object)

    def __init__(
        self,
        page: Page,
        title: str,
        sentence: str = "",
        *,
        columns: int = 2,
        width: int = 520,
        scrolls: bool = False,
    ) -> None:
        super().__init__(title, sentence, parent=page.window(), width=width)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.page, self.desk = page, page.desk
        self.grid = FormGrid(columns=columns)
        self._area = scrolled(self.grid) if scrolls else None
        self.body.addWidget(self._area or self.grid)
        self.main: Button | None = None

    def offer(self, words: str, submit: Callable[[], object]) -> None:
        """Add the buttons; Ctrl+Enter saves from any field."""
        self.main = self.add_buttons(words, submit)
        self.main.setShortcut("Ctrl+Return")

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the form where the window has the room; a long form scrolls in a low one."""
        super().showEvent(event)
        if self._area is not None:
            around = self.height() - self._area.height()
            wanted = self.grid.heightForWidth(self.grid.width()) + around
            self.resize(self.width(), min(wanted, round(self.page.window().height() * MOST)))

    def save(self, work: Callable[[], Any]) -> None:
        """Do the work in the background; close when it is done, say the error when it is not."""
        self.notice.hide()
        self._busy(True)
        self.page.workspace.background.run(self, work, self._done, self._failed)

    def _done(self, answer: Any) -> None:
        self.saved.emit(answer)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        self.notice.say_error(error)

    def _busy(self, busy: bool) -> None:
        if self.main is not None:
            self.main.setEnabled(not busy)
