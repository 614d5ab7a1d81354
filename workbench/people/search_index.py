"""The search index of the register: one narrow row a resident, prefix indexes, parts of keys, and triggers.

The triggers are permanent ones in the file, so that ORM, bulk and raw SQL writes, sync and imports are
indexed alike, in the same transaction. They work in two steps: writes to the register keep
`resident_search` right, and writes to `resident_search` keep `resident_trigram` and
`resident_digits` right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Index, MetaData, String, Text, event
from sqlalchemy.orm import Mapped, mapped_column

from workbench.store import Base
from workbench.store.base import LocalOnly

_PREFIXED = (
    "name",
    "given",
    "pinyin",
    "initials",
    "id_number",
    "birth_part",
    "id_tail",
    "id_six",
    "phone",
    "phone_tail",
    "room",
)


class ResidentSearch(LocalOnly, Base):
    """What search knows of a resident, and everything a line of hits shows.

    `gone` is 0 for somebody who lives here. `given` is the name without its surname, `birth_part` the
    identity number from its birth date on, `id_tail` and `phone_tail` its last four, `id_six`
    its last six. `tags` reads
    `kind:until kind:until`. Retired and removed residents have no row.
    """

    __tablename__ = "resident_search"
    __table_args__ = (
        *(Index(f"ix_resident_search_{column}", "gone", column) for column in _PREFIXED),
        Index("ix_resident_search_other_phone", "gone", "other_phone"),
        Index("ix_resident_search_place", "gone", "building", "unit", "room"),
    )

    number: Mapped[int] = mapped_column(primary_key=True)
    resident_id: Mapped[str] = mapped_column(String(36), unique=True)
    gone: Mapped[int]
    name: Mapped[str] = mapped_column(String(64))
    given: Mapped[str] = mapped_column(String(64))
    pinyin: Mapped[str] = mapped_column(String(256))
    initials: Mapped[str] = mapped_column(String(64))
    id_number: Mapped[str | None] = mapped_column(String(18))
    birth_part: Mapped[str | None] = mapped_column(String(12))
    id_tail: Mapped[str | None] = mapped_column(String(4))
    id_six: Mapped[str | None] = mapped_column(String(6))
    phone: Mapped[str | None] = mapped_column(String(32))
    phone_tail: Mapped[str | None] = mapped_column(String(4))
    other_phone: Mapped[str | None] = mapped_column(String(32))
    sex: Mapped[str] = mapped_column(String(1))
    birth_date: Mapped[str | None] = mapped_column(String(10))
    status: Mapped[str] = mapped_column(String(32))
    building: Mapped[str | None] = mapped_column(String(32))
    building_name: Mapped[str | None] = mapped_column(String(64))
    unit: Mapped[str | None] = mapped_column(String(16))
    room: Mapped[str | None] = mapped_column(String(16))
    tags: Mapped[str] = mapped_column(Text, default="")


class SearchDeferred(LocalOnly, Base):
    """One row while a bulk insert runs: the residents after `after_rowid` are indexed when it ends."""

    __tablename__ = "search_deferred"

    after_rowid: Mapped[int] = mapped_column(primary_key=True)


_INSIDE = ("name", "pinyin", "initials")
_LONGEST_NUMBERS = {"id_number": 18, "phone": 12, "other_phone": 12}

_TRIGRAMS = (
    f"CREATE VIRTUAL TABLE resident_trigram USING fts5({', '.join(_INSIDE)}, "
    "content='', columnsize=0, detail=none, tokenize='trigram case_sensitive 1')"
)
"""What the prefix indexes cannot find of names and readings: what begins after their beginning.

Columns of their own, since one text would have trigrams across its words.
"""

_FOURS = (
    "CREATE VIRTUAL TABLE resident_digits USING fts5("
    "digits, content='', columnsize=0, detail=none, tokenize='ascii')"
)
"""The same for numbers, as words of four digits: a thousand trigrams of digits would fit everybody."""

_ROW = {
    "resident_id": "{r}.id",
    "gone": "{r}.status <> 'living'",
    "name": "{r}.name",
    "given": "substr({r}.name, CASE WHEN length({r}.name) > 3 THEN 3 ELSE 2 END)",
    "pinyin": "{r}.full_pinyin",
    "initials": "{r}.initials",
    "id_number": "{r}.id_number",
    "birth_part": "substr({r}.id_number, 7)",
    "id_tail": "substr({r}.id_number, -4)",
    "id_six": "substr({r}.id_number, -6)",
    "phone": "{r}.phone",
    "phone_tail": "substr({r}.phone, -4)",
    "other_phone": "{r}.other_phone",
    "sex": "{r}.sex",
    "birth_date": "{r}.birth_date",
    "status": "{r}.status",
    "building": "lower(rtrim(b.number, '幢栋号楼座'))",
    "building_name": "b.name",
    "unit": "d.unit",
    "room": "d.room",
}
_PLACE = ("building", "building_name", "unit", "room")
_TAGS = (
    "coalesce((SELECT group_concat(kind || ':' || coalesce(until, ''), ' ') FROM resident_tag "
    "WHERE resident_id = {r}.id AND deleted_at IS NULL), '')"
)
_HOME = (
    "LEFT JOIN household h ON h.id = {r}.household_id LEFT JOIN dwelling d ON d.id = h.dwelling_id "
    "LEFT JOIN building b ON b.id = d.building_id"
)
_LISTED = "{r}.deleted_at IS NULL AND {r}.merged_into_id IS NULL"
_ONE = f"(SELECT 1) {_HOME}"
_LATER = f"(SELECT * FROM resident WHERE rowid > ?) r {_HOME}"
_AT_ONCE = "WHEN NOT EXISTS (SELECT 1 FROM search_deferred)"


def _upsert(source: str, tags: str, side: str) -> str:
    columns, values = ", ".join(_ROW), ", ".join(_ROW.values())
    changes = ", ".join(f"{column} = excluded.{column}" for column in _ROW if column != "resident_id")
    return (
        f"INSERT INTO resident_search ({columns}, tags) SELECT {values}, {tags} "
        f"FROM {source} WHERE {_LISTED} "
        f"ON CONFLICT (resident_id) DO UPDATE SET {changes}"
    ).format(r=side)


def _move(people: str) -> str:
    """Return the statement that copies the address anew for the residents that a query names."""
    columns, values = ", ".join(_PLACE), ", ".join(_ROW[column] for column in _PLACE)
    home = f"(SELECT {values} FROM resident r {_HOME} WHERE r.id = resident_search.resident_id)".format(r="r")
    return f"UPDATE resident_search SET ({columns}) = {home} WHERE resident_id IN ({people})"


def _retag(side: str) -> str:
    tags = _TAGS.format(r=side).replace(f"{side}.id", f"{side}.resident_id")
    return f"UPDATE resident_search SET tags = {tags} WHERE resident_id = {side}.resident_id"


_IN_HOUSEHOLD = "SELECT id FROM resident WHERE household_id = NEW.id"
_IN_DWELLING = (
    "SELECT r.id FROM household h JOIN resident r ON r.household_id = h.id WHERE h.dwelling_id = NEW.id"
)
_IN_BUILDING = (
    "SELECT r.id FROM dwelling d JOIN household h ON h.dwelling_id = d.id "
    "JOIN resident r ON r.household_id = h.id WHERE d.building_id = NEW.id"
)

_COPIED = (
    "name, full_pinyin, initials, id_number, phone, other_phone, sex, birth_date, status, household_id, "
    "deleted_at, merged_into_id"
)


def _letters(side: str) -> str:
    return ", ".join(f"substr({side}.{column}, 2)" for column in _INSIDE)


def _digits(side: str) -> str:
    """Return the SQL of the words of four that begin at each digit but the first."""
    return " || ' ' || ".join(
        f"CASE WHEN {side}.{column} IS NULL THEN '' ELSE {_fours(f'{side}.{column}', length)} END"
        for column, length in _LONGEST_NUMBERS.items()
    )


def _fours(number: str, length: int) -> str:
    return " || ' ' || ".join(f"substr({number}, {start}, 4)" for start in range(2, length - 1))


def _forget(side: str) -> tuple[str, str]:
    return (
        f"INSERT INTO resident_trigram (resident_trigram, rowid, {', '.join(_INSIDE)}) "
        f"VALUES ('delete', {side}.number, {_letters(side)})",
        "INSERT INTO resident_digits (resident_digits, rowid, digits) "
        f"VALUES ('delete', {side}.number, {_digits(side)})",
    )


def _learn(side: str) -> tuple[str, str]:
    return (
        f"INSERT INTO resident_trigram (rowid, {', '.join(_INSIDE)}) "
        f"VALUES ({side}.number, {_letters(side)})",
        f"INSERT INTO resident_digits (rowid, digits) VALUES ({side}.number, {_digits(side)})",
    )


def _keys(side: str) -> str:
    return ", ".join(f"{side}.{column}" for column in (*_INSIDE, *_LONGEST_NUMBERS))


def _trigger(name: str, moment: str, *statements: str) -> str:
    return f"CREATE TRIGGER search_{name} AFTER {moment} BEGIN {'; '.join(statements)}; END"


SEARCH_DDL = (
    _TRIGRAMS,
    _FOURS,
    _trigger(
        "resident_insert", f"INSERT ON resident {_AT_ONCE}", _upsert(_ONE, "''", "NEW")
    ),
    _trigger(
        "resident_update",
        f"UPDATE OF {_COPIED} ON resident",
        f"DELETE FROM resident_search WHERE resident_id = NEW.id AND NOT ({_LISTED})".format(r="NEW"),
        _upsert(_ONE, _TAGS, "NEW"),
    ),
    _trigger(
        "resident_delete", "DELETE ON resident", "DELETE FROM resident_search WHERE resident_id = OLD.id"
    ),
    _trigger("household_insert", "INSERT ON household", _move(_IN_HOUSEHOLD)),
    _trigger("household_update", "UPDATE OF dwelling_id ON household", _move(_IN_HOUSEHOLD)),
    _trigger("dwelling_insert", "INSERT ON dwelling", _move(_IN_DWELLING)),
    _trigger("dwelling_update", "UPDATE OF building_id, unit, room ON dwelling", _move(_IN_DWELLING)),
    _trigger("building_update", "UPDATE OF number, name ON building", _move(_IN_BUILDING)),
    _trigger("tag_insert", "INSERT ON resident_tag", _retag("NEW")),
    _trigger(
        "tag_update", "UPDATE OF resident_id, kind, until, deleted_at ON resident_tag",
        _retag("OLD"), _retag("NEW"),
    ),
    _trigger("tag_delete", "DELETE ON resident_tag", _retag("OLD")),
    _trigger("row_insert", "INSERT ON resident_search", *_learn("NEW")),
    _trigger("row_delete", "DELETE ON resident_search", *_forget("OLD")),
    _trigger(
        "row_update",
        f"UPDATE ON resident_search WHEN ({_keys('OLD')}) IS NOT ({_keys('NEW')})",
        *_forget("OLD"), *_learn("NEW"),
    ),
)  # fmt: skip
"""Everything create_all cannot make, in order: the tables of parts and the triggers that feed the index."""


@event.listens_for(Base.metadata, "after_create")
def _create(metadata: MetaData, connection: Connection, **options: Any) -> None:
    if ResidentSearch.__table__ in options["tables"]:
        for statement in SEARCH_DDL:
            connection.exec_driver_sql(statement)


@contextmanager
def indexed_at_the_end(run: Callable[..., Any]) -> Iterator[None]:
    """Index the residents that the block inserts in one go at its end, ten times as fast as one by one.

    `run` executes SQL on the block's connection. All of it is one transaction, so that nobody ever sees a
    resident without its index; and a raw write beside it within the block is indexed as well.
    """
    after = run("SELECT coalesce(max(rowid), 0) FROM resident").fetchone()[0]
    run("INSERT INTO search_deferred VALUES (?)", (after,))
    yield
    run("DELETE FROM search_deferred")
    run(_upsert(_LATER, _TAGS, "r"), (after,))
