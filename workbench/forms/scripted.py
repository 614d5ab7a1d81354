"""Fills a form from a list of paths and values, and tells what could not stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.forms.engine.errors import NoSuchNode, NotAllowed
from workbench.forms.engine.node import ProblemKind
from workbench.forms.engine.results import number_text

if TYPE_CHECKING:
    from workbench.forms.engine.session import FormSession

BROKEN = "应为 [路径, 值]，没有填写。"
NOT_A_VALUE = "值应为文字、数字、true/false、null 或它们的列表，没有填写。"


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer that cannot stand, and why."""

    path: str
    value: Any
    message: str


@dataclass(frozen=True, slots=True)
class Left:
    """A question that still has a problem at the end."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Filled:
    """What became of a list of answers."""

    taken: int
    refused: tuple[Refused, ...]
    left: tuple[Left, ...]
    faults: tuple[str, ...]
    """Expressions of the form that could not be worked out."""


def fill(session: FormSession, answers: Iterable[Any]) -> Filled:
    """Give the answers in order; each is a path and a value (text, number, truth, None, or a list)."""
    taken = 0
    refused: list[Refused] = []
    for entry in answers:
        refusal = _refusal(session, entry)
        if refusal is None:
            taken += 1
        else:
            refused.append(refusal)
    left = tuple(Left(problem.node.path, problem.message) for problem in session.problems())
    return Filled(taken, tuple(refused), left, session.faults)


def _refusal(session: FormSession, entry: Any) -> Refused | None:
    if not isinstance(entry, list | tuple) or len(entry) != 2 or not isinstance(entry[0], str):
        return Refused("?", entry, BROKEN)
    path, value = entry
    text = as_text(value)
    if text is None:
        return Refused(path, value, NOT_A_VALUE)
    try:
        problem = session.answer(session.reach(path), text).problem
    except (NoSuchNode, NotAllowed) as error:
        return Refused(path, value, str(error))
    if problem is None or problem.kind is ProblemKind.REQUIRED:
        return None
    return Refused(path, value, problem.message)


def as_text(value: object) -> str | None:
    """Return a JSON value as ODK text; None for what is none."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return number_text(value)
    if isinstance(value, list):
        parts = [as_text(part) for part in value]
        return None if None in parts else " ".join(filter(None, parts))
    return None
