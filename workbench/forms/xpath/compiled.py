"""An expression compiled once and evaluated many times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from workbench.forms.xpath.analysis import is_volatile
from workbench.forms.xpath.expansion import expanded
from workbench.forms.xpath.functions.registry import Kind
from workbench.forms.xpath.kinds import kind_of
from workbench.forms.xpath.neighbours import reads_other_instances
from workbench.forms.xpath.nodes import Value
from workbench.forms.xpath.parser import parse
from workbench.forms.xpath.planning import plan_of
from workbench.forms.xpath.plans import Plan
from workbench.forms.xpath.references import Reference, references
from workbench.forms.xpath.scope import Scope, evaluating_in
from workbench.forms.xpath.setting import Setting
from workbench.forms.xpath.syntax import Ast, Call
from workbench.forms.xpath.values import boolean_in, nodes_in, number_in, string_in

if TYPE_CHECKING:
    from lxml.etree import _Element

Path = str
NO_NAMESPACES: Mapping[str, str] = MappingProxyType({})


def compile(
    text: str,
    context: Path = "",
    repeats: frozenset[Path] = frozenset(),
    namespaces: Mapping[str, str] = NO_NAMESPACES,
    *,
    lenient: bool = False,
) -> Compiled:
    """Return an expression ready to be evaluated at nodes defined by ``context``.

    ``repeats`` are the definition paths of the form's repeats: absolute paths stay within the node's own
    instance. ``lenient`` lets an unknown function fail only when it is called. Raises XPathFault.
    """
    return compiled(parse(text), Setting(text, context, repeats, namespaces, lenient))


def compiled(ast: Ast, setting: Setting) -> Compiled:
    """Return a parsed expression ready to be evaluated; raises XPathFault."""
    written_out = expanded(ast)
    kind = kind_of(written_out)
    plan = plan_of(written_out, setting)
    as_text = as_truth = plan
    if kind is Kind.NODES:
        as_text = plan_of(Call("string", (written_out,)), setting)
    if kind in (Kind.NODES, Kind.DATE):
        as_truth = plan_of(Call("boolean", (written_out,)), setting)
    return Compiled(
        setting.text,
        references(ast, setting.context),
        reads_other_instances(ast, setting),
        is_volatile(ast),
        _Plans(plan, as_text, as_truth),
    )


@dataclass(frozen=True, slots=True)
class _Plans:
    """One plan for each thing asked: of nodes libxml2 itself gives the text and the truth."""

    value: Plan
    text: Plan
    truth: Plan


@dataclass(frozen=True, slots=True)
class Compiled:
    """An expression, what it reads, and its value for a node; evaluation raises EvaluationFault."""

    text: str
    references: tuple[Reference, ...]
    reads_other_instances: bool
    """Whether it looks beyond its own instance of a repeat: at siblings, their number or its position."""
    volatile: bool
    """Whether it gives another value each time (now, today, random, uuid)."""
    _plans: _Plans = field(repr=False)

    def value(self, node: _Element, scope: Scope) -> Value:
        """Return the value as it is: text, number, truth or nodes."""
        with evaluating_in(scope):
            return self._plans.value.value(node)

    def string(self, node: _Element, scope: Scope) -> str:
        """Return the value as text; of nodes the first counts."""
        with evaluating_in(scope):
            return string_in(self._plans.text.value(node))

    def number(self, node: _Element, scope: Scope) -> float:
        """Return the value as number; NaN where it is none."""
        with evaluating_in(scope):
            return number_in(self._plans.text.value(node))

    def boolean(self, node: _Element, scope: Scope) -> bool:
        """Return the value as truth."""
        with evaluating_in(scope):
            return boolean_in(self._plans.truth.value(node))

    def nodes(self, node: _Element, scope: Scope) -> list[_Element]:
        """Return the elements the expression leads to; none where its value is no set of nodes."""
        with evaluating_in(scope):
            return [item for item in nodes_in(self._plans.value.value(node)) if not isinstance(item, str)]
