"""The ways a report leaves the workbench: as Excel, as PDF, on paper; each asks why and leaves a trace."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from ui.kit.tones import Tone
from ui.preview.printing import Printing
from ui.reports.approval import Asking
from ui.reports.purpose import PurposeDialog
from ui.reports.words import title_of
from workbench.desk.papers import FileFormat
from workbench.desk.report_kinds import Period

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ui.page import Page
    from workbench.desk.report_kinds import ReportKind
    from workbench.security.approval import Approval

TYPES = {FileFormat.EXCEL: "Excel (*.xlsx)", FileFormat.PDF: "PDF (*.pdf)"}


class Leaving(QObject):
    """Exports and prints for the reports page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.dialog: PurposeDialog | None = None
        self.asking = Asking(page)
        self.printing = Printing(page.workspace.background, page)
        self.printing.failed.connect(page.notice.say_error)
        self.printing.printed.connect(self._printed)

    def ask_to_export(self, kind: ReportKind, day: date, file_format: FileFormat) -> None:
        """Ask why and where to, then export."""
        self._ask_why(
            self.tr("Export {report}").format(report=title_of(kind)),
            self.tr("Choose the file…"),
            lambda purpose: self._ask_where(kind, day, file_format, purpose),
        )

    def ask_to_print(self, kind: ReportKind, day: date) -> None:
        """Ask why, then print with that purpose on every page."""
        self._ask_why(
            self.tr("Print {report}").format(report=title_of(kind)),
            self.tr("Choose the printer…"),
            lambda purpose: self.print_out(kind, day, purpose),
        )

    def export(self, kind: ReportKind, day: date, path: Path, purpose: str) -> None:
        """Write a report to a file; its ending says as what."""
        self.asking.act(
            purpose,
            lambda approval: self._write(kind, day, path, purpose, approval),
            lambda _done: self._exported(path),
        )

    def print_out(self, kind: ReportKind, day: date, purpose: str) -> None:
        """Draw a report for paper, then let the person choose the printer."""
        self.asking.act(
            purpose,
            lambda approval: self._page.desk.reports.paper(kind.name, day, purpose, approval),
            lambda pdf: self.printing.ask_and_print(pdf, title_of(kind)),
        )

    def _write(
        self, kind: ReportKind, day: date, path: Path, purpose: str, approval: Approval | None
    ) -> None:
        file_format = path.suffix.lower().removeprefix(".")
        self._page.desk.reports.write(kind.name, day, file_format, path, purpose, approval)

    def _exported(self, path: Path) -> None:
        folder = QUrl.fromLocalFile(str(path.parent))
        self._page.workspace.toast(
            self.tr("Exported to {file}.").format(file=path.name),
            Tone.SUCCESS,
            self.tr("Open the folder"),
            lambda: QDesktopServices.openUrl(folder),
        )

    def _printed(self, pages: int) -> None:
        self._page.workspace.toast(self.tr("%n page(s) sent to the printer.", "", pages))

    def _ask_why(self, title: str, action: str, go_on: Callable[[str], None]) -> None:
        person = self._page.desk.session.display_name
        self.dialog = PurposeDialog(title, action, person, self._page)
        self.dialog.agreed.connect(go_on)
        self.dialog.open()

    def _ask_where(self, kind: ReportKind, day: date, file_format: FileFormat, purpose: str) -> None:
        chooser = QFileDialog(self._page, self.tr("Export {report}").format(report=title_of(kind)))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(TYPES[file_format])
        chooser.setDefaultSuffix(file_format.value)
        chooser.selectFile(f"{title_of(kind)} {period_stamp(kind.period, day)}.{file_format.value}")
        chooser.fileSelected.connect(lambda chosen: self.export(kind, day, Path(chosen), purpose))
        chooser.open()


def period_stamp(period: Period, day: date) -> str:
    """Return the part of a file name that says what time a report is about."""
    return f"{day:%Y-%m}" if period is Period.MONTH else f"{day:%Y-%m-%d}"
