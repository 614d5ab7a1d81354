"""What an expression is evaluated in: the form's instances, the clock, chance, and the language in force."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from workbench.forms.xpath.index import Lookup
from workbench.forms.xpath.moments import CHINA

if TYPE_CHECKING:
    from lxml.etree import _Element

Path = str


def _now() -> datetime:
    return datetime.now(UTC)


def _as_written(text: str) -> str:
    return text


def _value(value: str, path: Path) -> str:
    return value


@dataclass(frozen=True, slots=True)
class Scope:
    """The surroundings of an evaluation.

    ``now`` is aware; ``itext`` gives a text by its id in the language in force, ``choice_label`` the label of
    a choice by its value and the path of its question. ``lookup`` keeps the indexes of choice lists: share
    one among the scopes of a form (``dataclasses.replace`` does).
    """

    root: _Element
    instances: Mapping[str, _Element] = field(default_factory=dict)
    now: datetime = field(default_factory=_now)
    random: random.Random = field(default_factory=random.Random)
    itext: Callable[[str], str] = _as_written
    choice_label: Callable[[str, Path], str] = _value
    user: Mapping[str, str] = field(default_factory=dict)
    zone: tzinfo = CHINA
    lookup: Lookup = field(default_factory=Lookup)
    language: str = ""
    """The language in force, as the form names it; Chinese writes months and weekdays in Chinese."""

    @property
    def speaks_chinese(self) -> bool:
        """Whether the language in force is Chinese."""
        return "zh" in self.language.lower() or "中文" in self.language


SCOPE: ContextVar[Scope] = ContextVar("scope")
"""The scope of the evaluation under way in this thread: libxml2 calls our functions without it."""


def scope_in_force() -> Scope:
    """Return the scope of the evaluation that calls a function."""
    return SCOPE.get()
