"""Counts the closed questions of a survey or poll, one table a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.census.tabulation import Question, answers_from, choices, cross
from workbench.forms.batch.fields import fields_of
from workbench.forms.form import ControlKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.census.tabulation import Tabulation
    from workbench.forms.form import Form


def tables_of(form: Form, submissions: Sequence[bytes]) -> tuple[Tabulation, ...]:
    """Return a table for each question with options outside repeats, in the order they are asked."""
    answers = [answers_from(xml) for xml in submissions]
    tables: list[Tabulation] = []
    for question in _questions(form):
        tables += choices(answers, question) if question.many else [cross(answers, question)]
    return tuple(tables)


def _questions(form: Form) -> Iterator[Question]:
    for field in fields_of(form):
        if field.options and not field.repeats:
            words = {option.value: next(iter(option.labels), option.value) for option in field.options}
            yield Question(field.path, field.title, words, field.control.kind is ControlKind.SELECT_MANY)
