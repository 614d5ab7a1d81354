"""The parts an XPath expression is made of, as small frozen records (语法树)."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Number:
    """A numeral, as in ``15.`` or ``.5``."""

    value: float


@dataclass(frozen=True, slots=True)
class Literal:
    """A text between quotes."""

    value: str


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable, ``$name``; forms have none, the rewriting puts its own."""

    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function call; ``position`` is where its name stands in the text."""

    name: str
    arguments: tuple[Ast, ...]
    position: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a path: the axis, what it may meet (``age``, ``*``, ``x:*``, ``node()``), and predicates."""

    axis: str
    test: str
    predicates: tuple[Ast, ...] = ()


@dataclass(frozen=True, slots=True)
class LocationPath:
    """A path from the root (absolute) or from the context node."""

    absolute: bool
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class FilterPath:
    """A path that starts at the nodes an expression yields, as in ``instance('x')/root/item[1]``."""

    primary: Ast
    predicates: tuple[Ast, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Binary:
    """Two expressions joined by an operator, ``|`` included."""

    operator: str
    left: Ast
    right: Ast


@dataclass(frozen=True, slots=True)
class Negate:
    """A minus before an expression."""

    operand: Ast


Ast = Number | Literal | Variable | Call | LocationPath | FilterPath | Binary | Negate

CHILD, SELF, PARENT, ATTRIBUTE = "child", "self", "parent", "attribute"
DESCENDANT_OR_SELF = "descendant-or-self"
ANY_NODE = "node()"
AXES = frozenset(
    {
        CHILD, SELF, PARENT, ATTRIBUTE, DESCENDANT_OR_SELF, "ancestor", "ancestor-or-self", "descendant",
        "following", "following-sibling", "namespace", "preceding", "preceding-sibling",
    }
)  # fmt: skip
ANCESTORS = frozenset({"ancestor", "ancestor-or-self"})
NODE_TYPES = frozenset({"node", "text", "comment", "processing-instruction"})

HERE = Step(SELF, ANY_NODE)
UP = Step(PARENT, ANY_NODE)
ANYWHERE_BELOW = Step(DESCENDANT_OR_SELF, ANY_NODE)

PRECEDENCE = {
    "or": 1, "and": 2, "=": 3, "!=": 3, "<": 4, "<=": 4, ">": 4, ">=": 4,
    "+": 5, "-": 5, "*": 6, "div": 6, "mod": 6, "|": 8,
}  # fmt: skip
"""How tightly an operator binds; a minus before an expression binds by 7, between ``mod`` and ``|``."""
NEGATION = 7
ARITHMETIC = frozenset({"+", "-", "*", "div", "mod"})
EQUALITY = frozenset({"=", "!="})
RELATIONAL = frozenset({"<", "<=", ">", ">="})

OUTSIDE = "#outside"
"""A function of our own: its argument belongs to the context of the whole expression, also in predicates."""


def operands(ast: Ast) -> list[Ast]:
    """Return what operators join, from left to right: a chain of hundreds is no deeper than one of two."""
    found: list[Ast] = []
    while isinstance(ast, Binary):
        found.append(ast.right)
        ast = ast.left
    return [ast, *reversed(found)]
