"""The SQL of search: ranges of the prefix indexes, and trigrams."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.people.search_matching import COLUMNS, LONGEST_ROOM
from workbench.people.search_words import Word, WordKind

_COLUMNS_OF = {
    WordKind.NAME: ("name", "given"),
    WordKind.READING: ("pinyin", "initials"),
    WordKind.DIGITS: ("id_number", "id_tail", "birth_part", "phone", "phone_tail", "other_phone"),
    WordKind.ADDRESS: (),
}
_LONGEST = {"id_tail": 4, "phone_tail": 4, "birth_part": 12}
_LAST = "\U0010ffff"
_DIVISION = 6
_TRIGRAM = 3
_TRIGRAMS_AT_MOST = 4

BY_UNIT = (
    f"SELECT {COLUMNS} FROM resident_search s WHERE s.building = ? AND s.unit = ? ORDER BY s.room, s.number"
)
BY_BUILDING = (
    f"SELECT {COLUMNS} FROM resident_search s WHERE s.building = ? ORDER BY s.unit, s.room, s.number"
)
BY_ESTATE = (
    f"SELECT {COLUMNS} FROM resident_search s WHERE s.building_name IN "
    "(SELECT name FROM building WHERE instr(lower(name), ?)) AND s.building IN "
    "(SELECT lower(rtrim(number, '幢栋号楼座')) FROM building WHERE instr(lower(name), ?))"
)
BY_TRIGRAMS = (
    f"SELECT {COLUMNS} FROM resident_trigram t JOIN resident_search s ON s.number = t.rowid "
    "WHERE resident_trigram MATCH ?"
)
BY_RESIDENT = f"SELECT {COLUMNS} FROM resident_search s WHERE s.resident_id = ?"
DIVISIONS = "SELECT code FROM search_division"


@dataclass(frozen=True, slots=True)
class Scan:
    """A range of one prefix index: the keys of that column that begin with a text."""

    column: str
    text: str

    @property
    def bounds(self) -> tuple[str, str]:
        """The smallest and the largest text that begins with `text`."""
        return self.text, self.text + _LAST

    def is_whole(self, key: str) -> bool:
        """Tell whether the text is all of a key; a given name alone is not a name."""
        return key == self.text and self.column != "given"


def scans_of(word: Word, divisions: Iterable[str]) -> list[Scan]:
    """Return where the keys that begin with a word stand.

    Digits that begin inside the six of the division, or run across its end, begin a whole number for each
    division they fit: there are few, and this way every part of a number is found by its beginning.
    """
    columns = [c for c in _COLUMNS_OF[word.kind] if len(word.text) <= _LONGEST.get(c, len(word.text))]
    scans = [Scan(column, word.text) for column in columns]
    if word.kind is not WordKind.DIGITS:
        return scans
    if len(word.text) <= LONGEST_ROOM:
        scans.append(Scan("room", word.text))
    if len(word.text) >= _TRIGRAM:
        scans.extend(Scan("id_number", number) for number in _across(word.text, divisions))
    return scans


def _across(text: str, divisions: Iterable[str]) -> list[str]:
    return [
        division[:start] + text
        for division in divisions
        for start in range(1, _DIVISION)
        if division.startswith(text[: _DIVISION - start], start)
    ]


def candidates_sql(scans: Sequence[Scan], others: Sequence[Sequence[Scan]]) -> str:
    """Return the query of `(place in scans, number, key)` for the living or the gone, LIMIT by scan.

    Its parameters are those of `candidates_values`. Only indexes are read.
    """
    joined = "".join(f" AND +number IN ({_numbers(other)})" for other in others)
    return " UNION ALL ".join(
        f"SELECT * FROM (SELECT {place}, number, {scan.column} FROM resident_search WHERE gone = ? "
        f"AND {scan.column} >= ? AND {scan.column} < ?{joined} ORDER BY {scan.column} LIMIT ?)"
        for place, scan in enumerate(scans)
    )


def candidates_values(
    scans: Sequence[Scan], others: Sequence[Sequence[Scan]], gone: int, limit: int
) -> tuple[str | int, ...]:
    """Return the parameters of `candidates_sql`."""
    joined = [value for other in others for scan in other for value in (gone, *scan.bounds)]
    return tuple(value for scan in scans for value in (gone, *scan.bounds, *joined, limit))


def _numbers(scans: Sequence[Scan]) -> str:
    return " UNION ALL ".join(
        f"SELECT number FROM resident_search WHERE gone = ? AND {scan.column} >= ? AND {scan.column} < ?"
        for scan in scans
    )


def rows_sql(count: int) -> str:
    """Return the query of that many rows by their numbers."""
    return f"SELECT {COLUMNS} FROM resident_search s WHERE s.number IN ({', '.join('?' * count)})"


def trigram_query(text: str) -> str | None:
    """Return the FTS5 query for a word inside a key, None for a word too short to have trigrams.

    Four trigrams spread over the word narrow a million rows to a few; more only cost time.
    """
    last = len(text) - _TRIGRAM
    if last < 0:
        return None
    steps = max(1, min(_TRIGRAMS_AT_MOST - 1, last))
    starts = sorted({round(step * last / steps) for step in range(steps + 1)})
    return " AND ".join(_quoted(text[start : start + _TRIGRAM]) for start in starts)


def _quoted(trigram: str) -> str:
    return '"' + trigram.replace('"', '""') + '"'
