"""Looking at a document by keys and clicks, and printing it."""

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from tests.ui.preview.papers import plain_pdf, report_pdf
from ui.background import Background
from ui.preview.dialog import PreviewDialog
from ui.preview.printing import NoPrinter, Printing
from ui.preview.sheets import Fit
from ui.preview.view import PreviewView


@pytest.fixture
def background(qtbot):
    made = Background()
    yield made
    assert made.wait()


@pytest.fixture
def view(qtbot, background):
    made = PreviewView(background)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def opened(qtbot, view, pdf):
    with qtbot.waitSignal(view.shown):
        view.show_pdf(pdf)
    qtbot.waitUntil(lambda: view.canvas.is_sharp(view.canvas.front))
    return view


def test_a_document_opens_at_its_first_page_as_wide_as_the_window(qtbot, view):
    opened(qtbot, view, plain_pdf(5))
    assert view.canvas.fit is Fit.WIDTH
    assert view.page.text() == "1"
    assert view.canvas.count == 5
    assert not view.before.isEnabled()


def test_page_down_and_end_walk_through_the_pages(qtbot, view):
    opened(qtbot, view, plain_pdf(5))
    qtbot.keyClick(view.canvas, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: view.page.text() == "2")
    qtbot.keyClick(view.canvas, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: view.page.text() == "5" and view.canvas.is_sharp(4))
    assert not view.after.isEnabled()
    qtbot.keyClick(view.canvas, Qt.Key.Key_Home)
    assert view.page.text() == "1"


def test_a_typed_page_number_opens_that_page(qtbot, view):
    opened(qtbot, view, plain_pdf(30))
    view.page.setFocus()
    view.page.selectAll()
    qtbot.keyClicks(view.page, "17")
    qtbot.keyClick(view.page, Qt.Key.Key_Return)
    assert view.canvas.front == 16


def test_zooming_keeps_the_page_in_front(qtbot, view):
    opened(qtbot, view, plain_pdf(9))
    view.canvas.go_to(4)
    before = view.canvas.zoom
    qtbot.mouseClick(view.larger, Qt.MouseButton.LeftButton)
    assert view.canvas.zoom > before
    assert view.canvas.front == 4
    qtbot.mouseClick(view.fit_page, Qt.MouseButton.LeftButton)
    assert view.canvas.zoom < before
    assert view.canvas.front == 4
    qtbot.waitUntil(lambda: view.canvas.is_sharp(4))


def test_a_thousand_pages_open_without_drawing_them(qtbot, view):
    opened(qtbot, view, plain_pdf(1000))
    qtbot.keyClick(view.canvas, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: view.canvas.is_sharp(999))
    assert len(view.canvas._pictures) <= 12


def test_a_report_is_there_to_be_read(qtbot, view):
    opened(qtbot, view, report_pdf(80))
    picture = view.canvas.viewport().grab().toImage()
    dark = sum(
        picture.pixelColor(x, y).lightness() < 90
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    )
    assert dark > 100


def test_what_is_no_pdf_is_refused_with_words(qtbot, view):
    with qtbot.waitSignal(view.failed) as told:
        view.show_pdf(b"not a document")
    assert "PDF" in str(told.args[0])


def test_printing_writes_the_pages_that_were_asked_for(qtbot, background, tmp_path):
    dialog = PreviewDialog(plain_pdf(6), "Day sheet", background)
    qtbot.addWidget(dialog)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 4)
    with qtbot.waitSignal(dialog.printed, timeout=10_000) as told:
        dialog.printing.print_on(printer, plain_pdf(6))
    assert told.args == [3]
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == 3


def test_without_a_printer_it_says_so(qtbot, background, view, monkeypatch):
    monkeypatch.setattr("PySide6.QtPrintSupport.QPrinterInfo.availablePrinterNames", list)
    printing = Printing(background, view)
    with qtbot.waitSignal(printing.failed) as told:
        printing.ask_and_print(plain_pdf(1), "Slip")
    assert isinstance(told.args[0], NoPrinter)
