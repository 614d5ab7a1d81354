"""Made-up people, matters and a simple door, for tests and pictures of the screens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from threading import Semaphore
from types import SimpleNamespace

from PySide6.QtWidgets import QCheckBox, QComboBox, QProgressBar, QRadioButton, QWidget

from ui.background import Background
from ui.kit.buttons import DangerButton, GhostButton, IconButton, LinkButton, PrimaryButton, QuietButton
from ui.kit.card import Card
from ui.kit.choice_lines import Choice
from ui.kit.choices import ChoiceList
from ui.kit.empty import EmptyState
from ui.kit.facts import FactList, FigureTile
from ui.kit.fields import NumberField, PasswordField, TextArea, TextField
from ui.kit.flow import FlowLayout
from ui.kit.form import FormGrid
from ui.kit.labels import Body, Caption, Heading, KeyHint, Soft
from ui.kit.layouts import STRETCH, column, panel, row
from ui.kit.marks import Avatar, Lamp
from ui.kit.masked import MaskedField
from ui.kit.notices import InlineNotice
from ui.kit.painting import LampLevel
from ui.kit.pill import Pill
from ui.kit.segments import Segmented, Tabs
from ui.kit.table import RecordTable
from ui.kit.table_model import TableColumn
from ui.kit.timeline import StateTimeline, Step, StepState
from ui.kit.tones import Tone
from ui.page import Page
from ui.pages import PageEntry
from ui.settings.preferences import Preferences
from ui.shell.search import SearchGroup, SearchHit
from ui.shell.status import DeskStatus
from ui.shell.window import Shell
from ui.signin.gatekeeper import AccountChoice, FirstStart, JoinStart, SignedIn
from ui.signin.lock import LockScreen
from ui.signin.window import SignInWindow
from workbench.desk.device_views import Joined, UnfinishedJoin
from workbench.desk.sync_views import SyncState
from workbench.standards.clock import SHANGHAI
from workbench.standards.errors import WorkbenchError
from workbench.sync.state import Phase

PASSWORD = "correct horse"
GIVEN_PASSWORD = "given once"
JOIN_CODE = "7KQ4-M2XR-9TPA"
PASSPHRASE = "maple-42 river-07 lantern-93 copper-18"


@dataclass(frozen=True, slots=True)
class Row:
    """A made-up matter."""

    number: str
    item: str
    resident: str
    due: date
    state: str
    tone: Tone
    lamp: LampLevel


ROWS = (
    Row(
        "SL-20260311-0042",
        "老年人优待证办理",
        "王秀兰",
        date(2026, 3, 12),
        "补正中",
        Tone.WARNING,
        LampLevel.RED,
    ),
    Row(
        "SL-20260311-0041",
        "城乡居民养老保险参保登记",
        "单国强",
        date(2026, 3, 13),
        "办理中",
        Tone.INFO,
        LampLevel.YELLOW,
    ),
    Row(
        "SL-20260311-0038",
        "残疾人证换领（含跨省通办转递材料与现场指纹采集预约）",
        "查良平",
        date(2026, 3, 20),
        "已受理",
        Tone.ACCENT,
        LampLevel.GREEN,
    ),
    Row(
        "SL-20260310-0037",
        "独生子女父母奖励金申领",
        "欧阳慧敏",
        date(2026, 3, 21),
        "办结",
        Tone.SUCCESS,
        LampLevel.OFF,
    ),
    Row(
        "SL-20260310-0036",
        "临时救助申请",
        "李建军",
        date(2026, 3, 22),
        "不予受理",
        Tone.DANGER,
        LampLevel.OFF,
    ),
    Row(
        "SL-20260310-0035",
        "退役军人优待证申领",
        "仇志远",
        date(2026, 3, 24),
        "已受理",
        Tone.ACCENT,
        LampLevel.GREEN,
    ),
    Row(
        "SL-20260309-0029",
        "公租房租赁补贴资格确认",
        "解晓燕",
        date(2026, 3, 30),
        "已移交",
        Tone.NEUTRAL,
        LampLevel.GREEN,
    ),
)

COLUMNS = (
    TableColumn[Row]("受理号", lambda r: r.number, 160, soft=True),
    TableColumn[Row]("事项", lambda r: r.item),
    TableColumn[Row]("居民", lambda r: r.resident, 150, avatar=True),
    TableColumn[Row]("期限", lambda r: f"{r.due:%m-%d}", 96, sort_key=lambda r: r.due, lamp=lambda r: r.lamp),
    TableColumn[Row]("状态", lambda r: r.state, 110, tone=lambda r: r.tone),
)


class WrongPassword(WorkbenchError):
    """The sample door's refusal."""

    def __init__(self, message: str, seconds: float = 0) -> None:
        super().__init__(message)
        self.wait = timedelta(seconds=seconds)


@dataclass
class SampleDoor:
    """A door in memory: three accounts, one password, a delay from the third wrong one on."""

    new: bool = False
    wrong: int = 0
    changed: str = ""
    started: FirstStart | None = None
    unfinished: UnfinishedJoin | None = None
    step: Semaphore = field(default_factory=lambda: Semaphore(3))
    out: list[str] = field(default_factory=list)
    people: list[AccountChoice] = field(
        default_factory=lambda: [
            AccountChoice("wangxl", "王小丽", "前台 · 民政、社保"),
            AccountChoice("chenwei", "陈伟", "前台 · 卫健、残联"),
            AccountChoice("zhoumin", "周敏", "站长"),
        ]
    )

    def needs_setup(self) -> bool:
        return self.new

    def accounts(self) -> list[AccountChoice]:
        return self.people

    def sign_in(self, account: str, password: str) -> SignedIn:
        if password not in (PASSWORD, GIVEN_PASSWORD, self.changed):
            self.wrong += 1
            wait = 8.0 if self.wrong > 2 else 0
            raise WrongPassword("用户名或密码不对。请检查大小写后再试。", wait)
        who = next(one for one in self.people if one.account == account)
        given = password == GIVEN_PASSWORD
        return SignedIn(
            account, account, who.person, who.detail, "青柳社区", frozenset(), SampleDesk(), given
        )

    def unlock(self, who: SignedIn, password: str) -> SignedIn:
        return replace(self.sign_in(who.account, password), permissions=who.permissions)

    def switch(self, leaving: SignedIn, account: str, password: str) -> SignedIn:
        entering = self.sign_in(account, password)
        self.sign_out(leaving)
        return entering

    def change_password(self, who: SignedIn, old: str, new: str) -> SignedIn:
        if old not in (PASSWORD, GIVEN_PASSWORD) or len(new) < 8:
            raise WrongPassword("密码至少要 8 个字符，请换一个更长的密码。")
        self.changed = new
        return self.sign_in(who.account, new)

    def recover(self, passphrase: str) -> None:
        if passphrase != PASSPHRASE:
            raise WrongPassword("恢复口令不对，未做任何改动。")

    def set_up(self, start: FirstStart) -> str:
        self.new = False
        self.people = [AccountChoice(start.account, start.person, "管理员")]
        self.changed = start.password
        self.started = start
        return PASSPHRASE

    def join(
        self, start: JoinStart, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> Joined:
        if start.code != JOIN_CODE:
            raise WrongPassword("这个接入码不对或已过期，请向负责人要一个新的。")
        self.unfinished = UnfinishedJoin(start.address.url, start.desk_name, (0, 3))
        return self.resume_join(start.account, start.password, progress, cancelled)

    def unfinished_join(self) -> UnfinishedJoin | None:
        return self.unfinished

    def resume_join(
        self,
        account: str,
        password: str,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> Joined:
        for step in range(self.unfinished.progress[0] + 1, 4):
            self.step.acquire(timeout=5)
            if cancelled():
                raise WrongPassword("已暂停，收到的内容都保留着。")
            self.unfinished = replace(self.unfinished, progress=(step, 3))
            progress(step, 3)
        if account not in {one.account for one in self.people} or password != PASSWORD:
            raise WrongPassword("用户名或密码不对。已收到的内容都保留着。")
        self.unfinished, self.new = None, False
        return Joined("青柳社区", "二号窗口", PASSPHRASE)

    def abandon_join(self) -> None:
        self.unfinished = None

    def sign_out(self, signed_in: SignedIn) -> None:
        self.out.append(signed_in.account)


class SampleDesk:
    """Answers search and status from made-up data."""

    def search(self, text: str) -> list[SearchGroup]:
        people = (
            SearchHit(
                "person",
                "1",
                "王秀兰",
                "女 · 71 岁 · 3 幢 2 单元 401 · 330106********0889",
                "独居老人",
                Tone.WARNING,
            ),
            SearchHit("person", "2", "王建国", "男 · 45 岁 · 7 幢 1 单元 102 · 330106********2314"),
        )
        items = (SearchHit("item", "M-012", "网上居住登记", "综治 · 即办件"),)
        return [SearchGroup("居民", "person", people), SearchGroup("事项", "catalogue", items)]

    def find(self, text: str) -> SimpleNamespace:
        return SimpleNamespace(people=(), items=(), matters=())

    def subscribe(self, subscriber: Callable[[object], None]) -> Callable[[], None]:
        return lambda: None

    def leave(self) -> None:
        """Nothing was uncovered."""

    @property
    def matters(self) -> SimpleNamespace:
        return SimpleNamespace(counts=lambda: SimpleNamespace(tickets_waiting=4))

    @property
    def sync(self) -> SampleSync:
        return SampleSync()

    def today(self) -> date:
        return date(2026, 3, 11)

    def status(self) -> DeskStatus:
        return DeskStatus(4, self.sync.state(), self.today())


class SampleSync:
    """Out of reach since this morning, with a dispute."""

    def start(self) -> None:
        """There is nothing to begin."""

    def state(self) -> SyncState:
        last = datetime(2026, 3, 11, 9, 42, tzinfo=SHANGHAI)
        return SyncState(Phase.UNREACHABLE, "https://sync.example", "一号窗口", last, unsent=12, disputes=1)

    def subscribe(self, callback: Callable[[SyncState], None]) -> Callable[[], None]:
        return lambda *_: None


class SamplePage(Page):
    """A page as its builders will write them."""

    entities = frozenset({"matter"})

    def __init__(self, desk: object, workspace: object) -> None:
        super().__init__(desk, workspace)
        self.refreshed = 0
        self.opened: list[tuple[str, str]] = []
        self.name_page(
            "今天", [GhostButton("导出", icon_name="download"), PrimaryButton("开始受理", icon_name="plus")]
        )
        tiles = FlowLayout(*(tile(*facts) for facts in TILES), gap=12, fill=True)
        self.filter = Segmented(
            "范围", (("mine", "我的 7"), ("new", "新到 2"), ("waiting", "等别人 3"), ("late", "超期 1"))
        )
        self.table = RecordTable(
            "事项",
            COLUMNS,
            EmptyState("inbox", "今天还没有事项", "叫号后从“受理”开始。", "开始受理"),
            frameless=True,
        )
        self.table.show_records(ROWS)
        card = Card("我经手的事项", self.table, actions=[self.filter], padding=12)
        self.fill(tiles)
        self.body.addWidget(card, 1)

    def refresh(self) -> None:
        self.refreshed += 1

    def open_record(self, kind: str, record_id: str) -> None:
        self.opened.append((kind, record_id))

    def first_field(self) -> QWidget:
        return self.table


TILES = (
    ("今天到期", "3", "其中 1 件黄灯"),
    ("已超期", "1", "王秀兰 · 老年人优待证"),
    ("排队等候", "4", "最长 12 分钟"),
    ("今日已办", "26", "最多跑一次 96%"),
)

ENTRIES = (
    PageEntry("today", "Today", "today", "tests.ui.samples:SamplePage", ("matter",)),
    PageEntry("intake", "Intake", "intake", "tests.ui.samples:SamplePage"),
    PageEntry("people", "People", "people", "tests.ui.samples:SamplePage", ("person",)),
    PageEntry("catalogue", "Catalogue", "catalogue", "tests.ui.samples:SamplePage", ("item",)),
    PageEntry("roster", "Roster", "roster", "tests.ui.samples:SamplePage"),
    PageEntry("reports", "Reports", "reports", "tests.ui.samples:SamplePage"),
    PageEntry("manage", "Manage", "manage", "tests.ui.samples:SamplePage", ("sync",), "manage"),
)


def tile(caption: str, figure: str, note: str) -> FigureTile:
    made = FigureTile(caption)
    made.show_figure(figure, note)
    return made


def sample_person() -> SignedIn:
    return SignedIn(
        "1", "wangxl", "王小丽", "前台 · 民政、社保", "青柳社区", frozenset({"manage"}), SampleDesk()
    )


def resident_card() -> QWidget:
    def unmask(_purpose: str, show: object) -> None:
        show("330106195503120889")

    facts = FactList(
        (
            ("身份证号", MaskedField("身份证号", "330106********0889", unmask, ("核对身份", "电话回访"))),
            ("电话", MaskedField("电话", "138****3746", unmask, ("电话回访",))),
            ("住址", "3 幢 2 单元 401 室"),
            ("户籍", "本社区户籍 · 户主"),
            ("民族", "汉族"),
        ),
        label_width=64,
    )
    name = column(Heading("王秀兰"), Caption("女 · 71 岁 · 1955-03-12"), gap=0)
    head = row(Avatar("王秀兰", 44), gap=12)
    head.addLayout(name, 1)
    tags = row(Pill("独居老人", Tone.WARNING), Pill("低保", Tone.INFO), STRETCH, gap=6)
    return panel(
        column(
            head,
            tags,
            facts,
            PrimaryButton("为她受理", icon_name="plus"),
            STRETCH,
            gap=14,
            margins=(16, 4, 16, 16),
        )
    )


def shell_with_samples(background: Background, *, searching: str = "", locked: bool = False) -> Shell:
    desk = SampleDesk()
    shell = Shell(sample_person(), background, ENTRIES, desk, desk.status)
    shell.open_page("today")
    shell.show_beside(resident_card(), "居民")
    if searching:
        shell.show()
        shell.resize(1366, 768)
        shell.search.setText(searching)
        shell.search.setFocus()
        shell.search._show(searching, desk.search(searching))
        shell.search.popup.open_below(shell.search)
    if locked:
        shell.cover(LockScreen(SampleDoor(), background, sample_person()))
    return shell


def sign_in_window(background: Background, *, new: bool = False, created: bool = False) -> SignInWindow:
    known = Preferences() if new else Preferences(community="青柳社区", last_account="chenwei")
    window = SignInWindow(SampleDoor(new=new), background, known)
    if created:
        window._show_setup()
        welcome = window.faces.currentWidget()
        welcome.choose("found")
        pages = welcome.setup
        pages.community.grid.field("name").setText("青柳社区")
        pages._show_passphrase(PASSPHRASE)
        window._was_painted = True
    return window


def kit_page(part: int) -> QWidget:
    return _kit_one() if part == 1 else _kit_two()


def _kit_one() -> QWidget:
    buttons = row(
        PrimaryButton("受理", icon_name="check"),
        GhostButton("补正告知", icon_name="send"),
        GhostButton("不可用"),
        QuietButton("更多"),
        LinkButton("查看依据"),
        DangerButton("不予受理"),
        IconButton("print", "打印"),
        IconButton("edit", "编辑"),
        STRETCH,
    )
    buttons.itemAt(2).widget().setEnabled(False)
    pills = row(
        *(
            Pill(name, tone)
            for name, tone in zip(("草稿", "受理", "办理中", "办结", "容缺", "超期"), Tone, strict=True)
        ),
        STRETCH,
    )
    lamps = row(
        *(
            part
            for level, word in zip(LampLevel, ("无", "期限内", "临期", "超期"), strict=True)
            for part in (Lamp(level, word), Body(word))
        ),
        Avatar("王秀兰"),
        Avatar("陈伟"),
        Avatar("Zhou"),
        KeyHint("Ctrl+K"),
        STRETCH,
    )
    form = FormGrid(columns=2)
    form.add("name", "姓名(&N)", TextField("姓名"), required=True)
    form.add("id", "公民身份号码", TextField("号码", "18 位"), hint="可以只输后四位")
    kind = QComboBox()
    kind.addItems(["即办件", "承诺件", "代办"])
    form.add("kind", "类型", kind)
    form.add("date", "人数", NumberField("人数"))
    form.add("phone", "电话", TextField("电话"))
    form.add("secret", "密码", PasswordField("密码"))
    form.add("note", "备注", TextArea("备注", "可不填"), span=2)
    form.field("note").setFixedHeight(64)
    form.field("phone").setText("1380013")
    form.show_errors({"phone": "手机号应为 11 位，现在是 7 位。"})
    checks = row(
        QCheckBox("户口簿"),
        _checked(QCheckBox("身份证（社区已有）")),
        QRadioButton("本人"),
        _checked(QRadioButton("代办人")),
        STRETCH,
    )
    bar = QProgressBar()
    bar.setValue(62)
    bar.setTextVisible(False)
    notices = [InlineNotice() for _ in range(3)]
    notices[0].say(
        Tone.DANGER, "没有存下来：磁盘已满。", "已填的内容保留为草稿。请清出空间后再按“受理”。", "再试一次"
    )
    notices[1].say(Tone.WARNING, "身份证号与 3 幢 401 的王秀兰相同。", "", "打开她的卡片")
    notices[2].say(Tone.SUCCESS, "已受理 SL-20260311-0042，承诺 3 月 20 日办结。")
    left = column(
        Card("按钮", buttons),
        Card("状态", pills, lamps, checks, bar, gap=12),
        Card("提示", *notices),
        STRETCH,
        gap=12,
    )
    right = column(Card("表单", form), STRETCH, gap=12)
    whole = row(gap=12, margins=16)
    whole.addLayout(left, 1)
    whole.addLayout(right, 1)
    return panel(whole, "window")


def _kit_two() -> QWidget:
    table = RecordTable("事项", COLUMNS)
    table.show_records(ROWS)
    empty = RecordTable(
        "事项",
        COLUMNS,
        EmptyState("inbox", "没有超期事项", "全部在期限内。明天有 3 件到期。", "查看明天到期"),
    )
    choices = ChoiceList(
        "人员",
        [
            Choice("a", "王小丽", "前台 · 民政、社保", avatar=True),
            Choice("b", "陈伟", "卫健、残联", "在岗", Tone.SUCCESS, avatar=True),
            Choice("c", "办老年证", "民政 · 承诺件 · 5 个工作日", icon="catalogue"),
        ],
    )
    line = StateTimeline(
        (
            Step("受理", StepState.DONE, "王小丽 3-09"),
            Step("补正", StepState.DONE, "3-10"),
            Step("办理", StepState.CURRENT, "陈伟"),
            Step("决定"),
            Step("送达"),
        )
    )
    paused = StateTimeline(
        (Step("受理", StepState.DONE), Step("补正", StepState.PAUSED, "暂停计时"), Step("办理"), Step("送达"))
    )
    refused = StateTimeline((Step("受理", StepState.DONE), Step("不予受理", StepState.FAILED, "3-10")))
    tabs = Tabs(
        "部分", (("story", "经过"), ("materials", "材料"), ("slips", "文书"), ("history", "修改记录"))
    )
    tiles = row(*(tile(*facts) for facts in TILES), gap=12)
    left = column(tiles, table, empty, gap=12)
    right = column(
        Card("进度", line, paused, refused),
        Card("", tabs, Soft("页签内容"), Segmented("x", (("a", "全部"), ("b", "我的"), ("c", "超期")))),
        Card("选择", choices),
        Card("卡片", resident_card()),
        gap=12,
    )
    whole = row(gap=12, margins=16)
    whole.addLayout(left, 3)
    whole.addLayout(right, 2)
    return panel(whole, "window")


def _checked(button: QCheckBox) -> QCheckBox:
    button.setChecked(True)
    return button
