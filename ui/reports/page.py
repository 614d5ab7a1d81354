"""The reports page: the list by plain names, the time, and the report as it will be on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.kit.buttons import GhostButton, PrimaryButton
from ui.kit.card import Card
from ui.kit.choice_lines import Choice
from ui.kit.choices import ChoiceList
from ui.kit.labels import Soft
from ui.kit.layouts import column, panel, row
from ui.page import Page
from ui.preview.view import PreviewView
from ui.reports.leaving import Leaving
from ui.reports.period import PeriodPicker
from ui.reports.words import period_words, summary_of, title_of
from ui.theme.theme import px
from workbench.desk.papers import FileFormat
from workbench.security.roles import Permission

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.kit.buttons import Button
    from ui.page import Workspace
    from workbench.desk.report_kinds import ReportKind

LINE, SHORT_LINE = 52, 38
SIDE, NARROW_SIDE = 280, 180
ROOM_FOR_SIDE, ROOM_FOR_DETAILS, ROOM_FOR_KEYS = 820, 520, 760


class ReportsPage(Page):
    """What the supervisor answers upward with, and what the desk keeps for itself."""

    entities: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Any, workspace: Workspace) -> None:
        super().__init__(desk, workspace)
        self._kinds: dict[str, ReportKind] = {}
        self._ways: list[tuple[Button, str, str]] = []
        self._was_short: bool | None = None
        self.list = ChoiceList(self.tr("Reports"))
        self.list.setProperty("frameless", True)
        self.summary = Soft("", wrap=True)
        self.period = PeriodPicker(desk.today())
        self.preview = PreviewView(workspace.background)
        self.leaving = Leaving(self)
        self.name_page(self.tr("Reports"), self._actions() if desk.may(Permission.EXPORT) else [])
        self._place()
        self._connect()

    def refresh(self) -> None:
        """List the reports once; after that draw the one in front again."""
        if self._kinds:
            self._draw()
        else:
            self.ask(self.desk.reports.kinds, self._show_kinds)

    def first_field(self) -> QWidget:
        """Begin in the list."""
        return self.list

    def kind(self) -> ReportKind | None:
        """Return the report in front."""
        return self._kinds.get(self.list.current())

    def _show_kinds(self, kinds: tuple[ReportKind, ...]) -> None:
        self._kinds = {kind.name: kind for kind in kinds}
        self._list_kinds()

    def _list_kinds(self) -> None:
        lines = [self._line(kind) for kind in self._kinds.values()]
        current = self.list.current()
        self.list.blockSignals(True)
        self.list.show_choices(lines)
        self.list.make_current(current)
        self.list.blockSignals(False)
        self.list.setFixedHeight(px(SHORT_LINE if self._is_short() else LINE) * len(lines) + px(8))
        if lines and not current:
            self._choose()

    def _line(self, kind: ReportKind) -> Choice:
        detail = "" if self._is_short() else period_words(kind.period)
        return Choice(kind.name, title_of(kind), detail, icon="file")

    def _is_short(self) -> bool:
        return self.height() < px(ROOM_FOR_DETAILS)

    def _choose(self) -> None:
        kind = self.kind()
        if kind is not None:
            self.summary.setText(summary_of(kind))
            self.period.ask_for(kind.period)
            self._draw()

    def _draw(self) -> None:
        kind, day = self.kind(), self.period.value()
        if kind is None:
            return
        self.notice.hide()
        self.preview.show_nothing(self.tr("Drawing the report…"), title_of(kind))
        self.ask_latest("pdf", lambda: self.desk.reports.pdf(kind.name, day), self.preview.show_pdf)

    def _export(self, file_format: FileFormat) -> None:
        kind = self.kind()
        if kind is not None:
            self.leaving.ask_to_export(kind, self.period.value(), file_format)

    def _print(self) -> None:
        kind = self.kind()
        if kind is not None:
            self.leaving.ask_to_print(kind, self.period.value())

    def _actions(self) -> list[QWidget]:
        self.print = GhostButton(self.tr("Print"), self._print, icon_name="print")
        self.pdf = GhostButton("PDF", lambda: self._export(FileFormat.PDF), icon_name="download")
        self.excel = PrimaryButton(
            self.tr("Export Excel"), lambda: self._export(FileFormat.EXCEL), icon_name="excel"
        )
        keys = ("Ctrl+P", "Ctrl+Shift+E", "Ctrl+E")
        buttons = (self.print, self.pdf, self.excel)
        self._ways = [(button, button.text(), key) for button, key in zip(buttons, keys, strict=True)]
        for button, _words, key in self._ways:
            QShortcut(QKeySequence(key), self, button.click)
        return list(buttons)

    def _place(self) -> None:
        about = Card(self.tr("About"), self.summary, self.period, gap=12)
        self.side = panel(column(Card("", self.list, padding=6), about, gap=12))
        self.side.layout().addStretch(1)
        paper = QFrame()
        paper.setProperty("role", "card")
        paper.setLayout(column(self.preview, margins=1))
        self.preview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.preview.setMinimumHeight(px(260))
        halves = row(self.side, gap=16)
        halves.addWidget(paper, 1)
        self.body.addLayout(halves, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give list and buttons less where the room is short."""
        super().resizeEvent(event)
        self.side.setFixedWidth(px(SIDE if self.width() >= px(ROOM_FOR_SIDE) else NARROW_SIDE))
        for button, words, key in self._ways:
            button.setText(f"{words}  {key}" if self.width() >= px(ROOM_FOR_KEYS) else words)
        if self._is_short() is not self._was_short:
            self._was_short = self._is_short()
            self._list_kinds()

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(lambda _now, _before: self._choose())
        self.period.changed.connect(self._draw)
        self.preview.failed.connect(self.notice.say_error)
        for keys, act in (("Alt+Left", self.period.earlier), ("Alt+Right", self.period.later)):
            QShortcut(QKeySequence(keys), self, act)
