"""The SQL of search: ranges of the prefix indexes, addresses, and trigrams."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.people.search_matching import COLUMNS, LONGEST_ROOM
from workbench.people.search_words import Place, Word, WordKind

_COLUMNS_OF = {
    WordKind.NAME: ("name", "given"),
    WordKind.READING: ("pinyin", "initials"),
    WordKind.DIGITS: (
        *("id_tail", "phone_tail", "room", "id_six", "birth_part", "phone", "id_number", "other_phone"),
    ),
    WordKind.ADDRESS: (),
}
_LONGEST = {"id_tail": 4, "phone_tail": 4, "id_six": 6, "birth_part": 12, "room": LONGEST_ROOM}
_LAST = "\U0010ffff"
_TRIGRAM = 3
_TRIGRAMS_AT_MOST = 4
_COMMON_READINGS = {
    *("ang", "ing", "ong", "ian", "iao", "uan", "eng", "hen", "zha", "han", "hua", "lia", "jia", "xia"),
    *("hao", "xin", "yin", "min", "jin", "lin", "ngx"),
}
_COMMON_DIGITS = {
    *(
        "195",
        "196",
        "197",
        "198",
        "199",
        "200",
        "201",
        "019",
        "119",
        "219",
        "319",
        "330",
        "301",
        "010",
        "100",
    ),
}
_COMMON = _COMMON_READINGS | _COMMON_DIGITS
"""Trigrams of very many readings and numbers; the others of a word narrow better."""

BY_ESTATE = (
    f"SELECT {COLUMNS} FROM building b CROSS JOIN resident_search s "
    "ON s.gone IN (0, 1) AND s.building = lower(rtrim(b.number, '幢栋号楼座')) AND s.building_name = b.name "
    "WHERE instr(lower(b.name), ?)"
)
BY_TRIGRAMS = (
    f"SELECT {COLUMNS} FROM resident_trigram t JOIN resident_search s ON s.number = t.rowid "
    "WHERE resident_trigram MATCH ?"
)
BY_RESIDENT = f"SELECT {COLUMNS} FROM resident_search s WHERE s.resident_id = ?"


@dataclass(frozen=True, slots=True)
class Query:
    """An SQL text with its parameters."""

    sql: str
    values: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """A range of one prefix index: the keys of that column that begin with a text."""

    column: str
    text: str

    @property
    def bounds(self) -> tuple[str, str]:
        """The smallest and the largest text that begins with `text`."""
        return self.text, self.text + _LAST

    def rows(self, gone: int) -> Query:
        """Return the query of the rows in the range, in the order of the key."""
        sql = (
            f"SELECT {COLUMNS} FROM resident_search s WHERE s.gone = ? AND s.{self.column} >= ? "
            f"AND s.{self.column} < ? ORDER BY s.{self.column}"
        )
        return Query(sql, (gone, *self.bounds))


def scans_of(word: Word) -> list[Scan]:
    """Return where the keys that begin with a word stand."""
    text = word.text
    columns = (c for c in _COLUMNS_OF[word.kind] if len(text) <= _LONGEST.get(c, len(text)))
    return [Scan(column, text) for column in columns]


def by_rarity(scans: list[Scan]) -> list[list[Scan]]:
    """Part the scans into those of few keys each and that of rooms, which every building has again."""
    rooms = [scan for scan in scans if scan.column == "room"]
    return [[scan for scan in scans if scan not in rooms], *([rooms] if rooms else [])]


def candidates(scans: Sequence[Scan], others: Sequence[Sequence[Scan]], gone: int, limit: int) -> Query:
    """Return the query of `(place in scans, number, key)`, `limit` for each scan, reading indexes only."""
    joined = "".join(f" AND +number IN ({_numbers(other)})" for other in others)
    inner: list[str | int] = [value for other in others for scan in other for value in (gone, *scan.bounds)]
    sql = " UNION ALL ".join(
        f"SELECT * FROM (SELECT {place}, number, {scan.column} FROM resident_search WHERE gone = ? "
        f"AND {scan.column} >= ? AND {scan.column} < ?{joined} ORDER BY {scan.column} LIMIT ?)"
        for place, scan in enumerate(scans)
    )
    return Query(sql, tuple(value for scan in scans for value in (gone, *scan.bounds, *inner, limit)))


def _numbers(scans: Sequence[Scan]) -> str:
    return " UNION ALL ".join(
        f"SELECT number FROM resident_search WHERE gone = ? AND {scan.column} >= ? AND {scan.column} < ?"
        for scan in scans
    )


def rows_of(numbers: Sequence[int]) -> Query:
    """Return the query of rows by their numbers."""
    places = ", ".join("?" * len(numbers))
    return Query(f"SELECT {COLUMNS} FROM resident_search s WHERE s.number IN ({places})", tuple(numbers))


def place_queries(place: Place, gone: int) -> Iterator[Query]:
    """Give the queries for a building, and a unit and room as far as typed, the exact room first."""
    # Without statistics SQLite would take the index of rooms, which every building has again.
    base = (
        f"SELECT {COLUMNS} FROM resident_search s INDEXED BY ix_resident_search_place "
        "WHERE s.gone = ? AND s.building = ?"
    )
    values: tuple[str | int, ...] = (gone, place.building)
    if place.unit:
        base, values = f"{base} AND s.unit = ?", (*values, place.unit)
    if not place.rest:
        yield Query(f"{base} ORDER BY s.unit, s.room", values)
        return
    yield Query(f"{base} AND s.room = ?", (*values, place.rest))
    if not place.unit:
        yield Query(f"{base} AND s.unit = ? ORDER BY s.room", (*values, place.rest))
    yield Query(
        f"{base} AND s.room >= ? AND s.room < ? ORDER BY s.unit, s.room",
        (*values, place.rest, place.rest + _LAST),
    )


def trigram_query(text: str) -> str | None:
    """Return the FTS5 query for a word inside a key, None for a word too short to have trigrams.

    Four trigrams narrow a million rows to a few, the rare ones and those far apart best; more only cost
    time, since each is a list as long as it is common.
    """
    found = list(dict.fromkeys(text[start : start + _TRIGRAM] for start in range(len(text) - _TRIGRAM + 1)))
    if not found:
        return None
    rare = [trigram for trigram in found if trigram not in _COMMON]
    telling = _spread(rare if len(rare) >= _TRIGRAMS_AT_MOST else found)
    return " AND ".join('"' + trigram.replace('"', '""') + '"' for trigram in telling)


def _spread(trigrams: list[str]) -> list[str]:
    steps = min(_TRIGRAMS_AT_MOST, len(trigrams)) - 1
    last = len(trigrams) - 1
    return [trigrams[round(step * last / steps)] for step in range(steps + 1)] if steps else trigrams[:1]
