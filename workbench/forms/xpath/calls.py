"""Calls that are not written as they stand, because libxml2 knows a better way or ODK means another thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from workbench.forms.xpath.functions.registry import Kind
from workbench.forms.xpath.kinds import kind_of
from workbench.forms.xpath.setting import Setting
from workbench.forms.xpath.syntax import PARENT, Ast, Call, Literal, LocationPath
from workbench.forms.xpath.unparse import quoted


class Writing(Protocol):
    """What writes expressions, as far as calls need it."""

    setting: Setting

    def write(self, ast: Ast, within: bool = False) -> str:
        """Return the text of an expression."""
        ...

    def text(self, ast: Ast, within: bool = False) -> str:
        """Return an expression that yields a text."""
        ...

    def number(self, ast: Ast, within: bool = False) -> str:
        """Return an expression that yields a number."""
        ...

    def truth(self, ast: Ast, within: bool = False) -> str:
        """Return an expression that yields a truth."""
        ...

    def lift(self, ast: Ast) -> str:
        """Return the variable of an expression that is evaluated beforehand."""
        ...

    def ours(self, name: str, *arguments: str) -> str:
        """Return a call of one of our own functions."""
        ...


Handler = Callable[[Writing, Call, bool], str | None]
"""Writes a call, or returns None where it is to be written as it stands."""


def _current(_writer: Writing, _call: Call, _within: bool) -> str:
    return "."


def _instance(writer: Writing, call: Call, _within: bool) -> str:
    return writer.lift(call)


def _last(_writer: Writing, _call: Call, within: bool) -> str | None:
    return None if within else "1"


def _number(writer: Writing, call: Call, within: bool) -> str:
    return writer.number(call.arguments[0] if call.arguments else LocationPath(False, ()), within)


def _string(writer: Writing, call: Call, within: bool) -> str | None:
    return writer.text(call.arguments[0], within) if call.arguments else None


def _boolean(writer: Writing, call: Call, within: bool) -> str:
    return writer.truth(call.arguments[0], within)


def _sum(writer: Writing, call: Call, within: bool) -> str | None:
    """Sum what is not blank: a question not yet answered does not spoil the sum."""
    nodes = call.arguments[0]
    if kind_of(nodes) is not Kind.NODES:
        return None
    return f"sum(({writer.write(nodes, within)})[normalize-space()])"


def _count_non_empty(writer: Writing, call: Call, within: bool) -> str:
    return f"count(({writer.write(call.arguments[0], within)})[. != ''])"


def _choice_name(writer: Writing, call: Call, within: bool) -> str | None:
    value, path = call.arguments
    if not isinstance(path, Literal):
        return None
    definition = quoted(writer.setting.definition(path.value))
    return writer.ours(call.name, writer.text(value, within), definition)


def _id(writer: Writing, call: Call, _within: bool) -> str:
    """Find by the attribute ``id``: without a document type libxml2 knows no other."""
    held = writer.lift(Call("join", (Literal(" "), call.arguments[0])))
    return f"//*[@id and contains(concat(' ', normalize-space({held}), ' '), concat(' ', @id, ' '))]"


def _if(writer: Writing, call: Call, within: bool) -> str:
    condition, chosen, otherwise = call.arguments
    branches = (writer.write(chosen, within), writer.write(otherwise, within))
    return writer.ours("choose", writer.truth(condition, within), *branches)


def _position(writer: Writing, call: Call, within: bool) -> str | None:
    """Count the siblings before a node; where the context tells their name libxml2 does it alone."""
    if not call.arguments:
        return _last(writer, call, within)
    path = call.arguments[0]
    written = writer.write(path, within)
    climbs = isinstance(path, LocationPath) and all(step.axis == PARENT for step in path.steps)
    name = writer.setting.name_at(path) if climbs and not within and isinstance(path, LocationPath) else ""
    if not name:
        return writer.ours("sibling-position", written)
    return f"(count({written}/preceding-sibling::{name}) + 1)"


HANDLERS: Mapping[str, Handler] = {
    "boolean": _boolean,
    "count-non-empty": _count_non_empty,
    "current": _current,
    "id": _id,
    "if": _if,
    "instance": _instance,
    "jr:choice-name": _choice_name,
    "last": _last,
    "number": _number,
    "position": _position,
    "string": _string,
    "sum": _sum,
}
