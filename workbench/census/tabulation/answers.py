"""Cross-tabulation of any questions of any form: surveys and polls (调查与测评的交叉汇总)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.census.tabulation.crosstab import Counted, Tabulation, Variable

if TYPE_CHECKING:
    from lxml.etree import _Element

Filled = Mapping[str, Sequence[str]]
"""The answers of one submission by path, without positions; a repeat gives several."""


@dataclass(frozen=True, slots=True)
class Question:
    """A select question (选择题): its path, its label, its options, and whether many may be chosen."""

    path: str
    label: str
    options: Mapping[str, str]
    many: bool = False


def answers_from(submission_xml: bytes) -> Filled:
    """Return the answers of a submission by path. Raises SubmissionUnreadable."""
    from workbench.census.records import submission_root

    answers: dict[str, list[str]] = {}
    root = submission_root(submission_xml)
    _gather(root, f"/{root.tag.rpartition('}')[2]}", answers)
    return answers


def cross(submissions: Iterable[Filled], rows: Question, columns: Question | None = None) -> Tabulation:
    """Count the submissions by one or two questions that take one answer; a repeat counts by its first."""
    counted = Counted(submissions, rows.path.split("/")[1], "份")
    name = f"{rows.label}×{columns.label}" if columns else rows.label
    return counted.table(name, _variable(rows), _variable(columns) if columns else None)


def choices(submissions: Iterable[Filled], question: Question) -> tuple[Tabulation, ...]:
    """Count a question that takes many answers: a table of chosen and not chosen for each option."""
    counted = Counted(submissions, question.path.split("/")[1], "份")
    return tuple(
        counted.table(f"{question.label}：{label}", _chosen(question, option, label))
        for option, label in question.options.items()
    )


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its counts: one table, or for many answers one for each option."""

    question: Question
    tables: tuple[Tabulation, ...]


def tables_of(
    submissions: Iterable[Filled], questions: Iterable[Question], crossed_by: Question | None = None
) -> tuple[Answered, ...]:
    """Count every question, each by itself or crossed by one that takes one answer."""
    filled, found = tuple(submissions), []
    for question in questions:
        if question.many:
            found.append(Answered(question, choices(filled, question)))
        else:
            by = None if question == crossed_by else crossed_by
            found.append(Answered(question, (cross(filled, question, by),)))
    return tuple(found)


def _variable(question: Question) -> Variable[Filled]:
    return Variable(question.path, question.label, question.options, _first(question.path))


def _chosen(question: Question, option: str, label: str) -> Variable[Filled]:
    def code(filled: Filled) -> str:
        told = filled.get(question.path, ())
        return ("1" if any(option in answer.split() for answer in told) else "0") if told else ""

    return Variable(f"{question.path}={option}", label, {"1": "选择", "0": "未选"}, code)


def _first(path: str) -> Callable[[Filled], str]:
    return lambda filled: next(iter(filled.get(path, ())), "")


def _gather(element: _Element, path: str, answers: dict[str, list[str]]) -> None:
    for child in element:
        name = f"{path}/{child.tag.rpartition('}')[2]}"
        if len(child):
            _gather(child, name, answers)
        elif child.text and child.text.strip():
            answers.setdefault(name, []).append(child.text.strip())
