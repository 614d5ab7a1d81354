"""Search as you type over the whole register: prefix indexes first, parts of keys for what begins inside."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from workbench.people.search_matching import SearchRow, match_all
from workbench.people.search_scans import (
    BY_ESTATE,
    BY_RESIDENT,
    Query,
    by_rarity,
    candidates,
    inside_query,
    place_queries,
    rows_of,
    scans_of,
)
from workbench.people.search_words import Match, Word, WordKind, joined_word, words_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_WALKED_AT_MOST = 1000
"""Rows looked at one by one where several common words must fit together and no index says so."""

_LIVING, _GONE = 0, 1
_TELLING = {WordKind.ADDRESS: 0, WordKind.READING: 1, WordKind.NAME: 2, WordKind.DIGITS: 3}
_LISTED = 3
"""Digits from which on all whom they fit are listed, to be found again among those of the other word."""

_UNMISTAKABLE = 10
"""Digits from which on nobody is looked for inside a key once somebody's key begins with them."""

Words = tuple[Word, ...]
Hits = Iterator[tuple[Match | None, SearchRow]]


class PeopleSearch:
    """One search in an open reading session: people who live here first, then exact, beginning, inside."""

    def __init__(self, session: Session, limit: int) -> None:
        # The driver's own cursor: SQLAlchemy's result would cost as much as the query itself.
        self._execute = _cursor_of(session)
        self._limit, self._living = limit, 0
        self._found: dict[int, tuple[Match, int, SearchRow]] = {}

    def find(self, text: str) -> list[SearchRow]:
        """Return at most `limit` residents that every word of the text fits."""
        words = words_of(text)
        if words and self._limit > 0:
            joined = joined_word(text)
            if joined is not None:
                self._look((joined,))
            if self._living < self._limit:
                self._look(words)
        ranked = sorted(self._found.values(), key=lambda hit: (hit[2].gone, hit[0], hit[1]))
        return [row for _, _, row in ranked[: self._limit]]

    def _look(self, words: Words) -> None:
        """Look in the order of worth, until enough people who live here are found."""
        for rows in self._steps(words):
            for match, row in rows:
                if match is not None and row.number not in self._found:
                    self._found[row.number] = (match, len(self._found), row)
                    self._living += not row.gone
                    if self._living >= self._limit:
                        return

    def _steps(self, words: Words) -> Iterator[Hits]:
        place = next((word.place for word in words if word.place and word.place.building), None)
        if place is not None:
            queries = chain(place_queries(place, _LIVING), place_queries(place, _GONE))
            yield from (self._matched(words, query) for query in queries)
            return
        yield from self._beginning(words, _LIVING)
        yield from self._beginning(words, _GONE)
        if not self._found:
            yield from (self._matched(words, query) for query in _estates(words))
        if not self._found or (len(words) == 1 and not _unmistakable(words[0])):
            yield self._inside(words)

    def _beginning(self, words: Words, gone: int) -> Iterator[Hits]:
        """Read who has keys beginning with the words: with the most telling one, while the others fit too.

        Three digits fit thousands, and a name ten thousands: these two are matched in the indexes alone.
        """
        ordered = [word for word in _common_first(words) if word.kind is not WordKind.ADDRESS]
        scans = [scans_of(word) for word in ordered]
        if len(ordered) > 1 and _is_listed(ordered[-1]):
            for rare in by_rarity(scans[-1]):
                query = candidates(scans[0], [rare], gone, _WALKED_AT_MOST)
                yield self._verified(words, [number for _, number, _ in self._run(query)])
        else:
            yield from (self._matched(words, scan.rows(gone)) for one in scans[-1:] for scan in one)

    def _verified(self, words: Words, numbers: list[int]) -> Hits:
        """Read rows in batches, since the first ones are often enough."""
        for start in range(0, len(numbers), self._limit):
            yield from self._matched(words, rows_of(numbers[start : start + self._limit]))

    def _matched(self, words: Words, query: Query) -> Hits:
        return ((match_all(words, row), row) for row in islice(self._rows(query), _WALKED_AT_MOST))

    def _inside(self, words: Words) -> Hits:
        query = inside_query(_common_first(words)[-1])
        return iter(()) if query is None else self._matched(words, query)

    def _rows(self, query: Query) -> Iterator[SearchRow]:
        return map(SearchRow._make, self._run(query))

    def _run(self, query: Query) -> Any:
        return self._execute(query.sql, query.values)


def rows_of_residents(session: Session, resident_ids: list[str]) -> list[SearchRow]:
    """Return the rows of residents known by id, in that order, without those removed or retired."""
    execute = _cursor_of(session)
    found = (execute(BY_RESIDENT, (resident_id,)).fetchone() for resident_id in resident_ids)
    return [SearchRow(*row) for row in found if row is not None]


def _cursor_of(session: Session) -> Any:
    raw: Any = session.connection().connection.driver_connection
    return raw.execute


def _estates(words: Words) -> Iterator[Query]:
    names = (word.text for word in words if word.kind is WordKind.NAME and len(word.text) > 1)
    return (Query(BY_ESTATE, (name,)) for name in names)


def _common_first(words: Words) -> list[Word]:
    """Order words so that the most telling comes last; one or two digits tell little."""
    return sorted(words, key=lambda word: (not _is_vague(word), _TELLING[word.kind], len(word.text)))


def _is_vague(word: Word) -> bool:
    return word.kind is WordKind.DIGITS and len(word.text) < _LISTED


def _is_listed(word: Word) -> bool:
    return word.kind is WordKind.DIGITS and len(word.text) == _LISTED


def _unmistakable(word: Word) -> bool:
    return word.kind is WordKind.DIGITS and len(word.text) >= _UNMISTAKABLE
