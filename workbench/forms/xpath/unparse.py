"""Write a syntax tree as text again, in the shortest spelling that libxml2 and we read alike."""

from __future__ import annotations

from workbench.forms.xpath.numbers import numeral
from workbench.forms.xpath.syntax import (
    ATTRIBUTE,
    CHILD,
    HERE,
    NEGATION,
    PRECEDENCE,
    UP,
    Ast,
    Binary,
    Call,
    FilterPath,
    Literal,
    LocationPath,
    Negate,
    Number,
    Step,
    Variable,
)


def unparse(ast: Ast, binding: int = 0) -> str:
    """Return the text of an expression, in brackets where it binds less tightly than ``binding``."""
    text, tightness = _text(ast), _tightness(ast)
    return f"({text})" if tightness < binding else text


def _tightness(ast: Ast) -> int:
    match ast:
        case Binary(operator, _, _):
            return PRECEDENCE[operator]
        case Negate():
            return NEGATION
        case Number(value) if value < 0:
            return NEGATION
        case _:
            return NEGATION + 2


def _text(ast: Ast) -> str:
    match ast:
        case Number(value):
            return numeral(value)
        case Literal(value):
            return quoted(value)
        case Variable(name):
            return f"${name}"
        case Call(name, arguments, _):
            return f"{name}({', '.join(map(unparse, arguments))})"
        case LocationPath(absolute, steps):
            return steps_text(steps, "/" if absolute else "")
        case FilterPath(primary, predicates, steps):
            head = _primary(primary) + "".join(f"[{unparse(each)}]" for each in predicates)
            return steps_text(steps, f"{head}/") if steps else head
        case Binary(operator, left, right):
            tightness = PRECEDENCE[operator]
            return f"{unparse(left, tightness)} {operator} {unparse(right, tightness + 1)}"
        case Negate(operand):
            return f"-{unparse(operand, NEGATION)}"


def _primary(ast: Ast) -> str:
    return _text(ast) if isinstance(ast, Literal | Variable | Call) else f"({_text(ast)})"


def quoted(value: str) -> str:
    """Return a text between the quotes it does not contain."""
    return f"'{value}'" if "'" not in value else f'"{value}"'


def steps_text(steps: tuple[Step, ...], start: str) -> str:
    """Return steps as they stand after ``start`` (nothing, ``/`` or what leads to them and a slash)."""
    return start + "/".join(map(_step, steps))


def _step(step: Step) -> str:
    predicates = "".join(f"[{unparse(each)}]" for each in step.predicates)
    bare = Step(step.axis, step.test)
    if bare == HERE and not predicates:
        return "."
    return step_head(step) + predicates


def step_head(step: Step) -> str:
    """Return a step without its predicates."""
    if step == UP:
        return ".."
    if step.axis == CHILD:
        return step.test
    if step.axis == ATTRIBUTE:
        return f"@{step.test}"
    return f"{step.axis}::{step.test}"
