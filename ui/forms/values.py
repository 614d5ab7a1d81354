"""Answers in words: as they are seen at rest and as a screen reader says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.forms.asked import Way
from ui.forms.reading import shown

if TYPE_CHECKING:
    from ui.forms.asked import Asked


def in_words(asked: Asked) -> str:
    """Return the answer in words."""
    if asked.choices:
        return "、".join(map(asked.word_of, asked.chosen))
    return shown(asked.way, asked.value)


def in_short(asked: Asked, keys: dict[str, str]) -> str:
    """Return the answer for a cell: the key of an option before its words."""
    if not asked.choices:
        return shown(asked.way, asked.value)
    return "、".join(f"{keys.get(code, '')} {asked.word_of(code)}".strip() for code in asked.chosen)


def spoken(asked: Asked) -> str:
    """Return label, answer and message in one sentence."""
    parts = (asked.label, in_words(asked), asked.message, asked.note)
    return " ".join(part for part in parts if part and asked.way is not Way.NOTE) or asked.label
