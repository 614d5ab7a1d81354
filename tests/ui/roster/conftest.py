"""The import page of the supervisor, and rosters made for it."""

import pytest

from tests.ui.conftest import page_of
from ui.roster.page import RosterPage

HEAD = ("姓名", "身份证号", "联系电话", "备注")


@pytest.fixture
def page(qtbot, desk, background):
    return page_of(RosterPage, qtbot, desk, background, width=1240, height=640)


@pytest.fixture
def window(page):
    return page.workspace


@pytest.fixture
def roster(tmp_path):
    """Write a roster of rows under the usual headings; one sheet, or several by name."""

    def write(*rows, name="名单.xlsx", **sheets):
        from openpyxl import Workbook

        book = Workbook()
        book.remove(book.active)
        for title, lines in {"居民": rows, **sheets}.items():
            sheet = book.create_sheet(title)
            for line in (("某社区居民花名册",), HEAD, *lines):
                sheet.append(line)
        book.save(tmp_path / name)
        return tmp_path / name

    return write
