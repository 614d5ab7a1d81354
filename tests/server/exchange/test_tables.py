"""The tables: as declared so migrated, the community first in every key, split by it."""

from __future__ import annotations

from sqlalchemy import inspect

from workbench.server.database import engine
from workbench.server.tables import PARTITIONS, metadata

EVERYWHERE = {"founding"}
"""What stands before any community."""


def test_given_a_migrated_database_when_compared_with_what_is_declared_then_they_are_the_same(
    server_database,
):
    found = inspect(engine(server_database))
    for name, table in metadata.tables.items():
        columns = {column["name"]: column["nullable"] for column in found.get_columns(name)}
        assert columns == {column.name: bool(column.nullable) for column in table.columns}, name
        assert found.get_pk_constraint(name)["constrained_columns"] == [c.name for c in table.primary_key]


def test_given_every_table_when_its_key_is_read_then_the_community_comes_first_and_it_is_split(
    server_database,
):
    with engine(server_database).connect() as connection:
        for name, table in metadata.tables.items():
            if name in EVERYWHERE:
                continue
            assert next(iter(table.primary_key)).name == "community_id"
            parts = connection.exec_driver_sql(
                f"SELECT count(*) FROM pg_inherits WHERE inhparent = '{name}'::regclass"
            )
            assert parts.scalar() == PARTITIONS, name
