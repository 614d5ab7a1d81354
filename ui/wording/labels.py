"""Names of the work in the language in force: Chinese from the model, English from its code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import Enum


def label_of(term: Enum) -> str:
    """Return the term of an enumeration: its Chinese label, or its English name in words."""
    if speaks_chinese():
        return str(getattr(term, "label", term.value))
    words = term.name.replace("_", " ").capitalize()
    return f"ID{words[2:]}" if words.startswith("Id ") else words


def speaks_chinese() -> bool:
    """Whether the window speaks Chinese."""
    return QLocale().language() is QLocale.Language.Chinese


def listed(words: Iterable[str]) -> str:
    """Return words one after the other: 民政、社保, or civil affairs, pensions."""
    return ("、" if speaks_chinese() else ", ").join(words)


def shortened(text: str, longest: int) -> str:
    """Return a text of at most so many characters, the rest as an ellipsis."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
