"""A document in a window of its own, to look at and print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QWidget

from ui.kit.buttons import GhostButton, PrimaryButton
from ui.kit.labels import Heading
from ui.kit.layouts import STRETCH, column, row
from ui.kit.notices import InlineNotice
from ui.preview.printing import Printing
from ui.preview.view import PreviewView
from ui.theme.theme import px

if TYPE_CHECKING:
    from ui.background import Background


class PreviewDialog(QDialog):
    """Shows a PDF and prints it with Ctrl+P; ``printed`` tells how many pages went out."""

    printed = Signal(int)

    def __init__(self, pdf: bytes, title: str, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._pdf, self._title = pdf, title
        self.notice = InlineNotice()
        self.view = PreviewView(background)
        self.printing = Printing(background, self)
        self.print_button = PrimaryButton(self.tr("Print  Ctrl+P"), self.print_pages, icon_name="print")
        self._arrange()
        self.printing.printed.connect(self.printed)
        self.printing.failed.connect(self.notice.say_error)
        self.view.failed.connect(self.notice.say_error)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_pages)
        self.view.shown.connect(lambda _pages: self.view.take_focus())
        self.view.show_pdf(pdf)

    def print_pages(self) -> None:
        """Choose a printer and print."""
        self.notice.hide()
        self.printing.ask_and_print(self._pdf, self._title)

    def _arrange(self) -> None:
        heading = Heading(self._title)
        close = GhostButton(self.tr("Close  Esc"), self.reject)
        close.setAutoDefault(False)
        self.print_button.setAutoDefault(False)
        head = row(heading, STRETCH, close, self.print_button, margins=(20, 14, 20, 12))
        frame = QFrame()
        frame.setProperty("role", "card")
        frame.setLayout(column(self.view, margins=1))
        paper = column(self.notice, gap=8, margins=(20, 0, 20, 20))
        paper.addWidget(frame, 1)
        whole = column(head, gap=0)
        whole.addLayout(paper, 1)
        self.setLayout(whole)
        room = self.screen().availableSize()
        self.resize(min(px(860), room.width()), min(px(920), room.height() - px(40)))
