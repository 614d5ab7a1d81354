"""The catalogue out to Excel and back in, with the difference shown before anything changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from ui.catalogue.difference import DifferenceDialog
from ui.kit.tones import Tone

if TYPE_CHECKING:
    from ui.page import Page
    from workbench.catalogue.difference import CatalogueDifference
    from workbench.catalogue.service import ImportResult


class Exchange(QObject):
    """Export and import for the catalogue page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.dialog: DifferenceDialog | None = None

    def ask_where_to_export(self) -> None:
        """Let the person choose a file, then write the catalogue there."""
        name = self.tr("Service catalogue") + f" {self._page.desk.today():%Y-%m-%d}.xlsx"
        chooser = self._chooser(self.tr("Export the catalogue"), QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("xlsx")
        chooser.selectFile(name)
        chooser.fileSelected.connect(lambda chosen: self.export_to(Path(chosen)))
        chooser.open()

    def ask_what_to_import(self) -> None:
        """Let the person choose a workbook, then show what it would change."""
        chooser = self._chooser(self.tr("Import a catalogue"), QFileDialog.AcceptMode.AcceptOpen)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(lambda chosen: self.preview(Path(chosen)))
        chooser.open()

    def export_to(self, path: Path) -> None:
        """Write the catalogue to a workbook."""
        self._page.act(lambda: self._page.desk.catalogue.export(path), lambda _done: self._exported(path))

    def preview(self, path: Path) -> None:
        """Read a workbook and show the difference."""
        self._page.act(lambda: self._page.desk.catalogue.preview_import(path), self._show_difference)

    def apply(self, changes: CatalogueDifference, retire_missing: bool) -> None:
        """Make the changes that were shown."""
        self._page.act(
            lambda: self._page.desk.catalogue.apply_import(changes, retire_missing=retire_missing),
            self._applied,
        )

    def _exported(self, path: Path) -> None:
        folder = QUrl.fromLocalFile(str(path.parent))
        said = self.tr("Exported to {file}.").format(file=path.name)
        self._page.workspace.toast(
            said, Tone.SUCCESS, self.tr("Open the folder"), lambda: QDesktopServices.openUrl(folder)
        )

    def _show_difference(self, changes: CatalogueDifference) -> None:
        if changes.is_empty:
            said = self.tr("“{file}” says what the catalogue says already.").format(file=changes.source)
            self._page.workspace.toast(said, Tone.INFO)
            return
        self.dialog = DifferenceDialog(changes, self._page)
        self.dialog.agreed.connect(lambda retire: self.apply(changes, retire))
        self.dialog.open()

    def _applied(self, result: ImportResult) -> None:
        words = self.tr("Imported: {added} added, {changed} changed, {retired} retired.")
        self._page.workspace.toast(
            words.format(added=result.added, changed=result.changed, retired=result.retired)
        )

    def _chooser(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        chooser = QFileDialog(self._page, title)
        chooser.setAcceptMode(mode)
        chooser.setNameFilter(self.tr("Excel workbook (*.xlsx)"))
        return chooser
