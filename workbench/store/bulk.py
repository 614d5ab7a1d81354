"""Inserts many rows at once, as fast as the driver can; the journal's triggers notice them all the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, inspect

from workbench.store.base import Base

_Processor = Callable[[Any], Any] | None


def insert_rows(connection: Connection, model: type[Base], rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows given by column name; a column left out gets its default. Raises KeyError for a misfit."""
    table: Table = inspect(model).local_table  # type: ignore[assignment]
    unknown = rows[0].keys() - table.columns.keys()
    if unknown:
        raise KeyError(f"{table.name} has no column {', '.join(sorted(unknown))}")
    names = list(table.columns.keys())
    places = ", ".join("?" * len(names))
    quoted = ", ".join(f'"{name}"' for name in names)
    readers = [_reader(column, connection) for column in table.columns]
    values = [[read(row) for read in readers] for row in rows]
    connection.exec_driver_sql(
        f"INSERT INTO {table.name} ({quoted}) VALUES ({places})", [tuple(row) for row in values]
    )


def _reader(column: Column[Any], connection: Connection) -> Callable[[dict[str, Any]], Any]:
    """Return how to take this column's stored value out of a row."""
    name = column.name
    process: _Processor = column.type.bind_processor(connection.dialect)
    default = column.default.arg if column.default is not None and column.default.is_scalar else None  # type: ignore[attr-defined]
    if process is None:
        return lambda row: row.get(name, default)
    written = process(default)
    return lambda row: process(row[name]) if name in row else written
