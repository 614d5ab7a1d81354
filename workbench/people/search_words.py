"""What was typed into the search field, understood: names, readings, digits and addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from workbench.standards.text import fold

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−_", "-"))
_BUILDING = r"(?P<building>[0-9a-z甲乙丙丁东西南北]{1,4})(?:号楼|[幢栋座楼#-])"
_UNIT = r"(?:(?P<unit>[0-9a-z甲乙丙丁]{1,2})(?:单元|-))"
_ADDRESS = re.compile(rf"(?P<estate>[^\W\d_a-z]*?){_BUILDING}{_UNIT}?(?P<rest>\d{{0,5}})[室号]?")
_DOOR = re.compile(r"(?:(?P<unit>[0-9]{1,2})单元)?(?:(?P<rest>\d{1,5})室?)?")


class WordKind(StrEnum):
    """What a word can be part of."""

    NAME = "name"
    READING = "reading"
    DIGITS = "digits"
    ADDRESS = "address"


class Match(StrEnum):
    """How well a word fits a resident, the best first."""

    EXACT = "0"
    PREFIX = "1"
    INSIDE = "2"


@dataclass(frozen=True, slots=True)
class Place:
    """An address as far as it was typed; `rest` begins a room, or a unit where none was named."""

    estate: str = ""
    building: str = ""
    unit: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """One word in the form the index has it; `place` only for an address."""

    text: str
    kind: WordKind
    place: Place | None = None


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a search text, folded and lower case."""
    words = (word_of(part) for part in _plain(text).split())
    return tuple(word for word in words if word.text)


def joined_word(text: str) -> Word | None:
    """Return the words as one, where they may be one name or number parted by spaces, else None."""
    words = words_of(text)
    kinds = {word.kind for word in words}
    if len(words) < 2 or len(kinds) > 1 or WordKind.ADDRESS in kinds:
        return None
    return word_of("".join(word.text for word in words))


def word_of(part: str) -> Word:
    """Return a plain word with its kind."""
    place = _place_in(part)
    if place is not None:
        return Word(part, WordKind.ADDRESS, place)
    if not part.isascii():
        return Word(part, WordKind.NAME)
    bare = "".join(character for character in part if character.isalnum())
    if any(character.isdigit() for character in bare):
        return Word(bare.upper(), WordKind.DIGITS)
    return Word(bare, WordKind.READING)


def _plain(text: str) -> str:
    plain = fold(text).lower().translate(_DASHES)
    return "".join(character if character.isprintable() else " " for character in plain)


def _place_in(part: str) -> Place | None:
    found = _ADDRESS.fullmatch(part)
    if found is not None:
        return Place(**{name: value or "" for name, value in found.groupdict().items()})
    door = _DOOR.fullmatch(part)
    if door is not None and ("单元" in part or "室" in part):
        return Place(unit=door["unit"] or "", rest=door["rest"] or "")
    return None
