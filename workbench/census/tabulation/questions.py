"""The select questions of a form with their words, so that any survey can be tabulated (选择题清单)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from workbench.census.tabulation.answers import Question
from workbench.forms.form import ControlKind

if TYPE_CHECKING:
    from lxml.etree import _Element

    from workbench.forms.form import Control, Form, Itemset, Phrase, Text

_INSTANCE = re.compile(r"instance\(\s*['\"]([^'\"]+)['\"]\s*\)")
_ASKED = {ControlKind.SELECT_ONE: False, ControlKind.SELECT_MANY: True}


def questions_of(form: Form) -> tuple[Question, ...]:
    """Return the select questions in the order they are asked, in the form's first language.

    A label filled in from an answer keeps only its fixed words; options that no file or list of the form
    holds are left out, and so is a question without any.
    """
    found = (_question(control, form) for control in _controls(form.body))
    return tuple(question for question in found if question.options)


def _controls(controls: tuple[Control, ...]) -> Iterator[Control]:
    for control in controls:
        if control.kind in _ASKED:
            yield control
        yield from _controls(control.children)


def _question(control: Control, form: Form) -> Question:
    name = control.path.rpartition("/")[2]
    label = _words(control.label, form) or name
    return Question(control.path, label, dict(_options(control, form)), _ASKED[control.kind])


def _options(control: Control, form: Form) -> Iterator[tuple[str, str]]:
    for choice in control.choices:
        yield choice.value, _words(choice.label, form) or choice.value
    listed = _INSTANCE.match(control.itemset.nodeset.text) if control.itemset else None
    if control.itemset and listed and listed[1] in form.secondary:
        yield from _items(control.itemset, form.secondary[listed[1]], form)


def _items(itemset: Itemset, root: _Element, form: Form) -> Iterator[tuple[str, str]]:
    for item in root:
        fields = {child.tag.rpartition("}")[2]: child.text or "" for child in item}
        value, label = fields.get(itemset.value, ""), fields.get(itemset.label, "")
        if value:
            yield value, (_translated(label, form) if itemset.label_is_itext else label) or value


def _words(text: Text | None, form: Form) -> str:
    if text is None:
        return ""
    return _translated(text.itext, form) if isinstance(text.itext, str) else _fixed(text.phrase)


def _translated(itext: str, form: Form) -> str:
    phrases: Mapping[str, Mapping[str, Phrase]] = form.translations[0].phrases if form.translations else {}
    forms = phrases.get(itext, {})
    return _fixed(forms.get("") or forms.get("long") or forms.get("short") or ())


def _fixed(phrase: Phrase) -> str:
    return "".join(piece for piece in phrase if isinstance(piece, str)).strip()
