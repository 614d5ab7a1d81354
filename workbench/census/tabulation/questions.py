"""The select questions of a form with their words, so that any survey can be tabulated (选择题清单)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.census.tabulation.answers import Question
from workbench.forms.fields import fields_of
from workbench.forms.form import ControlKind

if TYPE_CHECKING:
    from workbench.forms.fields import Field
    from workbench.forms.form import Form

_ASKED = {ControlKind.SELECT_ONE: False, ControlKind.SELECT_MANY: True}


def questions_of(form: Form) -> tuple[Question, ...]:
    """Return the select questions in the order they are asked, in the form's first language.

    A label filled in from an answer keeps only its fixed words; options that no file or list of the form
    holds are left out, and so is a question without any.
    """
    found = (_question(field) for field in fields_of(form) if field.control.kind in _ASKED)
    return tuple(question for question in found if question.options)


def _question(field: Field) -> Question:
    options = {option.value: option.title for option in field.options}
    label = field.labels[0] if field.labels else field.name
    return Question(field.path, label, options, _ASKED[field.control.kind])
