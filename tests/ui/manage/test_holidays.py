"""The working calendar: a year by keys, one's own days, notices as text, and deadlines that follow."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ui.manage.days import DayLook, read_year
from workbench.community.queries import OwnDay
from workbench.community.rules import Holiday
from workbench.standards.workdays import DayKind, WorkCalendar
from workbench.store import Opened

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
TODAY = date(2026, 11, 24)


@pytest.fixture
def holidays(qtbot, page):
    page.show_section("holidays")
    section = page.section("holidays")
    qtbot.waitUntil(lambda: section.view.day() is not None)
    section.view.setFocus()
    return section


def test_a_year_tells_holidays_make_up_days_and_own_days():
    own = Holiday(date(2026, 11, 25), DayKind.HOLIDAY, "停电")
    shown = Opened("holiday_override", "id", 0)
    year = read_year(2026, WorkCalendar({own.day: own.kind}), (OwnDay(own, shown),))
    looks = {day.day: day for day in year.days}
    assert year.published
    assert len(year.days) == 365
    assert looks[date(2026, 10, 1)].look is DayLook.HOLIDAY
    assert looks[date(2026, 10, 10)].look is DayLook.MAKE_UP
    assert looks[date(2026, 11, 22)].look is DayLook.WEEKEND
    assert [day.name for day in year.own] == ["停电"]


def test_arrows_walk_and_space_makes_a_day_off(qtbot, holidays, desk, window, press):
    press(holidays.view, Qt.Key.Key_Right)
    press(holidays.view, Qt.Key.Key_Down)
    assert holidays.view.cursor_day == date(2026, 12, 2)
    press(holidays.view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: holidays.view.day().own)
    assert not desk.community.calendar().is_workday(date(2026, 12, 2))
    press(holidays.view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not holidays.view.day().own)
    assert desk.community.calendar().is_workday(date(2026, 12, 2))


def test_a_click_chooses_and_a_second_one_toggles(qtbot, holidays):
    place = holidays.view.place_of(date(2026, 12, 9)).center().toPoint()
    qtbot.mouseClick(holidays.view, Qt.MouseButton.LeftButton, pos=place)
    assert holidays.view.cursor_day == date(2026, 12, 9)
    assert not holidays.view.day().own
    qtbot.mouseClick(holidays.view, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: holidays.view.day().own)


def test_the_day_is_spoken_with_its_meaning(qtbot, holidays):
    holidays.view._go(date(2026, 10, 1))
    assert "放假" in holidays.view.accessibleName()
    assert "国家公布" in holidays.view.accessibleName()


def test_deadlines_of_open_matters_follow_the_calendar(qtbot, holidays, desk, window, press):
    before = _deadlines(desk)
    assert before
    first = min(due for due in before.values() if due > TODAY)
    holidays.view._go(first)
    press(holidays.view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(window.said))
    after = _deadlines(desk)
    assert "期限随之调整" in window.said[0]
    assert all(after[matter] > first for matter, due in before.items() if due == first)


def test_a_year_without_a_notice_says_so_until_its_text_is_imported(
    qtbot, holidays, open_dialog, desk, press
):
    press(holidays.view, Qt.Key.Key_Right, ALT)
    qtbot.waitUntil(lambda: holidays.view.cursor_day.year == 2027)
    assert holidays.banner.isVisible()
    press(holidays.view, Qt.Key.Key_O, CTRL)
    dialog = open_dialog()
    dialog.text.insertPlainText("2027-10-01 休 国庆节\n2027-10-09 班")
    assert "放假 1 天，调休上班 1 天" in dialog.count.text()
    press(dialog.text, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not holidays.banner.isVisible())
    assert desk.community.calendar().is_workday(date(2027, 10, 9))


def test_a_line_that_cannot_be_read_is_told_while_typing(qtbot, holidays, open_dialog):
    holidays.import_text()
    dialog = open_dialog()
    dialog.text.insertPlainText("国庆节放七天")
    assert "第 1 行" in dialog.count.text()
    assert not dialog.main.isEnabled()
    dialog.reject()


def _deadlines(desk):
    from sqlalchemy import select

    from workbench.intake.model import Matter

    with desk.store.read() as session:
        rows = session.execute(
            select(Matter.id, Matter.due_on).where(Matter.due_on.is_not(None), Matter.closed_at.is_(None))
        )
        return dict(tuple(row) for row in rows)
