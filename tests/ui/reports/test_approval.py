"""The second person agrees in the window of the first: what they see, what is refused, what then leaves."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt

from tests.ui.noting_window import NotingWindow
from tests.ui.reports.test_reports_page import choose, opened
from workbench.desk import export_rules
from workbench.desk.demo.cast import DEPUTY, PASSWORD, SUPERVISOR


@pytest.fixture
def window(background) -> NotingWindow:
    return NotingWindow(background)


@pytest.fixture
def page(qtbot, desk, window, monkeypatch):
    monkeypatch.setattr(export_rules, "MOST_ROWS", 20)
    page = opened(qtbot, desk, window)
    choose(qtbot, page, "roster")
    return page


def asked(qtbot, page, target: Path):
    page.leaving.export(page.kind(), page.period.value(), target, "入户走访")
    qtbot.waitUntil(lambda: page.leaving.asking.dialog is not None)
    return page.leaving.asking.dialog


def agree(qtbot, dialog, account: str, password: str) -> None:
    dialog.account.setText(account)
    dialog.password.setText(password)
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)


def test_the_second_person_sees_what_for_whom_and_why_before_agreeing(qtbot, page, desk, tmp_path):
    dialog = asked(qtbot, page, tmp_path / "名册.xlsx")
    assert dialog.isVisible() and "20" in dialog.sentence.text()
    assert dialog.account.hasFocus() or dialog.focusWidget() is dialog.account
    agree(qtbot, dialog, DEPUTY.account, PASSWORD)
    qtbot.waitUntil(lambda: (tmp_path / "名册.xlsx").exists() and bool(page.workspace.said))
    assert openpyxl.load_workbook(tmp_path / "名册.xlsx").sheetnames
    [last, *_] = desk.access_log.rows()
    assert last.details["approver"] and last.purpose == "入户走访"


def test_a_wrong_password_is_said_and_can_be_typed_again(qtbot, page, tmp_path):
    dialog = asked(qtbot, page, tmp_path / "名册.xlsx")
    agree(qtbot, dialog, DEPUTY.account, "guessed")
    qtbot.waitUntil(dialog.notice.isVisible)
    assert dialog.password.text() == "" and dialog.agree.isEnabled()
    assert not (tmp_path / "名册.xlsx").exists()
    dialog.reject()


def test_the_person_who_exports_cannot_agree(qtbot, page, tmp_path):
    dialog = asked(qtbot, page, tmp_path / "名册.xlsx")
    agree(qtbot, dialog, SUPERVISOR.account, PASSWORD)
    qtbot.waitUntil(dialog.notice.isVisible)
    assert "另一位" in dialog.notice.text()
    dialog.reject()
    assert not (tmp_path / "名册.xlsx").exists()


def test_nothing_typed_is_said_before_anything_is_tried(qtbot, page, tmp_path):
    dialog = asked(qtbot, page, tmp_path / "名册.xlsx")
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    assert dialog.form.error("account") and dialog.form.error("password")
    dialog.reject()
