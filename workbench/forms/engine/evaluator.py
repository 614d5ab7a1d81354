"""Works out the expressions of a form at its nodes, each compiled once."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from random import Random
from typing import TYPE_CHECKING, TypeVar

from workbench.forms.engine.node import Node
from workbench.forms.engine.tree import standing_at
from workbench.forms.form import Form, Path
from workbench.forms.xpath.compiled import Compiled, compile
from workbench.forms.xpath.faults import EvaluationFault
from workbench.forms.xpath.scope import Scope

if TYPE_CHECKING:
    from lxml.etree import _Element

    from workbench.forms.engine.setting import Setting

_T = TypeVar("_T")
_MOST_COMPILED = 20_000
Value = str | float | bool | list[str]


class Evaluator:
    """The expressions of one form and the scope they are evaluated in."""

    def __init__(self, form: Form, setting: Setting, root: _Element, random: Random) -> None:
        self._namespaces = tuple(form.namespaces.items())
        self._clock = setting.clock
        self._repeats = frozenset(form.repeats)
        self._compiled: dict[tuple[str, Path], Compiled] = {}
        self.itext: Callable[[str], str] = str
        self.choice_label: Callable[[str, str], str] = lambda value, path: value
        self.faults: dict[str, EvaluationFault] = {}
        """Expressions that could not be worked out with the answers at hand, by their text."""
        self.at: Node | None = None
        """The node an expression is being evaluated at."""
        self.scope = Scope(
            root=root,
            instances=form.secondary,
            now=setting.clock(),
            random=random,
            itext=lambda name: self.itext(name),  # noqa: PLW0108 - set later
            choice_label=lambda value, path: self.choice_label(value, path),  # noqa: PLW0108
            user=setting.user(),
        )

    def tick(self) -> None:
        """Let ``now()`` be the present moment."""
        self.scope = replace(self.scope, now=self._clock())

    def compiled(self, text: str, path: Path) -> Compiled:
        """Return the expression compiled for nodes of a path."""
        found = self._compiled.get((text, path))
        if found is None:
            context = path.rpartition("/@")[0] or path
            found = _compiled(text, context, self._repeats, self._namespaces)
            self._compiled[text, path] = found
        return found

    def value(self, node: Node, text: str) -> Value:
        """Return what an expression gives at a node: a text, number, truth, or the texts of its nodes."""
        nothing: Value = ""
        return self._at(node, text, nothing, lambda compiled, at: _texts(compiled.value(at, self.scope)))

    def string(self, node: Node, text: str) -> str:
        """Return what an expression gives at a node, as text."""
        return self._at(node, text, "", lambda compiled, element: compiled.string(element, self.scope))

    def boolean(self, node: Node, text: str) -> bool:
        """Return whether an expression holds at a node; one that cannot be worked out holds."""
        return self._at(node, text, True, lambda compiled, element: compiled.boolean(element, self.scope))

    def count(self, node: Node, text: str) -> int | None:
        """Return a number of instances, None for what is no number."""
        number = self._at(node, text, math.nan, lambda compiled, at: compiled.number(at, self.scope))
        return max(0, int(number)) if math.isfinite(number) else None

    def nodes(self, node: Node, text: str, random: Random) -> list[_Element]:
        """Return the nodes an expression gives at a node, shuffled by `random` where it asks for chance."""
        scope = replace(self.scope, random=random)
        return self._at(node, text, [], lambda compiled, element: compiled.nodes(element, scope))

    def _at(self, node: Node, text: str, otherwise: _T, ask: Callable[[Compiled, _Element], _T]) -> _T:
        """Ask an expression at a node; one that cannot be worked out is noted in `faults`."""
        compiled = self.compiled(text, node.definition.path)
        before, self.at = self.at, node
        try:
            if node.element is not None:
                return ask(compiled, node.element)
            with standing_at(node) as element:
                return ask(compiled, element)
        except EvaluationFault as fault:
            self.faults[text] = fault
            return otherwise
        finally:
            self.at = before


@lru_cache(maxsize=_MOST_COMPILED)
def _compiled(
    text: str, context: Path, repeats: frozenset[Path], namespaces: tuple[tuple[str, str], ...]
) -> Compiled:
    """Return an expression compiled; sessions of the same form share it."""
    return compile(text, context, repeats, dict(namespaces))


def _texts(value: object) -> Value:
    if isinstance(value, list):
        return [item if isinstance(item, str) else "".join(item.itertext()) for item in value]
    assert isinstance(value, str | float | bool)
    return value
