"""Functions over choices: what is selected, how many, under which label, and checklists (选择题函数)."""

from __future__ import annotations

import math
from collections.abc import Iterator

from workbench.forms.xpath import wording
from workbench.forms.xpath.faults import EvaluationFault
from workbench.forms.xpath.functions.registry import Kind, declared
from workbench.forms.xpath.nodes import Value, string_value
from workbench.forms.xpath.scope import scope_in_force
from workbench.forms.xpath.values import boolean_in, number_in


def _selected(chosen: str, value: str) -> bool:
    """Tell whether a value is among those chosen; the empty one is where nothing is chosen."""
    return value.strip() in (chosen.split() or [""])


def _selected_at(chosen: str, index: float) -> str:
    values = chosen.split()
    return values[int(index)] if 0 <= index < len(values) else ""


def _count_selected(chosen: str) -> float:
    return float(len(chosen.split()))


def _boolean_from_string(text: str) -> bool:
    return text == "1" or text.lower() == "true"


def _choice_name(value: str, path: str) -> str:
    return scope_in_force().choice_label(value, path.strip())


def _itext(name: str) -> str:
    return scope_in_force().itext(name)


def _within(total: float, least: float, most: float) -> bool:
    """Tell whether a total lies between two bounds, -1 standing for no upper bound."""
    return total >= least and (most == -1 or total <= most)


def _checklist(least: float, most: float, *factors: Value) -> bool:
    return _within(sum(held for factor in factors for held in _held(factor)), least, most)


def _weighted_checklist(least: float, most: float, *pairs: Value) -> bool:
    """Tell whether the weights of what holds lie between two bounds; factor and weight take turns."""
    if len(pairs) % 2:
        raise EvaluationFault(wording.UNPAIRED_WEIGHTS)
    total = 0.0
    for factors, weights in zip(pairs[::2], pairs[1::2], strict=True):
        total += sum(weight for held, weight in zip(_held(factors), _numbers(weights), strict=False) if held)
    return not math.isnan(total) and _within(total, least, most)


def _held(factor: Value) -> Iterator[bool]:
    """Yield whether a factor holds, of nodes each: one holds where it has a value."""
    if isinstance(factor, list):
        yield from (string_value(item).strip() != "" for item in factor)
    else:
        yield boolean_in(factor)


def _numbers(weights: Value) -> Iterator[float]:
    if isinstance(weights, list):
        yield from (number_in(string_value(item)) for item in weights)
    else:
        yield number_in(weights)


FUNCTIONS = (
    declared("selected", Kind.BOOLEAN, "ss", _selected),
    declared("is-selected", Kind.BOOLEAN, "ss", _selected),
    declared("selected-at", Kind.STRING, "sn", _selected_at),
    declared("count-selected", Kind.NUMBER, "s", _count_selected),
    declared("boolean-from-string", Kind.BOOLEAN, "s", _boolean_from_string),
    declared("jr:choice-name", Kind.STRING, "ss", _choice_name),
    declared("jr:itext", Kind.STRING, "s", _itext),
    declared("checklist", Kind.BOOLEAN, "nnv", _checklist, optional=1, more=True),
    declared("weighted-checklist", Kind.BOOLEAN, "nnv", _weighted_checklist, optional=1, more=True),
)
