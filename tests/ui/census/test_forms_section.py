"""Forms: published by keys, a mistake told by its cell, tried without keeping anything, withdrawn."""

from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from workbench.forms.shipped import SHIPPED_FORMS

CTRL = Qt.KeyboardModifier.ControlModifier


def section_of(qtbot, page):
    page.show_section("forms")
    section = page.section("forms")
    qtbot.waitUntil(lambda: bool(section.table.records()))
    return section


def workbook(path, *rows, form_id="mine", choices=()):
    book = Workbook()
    survey = book.active
    survey.title = "survey"
    survey.append(("type", "name", "label", "constraint", "relevant"))
    for row in rows:
        survey.append(row)
    sheet = book.create_sheet("choices")
    sheet.append(("list_name", "name", "label"))
    for row in choices:
        sheet.append(row)
    settings = book.create_sheet("settings")
    settings.append(("form_title", "form_id", "version"))
    settings.append(("我的调查", form_id, "1"))
    book.save(path)
    return path


def test_a_shipped_form_published_again_becomes_no_second_version(qtbot, chief_page, chief_desk, open_dialog):
    section = section_of(qtbot, chief_page)
    before = chief_desk.form_list.versions()
    assert {row.form_id for row in before} == {form.form_id for form in SHIPPED_FORMS}
    section.shipped_button.click()
    dialog = open_dialog(chief_page)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(chief_page.workspace.said) or chief_page.notice.isVisible(), timeout=15_000)
    assert len(chief_desk.form_list.versions()) == len(before)


def test_any_workbook_is_published(qtbot, chief_page, chief_desk, tmp_path):
    section = section_of(qtbot, chief_page)
    section.publish(workbook(tmp_path / "mine.xlsx", ("integer", "age", "年龄", ". < 130", "")))
    qtbot.waitUntil(lambda: "mine" in [row.form_id for row in section.table.records()], timeout=15_000)
    assert any("我的调查" in said for said in chief_page.workspace.said)


def test_a_mistake_is_told_with_sheet_row_and_column(qtbot, chief_page, chief_desk, tmp_path):
    section = section_of(qtbot, chief_page)
    broken = workbook(
        tmp_path / "broken.xlsx",
        ("integer", "age", "年龄", "", ""),
        ("text", "why", "原因", "", "${agee} > 3"),
    )
    section.publish(broken)
    qtbot.waitUntil(chief_page.notice.isVisible, timeout=15_000)
    words = chief_page.notice.accessibleName() + " ".join(
        label.text() for label in chief_page.notice.findChildren(type(section.title).__mro__[1])
    )
    assert "survey" in words
    assert "3" in words
    assert "relevant" in words
    assert "mine" not in [row.form_id for row in chief_desk.form_list.versions()]


def test_trying_a_form_keeps_nothing(qtbot, chief_page, chief_desk, press):
    section = section_of(qtbot, chief_page)
    version = section.table.current()
    press(section.table.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: chief_page.covered() is not None, timeout=15_000)
    chief_page.window().activateWindow()
    qtbot.waitUntil(lambda: chief_page.covered().view.field is not None)
    qtbot.keyClicks(QApplication.focusWidget(), "1")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: chief_page.covered() is None)
    assert list(chief_desk.form_list.submissions(version.id)) == []


def test_the_template_asks_what_the_form_asks(qtbot, chief_page, tmp_path):
    section = section_of(qtbot, chief_page)
    chosen = next(row for row in section.table.records() if row.form_id == "census_short")
    target = tmp_path / "table.xlsx"
    section.write_template(chosen, target)
    qtbot.waitUntil(lambda: bool(chief_page.workspace.said), timeout=15_000)
    words = {cell.value for sheet in load_workbook(target) for row in sheet.iter_rows() for cell in row}
    assert any("姓名" in str(word) for word in words)
    assert target.name in chief_page.workspace.said[-1]


def test_a_version_is_withdrawn_with_a_reason(qtbot, chief_page, chief_desk, press, open_dialog):
    section = section_of(qtbot, chief_page)
    chosen = section.table.current()
    press(section.table.view, Qt.Key.Key_Delete)
    dialog = open_dialog(chief_page)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(dialog.notice.isVisible)
    qtbot.keyClicks(dialog.reason, "a question was wrong")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: chosen.id not in [row.id for row in chief_desk.form_list.published()])
    qtbot.waitUntil(lambda: not section.withdraw_button.isEnabled())
