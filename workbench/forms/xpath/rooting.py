"""Let an expression be evaluated at a whole document, where libxml2 is only given elements."""

from __future__ import annotations

from dataclasses import replace

from workbench.forms.xpath.syntax import SELF, Ast, Binary, Call, FilterPath, LocationPath, Step
from workbench.forms.xpath.traversal import rebuilt, unchanged

DEFAULT_PREFIX = "_d"
"""The prefix given to a document's default namespace."""
_ROOT = LocationPath(True, ())


def rooted(ast: Ast) -> Ast:
    """Return an expression whose relative paths, those of predicates apart, start at the document."""
    match ast:
        case LocationPath(False, steps):
            return LocationPath(True, steps)
        case Call("current", (), _):
            return _ROOT
        case Call("string" | "number" | "string-length" | "normalize-space", (), _):
            return replace(ast, arguments=(_ROOT,))
        case _:
            return rebuilt(ast, rooted, unchanged)


def with_default_namespace(ast: Ast) -> Ast:
    """Return an expression in which a name without prefix is also one of the default namespace."""
    match rebuilt(ast, with_default_namespace, with_default_namespace):
        case LocationPath(absolute, steps):
            return LocationPath(absolute, tuple(map(_either, steps)))
        case FilterPath(primary, predicates, steps):
            return FilterPath(primary, predicates, tuple(map(_either, steps)))
        case other:
            return other


def _either(step: Step) -> Step:
    if step.axis in ("attribute", "namespace") or any(sign in step.test for sign in "*:("):
        return step
    plain = LocationPath(False, (Step(SELF, step.test),))
    prefixed = LocationPath(False, (Step(SELF, f"{DEFAULT_PREFIX}:{step.test}"),))
    return Step(step.axis, "*", (Binary("or", plain, prefixed), *step.predicates))
