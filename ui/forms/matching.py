"""Finding an option by what is typed: its code, its words, or the pinyin of its words."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from workbench.standards.pinyin import reading_of_text
from workbench.standards.text import compact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.forms.engine.node import ChoiceView

SHOWN = 60
"""How many hits a list shows at most; more than that nobody reads."""


def keys_of(choices: Sequence[ChoiceView]) -> tuple[str, ...]:
    """Return what is typed for each option: its code where all codes are digits, else its place from 1."""
    if all(choice.value.isdecimal() for choice in choices):
        return tuple(choice.value for choice in choices)
    return tuple(str(at) for at in range(1, len(choices) + 1))


class Matcher:
    """Finds options of one list; the pinyin is read when letters are typed for the first time."""

    def __init__(self, choices: Sequence[ChoiceView]) -> None:
        self.choices = tuple(choices)
        self.keys = keys_of(self.choices)

    def by_key(self, typed: str) -> ChoiceView | None:
        """Return the option whose key is typed in full, while no longer key begins alike."""
        alike = [at for at, key in enumerate(self.keys) if key.startswith(typed)]
        return self.choices[alike[0]] if len(alike) == 1 and self.keys[alike[0]] == typed else None

    def exact(self, typed: str) -> ChoiceView | None:
        """Return the option of which key, code or words are typed in full."""
        plain = compact(typed).lower()
        for at, choice in enumerate(self.choices):
            if plain and plain in (self.keys[at], choice.value.lower(), compact(choice.label).lower()):
                return choice
        return None

    def begins(self, typed: str) -> bool:
        """Whether a key begins like this."""
        return any(key.startswith(typed) for key in self.keys)

    def found(self, typed: str, limit: int = SHOWN) -> list[ChoiceView]:
        """Return the options that fit, the surest first; all of them where nothing is typed."""
        plain = compact(typed).lower()
        if not plain:
            return list(self.choices[:limit])
        ranked: dict[int, int] = {}
        for rank, at in self._hits(plain):
            ranked[at] = min(rank, ranked.get(at, rank))
        best = sorted(ranked, key=lambda at: (ranked[at], at))
        return [self.choices[at] for at in best[:limit]]

    def _hits(self, plain: str) -> Iterator[tuple[int, int]]:
        letters = plain.isascii() and not plain.isdecimal()
        for at, (key, code, label) in enumerate(self._plain):
            if plain in (key, code):
                yield 0, at
            elif key.startswith(plain) or code.startswith(plain):
                yield 1, at
            elif plain in label:
                yield (2 if label.startswith(plain) else 5), at
            elif letters:
                full, initials = self._readings[at]
                if initials.startswith(plain) or full.startswith(plain):
                    yield 3, at
                elif plain in initials:
                    yield 6, at

    @cached_property
    def _plain(self) -> list[tuple[str, str, str]]:
        return [
            (key, choice.value.lower(), compact(choice.label).lower())
            for key, choice in zip(self.keys, self.choices, strict=True)
        ]

    @cached_property
    def _readings(self) -> list[tuple[str, str]]:
        readings = (reading_of_text(choice.label) for choice in self.choices)
        return [(reading.full, reading.initials) for reading in readings]
