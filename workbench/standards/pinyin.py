"""Pinyin of names and short texts, for finding people and items by what is typed on a Latin keyboard.

The characters' readings are pypinyin's data; surnames (单 Shàn), name characters and the words of the counter
that read otherwise are in `resources/standards/readings.csv`. The package itself is never imported, since
that would cost 0.2 s and 40 MB: the one file needed is read at the first use.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from workbench.standards.errors import WorkbenchError
from workbench.standards.tables import read_table
from workbench.standards.text import compact

_DOTS = frozenset("·•‧・.")
"""They part the given and the father's name of Uyghur, Kazakh, Tibetan … people: no Han surname there."""

_LONGEST_WORD = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """A text in pinyin: lower case, without tones and spaces, ü as v; `initials` has a letter a character."""

    full: str
    initials: str


class ReadingsMissing(WorkbenchError):
    """The pinyin data of pypinyin are not installed; the program must be installed again."""


def reading_of_name(name: str) -> Reading:
    """Return the reading of a person's name, its surname (also of two characters) read as a surname.

    Latin letters and digits are kept in lower case, anything else is dropped.
    """
    plain = compact(name)
    surname = _surname_of(plain)
    return _joined((*_surnames().get(surname, ()), *map(_syllable, plain[len(surname) :])))


def reading_of_text(text: str) -> Reading:
    """Return the reading of an item's name, an address or another short text, word by word."""
    return _joined(_syllables(compact(text)))


def _joined(syllables: Iterable[str]) -> Reading:
    known = [syllable for syllable in syllables if syllable]
    return Reading("".join(known), "".join([syllable[0] for syllable in known]))


def _surname_of(plain: str) -> str:
    """Return the leading surname when it is one whose reading the table knows, else nothing.

    A surname of two characters needs a given name after it: 单于 alone is Mr Shan with the given name Yu.
    """
    if not _DOTS.isdisjoint(plain):
        return ""
    if len(plain) > 2 and plain[:2] in _surnames():
        return plain[:2]
    return plain[:1] if plain[:1] in _surnames() else ""


def _syllables(plain: str) -> Iterator[str]:
    words, place = _words(), 0
    while place < len(plain):
        for length in range(min(_LONGEST_WORD, len(plain) - place), 1, -1):
            if reading := words.get(plain[place : place + length]):
                yield from reading
                place += length
                break
        else:
            yield _syllable(plain[place])
            place += 1


@cache
def _syllable(character: str) -> str:
    """Return the usual reading of one character, letters and digits as they are, nothing for other signs."""
    own = _characters().get(character)
    if own:
        return own[0]
    readings = _readings().get(str(ord(unicodedata.normalize("NFC", character)[0])))
    if readings:
        return without_tones(readings.partition(",")[0])
    return character.lower() if character.isalnum() else ""


def without_tones(syllable: str) -> str:
    """Return a syllable such as lǜ or zhāng as it is typed: lv, zhang."""
    decomposed = unicodedata.normalize("NFD", syllable.replace("ü", "v")).replace("u\u0308", "v")
    return "".join([letter for letter in decomposed if letter.isascii()])


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    return _own_readings("surname")


@cache
def _words() -> dict[str, tuple[str, ...]]:
    return _own_readings("word")


@cache
def _characters() -> dict[str, tuple[str, ...]]:
    return _own_readings("character")


def _own_readings(kind: str) -> dict[str, tuple[str, ...]]:
    rows = read_table("readings")
    return {row["text"]: tuple(row["reading"].split()) for row in rows if row["kind"] == kind}


@cache
def _readings() -> dict[str, str]:
    spec = find_spec("pypinyin")
    if spec is None or spec.origin is None:
        raise ReadingsMissing("拼音数据缺失，未作任何改动；请重新安装本程序。")
    data: dict[str, str] = json.loads(Path(spec.origin).with_name("pinyin_dict.json").read_bytes())
    return data
