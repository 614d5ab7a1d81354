"""A form on any page: the widget that shows a session, listens to the keyboard and keeps the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.forms.autosave import AutoSaver
from ui.forms.fields.file import FileField
from ui.forms.fields.pool import FieldPool
from ui.forms.filling import Filling
from ui.forms.foot import FormFoot
from ui.forms.head import FormHead
from ui.forms.keys import FieldKeys
from ui.forms.meter import KeyMeter
from ui.forms.same import values_by_path
from ui.forms.sheet.view import SheetView
from ui.forms.single import SingleView
from ui.forms.strips import NoteStrip, ReasonStrip
from ui.forms.verbs import FormVerbs
from ui.forms.ways import Mode, Ways
from ui.kit.layouts import column, show_if
from ui.kit.notices import InlineNotice
from ui.kit.tones import Tone
from ui.theme.theme import px, theme

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from ui.background import Background
    from ui.forms.fields.field import Field
    from ui.forms.tally import Progress
    from workbench.census.keying import KeyingFacts
    from workbench.forms.engine.node import Node
    from workbench.forms.engine.session import FormSession


ROOMY = 440
"""From this height on (at 100 %) the keys are named below the form."""


class FormView(QWidget):
    """Fills one session. Give it the focus and it puts the cursor where the person was.

    ``finished`` carries the submission (ODK XML); ``next_record`` follows it where Ctrl+Enter asked for it;
    ``left`` says that the person goes and the draft is kept.
    """

    finished = Signal(bytes)
    next_record = Signal()
    left = Signal()
    problem_count_changed = Signal(int)

    def __init__(self, session: FormSession, background: Background, ways: Ways | None = None) -> None:
        super().__init__()
        self.session, self.ways = session, ways or Ways()
        self._background = background
        self.filling = Filling(session, self.ways, self)
        self.meter = KeyMeter(self.ways.clock, self.ways.pause_seconds)
        self.keys = FieldKeys(self.meter, self)
        self.head = FormHead(session.form.title, session.languages, session.language, self.ways.mode)
        self.notice, self.reason_strip, self.note_strip = InlineNotice(), ReasonStrip(), NoteStrip()
        self.foot = FormFoot()
        self.saver = self._saver()
        self._rows, self._cells = self._pool(), self._pool(in_cells=True)
        self._large = self._pool(large=True)
        self.screens = QStackedWidget()
        self._shown: dict[Mode, SheetView | SingleView] = {}
        self.mode = self.ways.mode
        self._problems = 0
        self._arrange()
        self.verbs = FormVerbs(self)
        self._connect()
        self._use(self.mode)

    @property
    def screen(self) -> SheetView | SingleView:
        """The screen in use: the sheet, or one question at a time."""
        return self._shown[self.mode]

    @property
    def field(self) -> Field | None:
        """The live field."""
        return self.screen.field

    def begin(self) -> None:
        """Put the cursor where the person was, else on the first question without an answer."""
        if self.filling.cursor is None:
            self.filling.begin(self.session.cursor)
        else:
            self.screen.follow(self.filling.cursor)
        if self.ways.correcting and not self.reason_strip.reason():
            self.reason_strip.line.setFocus()

    def first_field(self) -> QWidget | None:
        """Return the widget that gets the focus when the form appears."""
        return self.field.focus_widget() if self.field is not None else None

    def keying(self) -> KeyingFacts:
        """Return what was measured of this sitting so far."""
        return self.meter.facts()

    def progress(self) -> Progress:
        """Return how far the form is."""
        return self.filling.progress()

    def values(self) -> dict[str, str]:
        """Return the answers by path, for the ways of the next record (F7)."""
        self.filling.settle()
        return values_by_path(self.session.root)

    def reason(self) -> str:
        """Return why the submission is put right, where that was asked."""
        return self.reason_strip.reason()

    def draft(self) -> dict[str, Any]:
        """Return the session as a draft, with what is half typed."""
        self.filling.look()
        return dict(self.session.draft())

    def save_now(self) -> None:
        """Hand the draft over at once (the page goes away)."""
        if self.saver is not None:
            self.saver.save_now()

    def use_mode(self, mode: Mode) -> None:
        """Change how much is seen at once."""
        if mode is not self.mode:
            self.filling.settle()
            self.screen.rest()
            self._use(mode)
            self.begin()

    def use_language(self, language: str) -> None:
        """Change the language of the form."""
        self.filling.settle()
        self.session.language = language
        self.relabel()

    def relabel(self) -> None:
        """Show everything anew: the language of the form or the look changed."""
        self.screen.relabel()
        self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the live field."""
        super().focusInEvent(event)
        self.focus_field()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the names of the keys out where the room is short."""
        super().resizeEvent(event)
        self.foot.show_for(self.mode, roomy=self.height() >= px(ROOMY))

    def _saver(self) -> AutoSaver | None:
        if self.ways.keep is None:
            return None
        made = AutoSaver(self, self._background, self.draft, self.ways.keep)
        made.failed.connect(self.notice.say_error)
        self.filling.touched.connect(made.save_soon)
        return made

    def _use(self, mode: Mode) -> None:
        self.mode = mode
        if mode not in self._shown:
            self._shown[mode] = self._make(mode)
            self.screens.addWidget(self._shown[mode])
        else:
            self.screen.relabel()
        self.screens.setCurrentWidget(self.screen)
        self.foot.show_for(mode, roomy=self.height() >= px(ROOMY))

    def _make(self, mode: Mode) -> SheetView | SingleView:
        if mode is Mode.SHEET:
            return SheetView(self.filling, self._rows, self._cells)
        return SingleView(self.filling, self._large)

    def _pool(self, *, in_cells: bool = False, large: bool = False) -> FieldPool:
        made = FieldPool(self.ways, in_cells=in_cells, large=large)
        made.made.connect(self._welcome)
        return made

    def _arrange(self) -> None:
        show_if(self.reason_strip, self.ways.correcting)
        show_if(self.head.modes, self.ways.switchable)
        whole = column(self.head, self.notice, self.reason_strip, gap=8)
        whole.addWidget(self.screens, 1)
        whole.addWidget(self.note_strip)
        whole.addWidget(self.foot)
        self.setLayout(whole)

    def _connect(self) -> None:
        filling = self.filling
        filling.gather = lambda: self.field.answer() if self.field is not None else None
        filling.is_underway = lambda: self.field is not None and self.field.is_underway()
        filling.moved.connect(self._follow)
        filling.changed.connect(self._redraw)
        filling.reshaped.connect(self._reshape)
        filling.stuck.connect(lambda message: self.notice.say(Tone.WARNING, message))
        filling.passed_last.connect(self.verbs.offer_end)
        self.keys.at_start = lambda: filling.cursor is None or filling.course.before(filling.cursor) is None
        self.keys.asked.connect(self.verbs.do)
        self.head.mode_chosen.connect(lambda mode: self.use_mode(Mode(mode)))
        self.head.language_chosen.connect(self.use_language)
        self.head.problem_wanted.connect(filling.go_to_problem)
        self.foot.complete_wanted.connect(self.verbs.complete)
        self.note_strip.written.connect(filling.write_note)
        self.note_strip.closed.connect(self.focus_field)
        self.reason_strip.given.connect(self.focus_field)
        theme().changed.connect(self.relabel)
        self.destroyed.connect(filling.close)

    def focus_field(self) -> None:
        """Give the keyboard back to the live field."""
        if self.field is not None:
            self.field.setFocus()

    def _welcome(self, field: Field) -> None:
        self.keys.listen(field)
        field.typed.connect(self.filling.type)
        field.chosen.connect(self.filling.answer)
        field.settled.connect(self.verbs.settle)
        if isinstance(field, FileField):
            field.picked.connect(self._keep_file)

    def _keep_file(self, path: Path) -> None:
        keep, node = self.ways.keep_file, self.filling.cursor
        if keep is None:
            self.notice.say(Tone.WARNING, self.tr("Files cannot be kept here; nothing was stored."))
        else:
            self._background.run(
                self, lambda: keep(path), lambda name: self._take_file(node, name), self.notice.say_error
            )

    def _take_file(self, node: Node | None, name: str) -> None:
        if node is not None and node is self.filling.cursor:
            self.filling.answer(name)
        elif node is not None and node.attached:
            self.session.answer(node, name)

    def _follow(self, node: Node, _before: Node | None) -> None:
        self.screen.follow(node)
        self._tell()

    def _redraw(self, changed: frozenset[Node]) -> None:
        self.screen.redraw(changed)
        self._tell()

    def _reshape(self, repeats: frozenset[Node]) -> None:
        self.screen.reshape(repeats)

    def _tell(self) -> None:
        progress = self.filling.progress()
        self.head.show_progress(progress)
        node = self.filling.cursor
        if node is not None:
            asked = self.filling.asked(node)
            told = self.screen.tells(asked)
            self.foot.show_question(asked, told)
        if progress.problems != self._problems:
            self._problems = progress.problems
            self.problem_count_changed.emit(progress.problems)
