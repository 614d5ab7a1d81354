"""An expression compiled once and evaluated many times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from workbench.forms.xpath import wording
from workbench.forms.xpath.analysis import is_volatile
from workbench.forms.xpath.expansion import expanded, is_shorthand
from workbench.forms.xpath.faults import XPathFault
from workbench.forms.xpath.functions.registry import Kind
from workbench.forms.xpath.kinds import kind_of
from workbench.forms.xpath.neighbours import reads_other_instances
from workbench.forms.xpath.nodes import Value
from workbench.forms.xpath.parser import parse
from workbench.forms.xpath.planning import plan_of
from workbench.forms.xpath.plans import Plan, evaluated
from workbench.forms.xpath.references import Reference, references
from workbench.forms.xpath.scope import Scope
from workbench.forms.xpath.setting import Setting
from workbench.forms.xpath.syntax import Ast, Call
from workbench.forms.xpath.values import as_it_is, boolean_in, nodes_in, number_in, string_in

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
    try:
        return _compiled(ast, setting)
    except RecursionError:
        raise XPathFault(wording.TOO_DEEP, setting.text, 0) from None


def _compiled(ast: Ast, setting: Setting) -> Compiled:
    written_out = expanded(ast) if is_shorthand(setting.text) else ast
    return Compiled(
        setting.text,
        references(ast, setting.context),
        reads_other_instances(written_out, setting),
        is_volatile(ast),
        _Plans.of(written_out, setting),
    )


@dataclass(slots=True)
class _Plans:
    """One plan for each thing asked, made when first asked: libxml2 itself gives text and truth of nodes."""

    ast: Ast
    setting: Setting
    value: Plan
    text: Plan | None = None
    truth: Plan | None = None

    @classmethod
    def of(cls, ast: Ast, setting: Setting) -> _Plans:
        """Plan the value of an expression, so that its faults are found at once."""
        plan, kind = plan_of(ast, setting), kind_of(ast)
        is_number = isinstance(ast, Call) and ast.name == "number"
        text = None if kind is Kind.NODES or is_number else plan
        truth = None if kind in (Kind.NODES, Kind.DATE) else plan
        return cls(ast, setting, plan, text, truth)

    def for_text(self) -> Plan:
        """Return the plan of the value as text."""
        if self.text is None:
            self.text = plan_of(Call("string", (self.ast,)), self.setting)
        return self.text

    def for_number(self) -> Plan:
        """Return the plan of the value as number: of nodes the text of the first is enough."""
        return self.for_text() if kind_of(self.ast) is Kind.NODES else self.value

    def for_truth(self) -> Plan:
        """Return the plan of the value as truth."""
        if self.truth is None:
            self.truth = plan_of(Call("boolean", (self.ast,)), self.setting)
        return self.truth


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
        return evaluated(self._plans.value, node, scope, as_it_is)

    def string(self, node: _Element, scope: Scope) -> str:
        """Return the value as text; of nodes the first counts."""
        return evaluated(self._plans.for_text(), node, scope, string_in)

    def number(self, node: _Element, scope: Scope) -> float:
        """Return the value as number; NaN where it is none."""
        return evaluated(self._plans.for_number(), node, scope, number_in)

    def boolean(self, node: _Element, scope: Scope) -> bool:
        """Return the value as truth."""
        return evaluated(self._plans.for_truth(), node, scope, boolean_in)

    def nodes(self, node: _Element, scope: Scope) -> list[_Element]:
        """Return the elements the expression leads to; none where its value is no set of nodes."""
        found = evaluated(self._plans.value, node, scope, nodes_in)
        return [item for item in found if not isinstance(item, str)]
