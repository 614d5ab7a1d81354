"""The form of one household over the whole page: where it is on top, the form below, Esc keeps the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.census.sitting import Typed, open_session, take, ways_of
from ui.forms.view import FormView
from ui.kit.buttons import QuietButton
from ui.kit.labels import Soft, Title
from ui.kit.layouts import STRETCH, column, row
from ui.kit.notices import InlineNotice

if TYPE_CHECKING:
    from ui.census.page import CensusPage
    from ui.census.sitting import Sitting
    from ui.forms.ways import Ways
    from workbench.forms.engine.session import FormSession


class FormPane(QWidget):
    """Opens a sitting, hands in what was typed; ``left`` says that the person goes, the draft being kept."""

    left = Signal()
    opened = Signal()

    def __init__(self, page: CensusPage, sitting: Sitting) -> None:
        super().__init__()
        self.page, self.sitting = page, sitting
        self.view: FormView | None = None
        self.notice = InlineNotice()
        self._goes_on = False
        self.back = QuietButton(self.tr("Back  Esc"), self._leave, icon_name="left")
        self.place = Soft(sitting.start.place)
        head = row(self.back, Title(sitting.title), self.place, STRETCH, gap=12)
        self._whole = column(head, self.notice, gap=8)
        self.setLayout(self._whole)
        self.setAccessibleName(f"{sitting.title} {sitting.start.place}")
        desk = page.desk
        page.workspace.background.run(
            self, lambda: open_session(desk, sitting), self._show, self.notice.say_error
        )

    def _show(self, session: FormSession) -> None:
        view = FormView(session, self.page.workspace.background, self._ways())
        self.view = view
        self._whole.addWidget(view, 1)
        self.setFocusProxy(view)
        view.finished.connect(self._hand_in)
        view.next_record.connect(self._note_next)
        view.left.connect(self._leave)
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        view.begin()
        self.opened.emit()

    def _ways(self) -> Ways:
        return ways_of(self.page.desk, self.sitting, self.page.last_answers)

    def _hand_in(self, xml: bytes) -> None:
        view = self.view
        assert view is not None, "only a shown form finishes"
        typed = Typed(xml, view.keying(), view.reason())
        view.setEnabled(False)
        self.page.workspace.background.run(
            self, lambda: take(self.page.desk, self.sitting, typed), self._taken, self._refused
        )

    def _note_next(self) -> None:
        """Ctrl+Enter: when this one is taken, the next is wanted at once."""
        self._goes_on = True

    def _taken(self, answer: object) -> None:
        assert self.view is not None, "only a shown form was handed in"
        self.page.last_answers = self.view.values()
        self.sitting.done(answer)
        if self._goes_on and self.sitting.next_record is not None:
            self.sitting.next_record()

    def _refused(self, error: Exception) -> None:
        """Say why it was not taken; what was typed is still there."""
        self._goes_on = False
        if self.view is not None:
            self.view.setEnabled(True)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.notice.say_error(error)

    def _leave(self) -> None:
        if self.view is not None:
            self.view.save_now()
        self.left.emit()
