"""Finding an item, reading what it needs, starting a matter, and keeping the list true."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.noting_window import NotingWindow
from ui.catalogue.page import CataloguePage
from ui.kit.dialogs import Dialog
from workbench.catalogue.difference import ChangeKind


@pytest.fixture
def window(background):
    return NotingWindow(background)


@pytest.fixture
def page(qtbot, desk, window):
    return opened(qtbot, desk, window)


def opened(qtbot, desk, window):
    made = CataloguePage(desk, window)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: made.finder.posts.count() > 10 and made.finder.list.count() > 100)
    return made


def search(qtbot, page, words):
    if words.isascii():
        qtbot.keyClicks(page.finder.search, words)
    else:
        page.finder.search.insert(words)
    qtbot.waitUntil(lambda: 0 < page.finder.list.count() < 100)


def words_on(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def test_plain_words_find_the_item_and_show_what_it_needs(qtbot, page):
    search(qtbot, page, "办老年证")
    assert page.guide.item.name == "老年优待证申领"
    assert page.guide.materials.isVisible()
    assert "居民身份证" in words_on(page.guide.materials)


def test_initials_find_it_too_and_escape_brings_everything_back(qtbot, page):
    search(qtbot, page, "lnyd")
    assert page.guide.item.name == "老年优待证申领"
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.finder.list.count() > 100)


def test_the_posts_say_how_many_items_each_has_and_narrow_the_list(qtbot, page, desk):
    ageing = next(post for post in desk.items.posts() if post.name == "老龄")
    page.finder.posts.setFocus()
    while page.finder.posts.current() != ageing.code:
        qtbot.keyClick(page.finder.posts, Qt.Key.Key_Down)
    count = len(desk.items.items(ageing.code))
    qtbot.waitUntil(lambda: page.finder.list.count() == count)


def test_down_goes_to_the_list_and_ctrl_enter_starts_a_matter(qtbot, page, window):
    search(qtbot, page, "高龄津贴")
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Down)
    assert page.finder.list.hasFocus()
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.records == [("start", page.guide.item.code)]


def test_what_must_not_be_issued_says_what_to_tell_the_resident(qtbot, page, desk):
    never = next(item for item in desk.items.items() if item.instead)
    page.open_record("item", never.code)
    qtbot.waitUntil(lambda: page.guide.item is not None and page.guide.item.code == never.code)
    assert never.instead in words_on(page.guide.instead)
    assert page.guide.start.isHidden()
    assert page.guide.refuse.isVisible()


def test_the_sample_says_that_it_is_one(qtbot, page):
    assert page.guide.item.sample
    assert page.guide.sample.isVisible()


def test_nothing_found_says_what_to_try(qtbot, page):
    qtbot.keyClicks(page.finder.search, "qqqqqq")
    qtbot.waitUntil(page.finder.nothing.isVisible)


def test_the_exported_workbook_comes_back_as_a_difference(qtbot, page, desk, window, tmp_path):
    file = tmp_path / "目录.xlsx"
    page.exchange.export_to(file)
    qtbot.waitUntil(lambda: bool(window.said))
    workbook = load_workbook(file)
    sheet = workbook["事项"]
    fee = next(cell.column for cell in sheet[1] if cell.value == "收费")
    changed = sheet.cell(2, 1).value
    sheet.cell(2, fee).value = "每件 5 元"
    gone = sheet.cell(3, 1).value
    sheet.delete_rows(3)
    materials = workbook["材料"]
    for row in range(materials.max_row, 1, -1):
        if materials.cell(row, 1).value == gone:
            materials.delete_rows(row)
    workbook.save(file)
    page.exchange.preview(file)
    qtbot.waitUntil(lambda: page.exchange.dialog is not None or page.notice.isVisible())
    assert page.notice.text() == ""
    dialog = page.exchange.dialog
    assert {change.kind for change in dialog._changes.changes} == {ChangeKind.CHANGED, ChangeKind.REMOVED}
    assert "每件 5 元" in words_on(dialog.fields)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.items.item(changed).fee == "每件 5 元")
    assert desk.items.item(changed).version == 2
    assert desk.items.item(gone).version == 1


def test_a_workbook_that_changes_nothing_says_so(qtbot, page, window, tmp_path):
    file = tmp_path / "same.xlsx"
    page.exchange.export_to(file)
    qtbot.waitUntil(lambda: bool(window.said))
    page.exchange.preview(file)
    qtbot.waitUntil(lambda: len(window.said) == 2)
    assert page.exchange.dialog is None


def test_a_file_that_is_no_catalogue_is_refused_on_the_page(qtbot, page, tmp_path):
    file = tmp_path / "letter.xlsx"
    file.write_bytes(b"dear committee")
    page.exchange.preview(file)
    qtbot.waitUntil(page.notice.isVisible)
    assert "letter.xlsx" in page.notice.text()


def test_retiring_asks_first_and_then_offers_the_item_no_longer(qtbot, page, desk, window):
    code = page.guide.item.code
    qtbot.mouseClick(page.guide.retire, Qt.MouseButton.LeftButton)
    asked = page.findChildren(Dialog)[-1]
    assert code in {item.code for item in desk.items.items()}
    asked.accept()
    qtbot.waitUntil(lambda: code not in {item.code for item in desk.items.items()})
    qtbot.waitUntil(lambda: bool(window.said))


def test_a_worker_may_look_and_export_but_not_import_or_retire(qtbot, worker_desk, window):
    page = opened(qtbot, worker_desk, window)
    assert page.guide.retire.isHidden()
    assert page.actions.count() == 1
