"""The way to the printer: chosen by a person, pages drawn in the background, stopped when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.kit.dialogs import Dialog
from ui.preview.sheets import POINTS_PER_INCH
from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter

    from ui.background import Background, CancelToken
    from workbench.documents.preview import PageImage

SHARPEST = 400
"""Dots to the inch; finer pictures need memory that a desk machine lacks and the eye sees no difference."""


class NoPrinter(WorkbenchError):
    """No printer is known to the machine; nothing was printed."""


class PrinterFailed(WorkbenchError):
    """The printer did not take the document."""


class Printing(QObject):
    """Prints one document after another for a window; ``printed`` tells how many pages went out."""

    printed = Signal(int)
    failed = Signal(object)

    def __init__(self, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._background, self._window = background, window

    def ask_and_print(self, pdf: bytes, title: str) -> None:
        """Let the person choose printer and pages, then print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        if not QPrinterInfo.availablePrinterNames():
            self.failed.emit(
                NoPrinter(self.tr("No printer is set up on this machine. Export the PDF instead."))
            )
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, self._window)
        dialog.accepted.connect(lambda: self.print_on(printer, pdf))
        dialog.open()

    def print_on(self, printer: QPrinter, pdf: bytes) -> None:
        """Print on a printer, showing how far it is; closing the window of the progress stops it."""
        progress = PrintProgress(self._window)
        token = self._background.run_with_progress(
            self,
            lambda report, token: draw_document(printer, pdf, report, token),
            progress.show_step,
            lambda pages: (progress.accept(), self.printed.emit(pages)),
            lambda error: (progress.accept(), self.failed.emit(error)),
        )
        progress.rejected.connect(token.cancel)
        progress.open()


class PrintProgress(Dialog):
    """How far the printing is."""

    def __init__(self, window: QWidget) -> None:
        super().__init__("", parent=window, width=380)
        self.heading.setText(self.tr("Printing…"))
        self.setWindowTitle(self.heading.text())
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.heading.text())
        self.body.addWidget(self.bar)
        self.add_buttons(self.tr("Stop"), self.reject, danger=True).setDefault(False)
        self.footer.itemAt(1).widget().hide()

    def show_step(self, step: int, total: int) -> None:
        """Show that so many pages of all are drawn."""
        self.bar.setMaximum(total)
        self.bar.setValue(step)
        self.sentence.setText(self.tr("Page {page} of {pages}").format(page=step, pages=total))
        self.sentence.show()


def draw_document(
    printer: QPrinter, pdf: bytes, report: Callable[[int, int], None], token: CancelToken
) -> int:
    """Draw the pages a printer was asked for and return how many; call it in the background.

    Raises PrinterFailed, DocumentUnreadable, Cancelled.
    """
    from workbench.documents.preview import page_count, render_pages

    places = _places(printer, page_count(pdf))
    scale = min(printer.resolution(), SHARPEST) / POINTS_PER_INCH
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterFailed(printer.tr("The printer did not answer. Check that it is on, then print again."))
    try:
        for at, place in enumerate(places):
            report(at, len(places))
            if at:
                printer.newPage()
            _draw_page(painter, render_pages(pdf, scale, (place,))[0])
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    token.check()
    return len(places)


def _places(printer: QPrinter, count: int) -> range:
    first, last = printer.fromPage() or 1, printer.toPage() or count
    return range(max(first, 1) - 1, min(last, count))


def _draw_page(painter: QPainter, page: PageImage) -> None:
    picture = QImage(page.rgba, page.width, page.height, page.width * 4, QImage.Format.Format_RGBA8888)
    sheet = QRectF(painter.viewport())
    scale = min(sheet.width() / page.width, sheet.height() / page.height)
    painter.drawImage(QRectF(0, 0, page.width * scale, page.height * scale), picture)
