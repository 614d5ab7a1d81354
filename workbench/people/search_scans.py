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
_PARTS_AT_MOST = 4
_COMMON = frozenset(
    {
        *("ang", "ing", "ong", "ian", "iao", "uan", "eng", "hen", "zha", "han", "hua", "lia", "jia", "xia"),
        *("hao", "xin", "yin", "min", "jin", "lin", "ngx"),
    }
)
"""Trigrams of very many readings; the others of a word narrow better."""

BY_ESTATE = (
    f"SELECT {COLUMNS} FROM building b CROSS JOIN resident_search s "
    "ON s.gone IN (0, 1) AND s.building = lower(rtrim(b.number, '幢栋号楼座')) AND s.building_name = b.name "
    "WHERE instr(lower(b.name), ?)"
)
BY_TRIGRAMS = (
    f"SELECT {COLUMNS} FROM resident_trigram t JOIN resident_search s ON s.number = t.rowid "
    "WHERE resident_trigram MATCH ?"
)
BY_DIGITS = (
    f"SELECT {COLUMNS} FROM resident_digits t JOIN resident_search s ON s.number = t.rowid "
    "WHERE resident_digits MATCH ?"
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


def inside_query(word: Word) -> Query | None:
    """Return the query of rows with all parts of a word inside some key, None for a word too short.

    A few parts narrow a million rows to some, the rare ones and those far apart best; more only cost time,
    since each is a list as long as it is common.
    """
    text = word.text
    if word.kind is WordKind.ADDRESS or len(text) < _TRIGRAM:
        return None
    if word.kind is not WordKind.DIGITS:
        return Query(BY_TRIGRAMS, (_all_of(_telling(_parts(text, _TRIGRAM))),))
    if len(text) == _TRIGRAM:
        return Query(BY_DIGITS, (f"{_quoted(text)}*",))
    return Query(BY_DIGITS, (_all_of(_spread(_parts(text, _TRIGRAM + 1))),))


def _parts(text: str, size: int) -> list[str]:
    return list(dict.fromkeys(text[start : start + size] for start in range(len(text) - size + 1)))


def _telling(trigrams: list[str]) -> list[str]:
    rare = [trigram for trigram in trigrams if trigram not in _COMMON]
    return _spread(rare if len(rare) >= _PARTS_AT_MOST else trigrams)


def _spread(parts: list[str]) -> list[str]:
    steps, last = min(_PARTS_AT_MOST, len(parts)) - 1, len(parts) - 1
    return [parts[round(step * last / steps)] for step in range(steps + 1)] if steps else parts[:1]


def _all_of(parts: list[str]) -> str:
    return " AND ".join(_quoted(part) for part in parts)


def _quoted(part: str) -> str:
    return '"' + part.replace('"', '""') + '"'
