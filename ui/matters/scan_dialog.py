"""Shows a scan or photo kept in the vault: a PDF in the preview, a picture in a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel

from ui.kit.dialogs import Dialog
from ui.preview.dialog import PreviewDialog
from ui.theme.theme import px

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from ui.page import Page

LONGEST = 720


def open_scan(page: Page, content: bytes) -> QDialog:
    """Show what was scanned."""
    title = QCoreApplication.translate("Scan", "Scan")
    dialog: QDialog
    if content.startswith(b"%PDF"):
        dialog = PreviewDialog(content, title, page.workspace.background, page)
    else:
        dialog = _picture(page, content, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _picture(page: Page, content: bytes, title: str) -> Dialog:
    dialog = Dialog(title, parent=page)
    picture = QPixmap.fromImage(QImage.fromData(content))
    shown = QLabel()
    shown.setAccessibleName(title)
    edge = px(LONGEST)
    shown.setPixmap(
        picture.scaled(
            min(edge, picture.width()), min(edge, picture.height()),
            Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation,
        )
    )  # fmt: skip
    dialog.body.addWidget(shown)
    dialog.add_close()
    return dialog
