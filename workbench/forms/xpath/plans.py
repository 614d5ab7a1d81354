"""What is run when an expression is evaluated: libxml2 for the most part, Python where ODK is lazy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from lxml import etree

from workbench.forms.xpath import wording
from workbench.forms.xpath.chance import park_miller, seed_of, shuffled
from workbench.forms.xpath.faults import EvaluationFault
from workbench.forms.xpath.index import Select, in_all
from workbench.forms.xpath.nodes import Nodes, Value
from workbench.forms.xpath.scope import SCOPE, Scope, scope_in_force
from workbench.forms.xpath.values import boolean_in, nodes_in, string_in

if TYPE_CHECKING:
    from lxml.etree import _Element


def evaluated(plan: Plan, node: _Element, scope: Scope, convert: Callable[[Value], T]) -> T:
    """Return the value of a plan, made what is asked, with its functions seeing the scope."""
    token = SCOPE.set(scope)
    try:
        return convert(plan.value(node))
    finally:
        SCOPE.reset(token)


Evaluator = Callable[..., Any]
"""An ``etree.XPath``: a node and the variables in, a value out."""

T = TypeVar("T")


class Plan(Protocol):
    """One way to a value, for a context node."""

    def value(self, node: _Element) -> Value:
        """Return the value; raises EvaluationFault."""
        ...


@dataclass(frozen=True, slots=True)
class Native:
    """An expression for libxml2, with the plans that give its variables."""

    xpath: Evaluator
    text: str
    variables: Mapping[str, Plan]

    def value(self, node: _Element) -> Value:
        """Evaluate the variables, then the expression."""
        try:
            if not self.variables:
                return cast("Value", self.xpath(node))
            return cast("Value", self.xpath(node, **self.given(node)))
        except etree.XPathError as error:
            raise EvaluationFault(wording.NOT_EVALUATED.format(error), self.text) from error

    def given(self, node: _Element) -> dict[str, Value]:
        """Return the variables as they are at a node."""
        return {name: _passed(plan.value(node)) for name, plan in self.variables.items()}


def _passed(value: Value) -> Value:
    """Return a value as libxml2 takes a variable: attributes and text nodes only as the text of the first."""
    if isinstance(value, list) and value and isinstance(value[0], str):
        return value[0]
    return value


@dataclass(frozen=True, slots=True)
class Here:
    """The context node, as ``current()`` within predicates."""

    def value(self, node: _Element) -> Nodes:
        """Return the node itself."""
        return [node]


@dataclass(frozen=True, slots=True)
class Choice:
    """``if``: only the branch that is chosen is evaluated."""

    condition: Plan
    chosen: Plan
    otherwise: Plan

    def value(self, node: _Element) -> Value:
        """Return the value of the branch that the condition chooses."""
        branch = self.chosen if boolean_in(self.condition.value(node)) else self.otherwise
        return branch.value(node)


@dataclass(frozen=True, slots=True)
class Junction:
    """``and`` or ``or``: the right side is evaluated only where the left does not settle it."""

    settled_by: bool
    left: Plan
    right: Plan

    def value(self, node: _Element) -> bool:
        """Return the truth of both sides together."""
        if boolean_in(self.left.value(node)) is self.settled_by:
            return self.settled_by
        return boolean_in(self.right.value(node))


@dataclass(frozen=True, slots=True)
class InstanceRoot:
    """``instance(id)``: the root element of a secondary instance."""

    name: Plan

    def value(self, node: _Element) -> Nodes:
        """Return the root, or nothing where the form has no such instance."""
        root = scope_in_force().instances.get(string_in(self.name.value(node)))
        return [] if root is None else [root]


@dataclass(frozen=True, slots=True)
class Indexed:
    """``instance(id)/root/item[column = key]``, answered from an index of each column."""

    instance: str
    path: str
    select: Select
    columns: tuple[tuple[str, Plan], ...]

    def value(self, node: _Element) -> Nodes:
        """Return the items whose columns equal the keys."""
        scope = scope_in_force()
        root = scope.instances.get(self.instance)
        if root is None:
            return []
        found = [
            (scope.lookup.find(self.instance, root, self.path, self.select, column), plan.value(node))
            for column, plan in self.columns
        ]
        return list(in_all(found))


@dataclass(frozen=True, slots=True)
class FromInstance:
    """Steps from nodes of a secondary instance, evaluated there with what the form's own nodes give."""

    start: Plan
    steps: Native

    def value(self, node: _Element) -> Nodes:
        """Return the nodes that the steps lead to from each start."""
        given = self.steps.given(node)
        try:
            return [
                found
                for start in nodes_in(self.start.value(node))
                for found in self.steps.xpath(start, **given)
            ]
        except etree.XPathError as error:
            raise EvaluationFault(wording.NOT_EVALUATED.format(error), self.steps.text) from error


@dataclass(frozen=True, slots=True)
class Shuffled:
    """``randomize``: nodes in an order drawn by chance; libxml2 would put them in order again."""

    nodes: Plan
    seed: tuple[Plan, ...]

    def value(self, node: _Element) -> Nodes:
        """Return the nodes, without a seed in another order each time."""
        nodes = nodes_in(self.nodes.value(node))
        if not self.seed:
            return shuffled(nodes, _chances(scope_in_force().random))
        return shuffled(nodes, park_miller(seed_of(string_in(self.seed[0].value(node)))))


def _chances(random: Random) -> Iterator[float]:
    while True:
        yield random.random()


@dataclass(frozen=True, slots=True)
class Applied:
    """A function given nodes in an order of their own: libxml2 would put them in the document's."""

    function: Callable[..., Value]
    arguments: tuple[Plan, ...]

    def value(self, node: _Element) -> Value:
        """Return what the function makes of its arguments."""
        return self.function(None, *(each.value(node) for each in self.arguments))
