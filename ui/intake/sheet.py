"""Shows the first page of a PDF as a picture as wide as its room; for slips, which have one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme.theme import px

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from workbench.documents.preview import PageImage

SHARPNESS = 2.0
"""Pixels for each point of the page."""


def first_page(pdf: bytes) -> PageImage:
    """Return the first page as a picture; call it in the background."""
    from workbench.documents.preview import render_pages

    return render_pages(pdf, SHARPNESS, (0,))[0]


class Sheet(QLabel):
    """A page that keeps its proportions in whatever room it gets."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setMinimumSize(QSize(px(160), px(160)))
        self.setProperty("role", "caption")
        self._whole = QPixmap()
        self.wait()

    def wait(self) -> None:
        """Say that the page is being drawn."""
        self._whole = QPixmap()
        self.setText(self.tr("Drawing the preview…"))

    def show_page(self, page: PageImage) -> None:
        """Show a page."""
        picture = QImage(page.rgba, page.width, page.height, page.width * 4, QImage.Format.Format_RGBA8888)
        self._whole = QPixmap.fromImage(picture.copy())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._whole.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = self.size() * ratio
        fitted = self._whole.scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        fitted.setDevicePixelRatio(ratio)
        self.setPixmap(fitted)
