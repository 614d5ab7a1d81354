"""Functions that are another way to write something simpler: ``once`` and ``indexed-repeat``."""

from __future__ import annotations

from dataclasses import replace

from workbench.forms.xpath.syntax import (
    CHILD,
    HERE,
    Ast,
    Binary,
    Call,
    FilterPath,
    Literal,
    LocationPath,
    Negate,
    Step,
)

OUTSIDE = "#outside"
"""A function of our own: its argument belongs to the context of the whole expression, also in predicates."""


def expanded(ast: Ast) -> Ast:
    """Return an expression with ``once`` and ``indexed-repeat`` written out."""
    match ast:
        case Call("once", (value,), _):
            here = LocationPath(False, (HERE,))
            empty = Binary("=", Call("string", (here,)), Literal(""))
            return Call("if", (empty, Call("string", (expanded(value),)), Call("string", (here,))))
        case Call("indexed-repeat", (LocationPath(True) as target, *pairs), _) if _are_paths(pairs):
            return _indexed(target, tuple(map(expanded, pairs)))
        case Call(_, arguments, _):
            return replace(ast, arguments=tuple(map(expanded, arguments)))
        case Binary(operator, left, right):
            return Binary(operator, expanded(left), expanded(right))
        case Negate(operand):
            return Negate(expanded(operand))
        case LocationPath(absolute, steps):
            return LocationPath(absolute, _steps(steps))
        case FilterPath(primary, predicates, steps):
            return FilterPath(expanded(primary), tuple(map(expanded, predicates)), _steps(steps))
        case _:
            return ast


def _steps(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return tuple(replace(step, predicates=tuple(map(expanded, step.predicates))) for step in steps)


def _are_paths(pairs: list[Ast]) -> bool:
    """Tell whether repeats and positions take turns, the repeats given as plain absolute paths."""
    return bool(pairs) and len(pairs) % 2 == 0 and all(map(_is_plain, pairs[::2]))


def _is_plain(ast: Ast) -> bool:
    return (
        isinstance(ast, LocationPath)
        and ast.absolute
        and all(step.axis == CHILD and not step.predicates for step in ast.steps)
    )


def _indexed(target: LocationPath, pairs: tuple[Ast, ...]) -> LocationPath:
    """Put each position as a predicate on the step of its repeat: ``/data/rep[2]/x``."""
    steps = list(target.steps)
    for repeat, position in zip(pairs[::2], pairs[1::2], strict=True):
        assert isinstance(repeat, LocationPath)
        at = len(repeat.steps) - 1
        if repeat.steps == tuple(Step(step.axis, step.test) for step in steps[: at + 1]):
            wanted = Binary("=", Call("position", ()), Call("number", (Call(OUTSIDE, (position,)),)))
            steps[at] = replace(steps[at], predicates=(*steps[at].predicates, wanted))
    return LocationPath(True, tuple(steps))
