"""A form being filled at the keyboard: where the cursor is, what is half typed, and what each verb does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.forms.asked import Asked, asked, is_stop
from ui.forms.course import Course, LineKind, instance_of
from ui.forms.history import Steps
from ui.forms.same import same_as_before
from ui.forms.tally import Progress, Tally
from workbench.forms.engine.node import NodeKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.forms.ways import Ways
    from workbench.forms.engine.node import Node
    from workbench.forms.engine.session import FormSession

LOOK_AFTER = 250
"""Milliseconds of rest after which what is half typed is looked at: its message, and what it skips."""


class Filling(QObject):
    """Goes through one session; every screen of the form follows it."""

    moved = Signal(object, object)
    """The node the cursor came to, and the one it left (or None)."""
    changed = Signal(object)
    """Nodes that may look different."""
    reshaped = Signal(object)
    """Repeats whose instances came or went."""
    touched = Signal()
    """Something was typed that is not kept yet."""
    stuck = Signal(str)
    """What is wrong where nobody can type: in an answer that the form works out by itself."""
    passed_last = Signal()
    """Enter on the last question, and nothing is wrong."""

    def __init__(self, session: FormSession, ways: Ways, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session, self.ways = session, ways
        self.course, self.tally = Course(session.root), Tally()
        self.tally.recount(self.course.questions())
        self.cursor: Node | None = None
        self.gather: Callable[[], str | None] = lambda: None
        """Gives what the field at the cursor holds when the cursor leaves; None where nothing was typed."""
        self.is_underway: Callable[[], bool] = lambda: False
        """Whether it is too early to judge what is being typed."""
        self._typed: str | None = None
        self._steps = Steps()
        self._rest = QTimer(self, singleShot=True, interval=LOOK_AFTER, timeout=self.look)
        self._unsubscribe = session.subscribe(self._heard)

    def close(self) -> None:
        """Hear no more from the session."""
        self._rest.stop()
        self._unsubscribe()

    def asked(self, node: Node) -> Asked:
        """Read how a question stands now."""
        return asked(node, self.session.note_of(node), None if self.tells(node) else "")

    def tells(self, node: Node) -> bool:
        """Whether what is wrong with a question is said: not before somebody has come to it."""
        if node is self.cursor and self.is_underway():
            return False
        return bool(node.value) or node.typed is not None or self.tally.is_wrong(node)

    def progress(self) -> Progress:
        """Return how far the form is."""
        spared = self.cursor is not None and self.tally.is_wrong(self.cursor) and self.is_underway()
        counted = self.tally.progress()
        return replace(counted, problems=counted.problems - spared)

    def type(self, value: str) -> None:
        """Take what is half typed; it is looked at when the keys rest, and kept with the next draft."""
        self._typed = value
        self._rest.start()
        self.touched.emit()

    def look(self) -> None:
        """Look at what is half typed: say what is wrong with it, and what it skips."""
        if self._typed is not None:
            self.answer(self._typed)

    def settle(self) -> bool:
        """Answer with what the field holds; return whether the answer can stand."""
        held = self.gather()
        return self.cursor is None or held is None or self.answer(held)

    def answer(self, value: str) -> bool:
        """Answer the question at the cursor; return whether the answer can stand."""
        self._typed = None
        self._rest.stop()
        if self.cursor is None:
            return True
        if value == (self.cursor.typed if self.cursor.typed is not None else self.cursor.value):
            return self.cursor.problem is None or not value
        answered = self.session.answer(self.cursor, value)
        self._steps.note()
        self.touched.emit()
        return answered.problem is None

    def go(self, node: Node | None) -> None:
        """Move the cursor to a question."""
        if node is None or node is self.cursor:
            return
        self.settle()
        self._come_to(node)

    def _come_to(self, node: Node) -> None:
        before, self.cursor = self.cursor, node
        self._typed, self.session.cursor = None, node.path
        self._steps.part()
        self.moved.emit(node, before)
        self.touched.emit()

    def begin(self, path: str = "") -> None:
        """Put the cursor where it was, else on the first question that has no answer, else on the first."""
        questions = self.course.questions()
        at = next((node for node in questions if path and node.path == path), None)
        if at is None:
            at = next((node for node in questions if is_stop(node) and not node.value), None)
        self.go(self.course.nearest(at) if at is not None else self.course.after(None))

    def on(self) -> None:
        """Go on to the next question; past the last to the first problem, or to the end."""
        self.settle()
        following = self.course.after(self.cursor)
        if following is not None:
            self.go(following)
        elif not self.go_to_problem(first=True):
            self.passed_last.emit()

    def back(self) -> None:
        """Go back to the question before."""
        if self.cursor is not None:
            self.settle()
            self.go(self.course.before(self.cursor))

    def go_to_problem(self, *, first: bool = False) -> bool:
        """Go to the first problem, or from one to the next; return whether there is any."""
        self.settle()
        problems = self.session.problems()
        wrong = [problem.node for problem in problems]
        self.tally.found(wrong)
        self.changed.emit(frozenset(wrong))
        stops = [node for node in wrong if self.course.nearest(node) is node]
        if stops:
            start = 0 if first or self.cursor not in stops else stops.index(self.cursor) + 1
            self.go(stops[start % len(stops)])
        elif problems:
            self.stuck.emit(problems[0].message)
        return bool(problems)

    def same(self) -> None:
        """Answer as the previous member or record did, and go on."""
        value = same_as_before(self.cursor, self.ways.previous) if self.cursor is not None else None
        if value is not None and self.answer(value):
            # What was half typed is replaced; it must not be gathered again on the way out.
            self._come_to(self.cursor)
            self.on()

    def undo(self) -> None:
        """Take back what was typed at one question, and go there."""
        self.settle()
        self._replay(self.session.undo, self._steps.back())

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._replay(self.session.redo, self._steps.again())

    def add(self) -> None:
        """Add an instance to the repeat the cursor is in, else to the next one that takes any."""
        self.settle()
        place = self._addable()
        if place is not None:
            self.add_to(place)

    def add_to(self, place: Node) -> None:
        """Add an instance to a repeat and go to its first question."""
        self.settle()
        self._steps.part()
        made = self.session.add(place)
        self._steps.note()
        self.go(next((node for node in self.course.fields(made) if self._may_stop(node)), None))

    def remove(self, instance: Node) -> None:
        """Remove an instance and go to what stands in its place."""
        fields = set(self.course.fields(instance))
        before = self.course.before(next(iter(self.course.fields(instance)), instance))
        self._typed = None
        self.cursor = None if self.cursor in fields else self.cursor
        self._steps.part()
        self.session.remove(instance)
        self._steps.note()
        if self.cursor is None:
            self.go(self.course.after(before) or before)

    def removable(self) -> Node | None:
        """Return the instance the cursor is in, where it may be removed."""
        instance = instance_of(self.cursor) if self.cursor is not None else None
        return instance if instance is not None and instance.removable else None

    def write_note(self, node: Node, text: str) -> None:
        """Write a note on a question."""
        self.session.note(node, text)
        self.touched.emit()
        self.changed.emit(frozenset({node}))

    def complete(self) -> bytes | None:
        """Return the submission, or None after going to the first problem."""
        return None if self.go_to_problem(first=True) else self.session.submission()

    def _replay(self, step: Callable[[], frozenset[Node] | None], count: int) -> None:
        nodes: set[Node] = set()
        for _time in range(count):
            nodes |= step() or frozenset()
        questions = [node for node in nodes if node.kind is NodeKind.QUESTION and node.control is not None]
        here = self.course.place_of_questions()
        at = min((node for node in questions if node in here), key=here.__getitem__, default=None)
        if self.cursor not in here:
            self.cursor = None
        target = self.course.nearest(at) if at is not None else self.cursor or self.course.after(None)
        if target is not None:
            self._come_to(target)
        self.touched.emit()

    def _addable(self) -> Node | None:
        around = self.cursor
        while around is not None and not around.addable:
            around = around.parent
        if around is not None:
            return around
        tables = (line.node for line in self.course.lines if line.kind is LineKind.GRID)
        return next((table for table in tables if table.addable), None)

    def _may_stop(self, node: Node) -> bool:
        return self.course.nearest(node) is node

    def _heard(self, changed: frozenset[Node]) -> None:
        repeats = frozenset(node for node in changed if node.kind is NodeKind.REPEAT)
        self.tally.follow(changed)
        if repeats:
            self._reshape(repeats)
        self.changed.emit(changed)

    def _reshape(self, repeats: frozenset[Node]) -> None:
        at = {node: self.course.place.get(node) for node in repeats}
        if all(place is not None for place in at.values()):
            self.course.forget_members()
        else:
            self.course.rebuild()
        self.tally.keep_to(self.course.place_of_questions())
        self.reshaped.emit(repeats)
