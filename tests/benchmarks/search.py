"""Figure `search`: a query at each keystroke over a million residents, beside the bare index query.

Keystroke to painted rows needs the window: its benchmark takes `keystrokes()` and `opened()` from here.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from statistics import median, quantiles
from typing import Any

from tests.benchmarks.measure import Measurement, seconds
from tests.benchmarks.search_population import KEY, PEOPLE, populated_store
from workbench.people.queries import PeopleQueries
from workbench.people.search import PeopleSearch
from workbench.people.search_matching import COLUMNS
from workbench.security.roles import Permission
from workbench.store import Store

_PEOPLE_TYPED = 300
_HIT_LIMIT = 20
_FRAME = 16.0
_BARE = (
    f"SELECT {COLUMNS} FROM resident_search s WHERE gone = 0 AND {{0}} >= ? AND {{0}} < ? "
    "ORDER BY {0} LIMIT 20"
)
_BARE_KEYS = ("name", "pinyin", "initials", "id_number", "id_tail")


class _Everything:
    """Somebody who may see the register."""

    permissions = frozenset(Permission)


@contextmanager
def opened(people: int = PEOPLE) -> Iterator[tuple[Store, PeopleQueries, float | None]]:
    """Give the store of invented residents, queries on it, and the seconds of building it just now."""
    path, built = populated_store(people)
    store = Store.open(path, KEY)
    try:
        yield store, PeopleQueries(store, _Everything()), built
    finally:
        store.close()


def keystrokes(store: Store) -> list[str]:
    """Return the texts in the search field after each key, for people picked at random."""
    dice = random.Random(20261124)
    with store.read() as session:
        top = session.connection().exec_driver_sql("SELECT max(number) FROM resident_search").scalar()
        picked = [_row(session, dice.randrange(1, int(top))) for _ in range(_PEOPLE_TYPED)]
    return [text[:end] for row in picked for text in [_typed(row, dice)] for end in range(1, len(text) + 1)]


def run() -> Iterator[Measurement]:
    """Yield the build if there was one, the query of each keystroke to the bare one, the call to a frame."""
    with opened() as (store, queries, built):
        if built is not None:
            yield Measurement(f"search: {PEOPLE:,} residents built", built, built, "s")
        texts = keystrokes(store)
        single = [text for text in texts if " " not in text]
        several = [text for text in texts if " " in text]
        with store.read() as session:
            bare = _times(_bare_queries(session, len(texts)))
            one, more = (_times(partial(_find, session, t) for t in part) for part in (single, several))
        calls = _times(partial(queries.search, text, _HIT_LIMIT) for text in texts)
        yield Measurement("search: query, median", median(one + more), median(bare), "ms")
        yield Measurement("search: query, p95", _p95(one + more), _p95(bare), "ms")
        yield Measurement("search: query of one word, p95", _p95(one), _p95(bare), "ms")
        yield Measurement("search: query of several words, p95", _p95(more), _p95(bare), "ms")
        yield Measurement("search: keystroke to hits, p95, to one frame", _p95(calls), _FRAME, "ms")


def _find(session: Any, text: str) -> Any:
    return PeopleSearch(session, _HIT_LIMIT).find(text)


def _times(queries: Iterable[Callable[[], object]]) -> list[float]:
    """Return the milliseconds of each query, the least disturbed of three passes over all of them."""
    asked = list(queries)
    passes = [[seconds(query) * 1000 for query in asked] for _ in range(3)]
    return [min(times) for times in zip(*passes, strict=True)]


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


def _row(session: Any, number: int) -> Any:
    sql = "SELECT * FROM resident_search WHERE number >= ? ORDER BY number LIMIT 1"
    return session.connection().exec_driver_sql(sql, (number,)).one()


def _typed(row: Any, dice: random.Random) -> str:
    """Return what a worker types for somebody: mostly the name, or what stands on the card in their hand."""
    phone, number = row.phone or "13900000000", row.id_number
    address = f"{row.building}-{row.unit}-{row.room}"
    middle = dice.randrange(8, 13)
    ways = (
        *(row.name, row.name, row.name, row.name[1:], row.pinyin, row.pinyin, row.initials, row.initials),
        *(number, number[6:14], number[10:14], number[-6:], number[-4:], number[middle : middle + 5]),
        *(phone, phone, phone[-4:], phone[3:7], address, address),
        *(f"{row.pinyin[:5]} {row.building}-{row.unit}", f"{row.name[0]} {number[-4:]}"),
    )
    return dice.choice(ways)


def _bare_queries(session: Any, count: int) -> Iterator[Callable[[], object]]:
    """Give prefix queries of one index each, for other people, on the driver's own cursor."""
    dice = random.Random(7)
    cursor: Any = session.connection().connection.driver_connection
    for _ in range(count):
        row = _row(session, dice.randrange(1, PEOPLE - PEOPLE // 10))
        key = dice.choice(_BARE_KEYS)
        text = getattr(row, key)[: dice.randint(1, 8)]
        yield partial(_fetch, cursor, _BARE.format(key), (text, text + "\U0010ffff"))


def _fetch(cursor: Any, sql: str, values: tuple[str, str]) -> object:
    return cursor.execute(sql, values).fetchall()
