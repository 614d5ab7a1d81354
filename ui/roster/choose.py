"""The first step: a place to drop the file on, or the button to choose it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame

from ui.kit.buttons import PrimaryButton
from ui.kit.empty import IconLabel, spread
from ui.kit.labels import Caption, Soft, Title
from ui.kit.layouts import STRETCH, column, row
from ui.theme.theme import px

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

SUFFIXES = (".xlsx", ".xls", ".csv")


class ChoosePane(QFrame):
    """Takes one file; ``chosen`` carries its path."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Choose a roster"))
        self.title = Title(self.tr("Drop the roster here"))
        words = Soft(
            self.tr(
                "Title rows, merged headings, totals, several sheets: leave the file as it is. "
                "Nothing is stored until you have seen what becomes of every row."
            ),
            wrap=True,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setMinimumWidth(px(240))
        words.setMaximumWidth(px(440))
        self.button = PrimaryButton(
            self.tr("Choose a file…  Ctrl+O"), self.ask, icon_name="folder", size="large"
        )
        kinds = Caption(self.tr("Excel (.xlsx, .xls) or CSV"))
        upper = (row(STRETCH, one, STRETCH) for one in (IconLabel("upload", "text_faint", 44), self.title))
        lower = (row(STRETCH, one, STRETCH) for one in (self.button, kinds))
        self.setLayout(column(STRETCH, *upper, spread(words), *lower, STRETCH, gap=14, margins=24))

    def ask(self) -> None:
        """Ask for a file."""
        pattern = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        kinds = self.tr("Rosters ({pattern})").format(pattern=pattern)
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a roster"), str(Path.home()), kinds)
        if path:
            self.chosen.emit(Path(path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if _dropped(event) is not None:
            event.acceptProposedAction()
            self.title.setText(self.tr("Let go to read it"))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The file went elsewhere."""
        super().dragLeaveEvent(event)
        self.title.setText(self.tr("Drop the roster here"))

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        self.title.setText(self.tr("Drop the roster here"))
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.chosen.emit(path)


def _dropped(event: QDropEvent | QDragEnterEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
