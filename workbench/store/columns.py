"""How Python values lie in SQLite: UTC moments as sortable text, choices by their value."""

from __future__ import annotations

import enum
from datetime import datetime
from typing import Any

from sqlalchemy import Enum, String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from workbench.standards.clock import stamp


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, stored as `2026-11-24T01:02:03.456789Z` so that text order is time order."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write UTC text. Raises ValueError for a naive moment."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored moment must know its time zone")
        return stamp(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Read UTC text back as an aware moment."""
        return None if value is None else datetime.fromisoformat(value)


def _values(choices: type[enum.Enum]) -> list[str]:
    return [str(choice.value) for choice in choices]


CHOICE = Enum(enum.Enum, native_enum=False, create_constraint=False, length=32, values_callable=_values)
"""Any enumeration, stored by value rather than by Python name."""
