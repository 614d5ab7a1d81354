"""A day at the desk: sign in, search, accept, supplement, deliver, export, in the real windows by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from ui.demonstration.census import CensusDay
from ui.demonstration.server import can_serve
from ui.demonstration.two_desks import TwoDesks
from ui.settings.preferences import Preferences
from workbench.desk.demo.cast import ENUMERATOR, PASSWORD, STAFF, SUPERVISOR
from workbench.intake.kinds import MatterState, Verb

if TYPE_CHECKING:
    from pathlib import Path

    from ui.application import Workbench
    from ui.demonstration.hands import Hands
    from ui.intake.page import IntakePage
    from ui.matters.page import MattersPage
    from ui.shell.window import Shell
    from workbench.desk.demo.cast import Member
    from workbench.desk.desk import Desk
    from workbench.standards.clock import Clock

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
WINDOW = (1366, 768)
_ROUNDS = 6
"""How many times an answer may lead to another question before a page is at rest."""


def work_through(workbench: Workbench, hands: Hands, place: Path, clock: Clock) -> None:
    """Do the whole day; every step tells itself and leaves its picture. Data of other desks go to `place`."""
    workbench.choose(Preferences(language="zh_CN", scheme="light"))
    day = _Day(workbench, hands)
    day.sign_in(STAFF[0].account)
    day.search()
    day.accept()
    day.ask_for_supplement()
    day.receive_supplement_and_deliver()
    day.look_around()
    day.sign_in_instead(ENUMERATOR, "7")
    day.census().fill_in_a_form()
    day.sign_in_instead(SUPERVISOR, "8")
    day.census().look_over_it()
    day.export()
    day.dark()
    if can_serve():
        day.meet_another_desk(place, clock)


class _Day:
    """One person's day, and the supervisor's evening."""

    def __init__(self, workbench: Workbench, hands: Hands) -> None:
        self._workbench, self._hands = workbench, hands
        self._supplementing = ""

    @property
    def _shell(self) -> Shell:
        assert self._workbench.session is not None
        return self._workbench.session.shell

    @property
    def _desk(self) -> Desk:
        assert self._workbench.session is not None
        return self._workbench.session.who.desk

    def sign_in(self, account: str) -> None:
        """Come to the desk in the morning."""
        hands = self._hands
        hands.tell("1 登录")
        self._workbench.open_door()
        door = self._workbench.door
        assert door is not None
        hands.wait_for(door.form.isVisible, "登录窗口")
        hands.picture(door, "登录")
        door.form.account.setFocus()
        hands.type(account)
        hands.press(ENTER)
        hands.type(PASSWORD)
        hands.press(ENTER)
        hands.wait_for(lambda: self._workbench.session, "工作台")
        self._arrive()

    def sign_in_instead(self, member: Member, step: str) -> None:
        """Let somebody else take the desk over."""
        self._hands.tell(f"{step} 快速切换为 {member.name}")
        self._workbench.let_in(self._workbench.gatekeeper.switch(self._who(), member.account, PASSWORD))
        self._arrive()

    def census(self) -> CensusDay:
        """Return what the census asks of whoever sits here now."""
        return CensusDay(self._hands, self._shell, self._settle)

    def search(self) -> None:
        """Find a resident by the initials of a name, from anywhere."""
        hands = self._hands
        hands.tell("2 查找居民：三个键")
        hands.press(Qt.Key.Key_K, CTRL)
        hands.type("zg")
        self._settle()
        hands.wait_for(self._shell.search.popup.isVisible, "搜索结果")
        hands.picture(self._shell, "查找")
        hands.press(ENTER)
        self._settle()
        hands.picture(self._shell, "居民")

    def accept(self) -> None:
        """Accept a returning resident's matter by keys alone, and print its slips."""
        self._hands.tell("3 受理：从问候到受理通知书，不用鼠标")
        page = self._serve("zs", "lnz")
        self._hands.press(Qt.Key.Key_F4)
        self._hands.picture(self._shell, "受理-材料齐全")
        self._hands.press(ENTER, CTRL)
        self._finish(page, "受理完成")

    def ask_for_supplement(self) -> None:
        """Tell a resident once what is missing."""
        self._hands.tell("4 材料不齐：一次性告知")
        page = self._serve("wm", "lsjz")
        self._hands.picture(self._shell, "受理-缺材料")
        self._hands.press(Qt.Key.Key_F6)
        self._finish(page, "一次性告知")
        self._supplementing = page.conversation.talk.results[-1].matter_id

    def receive_supplement_and_deliver(self) -> None:
        """Take in what was brought, work the matter, decide, and hand the result over with its slip."""
        hands = self._hands
        hands.tell("5 补正材料、办理、决定、送达")
        page = self._open_matter(self._supplementing)
        hands.picture(self._shell, "办件-待补正")
        self._do(page, Verb.SUPPLEMENT_RECEIVED, MatterState.ACCEPTED)
        self._do(page, Verb.START_WORK, MatterState.IN_PROGRESS)
        self._do(page, Verb.DECIDE, MatterState.DECIDED)
        self._do(page, Verb.DELIVER, MatterState.DELIVERED)
        hands.picture(self._shell, "办件-已送达")
        self._keep_slips(self._supplementing)

    def look_around(self) -> None:
        """Look at the other pages."""
        self._hands.tell("6 其他页面")
        self._page("matters").leave()
        for key in ("matters", "catalogue"):
            self._shell.open_page(key)
            self._settle()
            self._hands.picture(self._shell, self._page(key).accessibleName())

    def export(self) -> None:
        """Let the supervisor take the day and the month along."""
        hands, desk = self._hands, self._desk
        hands.tell("9 导出当日登记和月报")
        for key in ("reports", "manage", "roster"):
            self._shell.open_page(key)
            self._settle()
            hands.picture(self._shell, self._page(key).accessibleName())
        for name in ("day-sheet", "monthly-intake"):
            for ending in ("xlsx", "pdf"):
                path = hands.out / f"{name}.{ending}"
                desk.reports.write(name, desk.today(), ending, path, "演示导出")
                hands.tell(f"  文件 {path}")

    def dark(self) -> None:
        """See the evening's colours."""
        self._hands.tell("10 深色模式")
        self._workbench.choose(Preferences(language="zh_CN", scheme="dark"))
        self._shell.open_page("today")
        self._settle()
        self._hands.picture(self._shell, "今日-深色")

    def meet_another_desk(self, place: Path, clock: Clock) -> None:
        """Bring the community to a server, let a second desk join, and settle what the two wrote at once."""
        self._hands.tell("11 两台终端：接入服务器、邀请、分歧由人决定")
        self._workbench.choose(Preferences(language="zh_CN", scheme="light"))
        TwoDesks(self._hands, self._shell, self._desk, self._settle).live_through(place, clock)

    def _arrive(self) -> None:
        self._shell.resize(*WINDOW)
        self._shell.show()
        self._settle()
        self._hands.picture(self._shell, "今日")

    def _serve(self, person: str, item: str) -> IntakePage:
        """Open intake, take the first resident and the first item found for what is typed."""
        hands = self._hands
        self._shell.open_page("intake")
        page: IntakePage = self._page("intake")
        page.serve_next()
        hands.wait_for(page.person.hasFocus, "居民搜索框")
        hands.type(person)
        hands.press(ENTER)
        hands.wait_for(lambda: page.conversation.talk.applicant, "居民")
        hands.wait_for(page.item.hasFocus, "事项搜索框")
        hands.type(item)
        hands.press(ENTER)
        hands.wait_for(lambda: page.conversation.talk.matter, "事项")
        self._settle()
        return page

    def _finish(self, page: IntakePage, name: str) -> None:
        results = self._hands.wait_for(lambda: page.conversation.talk.results, "受理结果")
        self._settle()
        self._hands.picture(self._shell, name)
        for result in results:
            self._keep_slips(result.matter_id)

    def _open_matter(self, matter_id: str) -> MattersPage:
        self._shell.open_record("matter", matter_id)
        page: MattersPage = self._page("matters")
        self._hands.wait_for(lambda: page.matter.detail, "办件")
        self._settle()
        return page

    def _do(self, page: MattersPage, verb: Verb, then: MatterState) -> None:
        """Use a verb by its button; a dialog that asks something is answered with what it proposes."""
        page.matter.verbs.buttons[verb].click()
        self._settle()
        dialog = page.doing.dialog
        if dialog is not None and dialog.isVisible():
            self._hands.picture(dialog, verb.label)
            dialog.submit()
        self._hands.wait_for(lambda: self._state(page) is then, then.label)
        self._settle()

    def _state(self, page: MattersPage) -> MatterState | None:
        return page.matter.detail.row.state if page.matter.detail else None

    def _keep_slips(self, matter_id: str) -> None:
        for slip, pdf in self._desk.slips.all_of(matter_id):
            self._hands.keep(f"{slip.kind.label}-{slip.number}.pdf", pdf)

    def _page(self, key: str) -> Any:
        return self._hands.wait_for(lambda: self._shell.pages.page(key), key)

    def _settle(self) -> None:
        """Wait until the background has answered everything, also what the answers made the pages ask."""
        for _ in range(_ROUNDS):
            self._workbench.background.wait()
            self._hands.rest()

    def _who(self) -> object:
        assert self._workbench.session is not None
        return self._workbench.session.who
