"""Something long is going on: what, how far, and the button that stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.kit.buttons import GhostButton
from ui.kit.labels import Caption, Title
from ui.kit.layouts import STRETCH, column, row
from ui.theme.theme import px

if TYPE_CHECKING:
    from ui.background import CancelToken


class BusyPane(QWidget):
    """A bar in the middle of the page; Esc stops the work."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._token: CancelToken | None = None
        self.title, self.detail = Title(""), Caption("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(px(360))
        self.stop = GhostButton(self.tr("Stop  Esc"), self.cancel)
        self.stop.setShortcut("Esc")
        centred = [self.title, self.bar, self.detail, self.stop]
        whole = column(STRETCH, *(row(STRETCH, one, STRETCH) for one in centred), STRETCH, gap=14)
        self.setLayout(whole)

    def begin(self, title: str, detail: str, token: CancelToken) -> None:
        """Show what is going on; its end is not known yet."""
        self._token = token
        self.title.setText(title)
        self.detail.setText(detail)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(title)
        self.stop.setEnabled(True)
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def advance(self, done: int, total: int) -> None:
        """Show how far the work is."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.detail.setText(self.tr("{done} of {total} rows").format(done=f"{done:,}", total=f"{total:,}"))

    def cancel(self) -> None:
        """Ask the work to stop."""
        if self._token is not None and self.isVisible():
            self._token.cancel()
            self.stop.setEnabled(False)
            self.detail.setText(self.tr("Stopping…"))
            self.stopped.emit()
