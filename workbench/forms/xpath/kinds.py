"""What kind of value an expression surely yields, so that libxml2's operators serve where they are right."""

from __future__ import annotations

from workbench.forms.xpath.functions import FUNCTIONS
from workbench.forms.xpath.functions.registry import Kind
from workbench.forms.xpath.syntax import (
    ARITHMETIC,
    EQUALITY,
    OUTSIDE,
    Ast,
    Binary,
    Call,
    FilterPath,
    Literal,
    LocationPath,
    Negate,
    Number,
)

NUMERIC = frozenset({Kind.NUMBER, Kind.BOOLEAN})
TEXTUAL = frozenset({Kind.STRING, Kind.NODES})


def kind_of(ast: Ast) -> Kind:
    """Return the kind of an expression's value; ANY where only its evaluation tells."""
    match ast:
        case Number() | Negate():
            return Kind.NUMBER
        case Literal():
            return Kind.STRING
        case LocationPath() | FilterPath():
            return Kind.NODES
        case Binary("|", _, _):
            return Kind.NODES
        case Binary(operator, _, _):
            return Kind.NUMBER if operator in ARITHMETIC else Kind.BOOLEAN
        case Call("if", (_, chosen, otherwise), _):
            return _joined(kind_of(chosen), kind_of(otherwise))
        case Call(name, (argument,), _) if name == OUTSIDE:
            return kind_of(argument)
        case Call(name, _, _):
            return FUNCTIONS[name].kind if name in FUNCTIONS else Kind.ANY
        case _:
            return Kind.ANY


def _joined(one: Kind, other: Kind) -> Kind:
    return one if one is other else Kind.ANY


def is_native(operator: str, left: Kind, right: Kind) -> bool:
    """Tell whether libxml2 compares such values as ODK does."""
    if operator in EQUALITY:
        return {left, right} <= NUMERIC or {left, right} <= TEXTUAL
    return {left, right} <= NUMERIC
