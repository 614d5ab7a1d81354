"""Make of an expression the plan that evaluates it."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from lxml import etree

from workbench.forms.xpath import wording
from workbench.forms.xpath.analysis import APPLIED, is_applied, is_lazy
from workbench.forms.xpath.faults import XPathFault
from workbench.forms.xpath.functions import CALLED
from workbench.forms.xpath.index import Select
from workbench.forms.xpath.indexing import IndexedFilter, indexed_filter, split_off
from workbench.forms.xpath.plans import (
    Applied,
    Choice,
    FromInstance,
    Here,
    Indexed,
    InstanceRoot,
    Junction,
    Native,
    Plan,
    Shuffled,
)
from workbench.forms.xpath.setting import Setting
from workbench.forms.xpath.syntax import ANY_NODE, CHILD, SELF, Ast, Binary, Call, FilterPath, Step
from workbench.forms.xpath.unparse import steps_text
from workbench.forms.xpath.writing import PREFIX, Writer

_NAMESPACE = "urn:workbench:functions"


def plan_of(ast: Ast, setting: Setting) -> Plan:
    """Return the plan of an expression; raises XPathFault."""
    match ast:
        case Call("if", (condition, chosen, otherwise), _):
            return Choice(plan_of(condition, setting), plan_of(chosen, setting), plan_of(otherwise, setting))
        case Binary("and" | "or" as operator, left, right) if is_lazy(right):
            return Junction(operator == "or", plan_of(left, setting), plan_of(right, setting))
        case Call("current", (), _):
            return Here()
        case Call("instance", (name,), _):
            return InstanceRoot(plan_of(name, setting))
        case Call("randomize", (nodes, *seed), _):
            return Shuffled(plan_of(nodes, setting), tuple(plan_of(each, setting) for each in seed))
        case Call(name, arguments, _) if is_applied(ast):
            function = CALLED[APPLIED.get(name, name)]
            return Applied(function, tuple(plan_of(each, setting) for each in arguments))
        case _ if (found := indexed_filter(ast)) is not None:
            return _indexed(found, setting)
        case FilterPath(Call("instance", _, _), _, _):
            return _from_instance(ast, setting)
        case _:
            writer = Writer(setting)
            return _native(writer.write(ast), writer)


def _indexed(found: IndexedFilter, setting: Setting) -> Indexed:
    first, *others = found.steps
    path = steps_text((Step(SELF, first.test), *others), "")
    columns = tuple((column, plan_of(key, setting)) for column, key in found.columns)
    return Indexed(found.name, path, cast("Select", etree.XPath(path)), columns)


def _from_instance(path: FilterPath, setting: Setting) -> Plan:
    """Plan a path that starts at a secondary instance: it is evaluated there, not in the form."""
    start, steps = _start(path, setting)
    if not steps:
        return start
    writer = Writer(setting)
    return FromInstance(start, _native(writer.relative(steps), writer))


def _start(path: FilterPath, setting: Setting) -> tuple[Plan, tuple[Step, ...]]:
    """Return what gives the nodes a path starts at, an index where one helps, and the steps from there."""
    split = split_off(path)
    if split is not None:
        indexed, predicates, steps = split
        return plan_of(indexed, setting), (*_held(predicates), *steps)
    steps = path.steps
    if steps and steps[0].axis == CHILD:
        steps = (replace(steps[0], axis=SELF), *steps[1:])
    return plan_of(path.primary, setting), (*_held(path.predicates), *steps)


def _held(predicates: tuple[Ast, ...]) -> tuple[Step, ...]:
    return (Step(SELF, ANY_NODE, predicates),) if predicates else ()


def _native(text: str, writer: Writer) -> Native:
    setting = writer.setting
    namespaces = {prefix: setting.namespaces[prefix] for prefix in writer.prefixes}
    if writer.functions:
        namespaces[PREFIX] = _NAMESPACE
    try:
        xpath = etree.XPath(
            text,
            namespaces=namespaces or None,
            extensions={(_NAMESPACE, name.replace(":", ".")): CALLED[name] for name in writer.functions},
            regexp=False,
            smart_strings=False,
        )
    except etree.XPathSyntaxError as error:
        raise XPathFault(wording.NOT_EVALUATED.format(error), setting.text, 0) from error
    variables = {name: plan_of(lifted, setting) for lifted, name in writer.lifted.items()}
    return Native(xpath, text, variables)
