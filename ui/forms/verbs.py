"""What each verb of the keyboard does on the screen in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.forms.keyboard import Verb
from ui.forms.sheet.view import SheetView
from ui.kit.dialogs import ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.forms.grid.panel import GridPanel
    from ui.forms.view import FormView
    from workbench.forms.engine.node import Node

_STEPS = {Verb.UP: (-1, 0), Verb.DOWN: (1, 0), Verb.LEFT: (0, -1), Verb.RIGHT: (0, 1)}


class FormVerbs(QObject):
    """Turns verbs into deeds of one form view."""

    def __init__(self, view: FormView) -> None:
        super().__init__(view)
        self._view, self._filling = view, view.filling
        filling = view.filling
        self._deeds: dict[Verb, Callable[[], object]] = {
            Verb.ON: filling.on,
            Verb.BACK: filling.back,
            Verb.COMPLETE: lambda: self.complete(go_on=True),
            Verb.NOTE: self.note,
            Verb.PROBLEM: self.problem,
            Verb.SAME: filling.same,
            Verb.UNDO: filling.undo,
            Verb.REDO: filling.redo,
            Verb.ADD: filling.add,
            Verb.REMOVE: self.remove,
            Verb.LEAVE: self.leave,
            Verb.TURN: self.turn,
        }

    def do(self, verb: Verb) -> None:
        """Do what a verb means here."""
        if verb in _STEPS:
            self._step(verb)
        else:
            self._deeds[verb]()

    def settle(self, value: str) -> None:
        """Take an answer and go on, unless it cannot stand."""
        if self._filling.answer(value):
            self._filling.on()

    def note(self) -> None:
        """Open the note on the current question."""
        node = self._filling.cursor
        if node is not None:
            self._view.note_strip.open_for(node, self._view.session.note_of(node))

    def problem(self) -> None:
        """Go to the first problem, or say that there is none."""
        if not self._filling.go_to_problem():
            self._view.foot.say(self.tr("Nothing is wrong so far."))

    def remove(self) -> None:
        """Remove the current member; ask first where something was typed."""
        self._filling.settle()
        instance = self._filling.removable()
        if instance is None:
            return
        typed = any(node.value for node in self._filling.course.fields(instance))
        if not typed:
            self._filling.remove(instance)
            return
        title = self.tr("Remove number {position}?").format(position=instance.position)
        sentence = self.tr("What was typed for it goes too; Ctrl+Z brings it back.")
        ask(
            self._view,
            title,
            sentence,
            self.tr("Remove"),
            lambda: self._filling.remove(instance),
            danger=True,
        )

    def turn(self) -> None:
        """Turn the table the cursor is in."""
        panel = self._panel()
        if panel is not None:
            panel.turn_round()

    def leave(self) -> None:
        """Go, and keep the draft."""
        self._filling.settle()
        self._view.save_now()
        self._view.left.emit()

    def complete(self, *, go_on: bool = False) -> None:
        """Finish the form, or go to what is wrong; ``go_on`` asks for the next record."""
        if self._view.ways.correcting and not self._view.reason():
            self._filling.settle()
            self._view.reason_strip.insist()
            return
        submission = self._filling.complete()
        if submission is None:
            return
        if self._view.saver is None:
            self._finish(submission, go_on)
        else:
            self._view.saver.stop(lambda: self._finish(submission, go_on))

    def _finish(self, submission: bytes, go_on: bool) -> None:
        self._view.finished.emit(submission)
        if go_on:
            self._view.next_record.emit()

    def offer_end(self) -> None:
        """Everything is answered: the next Enter completes."""
        self._view.foot.say(self.tr("Everything is answered. Enter completes the form."))
        self._view.foot.show()
        self._view.foot.complete.setFocus()

    def _step(self, verb: Verb) -> None:
        panel = self._panel()
        if panel is None:
            if verb in (Verb.UP, Verb.DOWN):
                self._deeds[Verb.BACK if verb is Verb.UP else Verb.ON]()
            return
        node = panel.table.neighbour(*_STEPS[verb])
        if node is None and verb in (Verb.UP, Verb.DOWN):
            node = self._beyond(panel, verb)
        if node is not None:
            self._filling.go(node)

    def _beyond(self, panel: GridPanel, verb: Verb) -> Node | None:
        course, members = self._filling.course, panel.repeat.instances
        if verb is Verb.UP:
            return course.before(course.fields(members[0])[0])
        return course.after(course.fields(members[-1])[-1])

    def _panel(self) -> GridPanel | None:
        screen, node = self._view.screen, self._filling.cursor
        repeat = self._filling.course.grid_of(node) if node is not None else None
        if repeat is None or not isinstance(screen, SheetView):
            return None
        return screen.panels.get(repeat)
