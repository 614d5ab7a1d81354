"""A form to try: filled like any other, and nothing of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.forms.view import FormView
from ui.forms.ways import Ways
from ui.kit.buttons import QuietButton
from ui.kit.labels import Title
from ui.kit.layouts import STRETCH, column, row
from ui.kit.pill import Pill
from ui.kit.tones import Tone

if TYPE_CHECKING:
    from ui.page import Page
    from workbench.forms.engine.session import FormSession


class TrialPane(QWidget):
    """One form over the whole page, marked as a trial."""

    left = Signal()

    def __init__(self, page: Page, session: FormSession) -> None:
        super().__init__()
        title = session.form.title
        self.view = FormView(session, page.workspace.background, Ways(clock=page.desk.now))
        back = QuietButton(self.tr("Back  Esc"), self.left.emit, icon_name="left")
        mark = Pill(self.tr("Trial: nothing is kept"), Tone.WARNING)
        self.setLayout(column(row(back, Title(title), mark, STRETCH, gap=12), self.view, gap=8))
        self.layout().setStretch(1, 1)
        self.setFocusProxy(self.view)
        self.setAccessibleName(title)
        complete = self.tr("Complete: it could be handed in.")
        self.view.finished.connect(lambda _xml: page.workspace.toast(complete))
        self.view.left.connect(self.left)
        self.view.begin()
