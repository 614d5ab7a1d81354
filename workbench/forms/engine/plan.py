"""The plan of a form: every node's definition, how the body shows them, and where values come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workbench.forms.engine.watching import in_phrase
from workbench.forms.form import Bind, Control, ControlKind, Expression, Form, Path

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(slots=True, eq=False)
class Definition:
    """What all nodes of one path have in common."""

    path: Path
    name: str
    bind: Bind
    owner: Definition | None
    chain: tuple[Path, ...]
    """The repeats around it from the outside in; a repeat's own path is the last of its chain."""
    order: int
    """Its place in document order."""
    repeat: bool = False
    attribute: bool = False
    shown_only: bool = False
    """A group of the body without a node of its own."""
    control: Control | None = None
    parts: list[Definition] = field(default_factory=list)

    @property
    def leaf(self) -> bool:
        """Whether it holds a value."""
        group = self.control is not None and self.control.kind is ControlKind.GROUP
        return not self.repeat and not group and all(part.attribute for part in self.parts)

    @property
    def count_is_free(self) -> bool:
        """Whether a person adds and removes instances of this repeat."""
        control = self.control
        if control is None or control.repeat_count is not None:
            return False
        return control.attributes.get("noAddRemove", "").removesuffix("()") != "true"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the body: what is shown there, and what is shown inside it."""

    definition: Definition
    children: tuple[Slot, ...] = ()


class Plan:
    """The definitions of a form by path, in document order, and the slots of its body."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.definitions: dict[Path, Definition] = {}
        self.moving_texts = moving_texts(form)
        self._find(form.instance if form.definition is None else form.definition, None)
        self.root = next(iter(self.definitions.values()))
        self._slots: dict[Path, tuple[Slot, ...]] = {}
        self._slots[self.root.path] = self._shown(form.body, self.root.path)

    def shown_in(self, frame: Path) -> tuple[Slot, ...]:
        """Return what the body shows in the root or in an instance of a repeat."""
        return self._slots.get(frame, ())

    def below(self, path: Path) -> Iterator[Definition]:
        """Yield every definition below a path."""
        for part in self.definitions[path].parts:
            yield part
            yield from self.below(part.path)

    def _find(self, element: _Element, owner: Definition | None) -> None:
        path = f"{owner.path if owner else ''}/{qualified_name(element)}"
        definition = self._define(path, qualified_name(element), owner)
        for name in map(str, element.attrib):
            if f"{path}/@{name}" in self.form.binds:
                self._define(f"{path}/@{name}", f"@{name}", definition).attribute = True
        for child in element.iterchildren("*"):
            self._find(child, definition)

    def _define(self, path: Path, name: str, owner: Definition | None) -> Definition:
        repeat = path in self.form.repeats
        chain = (owner.chain if owner else ()) + ((path,) if repeat else ())
        bind = self.form.binds.get(path) or Bind(path)
        made = Definition(path, name, bind, owner, chain, len(self.definitions), repeat)
        self.definitions[path] = made
        if owner is not None:
            owner.parts.append(made)
        return made

    def _shown(self, controls: tuple[Control, ...], around: Path) -> tuple[Slot, ...]:
        return tuple(filter(None, (self._slot(merged(control), around) for control in controls)))

    def _slot(self, control: Control, around: Path) -> Slot | None:
        definition = self.definitions.get(control.path)
        if control.kind is ControlKind.GROUP and (
            definition is None or definition.repeat or definition.control or control.path == around
        ):
            return self._group_of_the_body(control, around)
        if definition is None or definition.control is not None:
            return None
        definition.control = control
        children = self._shown(control.children, control.path)
        if control.kind is not ControlKind.REPEAT:
            return Slot(definition, children)
        self._slots[control.path] = children
        return Slot(definition)

    def _group_of_the_body(self, control: Control, around: Path) -> Slot:
        owner = self.definitions[around]
        bind = Bind(around)
        definition = Definition(around, owner.name, bind, owner, owner.chain, owner.order, shown_only=True)
        definition.control = control
        return Slot(definition, self._shown(control.children, around))


def moving_texts(form: Form) -> Mapping[str, tuple[Expression, ...]]:
    """Return by its itext id every text that has answers in it, with their expressions in all languages."""
    found: dict[str, tuple[Expression, ...]] = {}
    for translation in form.translations:
        for name, forms in translation.phrases.items():
            moving = tuple(expression for phrase in forms.values() for expression in in_phrase(phrase))
            if moving:
                found[name] = found.get(name, ()) + moving
    return found


def qualified_name(element: _Element) -> str:
    """Return an element's name as paths write it, with its prefix where it has one."""
    local = element.tag.rpartition("}")[2]
    return f"{element.prefix}:{local}" if element.prefix else local


def merged(control: Control) -> Control:
    """Return the repeat in place of the group that only wraps it, with the group's label and hint."""
    if control.kind is not ControlKind.GROUP or len(control.children) != 1:
        return control
    inner = control.children[0]
    if inner.kind is not ControlKind.REPEAT or inner.path != control.path:
        return control
    appearance = " ".join(filter(None, (inner.appearance, control.appearance)))
    attributes: Mapping[str, str] = {**control.attributes, **inner.attributes}
    return replace(
        inner,
        label=inner.label or control.label,
        hint=inner.hint or control.hint,
        appearance=appearance,
        attributes=attributes,
        origin=inner.origin or control.origin,
    )
