"""Writes fields and keeps a ledger of what they were, so that all of it can be taken back exactly."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect
from sqlalchemy.types import Date, Enum

from workbench.store import Base
from workbench.store.columns import UtcDateTime

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session


@dataclass(slots=True)
class Ledger:
    """The changes of one undertaking, in order, in a form that JSON can hold."""

    changes: list[dict[str, Any]] = field(default_factory=list)

    def write(self, record: Base, name: str, value: Any) -> None:
        """Set a field of a record, if it differs, and remember both values."""
        before = getattr(record, name)
        if before == value:
            return
        setattr(record, name, value)
        entry = {"entity": record.__tablename__, "id": record.id, "field": name}  # type: ignore[attr-defined]
        self.changes.append({**entry, "before": _plain(before), "after": _plain(value)})


def take_back(session: Session, changes: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Restore what each change replaced, the last first; return those overtaken by a later edit.

    A field that somebody has written since keeps what they wrote.
    """
    models = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}
    overtaken = []
    for change in reversed(list(changes)):
        record = session.get(models[change["entity"]], change["id"])
        if record is None or _plain(getattr(record, change["field"])) != change["after"]:
            overtaken.append(change)
            continue
        setattr(record, change["field"], _typed(record, change["field"], change["before"]))
    return overtaken


def _plain(value: Any) -> Any:
    if isinstance(value, enum.Enum):
        return value.value
    return value.isoformat() if isinstance(value, date | datetime) else value


def _typed(record: Base, name: str, value: Any) -> Any:
    """Return a plain value as the column's type has it."""
    kind = inspect(type(record)).columns[name].type
    if value is None:
        return None
    if isinstance(kind, Enum) and kind.enum_class is not None:
        return kind.enum_class(value)
    if isinstance(kind, UtcDateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, Date) else value
