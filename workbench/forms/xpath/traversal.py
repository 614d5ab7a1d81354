"""Build an expression anew with its parts changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workbench.forms.xpath.syntax import Ast, Binary, Call, FilterPath, LocationPath, Negate, Step

Change = Callable[[Ast], Ast]


def unchanged(ast: Ast) -> Ast:
    """Return an expression as it is."""
    return ast


def rebuilt(ast: Ast, change: Change, in_predicates: Change) -> Ast:
    """Return an expression whose direct parts, and those of its predicates, are changed."""
    match ast:
        case Call(_, arguments, _):
            return replace(ast, arguments=tuple(map(change, arguments)))
        case Binary(operator, left, right):
            return Binary(operator, change(left), change(right))
        case Negate(operand):
            return Negate(change(operand))
        case LocationPath(absolute, steps):
            return LocationPath(absolute, _steps(steps, in_predicates))
        case FilterPath(primary, predicates, steps):
            within = tuple(map(in_predicates, predicates))
            return FilterPath(change(primary), within, _steps(steps, in_predicates))
        case _:
            return ast


def _steps(steps: tuple[Step, ...], change: Change) -> tuple[Step, ...]:
    return tuple(replace(step, predicates=tuple(map(change, step.predicates))) for step in steps)
