"""Find in an expression the filter of a choice list that an index can answer (选项筛选)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.forms.xpath.analysis import is_independent, parts
from workbench.forms.xpath.functions.registry import Kind
from workbench.forms.xpath.kinds import kind_of
from workbench.forms.xpath.syntax import (
    ATTRIBUTE,
    CHILD,
    DESCENDANT_OR_SELF,
    SELF,
    Ast,
    Binary,
    Call,
    FilterPath,
    Literal,
    LocationPath,
    Step,
)

_KEYS = frozenset({Kind.STRING, Kind.NODES, Kind.NUMBER})
_LIST_STEPS = 2
_DOWNWARD = frozenset({CHILD, ATTRIBUTE, SELF, DESCENDANT_OR_SELF})
"""Axes that lead from different items to different nodes, in the order of the items."""


@dataclass(frozen=True, slots=True)
class IndexedFilter:
    """``instance(name)/root/item[column = key]``, with one or more columns."""

    name: str
    steps: tuple[Step, ...]
    columns: tuple[tuple[str, Ast], ...]


def split_off(path: FilterPath) -> tuple[FilterPath, tuple[Ast, ...], tuple[Step, ...]] | None:
    """Split a path into what an index answers, and the predicates and steps left after that."""
    if not _is_list(path):
        return None
    first, item = path.steps[:_LIST_STEPS]
    condition, *others = item.predicates
    found = tuple(one for one in conjuncts(condition) if _column_and_key(one) is not None)
    if not found or any(map(_counts_places, parts(condition))):
        return None
    steps = path.steps[_LIST_STEPS:]
    if not all(map(_is_condition, others)) or any(step.axis not in _DOWNWARD for step in steps):
        return None
    indexed = FilterPath(path.primary, (), (first, replace(item, predicates=found)))
    rest = tuple(_as_truth(each) for each in conjuncts(condition) if each not in found)
    return indexed, (*rest, *others), steps


def indexed_filter(ast: Ast) -> IndexedFilter | None:
    """Return what an index has to find, where an expression is just that."""
    if not (isinstance(ast, FilterPath) and _is_list(ast) and len(ast.steps) == _LIST_STEPS):
        return None
    first, item = ast.steps
    columns = [_column_and_key(each) for each in item.predicates]
    if None in columns:
        return None
    bare = (first, replace(item, predicates=()))
    return IndexedFilter(_name(ast.primary), bare, tuple(each for each in columns if each is not None))


def _name(instance: Ast) -> str:
    match instance:
        case Call("instance", (Literal(name),), _):
            return name
        case _:
            return ""


def conjuncts(ast: Ast) -> Iterator[Ast]:
    """Yield the conditions that ``and`` joins."""
    if isinstance(ast, Binary) and ast.operator == "and":
        yield from conjuncts(ast.left)
        yield from conjuncts(ast.right)
    else:
        yield ast


def _is_list(path: FilterPath) -> bool:
    match path.steps:
        case (Step("child", _, ()), Step("child", _, predicates), *_):
            return bool(predicates) and not path.predicates and _name(path.primary) != ""
        case _:
            return False


def _column_and_key(ast: Ast) -> tuple[str, Ast] | None:
    match ast:
        case Binary("=", LocationPath(False, (Step("child", name, ()),)), key) if _is_key(name, key):
            return name, key
        case Binary("=", key, LocationPath(False, (Step("child", name, ()),))) if _is_key(name, key):
            return name, key
        case _:
            return None


def _is_key(name: str, key: Ast) -> bool:
    plain = "*" not in name and ":" not in name and "(" not in name
    return plain and kind_of(key) in _KEYS and is_independent(key)


def _counts_places(part: Ast) -> bool:
    """Tell whether a condition asks for an item's place, which is its place in the whole list."""
    return isinstance(part, Call) and part.name in ("position", "last") and not part.arguments


def _is_condition(predicate: Ast) -> bool:
    """Tell whether a predicate looks at an item by itself, whatever the others are."""
    return kind_of(predicate) is Kind.BOOLEAN and not any(map(_counts_places, parts(predicate)))


def _as_truth(ast: Ast) -> Ast:
    """A condition that was joined by ``and`` is a truth, also where it yields a number."""
    return ast if kind_of(ast) is Kind.BOOLEAN else Call("boolean", (ast,))
