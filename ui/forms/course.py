"""The order in which a form is gone through: its lines on the sheet, and from each question to the next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from ui.forms.asked import is_note, is_stop, looks_of
from workbench.forms.engine.node import NodeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.forms.engine.node import Node
    from workbench.forms.engine.plan import Definition

_GRID_WORDS = frozenset({"grid", "table", "table-list", "columns", "rows"})


class LineKind(Enum):
    """What one line of the sheet is."""

    SECTION = auto()
    QUESTION = auto()
    GRID = auto()
    """A repeat as a table."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sheet: a group's or instance's heading, a question, or a repeat as a table."""

    kind: LineKind
    node: Node
    depth: int
    number: str = ""


class Course:
    """All lines of a form and the questions in order; built anew when instances come or go."""

    def __init__(self, root: Node) -> None:
        self._root = root
        self.lines: list[Line] = []
        self.place: dict[Node, int] = {}
        """The line of every section, question and grid."""
        self._questions: list[Node] | None = None
        self._order: dict[Node, int] = {}
        self._members: dict[Node, tuple[Node, ...]] = {}
        self.rebuild()

    def rebuild(self) -> None:
        """Read the lines again."""
        self._members.clear()
        self.lines = list(_lines(self._root, 0, _Counter()))
        self.place = {line.node: at for at, line in enumerate(self.lines)}
        self.forget_members()

    def forget_members(self) -> None:
        """Read the questions again; the lines stay (an instance of a table came or went)."""
        self._questions = None

    def questions(self) -> list[Node]:
        """Return every question in order, asked or not."""
        if self._questions is None:
            self._questions = [node for line in self.lines for node in self._questions_of(line)]
            self._order = {node: at for at, node in enumerate(self._questions)}
        return self._questions

    def fields(self, instance: Node) -> tuple[Node, ...]:
        """Return the questions of one instance of a table, in order."""
        known = self._members.get(instance)
        if known is None:
            known = self._members[instance] = tuple(questions_below(instance))
        return known

    def after(self, node: Node | None) -> Node | None:
        """Return the next question at which the cursor stops, or None past the last."""
        questions = self.questions()
        start = self._order.get(node, -1) + 1 if node is not None else 0
        return next((questions[at] for at in range(start, len(questions)) if is_stop(questions[at])), None)

    def before(self, node: Node) -> Node | None:
        """Return the question before, or None at the first."""
        questions = self.questions()
        start = self._order.get(node, 0) - 1
        return next((questions[at] for at in range(start, -1, -1) if is_stop(questions[at])), None)

    def nearest(self, node: Node) -> Node | None:
        """Return the node itself where the cursor may stop there, else the next stop, else the last."""
        if node in self.place_of_questions() and is_stop(node):
            return node
        return self.after(node) or self.before(node)

    def place_of_questions(self) -> dict[Node, int]:
        """Return the place of every question among the questions."""
        self.questions()
        return self._order

    def grid_of(self, node: Node) -> Node | None:
        """Return the repeat shown as a table that a question lies in, or None."""
        around = node.parent
        while around is not None:
            at = self.place.get(around)
            if at is not None and self.lines[at].kind is LineKind.GRID:
                return around
            around = around.parent
        return None

    def below(self, node: Node) -> range:
        """Return the lines that lie inside a section, itself included."""
        start = self.place[node]
        depth, end = self.lines[start].depth, start + 1
        while end < len(self.lines) and self.lines[end].depth > depth:
            end += 1
        return range(start, end)

    def _questions_of(self, line: Line) -> Iterator[Node]:
        if line.kind is LineKind.QUESTION:
            yield line.node
        elif line.kind is LineKind.GRID:
            for instance in line.node.instances:
                yield from self.fields(instance)


class _Counter:
    """Numbers the questions through, whether they are asked now or not, so that no number ever moves."""

    def __init__(self) -> None:
        self.last = 0

    def next(self) -> str:
        self.last += 1
        return str(self.last)


def instance_of(node: Node) -> Node | None:
    """Return the instance of a repeat around a node (or itself), or None."""
    around: Node | None = node
    while around is not None and around.kind is not NodeKind.INSTANCE:
        around = around.parent
    return around


def questions_below(node: Node) -> Iterator[Node]:
    """Yield every question below a node in the order of the body."""
    for child in node.children:
        if child.kind is NodeKind.QUESTION:
            yield child
        elif child.kind is NodeKind.REPEAT:
            for instance in child.instances:
                yield from questions_below(instance)
        else:
            yield from questions_below(child)


def is_grid(repeat: Node) -> bool:
    """Whether a repeat is shown as a table: it holds no repeat itself and has at least two questions."""
    looks = looks_of(repeat)
    if "sections" in looks or any("sections" in looks_of(child) for child in repeat.children[:1]):
        return False
    parts = repeat.definition.parts
    return bool(looks & _GRID_WORDS) or (len(parts) > 1 and not any(map(_holds_repeat, parts)))


def _holds_repeat(definition: Definition) -> bool:
    return definition.repeat or any(map(_holds_repeat, definition.parts))


def _lines(node: Node, depth: int, counter: _Counter) -> Iterator[Line]:
    for child in node.children:
        if child.kind is NodeKind.QUESTION:
            yield Line(LineKind.QUESTION, child, depth, "" if is_note(child) else counter.next())
        elif child.kind is NodeKind.REPEAT:
            yield from _repeat_lines(child, depth, counter)
        elif child.label:
            yield Line(LineKind.SECTION, child, depth)
            yield from _lines(child, depth + 1, counter)
        else:
            yield from _lines(child, depth, counter)


def _repeat_lines(repeat: Node, depth: int, counter: _Counter) -> Iterator[Line]:
    if is_grid(repeat):
        yield Line(LineKind.GRID, repeat, depth)
        return
    for instance in repeat.instances:
        yield Line(LineKind.SECTION, instance, depth)
        yield from _lines(instance, depth + 1, counter)
