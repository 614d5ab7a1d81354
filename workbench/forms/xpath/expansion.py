"""Functions that are another way to write something simpler: ``once`` and ``indexed-repeat``."""

from __future__ import annotations

from dataclasses import replace

from workbench.forms.xpath.syntax import CHILD, HERE, OUTSIDE, Ast, Binary, Call, Literal, LocationPath, Step
from workbench.forms.xpath.traversal import rebuilt


def is_shorthand(text: str) -> bool:
    """Tell whether a text may hold something to write out, at the cost of a glance."""
    return "once" in text or "indexed-repeat" in text


def expanded(ast: Ast) -> Ast:
    """Return an expression with ``once`` and ``indexed-repeat`` written out."""
    match ast:
        case Call("once", (value,), _):
            here = Call("string", (LocationPath(False, (HERE,)),))
            return Call("if", (Binary("=", here, Literal("")), Call("string", (expanded(value),)), here))
        case Call("indexed-repeat", (LocationPath(True) as target, *pairs), _) if _are_paths(pairs):
            return _indexed(target, tuple(map(expanded, pairs)))
        case _:
            return rebuilt(ast, expanded, expanded)


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
            wanted = Binary("=", Call("position", ()), Call(OUTSIDE, (Call("number", (position,)),)))
            steps[at] = replace(steps[at], predicates=(*steps[at].predicates, wanted))
    return LocationPath(True, tuple(steps))
