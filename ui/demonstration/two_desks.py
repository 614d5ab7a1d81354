"""Two desks in the demonstration: a server, an invitation, the same field written at both, and the inbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.demonstration.server import founding_code, running_server
from workbench.desk.demo.build import demo_opening
from workbench.desk.demo.cast import COMMUNITY, PASSWORD, STAFF
from workbench.desk.device_views import ServerAddress
from workbench.desk.folder import DataFolder
from workbench.desk.joining import Newcomer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.demonstration.hands import Hands
    from ui.manage.page import ManagePage
    from ui.shell.window import Shell
    from workbench.desk.desk import Desk
    from workbench.desk.opening import Opening
    from workbench.standards.clock import Clock

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
FIRST, SECOND = "一号窗口", "二号窗口"
HERE, THERE = "19900099001", "19900099002"
"""The numbers that the two write down for the same resident; nobody's, like all in the demonstration."""


_UPLOAD = 120.0
"""Seconds within which a whole community must have gone up."""


class TwoDesks:
    """What the supervisor at the first desk and a colleague at the second live through."""

    def __init__(self, hands: Hands, shell: Shell, desk: Desk, settle: Callable[[], None]) -> None:
        self._hands, self._shell, self._desk, self._settle = hands, shell, desk, settle

    def live_through(self, place: Path, clock: Clock) -> None:
        """Do everything, with data in folders of `place`."""
        with running_server(place / "server") as url:
            self._connect(url, founding_code(place / "server", COMMUNITY))
            code = self._invite()
            door = demo_opening(DataFolder(place / "second"), clock)
            try:
                self._meet(self._joined(door, url, code))
            finally:
                self._desk.sync.pause()
                door.close()

    def _connect(self, url: str, code: str) -> None:
        """Bring the community to the server, from the page."""
        section: Any = self._section("server")
        self._hands.wait_for(section.form_card.isVisible, "接入服务器的表单")
        for field, text in ((section.form.url, url), (section.form.code, code), (section.form.name, FIRST)):
            field.setFocus()
            self._hands.type(text)
        self._hands.picture(self._shell, "同步-接入服务器")
        self._hands.press(ENTER, CTRL)
        self._hands.wait_for(section.facts_card.isVisible, "已接入")
        self._hands.wait_for(self._all_sent, "全部上传", _UPLOAD)

    def _invite(self) -> str:
        """Make a code for the second desk, and read it as whoever sets the desk up does."""
        self._section("desks")
        self._hands.press(Qt.Key.Key_N, CTRL)
        dialog: Any = self._hands.wait_for(lambda: _dialog("InviteDialog"), "邀请终端")
        dialog.form.name.setFocus()
        self._hands.type(SECOND)
        self._hands.press(ENTER, CTRL)
        slip: Any = self._hands.wait_for(lambda: _dialog("CodeDialog"), "接入码")
        self._hands.picture(slip, "同步-接入码")
        code: str = slip.code.text()
        slip.close()
        self._hands.wait_for(self._all_sent, "邀请已上传")
        return code

    def _joined(self, door: Opening, url: str, code: str) -> Desk:
        """Set the second desk up; somebody from its list signs in there."""
        colleague = STAFF[0].account
        door.join(
            ServerAddress(url), code, Newcomer(colleague, PASSWORD), lambda done, of: None, lambda: False
        )
        return door.sign_in(colleague, PASSWORD)

    def _meet(self, second: Desk) -> None:
        """Write the same field at both desks, and let the supervisor settle what comes of it."""
        resident_id = self._desk.residents.roster()[0].id
        self._desk.people.edit_resident(resident_id, {"phone": HERE})
        second.people.edit_resident(resident_id, {"phone": THERE, "note": "上门前请先打电话"})
        self._hands.wait_for(self._all_sent, "先写的已上传")
        second.sync.round()
        self._desk.sync.now()
        section: Any = self._section("sync")
        self._hands.wait_for(lambda: section.inbox.pane is not None, "待处理的问题")
        self._settle()
        self._hands.picture(self._shell, "同步-待处理")
        self._shell.activateWindow()
        section.inbox.enter()
        self._hands.press(Qt.Key.Key_1)
        self._settle()
        self._hands.picture(self._shell, "同步-选择")
        self._hands.press(ENTER, CTRL)
        self._hands.wait_for(lambda: not self._desk.inbox.disputes(), "处理完毕")
        self._hands.wait_for(self._all_sent, "处理结果已上传")
        second.sync.round()
        self._settle()
        self._hands.picture(self._shell, "同步-已一致")
        same = all(desk.residents.secret(resident_id, "phone") == THERE for desk in (self._desk, second))
        self._hands.tell(f"  两台终端{'内容一致' if same else '内容不一致'}")

    def _all_sent(self) -> bool:
        state = self._desk.sync.state()
        return state.last_sync is not None and state.unsent == 0 and state.progress is None

    def _section(self, key: str) -> object:
        self._shell.open_page("manage")
        page: ManagePage = self._hands.wait_for(lambda: self._shell.pages.page("manage"), "管理")  # type: ignore[assignment]
        page.show_section(key)
        self._settle()
        section = page.section(key)
        # A dialog that closed left no window with the cursor.
        self._shell.activateWindow()
        section.first_field().setFocus()
        return section


def _dialog(kind: str) -> object | None:
    """Return the open dialog of that class, once it has the cursor."""
    for widget in QApplication.topLevelWidgets():
        if type(widget).__name__ == kind and widget.isVisible():
            widget.activateWindow()
            return widget
    return None
