"""Choosing a report and its time, looking at it, and letting it leave with a purpose."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from tests.ui.noting_window import NotingWindow
from ui.kit.dialogs import Dialog
from ui.reports.page import ReportsPage
from workbench.desk.papers import FileFormat
from workbench.desk.report_kinds import Period
from workbench.store.journal import JournalKind


@pytest.fixture
def window(background):
    return NotingWindow(background)


def opened(qtbot, desk, window):
    made = ReportsPage(desk, window)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    with qtbot.waitSignal(made.preview.shown):
        made.refresh()
    return made


@pytest.fixture
def page(qtbot, desk, window):
    return opened(qtbot, desk, window)


def choose(qtbot, page, name):
    page.list.setFocus()
    while page.list.current() != name:
        with qtbot.waitSignal(page.preview.shown, timeout=10_000):
            qtbot.keyClick(page.list, Qt.Key.Key_Down)


def words(page):
    return "".join(part.extract_text() for part in PdfReader(BytesIO(page.preview.pdf)).pages)


def test_arrows_walk_through_the_reports_and_each_is_drawn(qtbot, page):
    seen = []
    for kind in page._kinds.values():
        choose(qtbot, page, kind.name)
        assert page.summary.text() == kind.summary
        assert page.preview.canvas.count >= 1
        seen.append(kind.period)
    assert set(seen) == set(Period)


def test_the_day_before_is_one_key_away(qtbot, page):
    assert page.period.value().isoformat() == "2026-11-24"
    with qtbot.waitSignal(page.preview.shown):
        qtbot.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.period.value().isoformat() == "2026-11-23"
    assert "2026年11月23日" in words(page)
    with qtbot.waitSignal(page.preview.shown):
        qtbot.mouseClick(page.period.reset, Qt.MouseButton.LeftButton)
    assert page.period.value().isoformat() == "2026-11-24"


def test_no_report_is_about_the_future(qtbot, page):
    page.period.later()
    assert page.period.value().isoformat() == "2026-11-24"
    assert not page.period.after.isEnabled()


def test_a_typed_day_is_taken(qtbot, page):
    page.period.day.selectAll()
    with qtbot.waitSignal(page.preview.shown):
        qtbot.keyClicks(page.period.day, "11-20")
    assert page.period.value().isoformat() == "2026-11-20"


def test_a_monthly_report_goes_back_by_months(qtbot, page):
    choose(qtbot, page, "monthly-intake")
    with qtbot.waitSignal(page.preview.shown):
        qtbot.mouseClick(page.period.before, Qt.MouseButton.LeftButton)
    assert page.period.value().isoformat() == "2026-10-01"


def test_an_export_asks_why_and_where_and_leaves_a_trace(qtbot, page, desk, window, tmp_path):
    qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = page.leaving.dialog
    dialog.purpose.setEditText("年度检查")
    qtbot.keyClick(dialog.purpose, Qt.Key.Key_Return)
    chooser = page.findChildren(QFileDialog)[-1]
    assert chooser.defaultSuffix() == "xlsx"
    chooser.fileSelected.emit(str(tmp_path / "日报.xlsx"))
    qtbot.waitUntil(lambda: bool(window.said))
    chooser.close()
    assert openpyxl.load_workbook(tmp_path / "日报.xlsx").sheetnames
    [last, *_] = desk.access_log.rows()
    assert (last.kind, last.record_id, last.purpose) == (JournalKind.EXPORT, "day-sheet", "年度检查")


def test_without_a_purpose_nothing_leaves(qtbot, page):
    page.leaving.ask_to_export(page.kind(), page.period.value(), FileFormat.PDF)
    dialog = page.leaving.dialog
    dialog.purpose.setEditText("  ")
    qtbot.keyClick(dialog.purpose, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.form.error("purpose")
    dialog.reject()


def test_a_folder_that_cannot_be_written_is_explained(qtbot, page, window):
    page.leaving.export(page.kind(), page.period.value(), Path("/nowhere/report.pdf"), "存档")
    qtbot.waitUntil(page.notice.isVisible)
    assert "report.pdf" in page.notice.text()
    assert page.excel.isEnabled()
    assert not window.said


def test_what_is_printed_carries_who_and_why(qtbot, page, desk, window, tmp_path, monkeypatch):
    papers = []
    monkeypatch.setattr(page.leaving.printing, "ask_and_print", lambda pdf, title: papers.append(pdf))
    page.leaving.print_out(page.kind(), page.period.value(), "社区例会")
    qtbot.waitUntil(lambda: bool(papers))
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    with qtbot.waitSignal(page.leaving.printing.printed, timeout=10_000):
        page.leaving.printing.print_on(printer, papers[0])
    assert len(PdfReader(tmp_path / "paper.pdf").pages) == 1
    assert desk.access_log.rows()[0].purpose == "社区例会"
    assert window.said
    assert not any(dialog.isVisible() for dialog in page.findChildren(Dialog))


def test_a_worker_looks_but_lets_nothing_leave(qtbot, worker_desk, window):
    page = opened(qtbot, worker_desk, window)
    assert page.actions.count() == 0
