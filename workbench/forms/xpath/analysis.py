"""Questions about an expression that its rewriting asks: does it depend on the item, must it be lazy?"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.forms.xpath import wording
from workbench.forms.xpath.functions import CALLED, FUNCTIONS
from workbench.forms.xpath.functions.registry import Function
from workbench.forms.xpath.references import IMPLICIT
from workbench.forms.xpath.syntax import (
    Ast,
    Binary,
    Call,
    FilterPath,
    LocationPath,
    Negate,
    Variable,
)

_OWN_PLAN = frozenset({"if", "randomize"})
APPLIED = {
    "boolean": "to-boolean", "count": "count-nodes", "not": "to-denial",
    "number": "to-number", "string": "to-string",
}  # fmt: skip
"""What stands for libxml2's functions where we call."""
_OF_THE_ITEM = IMPLICIT | {"last", "position", "local-name", "name", "namespace-uri"}


def parts(ast: Ast) -> Iterator[Ast]:
    """Yield an expression and those in it that share its context: predicates are left out."""
    yield ast
    match ast:
        case Call(_, arguments, _):
            for argument in arguments:
                yield from parts(argument)
        case Binary():
            while isinstance(ast, Binary):
                yield from parts(ast.right)
                ast = ast.left
            yield from parts(ast)
        case Negate(operand):
            yield from parts(operand)
        case FilterPath(primary, _, _):
            yield from parts(primary)
        case _:
            return


def everything(ast: Ast) -> Iterator[Ast]:
    """Yield an expression and all in it, predicates included."""
    for part in parts(ast):
        yield part
        predicates = part.predicates if isinstance(part, FilterPath) else ()
        steps = part.steps if isinstance(part, FilterPath | LocationPath) else ()
        for predicate in (*predicates, *(each for step in steps for each in step.predicates)):
            yield from everything(predicate)


def is_lazy(ast: Ast) -> bool:
    """Tell whether an expression has a branch that must not be evaluated unless it is chosen."""
    return any(isinstance(part, Call) and part.name in _OWN_PLAN for part in parts(ast))


def is_applied(call: Call) -> bool:
    """Tell whether a call is made by us, given nodes that libxml2 would copy or put in order."""
    return (
        any(map(_is_foreign, call.arguments))
        and APPLIED.get(call.name, call.name) in CALLED
        and not wrong_call(call, FUNCTIONS.get(call.name))
    )


def _is_foreign(ast: Ast) -> bool:
    match ast:
        case Call("randomize", _, _) | FilterPath(Call("instance", _, _), _, _):
            return True
        case _:
            return False


def is_independent(ast: Ast) -> bool:
    """Tell whether an expression within a predicate has one value for all items, so that it is taken out."""
    return all(_is_independent(part) for part in parts(ast))


def _is_independent(part: Ast) -> bool:
    match part:
        case LocationPath(absolute, _):
            return absolute
        case Call(name, arguments, _):
            return name in FUNCTIONS and (bool(arguments) or name not in _OF_THE_ITEM) and name != "lang"
        case Variable():
            return False
        case _:
            return True


def is_volatile(ast: Ast) -> bool:
    """Tell whether an expression gives another value each time: now, today, random and uuid."""
    return any(
        isinstance(part, Call) and part.name in FUNCTIONS and FUNCTIONS[part.name].volatile
        for part in everything(ast)
    )


def wrong_call(call: Call, function: Function | None) -> str:
    """Return what is wrong with a call: no such function, or too few or too many arguments."""
    if function is None:
        return wording.UNKNOWN_FUNCTION.format(call.name)
    if len(call.arguments) < function.minimum:
        return wording.TOO_FEW_ARGUMENTS.format(call.name, function.minimum)
    if function.maximum is not None and len(call.arguments) > function.maximum:
        return wording.TOO_MANY_ARGUMENTS.format(call.name, function.maximum)
    return ""
