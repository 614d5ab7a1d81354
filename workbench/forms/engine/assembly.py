"""Puts together what a session works with: plan, tree, nodes, texts, choices and dependencies."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from random import Random

from workbench.forms.engine.building import Builder
from workbench.forms.engine.choices import Choices
from workbench.forms.engine.evaluator import Evaluator
from workbench.forms.engine.facets import Facets
from workbench.forms.engine.filling import Filling
from workbench.forms.engine.graph import Graph
from workbench.forms.engine.node import Node
from workbench.forms.engine.plan import Plan
from workbench.forms.engine.reach import within
from workbench.forms.engine.setting import Setting
from workbench.forms.engine.texts import Texts
from workbench.forms.form import Form


@dataclass(frozen=True, slots=True)
class Assembly:
    """The parts of a session, joined."""

    evaluator: Evaluator
    texts: Texts
    facets: Facets
    builder: Builder
    filling: Filling


@contextmanager
def without_collecting() -> Iterator[None]:
    """Look for no garbage while a form is built: all of it stays, and the search doubles the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def assembled(form: Form, setting: Setting, seed: int) -> Assembly:
    """Return the parts for a form, nothing worked out yet. Raises XPathFault for a faulty expression."""
    element = deepcopy(form.instance)
    plan = Plan(form)
    evaluator = Evaluator(form, setting, element, Random(seed))
    texts = Texts(form, evaluator, setting.language)
    facets = Facets(evaluator, texts, Choices(evaluator, texts, seed))
    builder = Builder(plan, facets)
    root = builder.root(element)
    evaluator.itext = lambda name: texts.by_id(name, evaluator.at or root)
    evaluator.choice_label = lambda value, path: _choice_label(
        plan, facets, evaluator.at or root, value, path
    )
    return Assembly(
        evaluator, texts, facets, builder, Filling(root, Graph(plan, evaluator), evaluator, builder, facets)
    )


def _choice_label(plan: Plan, facets: Facets, at: Node, value: str, path: str) -> str:
    """Return the label a value has in the question of a path, the nearest one to where it is asked for."""
    definition = plan.definitions.get(absolute(path, at.definition.path))
    if definition is None:
        return value
    found = within(at.frame, definition.chain, definition.path)
    return facets.label_of_value(found[0], value) if found else value


def absolute(path: str, context: str) -> str:
    """Return a path as written in a form (``../kind``, ``/data/kind``) without dots and spaces, absolute."""
    path = path.strip().removeprefix("current()/")
    steps = [] if path.startswith("/") else context.split("/")[1:]
    for step in filter(None, (part.strip() for part in path.split("/"))):
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/" + "/".join(steps)
