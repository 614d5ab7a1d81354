"""The questions of a form as columns of a table: names, words in every language, options, and the repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.forms.form import Bind, ControlKind, DataType
from workbench.forms.texts import translated, words_of
from workbench.standards.text import compact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.forms.form import Control, Form, Itemset, Path

_ASKED = frozenset(ControlKind) - {ControlKind.GROUP, ControlKind.REPEAT, ControlKind.UPLOAD}
_MARKS = ("", ".", "、", "-", ":")
_INSTANCE = re.compile(r"instance\(\s*['\"]([^'\"]+)['\"]\s*\)")


@dataclass(frozen=True, slots=True)
class Option:
    """One option (选项): its code, and its words in every language."""

    value: str
    labels: tuple[str, ...]

    @property
    def title(self) -> str:
        """The words in the first language, or the code."""
        return self.labels[0] if self.labels else self.value

    @property
    def shown(self) -> str:
        """The code with the words, as a list to choose from offers it."""
        return self.value if self.title == self.value else f"{self.value} {self.title}"

    @property
    def keys(self) -> set[str]:
        """What may be typed for it: the code, the words, both with or without a mark between; folded."""
        value, labels = self.value.casefold(), [compact(label).casefold() for label in self.labels]
        return {value, *labels, *(f"{value}{mark}{label}" for label in labels for mark in _MARKS)}


@dataclass(frozen=True)
class Field:
    """A question (题目) that may be a column."""

    form: Form
    control: Control
    order: int
    repeats: tuple[Path, ...]
    """The repeats around it, the outermost first."""
    block: int
    """The order of the first question of its repeat; its own outside."""

    @property
    def path(self) -> Path:
        """The path of its definition."""
        return self.control.path

    @property
    def name(self) -> str:
        """The last step of the path."""
        return self.path.rsplit("/", 1)[-1]

    @property
    def repeat(self) -> Path:
        """The one repeat it stands in; empty outside."""
        return self.repeats[0] if self.repeats else ""

    @property
    def bind(self) -> Bind:
        """What rules it."""
        return self.form.binds.get(self.path) or Bind(self.path)

    @property
    def type(self) -> DataType:
        """The type of its answer."""
        return self.bind.type

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Its label in every language, the default one first."""
        return words_of(self.form, self.control.label)

    @property
    def title(self) -> str:
        """What a person calls it: the first line of its label, or its name."""
        return self.labels[0].splitlines()[0] if self.labels else self.name

    @property
    def hints(self) -> tuple[str, ...]:
        """Its hint in every language."""
        return words_of(self.form, self.control.hint)

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """Every option it may ever offer, whatever the answers; none where it is free."""
        if self.control.itemset is not None:
            return tuple(_options_of(self.form, self.control.itemset))
        return tuple(
            Option(choice.value, words_of(self.form, choice.label)) for choice in self.control.choices
        )

    @cached_property
    def codes(self) -> Mapping[str, tuple[str, ...]]:
        """The codes that a typed word may mean, by the word folded."""
        codes: dict[str, tuple[str, ...]] = {}
        for option in self.options:
            for key in option.keys:
                known = codes.get(key, ())
                codes[key] = known if option.value in known else (*known, option.value)
        return codes

    def place(self, position: int) -> str:
        """Return the path of its node in the instance counted from 1."""
        if not self.repeat:
            return self.path
        return f"{self.repeat}[{position}]{self.path.removeprefix(self.repeat)}"


def fields_of(form: Form) -> tuple[Field, ...]:
    """Return the questions of a form in the order they are asked; notes, files and pictures are left out."""
    firsts: dict[Path, int] = {}
    fields = []
    asked = (found for found in _walk(form.body) if not _is_note(form, found[0]))
    for order, (control, repeats) in enumerate(asked):
        block = firsts.setdefault(repeats[0], order) if repeats else order
        fields.append(Field(form, control, order, repeats, block))
    return tuple(fields)


def _walk(
    controls: Sequence[Control], repeats: tuple[Path, ...] = ()
) -> Iterator[tuple[Control, tuple[Path, ...]]]:
    for control in controls:
        if control.kind in _ASKED:
            yield control, repeats
        within = (*repeats, control.path) if control.kind is ControlKind.REPEAT else repeats
        yield from _walk(control.children, within)


def _is_note(form: Form, control: Control) -> bool:
    bind = form.binds.get(control.path)
    return bind is not None and bind.readonly is not None and bind.readonly.text.strip() == "true()"


def _options_of(form: Form, itemset: Itemset) -> Iterator[Option]:
    """Read all items of the instance taken from; the filter depends on answers and is left out."""
    named = _INSTANCE.search(itemset.nodeset.text)
    root = form.secondary.get(named[1]) if named else None
    for item in root.iterchildren("{*}*") if root is not None else ():
        value, label = _child(item, itemset.value), _child(item, itemset.label)
        if value:
            yield Option(
                value, translated(form, label) if itemset.label_is_itext else (label,) if label else ()
            )


def _child(item: object, name: str) -> str:
    for child in item.iterchildren("{*}*"):  # type: ignore[attr-defined]
        if child.tag.rsplit("}", 1)[-1] == name:
            return str(child.text or "").strip()
    return ""
