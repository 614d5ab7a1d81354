"""Questions about an expression that its rewriting asks: does it depend on the item, must it be lazy?"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.forms.xpath.functions import FUNCTIONS
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


def takes_shuffled(call: Call) -> bool:
    """Tell whether a call is given nodes in an order of their own, which libxml2 would not keep."""
    return any(isinstance(each, Call) and each.name == "randomize" for each in call.arguments)


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
