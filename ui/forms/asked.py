"""How a question is asked: by which field, and everything that is shown of it at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.forms.form import ControlKind, DataType

if TYPE_CHECKING:
    from workbench.forms.engine.node import ChoiceView, Node
    from workbench.forms.form import Control

FEW = 9
"""So many options are seen side by side; more become a list to type in."""
FEW_CHARACTERS = 72
_LIST_WORDS = frozenset({"minimal", "autocomplete", "search", "compact"})


class Way(StrEnum):
    """The field a question is answered in."""

    TEXT = "text"
    AREA = "area"
    INTEGER = "integer"
    DECIMAL = "decimal"
    RANGE = "range"
    DATE = "date"
    TIME = "time"
    MOMENT = "moment"
    PLACE = "place"
    BARCODE = "barcode"
    CHIPS = "chips"
    """One of a few options, all seen."""
    LIST = "list"
    """One of many options, found by typing."""
    TICKS = "ticks"
    """Several of a few options, all seen."""
    MANY = "many"
    """Several of many options, found by typing."""
    RANK = "rank"
    CONFIRM = "confirm"
    FILE = "file"
    NOTE = "note"
    SHOWN = "shown"
    """Answered by the form itself."""

    @property
    def is_line(self) -> bool:
        """Whether it is one line of text."""
        return self in _LINES


_LINES = frozenset(
    {Way.TEXT, Way.INTEGER, Way.DECIMAL, Way.DATE, Way.TIME, Way.MOMENT, Way.PLACE, Way.BARCODE}
)
_SILENT = (Way.NOTE, Way.SHOWN)
_BY_TYPE = {
    DataType.INTEGER: Way.INTEGER,
    DataType.DECIMAL: Way.DECIMAL,
    DataType.DATE: Way.DATE,
    DataType.TIME: Way.TIME,
    DataType.DATE_TIME: Way.MOMENT,
    DataType.GEOPOINT: Way.PLACE,
    DataType.BARCODE: Way.BARCODE,
}
_BY_CONTROL = {
    ControlKind.RANK: Way.RANK,
    ControlKind.ACKNOWLEDGE: Way.CONFIRM,
    ControlKind.UPLOAD: Way.FILE,
    ControlKind.RANGE: Way.RANGE,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it stands now, in the language in force."""

    node: Node
    way: Way
    label: str
    hint: str
    value: str
    choices: tuple[ChoiceView, ...]
    required: bool
    message: str
    """What is wrong with the answer, or nothing."""
    note: str
    looks: frozenset[str]
    """The words of its appearance."""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The codes chosen, in the order stored."""
        if self.way in (Way.TICKS, Way.MANY, Way.RANK):
            return tuple(self.value.split())
        return (self.value,) if self.value else ()

    def word_of(self, code: str) -> str:
        """Return an option's words, or its code while it is not offered."""
        return next((choice.label for choice in self.choices if choice.value == code), code)


def asked(node: Node, note: str = "", message: str | None = None) -> Asked:
    """Read a question; ``message`` replaces what the form says is wrong with it."""
    way = way_of(node)
    problem = node.problem if message is None and way not in _SILENT else None
    return Asked(
        node,
        way,
        node.label,
        node.hint,
        node.value if node.typed is None else node.typed,
        node.choices,
        node.required if way not in _SILENT else False,
        message if message is not None else problem.message if problem else "",
        note,
        looks_of(node),
    )


def looks_of(node: Node) -> frozenset[str]:
    """Return the words of a node's appearance."""
    return frozenset(node.control.appearance.split()) if node.control else frozenset()


def is_stop(node: Node) -> bool:
    """Whether the cursor stops at a question now."""
    return node.relevant and node.control is not None and not node.readonly


def is_note(node: Node) -> bool:
    """Whether a question only says something."""
    return node.readonly and not node.value and not node.bind.calculate


def way_of(node: Node) -> Way:
    """Return the field a question is answered in."""
    control = node.control
    if control is None:
        return Way.SHOWN
    if node.readonly:
        return Way.NOTE if is_note(node) else Way.SHOWN
    if control.kind in (ControlKind.SELECT_ONE, ControlKind.SELECT_MANY):
        return _way_of_select(node, control)
    return _BY_CONTROL.get(control.kind) or _way_of_input(node, control)


def _way_of_select(node: Node, control: Control) -> Way:
    many = control.kind is ControlKind.SELECT_MANY
    if _LIST_WORDS & looks_of(node) or any(word.startswith("search(") for word in looks_of(node)):
        return Way.MANY if many else Way.LIST
    choices = node.choices
    few = len(choices) <= FEW and sum(len(choice.label) for choice in choices) <= FEW_CHARACTERS
    if looks_of(node) & {"likert", "horizontal"}:
        few = True
    return (Way.TICKS if many else Way.CHIPS) if few else (Way.MANY if many else Way.LIST)


def _way_of_input(node: Node, control: Control) -> Way:
    found = _BY_TYPE.get(node.bind.type, Way.TEXT)
    several_lines = "multiline" in looks_of(node) or int(control.attributes.get("rows") or 1) > 1
    return Way.AREA if found is Way.TEXT and several_lines else found
