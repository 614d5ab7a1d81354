"""Functions over texts (文本函数)."""

from __future__ import annotations

from workbench.forms.xpath.functions.patterns import matches
from workbench.forms.xpath.functions.registry import Kind, declared
from workbench.forms.xpath.nodes import Value, string_value
from workbench.forms.xpath.numbers import truncated
from workbench.forms.xpath.values import string_in


def texts_in(values: tuple[Value, ...]) -> list[str]:
    """Return the texts of values, of a node set each node's."""
    found: list[str] = []
    for value in values:
        if isinstance(value, list):
            found.extend(map(string_value, value))
        else:
            found.append(string_in(value))
    return found


def _concat(*values: Value) -> str:
    return "".join(texts_in(values))


def _join(separator: str, *values: Value) -> str:
    return separator.join(texts_in(values))


def _substr(text: str, start: float, end: float | None = None) -> str:
    """Return what stands from ``start`` (counted from 0) to before ``end``; negative counts from the end."""
    return text[_place(start) : len(text) if end is None else _place(end)]


def _place(index: float) -> int:
    whole = truncated(index)
    return int(whole) if abs(whole) < 2**31 else 0


def _coalesce(first: str, second: str) -> str:
    return first or second


FUNCTIONS = (
    declared("concat", Kind.STRING, "v", _concat, optional=1, more=True),
    declared("join", Kind.STRING, "sv", _join, optional=1, more=True),
    declared("substr", Kind.STRING, "snn", _substr, optional=1),
    declared("ends-with", Kind.BOOLEAN, "ss", str.endswith),
    declared("regex", Kind.BOOLEAN, "ss", matches),
    declared("coalesce", Kind.STRING, "ss", _coalesce),
)
