"""Search as you type over the whole register: prefix indexes first, trigrams for what begins inside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

from workbench.people.search_matching import SearchRow, match_all
from workbench.people.search_scans import (
    BY_BUILDING,
    BY_ESTATE,
    BY_RESIDENT,
    BY_TRIGRAMS,
    BY_UNIT,
    DIVISIONS,
    candidates_sql,
    candidates_values,
    rows_sql,
    scans_of,
    trigram_query,
)
from workbench.people.search_words import Match, Word, WordKind, joined_word, words_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_WALKED_AT_MOST = 4000
"""Rows looked at where several common words must fit together and no index says so."""

_LIVING, _GONE = 0, 1
_TELLING = {WordKind.ADDRESS: 0, WordKind.DIGITS: 1, WordKind.NAME: 2, WordKind.READING: 3}


class PeopleSearch:
    """One search in an open reading session: people who live here first, then exact, beginning, inside."""

    def __init__(self, session: Session, limit: int) -> None:
        # The driver's own cursor: SQLAlchemy's result would cost as much as the query itself.
        self._run: Any = _cursor_of(session)
        self._limit = limit
        self._found: dict[int, tuple[Match, int, SearchRow]] = {}

    def find(self, text: str) -> list[SearchRow]:
        """Return at most `limit` residents that every word of the text fits."""
        words = words_of(text)
        if words and self._limit > 0:
            joined = joined_word(text)
            if joined is not None:
                self._look((joined,))
            if not self._enough():
                self._look(words)
        ranked = sorted(self._found.values(), key=lambda hit: (hit[2].gone, hit[0], hit[1]))
        return [row for _, _, row in ranked[: self._limit]]

    def _look(self, words: tuple[Word, ...]) -> None:
        """Look in the order of worth, until enough people who live here are found."""
        places = [word for word in words if word.place is not None and word.place.building]
        steps: Iterator[Iterable[SearchRow]] = (
            iter([self._at(places[0])])
            if places
            else (step(words) for step in (self._beginning, self._estates, self._inside, self._gone))
        )
        for rows in steps:
            for row in islice(rows, _WALKED_AT_MOST):
                self._keep(words, row)
            if self._enough():
                return

    def _keep(self, words: tuple[Word, ...], row: SearchRow) -> None:
        match = match_all(words, row)
        if match is not None:
            self._found.setdefault(row.number, (match, len(self._found), row))

    def _enough(self) -> bool:
        return sum(not row.gone for _, _, row in self._found.values()) >= self._limit

    def _at(self, word: Word) -> Iterator[SearchRow]:
        place = word.place
        assert place is not None
        if place.unit:
            return self._rows(BY_UNIT, place.building, place.unit)
        return self._rows(BY_BUILDING, place.building)

    def _beginning(self, words: tuple[Word, ...]) -> Iterator[SearchRow]:
        return self._by_prefix(words, _LIVING)

    def _gone(self, words: tuple[Word, ...]) -> Iterator[SearchRow]:
        return self._by_prefix(words, _GONE)

    def _by_prefix(self, words: tuple[Word, ...], gone: int) -> Iterator[SearchRow]:
        """Read who has a key beginning with each word, from the indexes alone until the last step."""
        ranges = [
            scans_of(word, self._divisions if _has_digits(word) else ()) for word in _common_first(words)
        ]
        indexed = [scans for scans in ranges if scans]
        if not indexed:
            return iter(())
        limit = self._limit if len(indexed) == len(words) else _WALKED_AT_MOST
        scans, others = indexed[0], indexed[1:]
        found = self._run(candidates_sql(scans, others), candidates_values(scans, others, gone, limit))
        ranked = sorted(found, key=lambda hit: (not scans[hit[0]].is_whole(hit[2]), hit[0]))
        return self._numbered(list(dict.fromkeys(number for _, number, _ in ranked))[:limit])

    def _numbered(self, numbers: list[int]) -> Iterator[SearchRow]:
        rows = {row.number: row for row in self._rows(rows_sql(len(numbers)), *numbers)}
        return (rows[number] for number in numbers)

    def _estates(self, words: tuple[Word, ...]) -> Iterator[SearchRow]:
        names = [word.text for word in words if word.kind is WordKind.NAME and len(word.text) > 1]
        return (row for name in names for row in self._rows(BY_ESTATE, name, name))

    def _inside(self, words: tuple[Word, ...]) -> Iterator[SearchRow]:
        driver = _common_first(words)[-1]
        query = None if driver.kind is WordKind.ADDRESS else trigram_query(driver.text)
        if query is None:
            return
        for row in self._rows(BY_TRIGRAMS, query):
            yield row
            if self._enough():
                return

    def _rows(self, sql: str, *values: Any) -> Iterator[SearchRow]:
        return (SearchRow(*row) for row in self._run(sql, values))

    @cached_property
    def _divisions(self) -> tuple[str, ...]:
        return tuple(code for (code,) in self._run(DIVISIONS))


def rows_of_residents(session: Session, resident_ids: list[str]) -> list[SearchRow]:
    """Return the rows of residents known by id, in that order, without those removed or retired."""
    run = _cursor_of(session)
    found = (run(BY_RESIDENT, (resident_id,)).fetchone() for resident_id in resident_ids)
    return [SearchRow(*row) for row in found if row is not None]


def _cursor_of(session: Session) -> Any:
    raw: Any = session.connection().connection.driver_connection
    return raw.execute


def _has_digits(word: Word) -> bool:
    return word.kind is WordKind.DIGITS and len(word.text) > 2


def _common_first(words: tuple[Word, ...]) -> list[Word]:
    """Order words so that the most telling, whose residents are listed once, comes last."""
    return sorted(words, key=lambda word: (-_TELLING[word.kind], len(word.text)))
