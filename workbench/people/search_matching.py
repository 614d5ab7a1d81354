"""How a word fits a resident's row of the search index; the same rule ranks one word and joins several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from workbench.people.search_words import Match, Place, Word, WordKind


class SearchRow(NamedTuple):
    """A row of `resident_search`, in the order of its columns."""

    number: int
    resident_id: str
    gone: int
    name: str
    pinyin: str
    initials: str
    id_number: str | None
    phone: str | None
    other_phone: str | None
    sex: str
    birth_date: str | None
    status: str
    building: str | None
    building_name: str | None
    unit: str | None
    room: str | None
    tags: str


LONGEST_ROOM = 4
"""Longer words of digits are never taken for a room."""

COLUMNS = ", ".join(f"s.{name}" for name in SearchRow._fields)


def match_all(words: Iterable[Word], row: SearchRow) -> Match | None:
    """Return how well the worst of the words fits, None unless all of them do."""
    worst = Match.EXACT
    for word in words:
        match = match_word(word, row)
        if match is None:
            return None
        worst = max(worst, match)
    return worst


def match_word(word: Word, row: SearchRow) -> Match | None:
    """Return how well a word fits the row: equal to a key, beginning one, or inside one."""
    if word.kind is WordKind.ADDRESS:
        return _match_place(word.place or Place(), row)
    match = _best(word.text, _keys(word, row))
    return match if match is Match.EXACT or word.kind is not WordKind.NAME else _least(match, word, row)


def _keys(word: Word, row: SearchRow) -> Iterator[str]:
    """Give the keys that a kind of word is looked for in."""
    match word.kind:
        case WordKind.NAME:
            yield row.name.lower()
        case WordKind.READING:
            yield from (row.pinyin, row.initials)
        case _:
            yield from _numbers(word.text, row)


def _least(match: Match | None, word: Word, row: SearchRow) -> Match | None:
    """A name's word may also begin the given name, or be in the estate's."""
    if match is Match.PREFIX or _given(row.name).startswith(word.text):
        return Match.PREFIX
    return match or (Match.INSIDE if word.text in (row.building_name or "").lower() else None)


def _given(name: str) -> str:
    return name[2 if len(name) > 3 else 1 :].lower()


def _numbers(text: str, row: SearchRow) -> Iterator[str]:
    if row.id_number:
        yield from (row.id_number, row.id_number[6:], row.id_number[-6:], row.id_number[-4:])
    for phone in (row.phone, row.other_phone):
        if phone:
            yield from (phone, phone[-4:])
    if row.room and len(text) <= LONGEST_ROOM:
        yield row.room


def _best(text: str, keys: Iterable[str]) -> Match | None:
    best: Match | None = None
    for key in keys:
        if text not in key:
            continue
        if text == key:
            return Match.EXACT
        if key.startswith(text):
            best = Match.PREFIX
        elif best is None:
            best = Match.INSIDE
    return best


def _match_place(place: Place, row: SearchRow) -> Match | None:
    unit, room = (row.unit or "").lower(), row.room or ""
    if place.building and place.building != row.building:
        return None
    if place.estate and place.estate not in (row.building_name or ""):
        return None
    if place.unit and place.unit != unit:
        return None
    if not place.rest:
        return Match.PREFIX
    if place.rest == room:
        return Match.EXACT
    return Match.PREFIX if room.startswith(place.rest) or (not place.unit and place.rest == unit) else None
