"""How a text, a number, a truth or nodes become one another in ODK's XPath (类型转换)."""

from __future__ import annotations

import math

from workbench.forms.xpath.moments import days_of, moment_of
from workbench.forms.xpath.nodes import Nodes, Value, string_value
from workbench.forms.xpath.numbers import NAN, number_of, plain
from workbench.forms.xpath.scope import scope_in_force

__all__ = ["Value", "as_it_is", "boolean_in", "nodes_in", "number_in", "string_in"]


def string_in(value: Value) -> str:
    """Return a value as text; of nodes the first counts."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return plain(value)
    return string_value(value[0]) if value else ""


def number_in(value: Value) -> float:
    """Return a value as number: a date counts as days since 1970-01-01, what is no number as NaN."""
    if isinstance(value, float):
        return value
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    text = string_in(value)
    number = number_of(text)
    if not math.isnan(number) or len(text) < 10:
        return number
    moment = moment_of(text, scope_in_force().zone)
    return NAN if moment is None else days_of(moment)


def boolean_in(value: Value) -> bool:
    """Return a value as truth: a text or node set that is not empty, a number that is neither 0 nor NaN."""
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    return bool(value)


def as_it_is(value: Value) -> Value:
    """Return a value unchanged."""
    return value


def nodes_in(value: Value) -> Nodes:
    """Return the nodes of a value; what is no node set has none."""
    return value if isinstance(value, list) else []
