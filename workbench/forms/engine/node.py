"""A node of a form being filled: its answer, whether it is asked, and what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

    from workbench.forms.engine.facets import Facets
    from workbench.forms.engine.plan import Definition
    from workbench.forms.form import Bind, Control, Path


class NodeKind(StrEnum):
    """What a node is."""

    QUESTION = "question"
    GROUP = "group"
    REPEAT = "repeat"
    """The place of a repeat (重复组); its children are its instances."""
    INSTANCE = "instance"
    """One instance of a repeat."""


class ProblemKind(StrEnum):
    """Why an answer cannot stand."""

    REQUIRED = "required"
    TYPE = "type"
    CONSTRAINT = "constraint"
    REFUSED = "refused"
    """Only in the answer to an answer: the question is read-only or not asked now."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a node's answer, in a sentence for the person."""

    node: Node
    kind: ProblemKind
    message: str


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of an answer: the problem it has, if any, and every node that may look different now."""

    problem: Problem | None
    changed: frozenset[Node]


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One option as it is offered now, in the language in force."""

    value: str
    label: str
    image: str = ""


class Node:
    """A question, group, repeat or instance; read it freely, change it only through the session.

    `parent` and `children` follow the body (what is seen); `owner` and `parts` follow the data. `frame` is
    the nearest instance around it (or the root). `element` is where its value lies for XPath; the place of a
    repeat and groups that only the body has are nowhere. `value` is the answer as ODK text, kept also while
    the node is not `relevant`; `typed` is what was typed last where it is no answer; `spare` are instances
    that a fixed count took away, kept for its return.
    """

    __slots__ = (
        "cache", "children", "definition", "element", "facets", "frame", "kind", "members", "own_relevant",
        "owner", "parent", "parts", "relevant", "spare", "typed", "value",
    )  # fmt: skip

    def __init__(
        self,
        definition: Definition,
        kind: NodeKind,
        element: _Element | None,
        owner: Node | None,
        facets: Facets,
    ) -> None:
        self.definition = definition
        self.kind = kind
        self.element = element
        self.owner = owner
        self.parent = owner
        self.facets = facets
        self.frame: Node = owner.frame if owner is not None and kind is not NodeKind.INSTANCE else self
        self.members: dict[Path, Node] = {}
        self.parts: list[Node] = []
        self.children: list[Node] = self.parts if kind is NodeKind.REPEAT else []
        self.value = ""
        self.typed: str | None = None
        self.own_relevant = True
        self.relevant = True
        self.spare: tuple[Node, ...] = ()
        self.cache: dict[str, object] | None = None

    def __repr__(self) -> str:
        return f"<{self.kind} {self.path}>"

    @property
    def path(self) -> str:
        """Its path with positions, as in ``/data/member[2]/age``."""
        if self.owner is None:
            return self.definition.path
        if self.kind is NodeKind.INSTANCE:
            return f"{self.owner.path}[{self.position}]"
        return self.owner.path if self.definition.shown_only else f"{self.owner.path}/{self.definition.name}"

    @property
    def bind(self) -> Bind:
        """What rules it: its type, relevance, constraint and the like."""
        return self.definition.bind

    @property
    def control(self) -> Control | None:
        """How it is asked; None for what is not in the body."""
        return self.definition.control

    @property
    def instances(self) -> tuple[Node, ...]:
        """The instances of a repeat, in order."""
        return tuple(self.parts) if self.kind is NodeKind.REPEAT else ()

    @property
    def position(self) -> int:
        """The place of an instance in its repeat, from 1; 0 for everything else and once removed."""
        if self.kind is not NodeKind.INSTANCE or self.owner is None or self not in self.owner.parts:
            return 0
        return self.owner.parts.index(self) + 1

    @property
    def attached(self) -> bool:
        """Whether it is still part of the form: neither it nor an instance around it was removed."""
        place = self.frame.owner
        return place is None or (self.frame in place.parts and place.attached)

    @property
    def addable(self) -> bool:
        """Whether the person may add an instance to this repeat."""
        return self.kind is NodeKind.REPEAT and self.relevant and self.definition.count_is_free

    @property
    def removable(self) -> bool:
        """Whether the person may remove this instance."""
        return self.kind is NodeKind.INSTANCE and self.definition.count_is_free

    @property
    def readonly(self) -> bool:
        """Whether the person may not change it."""
        return self.facets.readonly(self)

    @property
    def required(self) -> bool:
        """Whether an answer is asked for now."""
        return self.facets.required(self)

    @property
    def problem(self) -> Problem | None:
        """What is wrong with its answer now; None for what is not relevant."""
        return self.facets.problem(self)

    @property
    def label(self) -> str:
        """Its label in the language in force, answers filled in."""
        return self.facets.label(self)

    @property
    def hint(self) -> str:
        """Its hint in the language in force."""
        return self.facets.hint(self)

    @property
    def guidance(self) -> str:
        """Its guidance hint (for training and paper) in the language in force."""
        return self.facets.guidance(self)

    @property
    def choices(self) -> tuple[ChoiceView, ...]:
        """The options offered now, in order; none for what is no select."""
        return self.facets.choices(self)

    def media(self, form: str) -> str:
        """Return a file of the label: its ``image``, ``audio``, ``video`` or ``big-image``."""
        return self.facets.media(self, form)
