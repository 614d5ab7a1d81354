"""A photo, a recording or a file: chosen by a picker or dropped here; only its name is shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ui.forms.fields.field import Field
from ui.kit.buttons import GhostButton
from ui.kit.labels import Elided
from ui.kit.layouts import row

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ui.forms.asked import Asked


class FileField(Field):
    """``picked`` carries a chosen file; the page keeps it and answers with its name."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = GhostButton(self.tr("Choose a file  Space"), self.ask_for_file, icon_name="paperclip")
        self.name = Elided("", role="soft")
        whole = row(self.button)
        whole.addWidget(self.name, 1)
        self.setLayout(whole)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.button)

    def take(self, asked: Asked) -> None:
        """Show the name of what is kept."""
        self.name.setText(asked.value)

    def update_question(self, asked: Asked) -> None:
        """Show the name of what is kept now."""
        super().update_question(asked)
        self.take(asked)

    def focus_widget(self) -> QWidget:
        """The button."""
        return self.button

    def takes_key(self, event: QKeyEvent) -> bool:
        """Space and Insert choose, Delete takes away."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Insert):
            self.ask_for_file()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.chosen.emit("")
        else:
            return False
        return True

    def ask_for_file(self) -> None:
        """Let the person choose a file."""
        from PySide6.QtWidgets import QFileDialog

        file, _kind = QFileDialog.getOpenFileName(self, self.asked.label, "", kinds_of(self.asked))
        if file:
            self.picked.emit(Path(file))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files only."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first file dropped."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.picked.emit(Path(files[0]))


def kinds_of(asked: Asked) -> str:
    """Return the filter of the picker: the endings that the form's media type stands for."""
    media = asked.node.control.media_type if asked.node.control else ""
    endings = {
        "image": "*.jpg *.jpeg *.png *.webp *.heic",
        "audio": "*.mp3 *.m4a *.wav *.ogg *.amr",
        "video": "*.mp4 *.mov *.3gp *.mkv",
    }.get(media.partition("/")[0], "")
    return f"{media} ({endings})" if endings else ""
