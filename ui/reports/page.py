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
from ui.reports.words import period_words
from ui.theme.theme import px
from workbench.desk.reports import FileFormat
from workbench.security.roles import Permission

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.page import Workspace
    from workbench.desk.reports import ReportKind

LINE, SIDE = 52, 280
ROOM_FOR_SIDE = 820


class ReportsPage(Page):
    """What the supervisor answers upward with, and what the desk keeps for itself."""

    entities: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, desk: Any, workspace: Workspace) -> None:
        super().__init__(desk, workspace)
        self._kinds: dict[str, ReportKind] = {}
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
        self.list.show_choices(
            [Choice(kind.name, kind.title, period_words(kind.period), icon="file") for kind in kinds]
        )
        self.list.setFixedHeight(px(LINE) * len(kinds) + px(8))

    def _choose(self) -> None:
        kind = self.kind()
        if kind is not None:
            self.summary.setText(kind.summary)
            self.period.ask_for(kind.period)
            self._draw()

    def _draw(self) -> None:
        kind, day = self.kind(), self.period.value()
        if kind is None:
            return
        self.notice.hide()
        self.preview.show_nothing(self.tr("Drawing the report…"), kind.title)
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
        self.print = GhostButton(self.tr("Print  Ctrl+P"), self._print, icon_name="print")
        self.pdf = GhostButton(
            self.tr("PDF  Ctrl+Shift+E"), lambda: self._export(FileFormat.PDF), icon_name="download"
        )
        self.excel = PrimaryButton(
            self.tr("Export Excel  Ctrl+E"), lambda: self._export(FileFormat.EXCEL), icon_name="excel"
        )
        for keys, button in (("Ctrl+P", self.print), ("Ctrl+Shift+E", self.pdf), ("Ctrl+E", self.excel)):
            QShortcut(QKeySequence(keys), self, button.click)
        return [self.print, self.pdf, self.excel]

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
        """Give the list less where the room is short."""
        super().resizeEvent(event)
        self.side.setFixedWidth(px(SIDE) if self.width() >= px(ROOM_FOR_SIDE) else px(SIDE) * 3 // 4)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(lambda _now, _before: self._choose())
        self.period.changed.connect(self._draw)
        self.preview.failed.connect(self.notice.say_error)
        for keys, act in (("Alt+Left", self.period.earlier), ("Alt+Right", self.period.later)):
            QShortcut(QKeySequence(keys), self, act)
