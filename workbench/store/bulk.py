"""Inserts many rows at once, as fast as the driver can; the journal's triggers notice them all the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, Connection, Dialect, Table, inspect

from workbench.store.base import Base

_Reader = Callable[[dict[str, Any]], Any]


def insert_rows(connection: Connection, model: type[Base], rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows given by column name; a column left out gets its default. Raises KeyError for a misfit."""
    statement, readers = _prepared(model, connection.dialect)
    if unknown := rows[0].keys() - readers.keys():
        raise KeyError(f"{model.__tablename__} has no column {', '.join(sorted(unknown))}")
    columns = readers.values()
    connection.exec_driver_sql(statement, [tuple([read(row) for read in columns]) for row in rows])


@lru_cache(maxsize=128)
def _prepared(model: type[Base], dialect: Dialect) -> tuple[str, dict[str, _Reader]]:
    """Return the statement that inserts into a table, and how each column is taken out of a row."""
    table: Table = inspect(model).local_table  # type: ignore[assignment]
    quoted = ", ".join(f'"{column.name}"' for column in table.columns)
    places = ", ".join("?" * len(table.columns))
    readers = {column.name: _reader(column, dialect) for column in table.columns}
    return f"INSERT INTO {table.name} ({quoted}) VALUES ({places})", readers


def _reader(column: Column[Any], dialect: Dialect) -> _Reader:
    name = column.name
    process = column.type.bind_processor(dialect)
    default = column.default.arg if column.default is not None and column.default.is_scalar else None  # type: ignore[attr-defined]
    if process is None:
        return lambda row: row.get(name, default)
    written = process(default)
    return lambda row: process(row[name]) if name in row else written
