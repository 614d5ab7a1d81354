"""How figures of a round leave the workbench: why first, then where to, then a word that it is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.reports.approval import Asking
from ui.reports.purpose import PurposeDialog
from ui.wording.labels import label_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.page import Page
    from workbench.census.views import RoundRow
    from workbench.desk.census_figures import FigureKind
    from workbench.desk.papers import FileFormat


class FigureLeaving(QObject):
    """Asks why and where to; writes in the background."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.dialog: PurposeDialog | None = None
        self.asking = Asking(page)

    def take(self, chosen: RoundRow, kind: FigureKind, file_format: FileFormat) -> None:
        """Take one report along."""
        name = f"{chosen.name}{kind.label}.{file_format.value}"
        self._ask_why(
            label_of(kind),
            lambda why: self._ask_file(name, lambda to: self.write(chosen, kind, to, why)),
        )

    def take_microdata(self, chosen: RoundRow) -> None:
        """Take the anonymised people along into a folder."""
        self._ask_why(
            self.tr("Microdata"),
            lambda why: self._ask_folder(lambda to: self.write_microdata(chosen, to, why)),
        )

    def write(self, chosen: RoundRow, kind: FigureKind, target: Path, purpose: str) -> None:
        """Write one report; the file's ending says as what."""
        figures, ending = self._page.desk.census_figures, target.suffix.lower().removeprefix(".")
        self.asking.act(
            purpose,
            lambda approval: figures.write(chosen.id, kind, ending, target, purpose, approval),
            lambda _: self._done(target.name),
        )

    def write_microdata(self, chosen: RoundRow, folder: Path, purpose: str) -> None:
        """Write the microdata files into a folder."""
        figures = self._page.desk.census_figures
        self.asking.act(
            purpose,
            lambda approval: figures.microdata(chosen.id, folder, purpose, approval),
            lambda files: self._done(files[0].name),
        )

    def _done(self, name: str) -> None:
        self._page.workspace.toast(self.tr("Exported to {file}.").format(file=name))

    def _ask_why(self, title: str, go_on: Callable[[str], None]) -> None:
        person = self._page.desk.session.display_name
        self.dialog = PurposeDialog(title, self.tr("Choose where to…"), person, self._page)
        self.dialog.agreed.connect(go_on)
        self.dialog.open()

    def _ask_file(self, name: str, go_on: Callable[[Path], None]) -> None:
        chooser = QFileDialog(self._page, name)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.selectFile(name)
        chooser.fileSelected.connect(lambda file: go_on(Path(file)))
        chooser.open()

    def _ask_folder(self, go_on: Callable[[Path], None]) -> None:
        chooser = QFileDialog(self._page, self.tr("Choose a folder"))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.fileSelected.connect(lambda folder: go_on(Path(folder)))
        chooser.open()
