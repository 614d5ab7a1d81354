"""What a node looks like now, worked out when asked and kept until something it reads changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from workbench.forms.engine import wording
from workbench.forms.engine.answers import NotAnAnswer, taken
from workbench.forms.engine.choices import Choices, Offers
from workbench.forms.engine.evaluator import Evaluator
from workbench.forms.engine.node import ChoiceView, Node, NodeKind, Problem, ProblemKind
from workbench.forms.engine.texts import Texts
from workbench.forms.form import ControlKind, Expression

_T = TypeVar("_T")
_SELECTS = frozenset({ControlKind.SELECT_ONE, ControlKind.SELECT_MANY, ControlKind.RANK})


class Facets:
    """Texts, choices, limits and problems of nodes."""

    def __init__(self, evaluator: Evaluator, texts: Texts, choices: Choices) -> None:
        self._evaluator = evaluator
        self._texts = texts
        self._choices = choices

    def readonly(self, node: Node) -> bool:
        """Say whether a node or a group around it is read-only now."""
        around = node.owner
        return self._holds(node, "readonly", node.bind.readonly) or (around is not None and around.readonly)

    def required(self, node: Node) -> bool:
        """Say whether a node must have an answer now."""
        return self._holds(node, "required", node.bind.required)

    def label(self, node: Node) -> str:
        """Return a node's label."""
        control = node.control
        return _kept(node, "label", lambda: self._texts.say(control.label, node) if control else "")

    def hint(self, node: Node) -> str:
        """Return a node's hint."""
        control = node.control
        return _kept(node, "hint", lambda: self._texts.say(control.hint, node) if control else "")

    def guidance(self, node: Node) -> str:
        """Return a node's guidance hint."""
        control = node.control
        return _kept(
            node, "guidance", lambda: self._texts.say(control.hint, node, "guidance") if control else ""
        )

    def media(self, node: Node, form: str) -> str:
        """Return the file of a node's label in a form of text."""
        return self._texts.say(node.control.label, node, form) if node.control else ""

    def choices(self, node: Node) -> tuple[ChoiceView, ...]:
        """Return the choices of a node as they are shown."""
        return _kept(node, "choices", lambda: self._choices.views(node, self.offers(node)))

    def offers(self, node: Node) -> Offers:
        """Return a node's choices by their values, in order."""
        control = node.control
        if control is None or control.kind not in _SELECTS:
            return {}
        return _kept(node, "offers", lambda: self._choices.offers(node))

    def still_offered(self, node: Node, value: str) -> str:
        """Return what of an answer is among the choices offered now."""
        offered = self.offers(node)
        if node.control is not None and node.control.kind is ControlKind.SELECT_ONE:
            return value if value in offered else ""
        return " ".join(part for part in value.split() if part in offered)

    def taken(self, node: Node, text: str) -> str:
        """Return what was typed as an answer. Raises NotAnAnswer."""
        return taken(text, node.bind, node.control, lambda: self.offers(node))

    def label_of_value(self, node: Node, value: str) -> str:
        """Return the label of a choice by its value; nothing where it is none."""
        offer = self.offers(node).get(value)
        return self._choices.view(node, offer).label if offer else ""

    def problem(self, node: Node) -> Problem | None:
        """Return what is wrong with a node's answer."""
        if not node.relevant or node.kind is not NodeKind.QUESTION:
            return None
        return _kept(node, "problem", lambda: self._problem(node))

    def _problem(self, node: Node) -> Problem | None:
        bind = node.bind
        if node.typed is not None:
            return Problem(node, ProblemKind.TYPE, self._why_not(node, node.typed))
        if not node.value.strip():
            if not node.required:
                return None
            message = self._texts.say(bind.required_message, node)
            return Problem(node, ProblemKind.REQUIRED, message or wording.REQUIRED)
        if bind.constraint is None or self._evaluator.boolean(node, bind.constraint.text):
            return None
        message = self._texts.say(bind.constraint_message, node)
        return Problem(node, ProblemKind.CONSTRAINT, message or wording.CONSTRAINT)

    def _why_not(self, node: Node, text: str) -> str:
        try:
            self.taken(node, text)
        except NotAnAnswer as error:
            return str(error)
        return wording.TYPES.get(node.bind.type, wording.CONSTRAINT)

    def _holds(self, node: Node, name: str, expression: Expression | None) -> bool:
        if expression is None:
            return False
        return _kept(node, name, lambda: self._evaluator.boolean(node, expression.text))


def _kept(node: Node, name: str, work_out: Callable[[], _T]) -> _T:
    cache = node.cache
    if cache is None:
        cache = node.cache = {}
    if name not in cache:
        cache[name] = work_out()
    return cast(_T, cache[name])
