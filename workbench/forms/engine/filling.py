"""The state of a form being filled, and how one change brings about the next until all is settled."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workbench.forms.engine import journal
from workbench.forms.engine.draft import MOST_INSTANCES
from workbench.forms.engine.graph import Aspect, Dependent, Graph, Task
from workbench.forms.engine.node import Node, NodeKind
from workbench.forms.engine.reach import followers, followers_of_instance, within
from workbench.forms.engine.results import as_answer
from workbench.forms.engine.tree import take_out
from workbench.forms.engine.walking import chain_of, in_the_tree, walk
from workbench.forms.engine.worklist import Worklist
from workbench.forms.form import Event, SetValue

if TYPE_CHECKING:
    from workbench.forms.engine.building import Builder
    from workbench.forms.engine.evaluator import Evaluator
    from workbench.forms.engine.facets import Facets

_MOST_ROUNDS = 100
"""How often actions may trigger actions."""


class Filling:
    """The nodes and everything that follows when one changes; each deed is kept whole or not at all."""

    def __init__(
        self, root: Node, graph: Graph, evaluator: Evaluator, builder: Builder, facets: Facets
    ) -> None:
        self.root = root
        self.graph = graph
        self._evaluator = evaluator
        self._builder = builder
        self._facets = facets
        self._deed = journal.Deed()
        self._work = Worklist()
        self._due: list[tuple[SetValue, Node]] = []
        self.loading = True
        """While the first state is worked out, no change counts as one that triggers actions."""
        self.anew = True
        """Whether a new form begins: then a repeat whose count is not known yet is empty."""
        self.recalculates = True
        """Off while a draft comes back, whose calculated answers stay as they were."""

    @contextmanager
    def deed(self) -> Iterator[journal.Deed]:
        """Do what is done inside, and settle all that follows; on an error take everything back."""
        self._deed = deed = journal.Deed()
        self._evaluator.tick()
        try:
            yield deed
            self._settle()
        except BaseException:
            self._work.clear()
            self._due.clear()
            deed.play(forward=False)
            raise

    def write(self, node: Node, value: str, *, default: bool = False) -> None:
        """Give a question another answer; a default is there from the beginning and triggers no action."""
        if value == node.value:
            return
        self._deed.do(journal.ValueChange(node, node.value, value))
        self._deed.doubt(node)
        self._value_changed(node)
        if not self.loading and not default:
            self._due.extend((action, node) for action in self.graph.triggers.get(node.definition.path, ()))

    def keep_typed(self, node: Node, text: str | None) -> None:
        """Keep what was typed where it is no answer; None where it is one."""
        if text != node.typed:
            self._deed.do(journal.TypedChange(node, node.typed, text))
            self._deed.doubt(node)

    def add(self, place: Node) -> Node:
        """Put a new instance at the end of a repeat."""
        instance = self._builder.new_instance(place)
        self._empty_counted(instance)
        self.put_in(place, len(place.parts), instance)
        for node in walk(instance):
            if node.kind is NodeKind.INSTANCE:
                self._due.extend((action, node) for action in self.graph.of_new.get(node.definition.path, ()))
        return instance

    def _empty_counted(self, instance: Node) -> None:
        """Let what a count rules begin empty inside a new instance: the count brings its own."""
        for place in [node for node in walk(instance) if node.kind is NodeKind.REPEAT]:
            tasks = self.graph.of_definition.get(place.definition.path, ())
            while place.parts and any(task.aspect is Aspect.COUNT for task in tasks):
                take_out(place, len(place.parts) - 1)

    def put_in(self, place: Node, index: int, instance: Node) -> None:
        """Put an instance into a repeat, at an index from 0."""
        self._deed.do(journal.InstanceChange(place, index, instance, came=True))
        self._refresh(instance)
        self.schedule(instance)
        self._instances_changed(place, index)

    def take_out(self, place: Node, index: int) -> Node:
        """Take an instance out of a repeat."""
        instance = place.parts[index]
        self._deed.do(journal.InstanceChange(place, index, instance, came=False))
        self._instances_changed(place, index)
        return instance

    def schedule(self, top: Node, *, counts: bool = True) -> None:
        """Let everything at and below a node be worked out; without `counts` all but the sizes of repeats."""
        for node in walk(top):
            self._deed.touch(node)
            for task in self.graph.of_definition.get(node.definition.path, ()):
                if task.chain == chain_of(node) and (counts or task.aspect is not Aspect.COUNT):
                    self._push(task, node)

    def schedule_counts(self) -> None:
        """Let the sizes of all repeats be worked out."""
        for place in filter(lambda node: node.kind is NodeKind.REPEAT, walk(self.root)):
            for task in self.graph.of_definition.get(place.definition.path, ()):
                if task.aspect is Aspect.COUNT:
                    self._push(task, place)

    def schedule_texts(self) -> None:
        """Let everything be worked out again that quotes texts of the form, whose language has changed."""
        for node in walk(self.root):
            for task in self.graph.of_definition.get(node.definition.path, ()):
                if "jr:" in task.expression.text and task.chain == chain_of(node):
                    self._push(task, node)

    def schedule_calculation(self, node: Node) -> None:
        """Let a node's answer be calculated again."""
        for task in self.graph.of_definition.get(node.definition.path, ()):
            if task.aspect is Aspect.CALCULATE:
                self._push(task, node)

    def run_actions(self, event: Event, at: Node) -> None:
        """Let the form's actions of an event run, once what is under way has settled."""
        for action in self.graph.plan.form.actions:
            if event in action.events:
                self._due.append((action, at))

    def _value_changed(self, node: Node) -> None:
        if node.relevant:
            for dependent in self.graph.of_value.get(node.definition.path, ()):
                self._follow(dependent, followers(dependent, node, self.root))

    def _instances_changed(self, place: Node, index: int) -> None:
        self._deed.touch(place)
        for dependent in self.graph.of_instances.get(place.definition.path, ()):
            self._follow(dependent, followers_of_instance(dependent, place, index, self.root))

    def _follow(self, dependent: Dependent, nodes: list[Node]) -> None:
        task = dependent.task
        for node in nodes:
            if task is None or task.aspect is Aspect.CHOICES:
                self._look_again(node)
            if task is not None:
                self._push(task, node)

    def _look_again(self, node: Node) -> None:
        self._deed.touch(node)
        if node.bind.readonly is not None and node.parts:
            # What is inside a read-only group cannot be changed either.
            for part in walk(node):
                self._deed.touch(part)

    def _push(self, task: Task, node: Node) -> None:
        if self.recalculates or task.aspect is not Aspect.CALCULATE:
            self._work.push(task, node)

    def _settle(self) -> None:
        for _ in range(_MOST_ROUNDS):
            while (item := self._work.pop()) is not None:
                self._work_out(*item)
            due, self._due = self._due, []
            if not due:
                return
            for action, at in due:
                self._run(action, at)
        self._due.clear()

    def _work_out(self, task: Task, node: Node) -> None:
        text = task.expression.text
        if not in_the_tree(node):
            return
        if task.aspect is Aspect.RELEVANT:
            self._set_relevance(node, self._evaluator.boolean(node, text))
        elif task.aspect is Aspect.COUNT:
            self._set_count(node, self._evaluator.count(node, text))
        elif not node.relevant:
            return
        elif task.aspect is Aspect.CALCULATE:
            result = self._evaluator.value(node, text)
            self.write(node, as_answer(result, node.definition.bind.type))
        elif node.value:
            self.write(node, self._facets.still_offered(node, node.value))

    def _set_relevance(self, node: Node, own: bool) -> None:
        if own != node.own_relevant:
            relevant = own and (node.owner is None or node.owner.relevant)
            self._change_relevance(node, own, relevant)

    def _refresh(self, node: Node) -> None:
        """Let a node's relevance follow from that of its group."""
        relevant = node.own_relevant and (node.owner is None or node.owner.relevant)
        if relevant != node.relevant:
            self._change_relevance(node, node.own_relevant, relevant)

    def _change_relevance(self, node: Node, own: bool, relevant: bool) -> None:
        before = (node.own_relevant, node.relevant)
        self._deed.do(journal.RelevanceChange(node, before, (own, relevant)))
        if before[1] == relevant:
            return
        self._deed.touch(node)
        if node.definition.leaf:
            self._asked_or_not(node)
        for part in node.parts:
            self._refresh(part)
        for child in node.children:
            self._touch_shown(child)

    def _touch_shown(self, node: Node) -> None:
        if node.definition.shown_only:
            self._deed.touch(node)
            for child in node.children:
                self._touch_shown(child)

    def _asked_or_not(self, node: Node) -> None:
        """Let others see an answer that came or went with its question."""
        if node.value:
            for dependent in self.graph.of_value.get(node.definition.path, ()):
                self._follow(dependent, followers(dependent, node, self.root))
        if node.relevant:
            for task in self.graph.of_definition.get(node.definition.path, ()):
                if task.aspect in (Aspect.CALCULATE, Aspect.CHOICES):
                    self._push(task, node)

    def _set_count(self, place: Node, asked: int | None) -> None:
        if asked is None and not self.anew:
            return  # Whoever is about to type another number keeps what the instances hold.
        count = min(asked or 0, MOST_INSTANCES)
        while len(place.parts) > count:
            taken = self.take_out(place, len(place.parts) - 1)
            self._deed.do(journal.SpareChange(place, place.spare, (*place.spare, taken)))
        while len(place.parts) < count:
            if place.spare:
                back = place.spare[-1]
                self._deed.do(journal.SpareChange(place, place.spare, place.spare[:-1]))
                self.put_in(place, len(place.parts), back)
            else:
                self.add(place)

    def _run(self, action: SetValue, at: Node) -> None:
        target = self.graph.plan.definitions.get(action.target)
        if target is None:
            return
        default = Event.VALUE_CHANGED not in action.events
        for node in within(at.frame, target.chain, target.path):
            if action.value is None:
                self.write(node, action.literal, default=default)
            else:
                result = self._evaluator.value(node, action.value.text)
                self.write(node, as_answer(result, target.bind.type), default=default)
