"""Who reads whom: the dependencies between a form's definitions, and the order to work them out in."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.forms.engine.plan import Definition, Plan
from workbench.forms.engine.watching import watched
from workbench.forms.form import Event, Expression, Path, SetValue

if TYPE_CHECKING:
    from workbench.forms.engine.evaluator import Evaluator
    from workbench.forms.xpath.compiled import Compiled
    from workbench.forms.xpath.references import Reference

_OWN_POSITION = re.compile(r"position\s*\(\s*\.\.(\s*/\s*\.\.)*\s*\)")
_ONE_BEFORE = re.compile(r"(?:position\s*\(\s*\.\.\s*\)|count\s*\(\s*preceding-sibling::\*\s*\)) *- *1")

_FIXED_LIST = re.compile(r"""\s*(randomize\s*\(\s*)?instance\(\s*(['"])[^'"]*\2\s*\)(/[\w.\-]+)*[\s)]*""")
"""Choices that no answer can change, as in ``instance('list')/root/item``."""


class Aspect(StrEnum):
    """What of a node is worked out at once, because other answers follow from it."""

    RELEVANT = "relevant"
    COUNT = "count"
    CALCULATE = "calculate"
    CHOICES = "choices"


class Reach(StrEnum):
    """Which instances of its own repeat an expression reads."""

    OWN = "own"
    PREVIOUS = "previous"
    ALL = "all"


@dataclass(slots=True, eq=False)
class Task:
    """One expression that is worked out for every node of a definition."""

    definition: Definition
    aspect: Aspect
    expression: Expression
    chain: tuple[Path, ...]
    rank: int = 0
    """Its place in an order in which nothing is worked out before what it reads."""


@dataclass(frozen=True, slots=True)
class Dependent:
    """Nodes that follow from another: a task to be done again, or only something to be shown anew."""

    definition: Definition
    chain: tuple[Path, ...]
    reach: Reach
    task: Task | None = None


class Graph:
    """The dependencies of a form."""

    def __init__(self, plan: Plan, evaluator: Evaluator) -> None:
        self.plan = plan
        self._evaluator = evaluator
        self.tasks: list[Task] = []
        self.of_definition: dict[Path, list[Task]] = defaultdict(list)
        self.of_value: dict[Path, dict[Dependent, None]] = defaultdict(dict)
        """What follows from the value of a definition."""
        self.of_instances: dict[Path, dict[Dependent, None]] = defaultdict(dict)
        """What follows from a repeat gaining or losing an instance."""
        self.triggers: dict[Path, list[SetValue]] = defaultdict(list)
        """What a changed answer sets off."""
        self.of_new: dict[Path, list[SetValue]] = defaultdict(list)
        """What a new instance of a repeat sets off within itself."""
        self._reads: dict[Task, list[Path]] = {}
        self._ranks = itertools.count()
        for definition in plan.definitions.values():
            self._take_in(definition)
        for action in plan.form.actions:
            self._take_in_action(action)
        self._rank()

    def _take_in(self, definition: Definition) -> None:
        for task in tasks_of(definition):
            self.tasks.append(task)
            self.of_definition[definition.path].append(task)
            self._reads[task] = self._follow(definition, task.chain, task.expression.text, task)
        for text in watched(definition, self.plan):
            chains = {definition.chain, definition.chain[:-1]} if definition.repeat else {definition.chain}
            for chain in chains:
                self._follow(definition, chain, text, None)

    def _take_in_action(self, action: SetValue) -> None:
        if action.trigger is not None and Event.VALUE_CHANGED in action.events:
            self.triggers[action.trigger].append(action)
        target = self.plan.definitions.get(action.target)
        if target is not None and target.chain and Event.NEW_REPEAT in action.events:
            self.of_new[target.chain[-1]].append(action)

    def _follow(
        self, definition: Definition, chain: tuple[Path, ...], text: str, task: Task | None
    ) -> list[Path]:
        compiled = self._evaluator.compiled(text, definition.path)
        dependent = Dependent(definition, chain, self._reach(definition, compiled), task)
        reads = self._paths_read(definition, compiled, task)
        for path in reads:
            self.of_value[path][dependent] = None
            for repeat in self.plan.definitions[path].chain:
                if repeat not in chain or dependent.reach is not Reach.OWN or repeat == path:
                    self.of_instances[repeat][dependent] = None
        return reads

    def _reach(self, definition: Definition, compiled: Compiled) -> Reach:
        if not compiled.reads_other_instances:
            return Reach.OWN
        text = compiled.text
        if self._is_own(_OWN_POSITION.sub("1", text), definition):
            return Reach.OWN
        if text.count("indexed-repeat") == 1 == len(_ONE_BEFORE.findall(text)):
            return Reach.PREVIOUS
        return Reach.ALL

    def _is_own(self, text: str, definition: Definition) -> bool:
        return not self._evaluator.compiled(text, definition.path).reads_other_instances

    def _paths_read(self, definition: Definition, compiled: Compiled, task: Task | None) -> list[Path]:
        found: dict[Path, None] = {}
        for reference in compiled.references:
            if not reference.instance:
                found.update(dict.fromkeys(self._named(reference)))
        if task is not None and task.aspect is Aspect.CHOICES:
            found.update(dict.fromkeys(self._item_paths(definition, list(found))))
        if task is not None and not compiled.reads_other_instances:
            found.pop(definition.path, None)
        return list(found)

    def _named(self, reference: Reference) -> Iterator[Path]:
        if reference.wildcard:
            yield from filter(reference.covers, self.plan.definitions)
        elif reference.path in self.plan.definitions:
            yield reference.path

    def _item_paths(self, definition: Definition, bases: list[Path]) -> Iterator[Path]:
        """Yield where the values and labels of choices lie that are taken from the answers themselves."""
        control = definition.control
        assert control is not None and control.itemset is not None
        for base in bases:
            for part in (control.itemset.value, control.itemset.label):
                if f"{base}/{part}" in self.plan.definitions:
                    yield f"{base}/{part}"

    def _rank(self) -> None:
        """Number the tasks so that what is read comes before what reads it (circles are cut)."""
        seen: set[Task] = set()
        for task in self.tasks:
            self._rank_from(task, seen)

    def _rank_from(self, first: Task, seen: set[Task]) -> None:
        if first in seen:
            return
        seen.add(first)
        stack = [(first, iter(self._before(first)))]
        while stack:
            task, others = stack[-1]
            nearest = next((other for other in others if other not in seen), None)
            if nearest is None:
                task.rank = next(self._ranks)
                stack.pop()
            else:
                seen.add(nearest)
                stack.append((nearest, iter(self._before(nearest))))

    def _before(self, task: Task) -> Iterator[Task]:
        """Yield the tasks that may change what a task reads."""
        for path in self._reads[task]:
            definition: Definition | None = self.plan.definitions[path]
            yield from self.of_definition.get(path, ())
            while definition is not None:
                for other in self.of_definition.get(definition.path, ()):
                    if other.aspect in (Aspect.RELEVANT, Aspect.COUNT):
                        yield other
                definition = definition.owner


def tasks_of(definition: Definition) -> Iterator[Task]:
    """Yield what is worked out at once for a definition; a repeat's place and instances apart."""
    bind, control, chain = definition.bind, definition.control, definition.chain
    if bind.relevant is not None:
        yield Task(definition, Aspect.RELEVANT, bind.relevant, chain)
        if definition.repeat:
            yield Task(definition, Aspect.RELEVANT, bind.relevant, chain[:-1])
    if control is not None and control.repeat_count is not None:
        yield Task(definition, Aspect.COUNT, control.repeat_count, chain[:-1])
    if bind.calculate is not None:
        yield Task(definition, Aspect.CALCULATE, bind.calculate, chain)
    itemset = control.itemset if control is not None else None
    if itemset is not None and not _FIXED_LIST.fullmatch(itemset.nodeset.text):
        yield Task(definition, Aspect.CHOICES, Expression(itemset.nodeset.text), chain)
