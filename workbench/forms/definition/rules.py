"""Every expression of a form, with the node it stands at and the column it was written in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.forms.definition.paths import element_of
from workbench.forms.form import Expression, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.forms.form import Bind, Control, Form, Path, Phrase, SetValue

LOGIC = ("relevant", "calculate")
"""What makes a value depend on others."""


@dataclass(frozen=True, slots=True)
class Rule:
    """An expression, where its paths start, and what it is on that node; `place` is where it was written."""

    expression: Expression
    context: Path
    attribute: str
    place: Path
    otherwise: Path = ""
    """Where its paths may start instead: pyxform writes a triggered value as seen from what triggers it."""


def rules_of(form: Form) -> Iterator[Rule]:
    """Yield the expressions of binds, controls, texts and actions."""
    for bind in form.binds.values():
        yield from _of_bind(bind)
    for control in every(form.body):
        yield from _of_control(control)
    yield from _of_phrases(form)
    for action in form.actions:
        yield from _of_action(action)


def every(controls: Iterable[Control]) -> Iterator[Control]:
    """Yield every control, also those inside groups and repeats, in the order of the body."""
    for control in controls:
        yield control
        yield from every(control.children)


def texts_of(form: Form) -> Iterator[tuple[Text, Path, str]]:
    """Yield the messages, labels and hints with their node and column."""
    for bind in form.binds.values():
        if bind.constraint_message is not None:
            yield bind.constraint_message, bind.path, "constraint_message"
        if bind.required_message is not None:
            yield bind.required_message, bind.path, "required_message"
    for control in every(form.body):
        if control.label is not None:
            yield control.label, control.path, "label"
        if control.hint is not None:
            yield control.hint, control.path, "hint"
        for choice in control.choices:
            yield choice.label, control.path, "label"


def _of_bind(bind: Bind) -> Iterator[Rule]:
    for attribute, expression in (
        ("relevant", bind.relevant),
        ("required", bind.required),
        ("constraint", bind.constraint),
        ("calculate", bind.calculate),
        ("readonly", bind.readonly),
    ):
        if expression is not None:
            yield Rule(expression, element_of(bind.path), attribute, bind.path)


def _of_control(control: Control) -> Iterator[Rule]:
    path = control.path
    if control.itemset is not None:
        yield Rule(control.itemset.nodeset, path, "choice_filter", path)
    if control.repeat_count is not None:
        yield Rule(control.repeat_count, path, "repeat_count", path)


def _of_action(action: SetValue) -> Iterator[Rule]:
    if action.value is not None:
        attribute = "calculate" if action.trigger else "default"
        yield Rule(
            action.value,
            element_of(action.target),
            attribute,
            action.target,
            element_of(action.trigger or ""),
        )


def _of_phrases(form: Form) -> Iterator[Rule]:
    """Yield what stands between the words; a translation stands where it is first used."""
    uses: dict[str, tuple[Path, str]] = {}
    for text, path, attribute in texts_of(form):
        if isinstance(text.itext, Expression):
            yield Rule(text.itext, path, attribute, path)
        elif text.itext is not None:
            uses.setdefault(text.itext, (path, attribute))
        yield from (Rule(piece, path, attribute, path) for piece in expressions(text.phrase))
    for translation in form.translations:
        for itext_id, forms in translation.phrases.items():
            for phrase in forms.values():
                path, attribute = uses.get(itext_id, ("", ""))
                yield from (Rule(piece, path, attribute, path or itext_id) for piece in expressions(phrase))


def expressions(phrase: Phrase) -> Iterator[Expression]:
    """Yield the expressions between the words of a phrase."""
    return (piece for piece in phrase if isinstance(piece, Expression))
