"""Roster import, step by step; nothing is stored before the last one, and then all of it or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog

from ui.kit.stack import Stack
from ui.kit.timeline import StateTimeline, steps
from ui.kit.tones import Tone
from ui.page import Page
from ui.roster.busy import BusyPane
from ui.roster.choose import ChoosePane
from ui.roster.mapping_pane import MappingPane
from ui.roster.plan_pane import PlanPane
from ui.roster.planned import compared
from ui.roster.result_pane import ResultPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.background import CancelToken
    from ui.page import Workspace
    from ui.roster.planned import Comparison
    from workbench.people.roster.mapping import RosterMapping
    from workbench.people.roster.plan import RosterDraft, RosterPlan, RosterResult, RowKey

T = TypeVar("T")
CHOOSE, COLUMNS, ROWS, DONE = range(4)


class RosterPage(Page):
    """File, columns, rows, done."""

    def __init__(self, desk: Any, workspace: Workspace) -> None:
        super().__init__(desk, workspace)
        self.draft: RosterDraft | None = None
        self.plan: RosterPlan | None = None
        self._mapping: RosterMapping | None = None
        self.choose, self.mapping, self.rows = ChoosePane(), MappingPane(), PlanPane()
        self.result, self.busy = ResultPane(), BusyPane()
        self.panes: tuple[QWidget, ...] = (self.choose, self.mapping, self.rows, self.result)
        self.stack = Stack()
        for pane in (*self.panes, self.busy):
            self.stack.addWidget(pane)
        self._labels = (self.tr("File"), self.tr("Columns"), self.tr("Rows"), self.tr("Done"))
        self.line = StateTimeline(steps(self._labels, CHOOSE), self.tr("Step"))
        self.name_page(self.tr("Roster import"))
        self.body.addWidget(self.line)
        self.body.addWidget(self.stack, 1)
        self._connect()

    def first_field(self) -> QWidget | None:
        """Return what to press or fill next."""
        return {CHOOSE: self.choose.button, COLUMNS: self.mapping.next, ROWS: self.rows.table}.get(self.step)

    @property
    def step(self) -> int:
        """Where the import stands."""
        shown = self.stack.currentWidget()
        return self.panes.index(shown) if shown in self.panes else -1

    def read(self, path: Path) -> None:
        """Read a file in the background."""
        self.notice.hide()
        token = self._long(
            lambda _report, token: unless_stopped(
                token, lambda: self.desk.roster.read(path, token.is_cancelled)
            ),
            self._show_draft,
            lambda error: self._failed(
                CHOOSE, self.tr("“{name}” was not read.").format(name=path.name), error
            ),
        )
        self._wait(self.tr("Reading {name}").format(name=path.name), token)

    def compare(self, mapping: RosterMapping) -> None:
        """Compare every row with the register."""
        draft, self._mapping = self.draft, mapping
        token = self._long(
            lambda _report, token: unless_stopped(
                token, lambda: compared(self.desk.roster, draft, mapping, frozenset())
            ),
            self._show_comparison,
            lambda error: self._failed(COLUMNS, self.tr("The rows were not compared."), error),
        )
        self._wait(self.tr("Comparing with the register"), token)

    def accept_rows(self, accepted: frozenset[RowKey]) -> None:
        """Compare again with these doubtful rows taken in."""
        draft, mapping = self.draft, self._mapping
        self.ask_latest(
            "accept",
            lambda: compared(self.desk.roster, draft, mapping, accepted),
            lambda found: self._show_accepted(found, accepted),
        )

    def apply(self) -> None:
        """Store the plan: all of it, or nothing."""
        plan = self.plan
        token = self._long(
            lambda report, token: self.desk.roster.apply(plan, report, token.is_cancelled),
            self._show_result,
            lambda error: self._failed(ROWS, self.tr("Nothing was imported."), error),
        )
        self._wait(self.tr("Importing"), token)

    def ask_report(self) -> None:
        """Ask where the report goes."""
        if self.plan is None or self.step not in (ROWS, DONE):
            return
        name = f"{Path(self.plan.draft.file.name).stem}-导入结果.xlsx"
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the report"), str(Path.home() / name), "Excel (*.xlsx)"
        )
        if path:
            self.save_report(Path(path))

    def save_report(self, path: Path) -> None:
        """Write the report: the original cells, coloured, with the reasons."""
        plan = self.plan
        if plan is not None:
            done = self.tr("The report is saved: {path}").format(path=path)
            self.act(lambda: write_report(self.desk, plan, path), lambda _: self.workspace.toast(done))

    def go_back(self) -> None:
        """Go to the step before."""
        if self.step in (COLUMNS, ROWS):
            self._show(self.step - 1)

    def _long(self, work: Any, done: Any, failed: Any) -> CancelToken:
        return self.workspace.background.run_with_progress(self, work, self.busy.advance, done, failed)

    def _wait(self, title: str, token: CancelToken) -> None:
        self.busy.begin(title, "", token)
        self.stack.setCurrentWidget(self.busy)

    def _show(self, step: int) -> None:
        self.stack.setCurrentWidget(self.panes[step])
        self.line.show_steps(steps(self._labels, step if step < DONE else DONE + 1))
        field = self.first_field()
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, step: int, title: str, error: Exception) -> None:
        self._show(step)
        self.notice.say(Tone.WARNING, title, str(error))

    def _show_draft(self, draft: RosterDraft) -> None:
        self.draft = draft
        self.mapping.show_draft(draft)
        if self.mapping.current() is not None:
            self._show(COLUMNS)
            return
        self._show(CHOOSE)
        title = self.tr("“{name}” has no residents in it.").format(name=draft.file.name)
        self.notice.say(Tone.WARNING, title, self.tr("Is it the right file? Nothing was imported."))

    def _show_comparison(self, found: Comparison) -> None:
        self.plan = found.plan
        self.rows.show_comparison(found)
        self._show(ROWS)

    def _show_accepted(self, found: Comparison, wanted: frozenset[RowKey]) -> None:
        self.plan = found.plan
        self.rows.show_comparison(found)
        if wanted - found.accepted:
            self.notice.say(
                Tone.INFO,
                self.tr("This row cannot be taken in as it is."),
                self.tr("Correct it in the file, or look the person up in the register."),
            )

    def _show_result(self, result: RosterResult) -> None:
        self.notice.hide()
        self.result.show_result(self.plan.draft.file.name, result)
        self._show(DONE)
        self.result.report.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start_over(self) -> None:
        self._show(CHOOSE)
        self.choose.ask()

    def _connect(self) -> None:
        self.choose.chosen.connect(self.read)
        self.mapping.confirmed.connect(self.compare)
        self.mapping.left.connect(lambda: self._show(CHOOSE))
        self.rows.left.connect(lambda: self._show(COLUMNS))
        self.rows.confirmed.connect(self.apply)
        self.rows.accepted_changed.connect(self.accept_rows)
        for pane in (self.rows, self.result):
            pane.report_wanted.connect(self.ask_report)
        self.result.people_wanted.connect(lambda: self.workspace.open_page("people"))
        self.result.again.connect(self._start_over)
        for keys, act in (
            ("Ctrl+O", self._start_over),
            ("Ctrl+S", self.ask_report),
            ("Alt+Left", self.go_back),
            ("Ctrl+Return", self._go_on),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _go_on(self) -> None:
        if self.step == COLUMNS:
            self.mapping.confirm()
        elif self.step == ROWS:
            self.rows.confirm()


def unless_stopped(token: CancelToken, work: Callable[[], T]) -> T:
    """Do work that stores nothing; a stop asked for while it ended counts too. Raises ReadingCancelled."""
    from workbench.people.roster.faults import ReadingCancelled

    answer = work()
    if token.is_cancelled():
        raise ReadingCancelled
    return answer


def write_report(desk: Any, plan: RosterPlan, path: Path) -> None:
    """Write the report of a plan and journal that it left the workbench. Raises DocumentNotWritten."""
    from workbench.people.roster.report import write_roster_report

    write_roster_report(plan.draft.file, plan.rows, path)
    desk.note_export("import-report", len(plan.rows), "花名册导入报告")
