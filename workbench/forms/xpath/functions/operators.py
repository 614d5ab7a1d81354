"""Comparison and conversion where ODK differs from XPath 1.0: dates compare by the day they name (比较)."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from typing import Any

from workbench.forms.xpath import wording
from workbench.forms.xpath.faults import EvaluationFault
from workbench.forms.xpath.functions.registry import Kind, declared
from workbench.forms.xpath.moments import EPOCH, moment_of
from workbench.forms.xpath.nodes import Nodes, string_value
from workbench.forms.xpath.numbers import NAN, number_of, plain
from workbench.forms.xpath.scope import scope_in_force
from workbench.forms.xpath.values import Value, boolean_in, number_in, string_in

Test = Callable[[Any, Any], bool]


def _over_nodes(test: Callable[[Value, Value], bool]) -> Test:
    """Return a comparison that holds where it holds for some node of each side."""

    def some(left: Value, right: Value) -> bool:
        if isinstance(left, list):
            return any(some(string_value(item), right) for item in left)
        if isinstance(right, list):
            return any(test(left, string_value(item)) for item in right)
        return test(left, right)

    return some


def _ordered(test: Test) -> Test:
    """Order by number; beside a truth a node set counts as one truth (XPath 1.0 § 3.4)."""
    some = _over_nodes(lambda left, right: test(number_in(left), number_in(right)))

    def compared(left: Value, right: Value) -> bool:
        if isinstance(left, bool) or isinstance(right, bool):
            return test(number_in(_as_truth(left)), number_in(_as_truth(right)))
        return some(left, right)

    return compared


def _as_truth(value: Value) -> Value:
    return bool(value) if isinstance(value, list) else value


def _equality(test: Test) -> Test:
    """Equality and inequality; a truth is compared with the truth of a whole node set."""

    def single(left: Value, right: Value) -> bool:
        if isinstance(left, float) or isinstance(right, float):
            return test(number_in(left), number_in(right))
        return test(string_in(left), string_in(right))

    some = _over_nodes(single)

    def compared(left: Value, right: Value) -> bool:
        if isinstance(left, bool) or isinstance(right, bool):
            return test(boolean_in(left), boolean_in(right))
        return some(left, right)

    return compared


def _dated_equal(left: Value, right: Value) -> bool:
    alike = isinstance(left, str) and left == right
    return alike or number_in(left) == number_in(right)


def _days_text(value: Value) -> str:
    """Return the text of a number; of a date its whole days since 1970-01-01, as all engines store them."""
    number = number_in(value)
    if isinstance(value, float) or number.is_integer() or not math.isnan(number_of(string_in(value))):
        return plain(number)
    moment = moment_of(string_in(value), scope_in_force().zone)
    if moment is None:
        return ""
    if "T" in string_in(value):
        return plain(float(math.floor(number)))
    return str(moment.date().toordinal() - EPOCH.toordinal())


def _missing(name: str) -> Value:
    raise EvaluationFault(wording.UNKNOWN_FUNCTION.format(name))


def _sibling_position(nodes: Nodes) -> float:
    """Return the place of the first node among its like-named siblings, NaN where there is no node."""
    if not nodes or isinstance(nodes[0], str):
        return NAN
    return 1.0 + sum(1 for _ in nodes[0].itersiblings(nodes[0].tag, preceding=True))


def _choose(condition: bool, chosen: Value, otherwise: Value) -> Value:
    return chosen if condition else otherwise


OPERATORS = (
    declared("eq", Kind.BOOLEAN, "vv", _equality(operator.eq)),
    declared("ne", Kind.BOOLEAN, "vv", _equality(operator.ne)),
    declared("lt", Kind.BOOLEAN, "vv", _ordered(operator.lt)),
    declared("le", Kind.BOOLEAN, "vv", _ordered(operator.le)),
    declared("gt", Kind.BOOLEAN, "vv", _ordered(operator.gt)),
    declared("ge", Kind.BOOLEAN, "vv", _ordered(operator.ge)),
    declared("dated-eq", Kind.BOOLEAN, "vv", _over_nodes(_dated_equal)),
    declared("dated-ne", Kind.BOOLEAN, "vv", _over_nodes(lambda a, b: not _dated_equal(a, b))),
    declared("to-string", Kind.STRING, "s", string_in),
    declared("to-number", Kind.NUMBER, "n", number_in),
    declared("to-boolean", Kind.BOOLEAN, "b", boolean_in),
    declared("to-denial", Kind.BOOLEAN, "b", operator.not_),
    declared("count-nodes", Kind.NUMBER, "p", lambda nodes: float(len(nodes))),
    declared("days-text", Kind.STRING, "v", _days_text),
    declared("sibling-position", Kind.NUMBER, "p", _sibling_position),
    declared("choose", Kind.ANY, "bvv", _choose),
    declared("missing", Kind.ANY, "s", _missing),
)
"""What the rewriting calls; nobody can write these names in a form."""
