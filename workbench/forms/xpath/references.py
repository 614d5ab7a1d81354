"""Which nodes an expression reads, as definition paths: what the graph of dependencies is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.forms.xpath.syntax import (
    ANCESTORS,
    ATTRIBUTE,
    CHILD,
    DESCENDANT_OR_SELF,
    PARENT,
    SELF,
    Ast,
    Binary,
    Call,
    FilterPath,
    Literal,
    LocationPath,
    Negate,
    Step,
    operands,
)

Path = str


@dataclass(frozen=True, slots=True)
class Reference:
    """A path an expression reads: absolute, without positions; ``*`` is any name and ``//`` any depth."""

    path: Path
    instance: str = ""
    """The id of the secondary instance the path lies in; empty for the form's own."""

    @property
    def wildcard(self) -> bool:
        """Tell whether the path names more than one definition."""
        return "*" in self.path or "//" in self.path

    def covers(self, path: Path) -> bool:
        """Tell whether a definition path of the same instance is one that is read."""
        return self.path == path or (self.wildcard and _pattern(self.path).fullmatch(path) is not None)


def _pattern(path: Path) -> re.Pattern[str]:
    parts = re.split(r"(//|\*)", path)
    spelled = {"//": "/(?:.*/)?", "*": "[^/]+"}
    return re.compile("".join(spelled.get(part, re.escape(part)) for part in parts))


def references(ast: Ast, context: Path) -> tuple[Reference, ...]:
    """Return every path an expression reads when it stands at ``context``, each once, in reading order."""
    return tuple(dict.fromkeys(_Reader(Reference(context)).of(ast, Reference(context))))


@dataclass(frozen=True, slots=True)
class _Reader:
    current: Reference
    """Where the whole expression stands, for ``current()``."""

    def of(self, ast: Ast, here: Reference) -> Iterator[Reference]:
        match ast:
            case LocationPath() | FilterPath():
                yield from self._path(ast, here)
            case Binary():
                for operand in operands(ast):
                    yield from self.of(operand, here)
            case Negate(operand):
                yield from self.of(operand, here)
            case Call():
                yield from self._call(ast, here)
            case _:
                return

    def _call(self, call: Call, here: Reference) -> Iterator[Reference]:
        if call.name in ("current", "instance"):
            yield from self._starts(call, here)
        elif call.name == "once" or (not call.arguments and call.name in IMPLICIT):
            yield here
        elif call.name == "pulldata" and call.arguments and isinstance(call.arguments[0], Literal):
            yield Reference("", call.arguments[0].value)
        for argument in call.arguments:
            yield from self.of(argument, here)

    def _path(self, path: LocationPath | FilterPath, here: Reference) -> Iterator[Reference]:
        """Yield where a path leads, and before that what its predicates read at each step."""
        if isinstance(path, LocationPath):
            starts: tuple[Reference, ...] = (Reference("") if path.absolute else here,)
        else:
            starts = tuple(self._starts(path.primary, here))
            if not isinstance(path.primary, Call) or path.primary.name not in ("current", "instance"):
                yield from self.of(path.primary, here)
            for start in starts:
                for predicate in path.predicates:
                    yield from self.of(predicate, start)
        for start in starts:
            at = start
            for step in path.steps:
                at = followed(at, step)
                for predicate in step.predicates:
                    yield from self.of(predicate, at)
            yield Reference(f"{at.path}*", at.instance) if at.path.endswith("//") else at

    def _starts(self, ast: Ast, here: Reference) -> tuple[Reference, ...]:
        """Return the nodes an expression yields, to go on from there."""
        match ast:
            case Call("current", _, _):
                return (self.current,)
            case Call("instance", (Literal(name), *_), _):
                return (Reference("", name),)
            case Call("instance", _, _):
                return (Reference("//*", "*"),)
            case LocationPath() | FilterPath():
                return tuple(self._path(ast, here))[-1:]
            case Binary("|", left, right):
                return self._starts(left, here) + self._starts(right, here)
            case Call(_, (first, *_), _):
                return self._starts(first, here)
            case _:
                return ()


IMPLICIT = frozenset({"string", "number", "string-length", "normalize-space", "position"})
"""Functions that read the context node where they have no argument."""


def followed(at: Reference, step: Step) -> Reference:
    """Return where a step leads; an axis that may lead anywhere is told as ``//*``."""
    path, name = at.path, "*" if step.test.endswith(")") else step.test
    if step.axis == SELF:
        return at
    if step.axis == PARENT:
        return Reference(_parent(path), at.instance)
    if step.axis == CHILD:
        return at if step.test == "text()" else Reference(_joined(path, name), at.instance)
    if step.axis == ATTRIBUTE:
        return Reference(f"{path}/@{step.test}", at.instance)
    if step.axis == DESCENDANT_OR_SELF and step.test == "node()":
        return Reference(f"{path}//", at.instance)
    if step.axis in ("following-sibling", "preceding-sibling"):
        return Reference(_joined(_parent(path), name), at.instance)
    start = "" if step.axis in ANCESTORS or step.axis in ("following", "preceding") else path
    return Reference(f"{start}//{name}", at.instance)


def _joined(path: Path, name: str) -> Path:
    return f"{path}{name}" if path.endswith("//") else f"{path}/{name}"


def _parent(path: Path) -> Path:
    return path.rpartition("/")[0] if not path.endswith("/*") or "//" not in path else "//*"
