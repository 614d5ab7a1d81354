"""How the values of a record that arrived lie in its table: what fits where, and what has no place here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from workbench.store.capture import document_sql

_HEX = re.compile(r"(?:[0-9A-F]{2})*")
_encode = msgspec.json.Encoder().encode
_MANAGED = frozenset({"id", "community_id", "server_seq"})
"""Columns that are not fields of a record."""

Document = dict[str, Any]
"""A record's fields as the journal writes them, without those that are empty."""


@dataclass(frozen=True, slots=True)
class TableShape:
    """The columns of one synced table, by what may lie in them.

    `kinds` tells the Python types a field's JSON value may have; `required` what stands in a column that
    may not be empty when nothing came for it. `retold` marks a table of which other tables are told by
    triggers, but only of updates, since what refers to its rows is otherwise written after them.
    """

    name: str
    declared: Mapping[str, str]
    binary: frozenset[str]
    kinds: Mapping[str, tuple[type, ...]]
    required: Mapping[str, Any]
    retold: bool

    def parted(self, fields: Mapping[str, Any]) -> tuple[Document, Document]:
        """Part fields into those that have a column here that holds them, and the others."""
        kinds = self.kinds
        others = {
            name: value
            for name, value in fields.items()
            if name not in kinds or (value is not None and not isinstance(value, kinds[name]))
        }
        for name in self.binary & fields.keys():
            if not _HEX.fullmatch(str(fields[name] or "")):
                others[name] = fields[name]
        if not others:
            return dict(fields), others
        return {name: value for name, value in fields.items() if name not in others}, others

    def whole(self, fields: Document) -> Document:
        """Return the fields of a new record with those filled in that may not be empty."""
        if self.required.keys() <= fields.keys() and None not in fields.values():
            return fields
        filled = {name: value for name, value in fields.items() if value is not None}
        return {**self.required, **filled}

    def column(self, name: str, documents: Sequence[Document]) -> list[Any]:
        """Return the column's stored values, one a record."""
        values = [document.get(name) for document in documents]
        write = _WRITERS.get(self.declared[name])
        return values if write is None else [None if value is None else write(value) for value in values]

    def columns(self, documents: Sequence[Document]) -> list[list[Any]] | None:
        """Return the stored values of all columns for new records, None unless every value fits as it is.

        Asked of whole columns, which costs a tenth of asking of each value.
        """
        if self.binary or not set().union(*documents) <= self.kinds.keys():
            return None
        for name, kinds in self.kinds.items():
            found = set(map(type, [document.get(name) for document in documents]))
            if (name in self.required and _EMPTY in found) or not _fit(found, kinds):
                return None
        return [self.column(name, documents) for name in self.kinds]

    def select(self, where: str) -> str:
        """Return the SQL that reads id, version and document of the records that a condition names."""
        document = document_sql(dict(self.declared), "t")
        return f"SELECT t.id, t.server_seq, {document} FROM main.{self.name} t {where}"


_EMPTY = type(None)


def _fit(found: set[type], kinds: tuple[type, ...]) -> bool:
    return object in kinds or all(kind is _EMPTY or issubclass(kind, kinds) for kind in found)


def _json_text(value: object) -> str:
    return _encode(value).decode()


_WRITERS: Mapping[str, Callable[[Any], Any]] = {"JSON": _json_text, "BLOB": bytes.fromhex}


def shape_of(raw: Any, table: str) -> TableShape:
    """Ask the file for the columns of a table."""
    rows = raw.execute(f'PRAGMA main.table_info("{table}")').fetchall()
    declared = {name: kind for _, name, kind, *_ in rows}
    fields = {name: kind for name, kind in declared.items() if name not in _MANAGED}
    required = {name: _neutral(kind) for _, name, kind, notnull, *_ in rows if notnull and name in fields}
    binary = frozenset(name for name, kind in fields.items() if kind == "BLOB")
    types = {name: _types(kind) for name, kind in fields.items()}
    return TableShape(table, declared, binary, types, required, _is_retold(raw, table))


def _is_retold(raw: Any, table: str) -> bool:
    sql = "SELECT sql FROM main.sqlite_master WHERE type = 'trigger' AND tbl_name = ?"
    triggers = [text for (text,) in raw.execute(sql, (table,))]
    return any("AFTER UPDATE" in text for text in triggers) and not any("AFTER INSERT" in t for t in triggers)


def _types(declared: str) -> tuple[type, ...]:
    match declared:
        case "JSON":
            return (object,)
        case "INTEGER" | "BOOLEAN":
            return (int,)
        case "FLOAT" | "REAL" | "NUMERIC":
            return (int, float)
        case _:
            return (str,)


def _neutral(declared: str) -> Any:
    match declared:
        case "JSON":
            return {}
        case "INTEGER" | "BOOLEAN" | "FLOAT" | "REAL" | "NUMERIC":
            return 0
        case _:
            return ""
