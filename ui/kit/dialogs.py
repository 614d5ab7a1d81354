"""Dialogs: a title, content, and buttons in one place; Enter does the primary thing, Esc leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import Button, DangerButton, GhostButton, PrimaryButton
from ui.kit.labels import Heading, Soft
from ui.kit.layouts import STRETCH, column, row, show_if
from ui.kit.notices import InlineNotice
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Callable


class Dialog(QDialog):
    """The base of every dialog: put content into ``body``; ``open()`` makes it modal to its window."""

    def __init__(
        self, title: str, sentence: str = "", *, parent: QWidget | None = None, width: int = 480
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(px(width))
        self.sentence = Soft(sentence, wrap=True)
        show_if(self.sentence, bool(sentence))
        self.notice = InlineNotice()
        self.body: QVBoxLayout = column(gap=12)
        self.footer: QHBoxLayout = row(STRETCH)
        self.heading = Heading(title)
        whole = column(self.heading, self.sentence, self.notice, gap=12, margins=24)
        whole.addLayout(self.body, 1)
        whole.addLayout(self.footer)
        self.setLayout(whole)

    def add_buttons(self, primary: str, on_primary: Callable[[], object], *, danger: bool = False) -> Button:
        """Add cancel and the primary button; return the latter."""
        main = (DangerButton if danger else PrimaryButton)(primary, on_primary)
        self.footer.addWidget(GhostButton(self.tr("Cancel"), self.reject))
        self.footer.addWidget(main)
        main.setDefault(True)
        return main

    def add_close(self) -> None:
        """Add only a close button."""
        close = PrimaryButton(self.tr("Close"), self.accept)
        self.footer.addWidget(close)
        close.setDefault(True)


def ask(
    parent: QWidget,
    title: str,
    sentence: str,
    action: str,
    on_yes: Callable[[], object],
    *,
    danger: bool = False,
) -> Dialog:
    """Ask before doing something that is hard to take back; return the open dialog."""
    dialog = Dialog(title, sentence, parent=parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(on_yes)
    dialog.add_buttons(action, dialog.accept, danger=danger)
    dialog.open()
    return dialog
