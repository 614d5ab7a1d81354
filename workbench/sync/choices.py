"""What people decide about a field in dispute."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Take(StrEnum):
    """Whose value is taken."""

    MINE = "mine"
    THEIRS = "theirs"
    THIRD = "third"


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """What is taken for a field; `value` only for a third: text, truth or None, ISO for days."""

    take: Take
    value: str | bool | None = None


Choices = Mapping[str, FieldChoice]
"""What is taken, by field."""
