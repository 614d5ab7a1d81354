"""The kit, as the hands and ears of the counter meet it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from tests.ui.conftest import shown
from ui.kit.buttons import FilledButton, IconButton, PrimaryButton
from ui.kit.choice_lines import Choice
from ui.kit.choices import ChoiceList
from ui.kit.dates import DateField, read_date
from ui.kit.dialogs import Dialog, ask
from ui.kit.fields import PasswordField, SearchField, TextField
from ui.kit.flow import FlowLayout
from ui.kit.form import FormGrid
from ui.kit.labels import Body, Elided
from ui.kit.layouts import column, panel
from ui.kit.marks import Lamp
from ui.kit.masked import SHOWN_SECONDS, MaskedField
from ui.kit.notices import InlineNotice, Toast
from ui.kit.painting import LampLevel
from ui.kit.pill import Pill
from ui.kit.segments import Segmented
from ui.kit.timeline import StateTimeline, StepState, steps
from ui.kit.tones import Tone
from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_enter_and_space_press_a_button(qtbot: QtBot):
    pressed = []
    holder = Dialog("受理")
    button = PrimaryButton("受理(&S)", lambda: pressed.append(1))
    holder.body.addWidget(button)
    qtbot.addWidget(holder)
    holder.show()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert len(pressed) == 2
    assert button.accessibleName() == "受理(S)"


def test_focus_can_be_seen_on_every_kind_of_button(qtbot: QtBot):
    for made in (PrimaryButton("受理"), IconButton("print", "打印")):
        holder = panel(column(QPushButton("别的"), made))
        qtbot.addWidget(holder)
        shown(qtbot, holder)
        without = made.grab().toImage()
        made.setFocus()
        assert made.hasFocus()
        assert made.grab().toImage() != without
        assert isinstance(made, FilledButton | IconButton)


def test_a_segment_is_chosen_by_click_and_by_key(qtbot: QtBot):
    field = Segmented("范围", (("mine", "我的"), ("late", "超期")))
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(field.chosen) as chosen:
        field.choose("late")
    assert chosen.args == ["late"]
    assert field.current() == "late"


def test_a_choice_list_skips_headings_and_chooses_on_enter(qtbot: QtBot):
    listed = ChoiceList(
        "人员", [Choice("", "在岗", heading=True), Choice("a", "王小丽", "前台"), Choice("b", "陈伟")]
    )
    qtbot.addWidget(listed)
    listed.show()
    assert listed.current() == "a"
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    with qtbot.waitSignal(listed.chosen) as chosen:
        qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert chosen.args == ["b"]
    assert not listed.grab().isNull()


def test_a_form_puts_each_error_under_its_field_and_the_cursor_into_the_first(qtbot: QtBot):
    form = FormGrid(columns=2)
    name = form.add("name", "姓名", TextField(""), required=True)
    phone = form.add("phone", "电话", TextField(""), hint="11 位")
    qtbot.addWidget(form)
    shown(qtbot, form)
    form.show_errors({"phone": "手机号应为 11 位。"})
    assert form.error("phone") == "手机号应为 11 位。"
    assert phone.hasFocus()
    assert phone.property("invalid")
    assert not name.property("invalid")
    assert name.accessibleName() == "姓名"
    form.show_errors({})
    assert form.error("phone") == ""


def test_a_search_field_clears_on_escape_and_leads_down_to_the_results(qtbot: QtBot):
    field = SearchField("找人")
    qtbot.addWidget(field)
    qtbot.keyClicks(field, "wang")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    with qtbot.waitSignal(field.wants_results):
        qtbot.keyClick(field, Qt.Key.Key_Down)


def test_a_password_tells_of_caps_lock_and_stays_hidden(qtbot: QtBot):
    field = PasswordField("密码")
    qtbot.addWidget(field)
    seen = []
    field.caps_lock.connect(seen.append)
    qtbot.keyClick(field, "a")
    qtbot.keyClick(field, "A", Qt.KeyboardModifier.ShiftModifier)
    assert seen == [False, False]
    from PySide6.QtGui import QKeyEvent

    field.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier, "B"))
    assert seen[-1] is True
    assert field.displayText() != field.text()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1955-3-12", date(1955, 3, 12)),
        ("1955.03.12", date(1955, 3, 12)),
        ("19550312", date(1955, 3, 12)),
        ("1955年3月12日", date(1955, 3, 12)),
        ("3-12", date(2026, 3, 12)),
        (" 2024/2/29 ", date(2024, 2, 29)),
        ("2023-2-29", None),
        ("13-1", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_people_type_it(typed: str, meant: date | None):
    assert read_date(typed, 2026) == meant


def test_a_date_field_tidies_what_was_typed(qtbot: QtBot):
    field = DateField("出生日期", date(2026, 3, 11))
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.changed):
        qtbot.keyClicks(field, "19550312")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "1955-03-12"
    field.setText("soon")
    assert field.is_wrong()


def test_a_notice_says_what_happened_and_offers_one_action(qtbot: QtBot):
    notice, done = InlineNotice(), []
    holder = panel(column(notice))
    qtbot.addWidget(holder)
    holder.show()
    assert notice.text() == ""
    notice.say(Tone.WARNING, "没有存下来。", "已填的内容保留。", "再试一次", lambda: done.append(1))
    assert notice.text() == "没有存下来。 已填的内容保留。"
    action = next(button for button in notice.findChildren(QPushButton) if button.text() == "再试一次")
    qtbot.mouseClick(action, Qt.MouseButton.LeftButton)
    assert done == [1]
    notice.say_error(WorkbenchError("磁盘已满。"))
    assert notice.text() == "磁盘已满。"


def test_a_toast_can_undo(qtbot: QtBot):
    window, undone = QWidget(), []
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    toast = Toast(window)
    toast.say("已删除。", Tone.SUCCESS, "撤销", lambda: undone.append(1))
    assert toast.isVisible()
    window.resize(700, 400)
    assert toast.geometry().center().x() == pytest.approx(350, abs=2)
    qtbot.mouseClick(toast.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert undone == [1]
    assert not toast.isVisible()


def test_a_dialog_does_the_primary_thing_on_enter_and_nothing_on_escape(qtbot: QtBot):
    window, answers = QWidget(), []
    qtbot.addWidget(window)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = ask(
            window, "撤回事项？", "可以从记录中恢复。", "撤回", lambda: answers.append(1), danger=True
        )
        qtbot.keyClick(dialog, key)
    assert answers == [1]


def test_a_masked_number_shows_itself_for_a_minute_to_whoever_says_why(qtbot: QtBot):
    asked = []

    def unmask(purpose: str, show: object) -> None:
        asked.append(purpose)
        show("330106195503120889")

    field = MaskedField("身份证号", "330106********0889", unmask, ("核对身份", "电话回访"))
    qtbot.addWidget(field)
    field.show()
    field.purpose_menu().actions()[1].trigger()
    assert asked == ["电话回访"]
    assert field.value.text() == "330106195503120889"
    assert str(SHOWN_SECONDS) in field.countdown.text()
    for _second in range(SHOWN_SECONDS):
        field._tick()
    assert field.value.text() == "330106********0889"
    field.show_plain("330106195503120889")
    field.hide()
    assert field.value.text() == "330106********0889"


def test_each_lamp_has_its_own_shape():
    images = []
    for level in LampLevel:
        image = Lamp(level, level.value).grab().toImage()
        images.append(
            tuple(
                image.pixelColor(x, y).name() == image.pixelColor(0, 0).name()
                for x in range(14)
                for y in range(14)
            )
        )
    assert len(set(images)) == len(LampLevel)


def test_a_timeline_says_where_it_stands(qtbot: QtBot):
    line = StateTimeline(steps(("受理", "办理", "送达"), 1), "进度")
    qtbot.addWidget(line)
    assert [step.state for step in line.steps] == [StepState.DONE, StepState.CURRENT, StepState.AHEAD]
    assert line.accessibleName() == "进度 办理"
    assert not line.grab().isNull()


def test_text_from_outside_never_becomes_markup(qtbot: QtBot):
    for label in (Body("<b>王</b>"), Pill("<i>x</i>"), Elided("<u>y</u>")):
        qtbot.addWidget(label)
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_long_text_is_shortened_and_told_in_full(qtbot: QtBot):
    label = Elided("青柳社区" * 30)
    qtbot.addWidget(label)
    label.resize(120, 24)
    label.show()
    assert label.text().endswith("…")
    assert label.toolTip() == label.accessibleName() == "青柳社区" * 30


def test_a_flow_breaks_into_lines_when_the_room_is_short(qtbot: QtBot):
    parts = [QWidget() for _ in range(4)]
    for part in parts:
        part.setMinimumSize(QSize(100, 20))
        part.sizeHint = lambda: QSize(100, 20)
    flow = FlowLayout(*parts, gap=8, fill=True)
    holder = panel(flow)
    qtbot.addWidget(holder)
    holder.resize(220, 100)
    holder.show()
    assert flow.heightForWidth(440) < flow.heightForWidth(220) < flow.heightForWidth(100)
    assert parts[2].y() > parts[0].y() == parts[1].y()
