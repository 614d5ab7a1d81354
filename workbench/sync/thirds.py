"""Reads a third value that somebody typed for a disputed field, as its column holds such values."""

from __future__ import annotations

import enum
from datetime import date
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, Enum, Integer, LargeBinary
from sqlalchemy.types import TypeEngine

from workbench.standards.errors import WorkbenchError
from workbench.standards.pinyin import reading_of_name
from workbench.store import Base
from workbench.store.columns import UtcDateTime


class NotAValue(WorkbenchError):
    """What was typed cannot stand in that field; nothing was changed. `field` names it."""

    def __init__(self, field: str, sentence: str) -> None:
        self.field = field
        super().__init__(sentence)


def takes_third(entity: str, field: str) -> bool:
    """Say whether a value for the field can be typed: not lists, files, moments or references."""
    column = _column(entity, field)
    if column is None or field == "id" or field.endswith("_id"):
        return False
    return not isinstance(column.type, JSON | LargeBinary | UtcDateTime)


def third_value(entity: str, field: str, value: str | bool | None) -> Any:
    """Return the typed value in journal form. Raises NotAValue."""
    column = _column(entity, field)
    if column is None or not takes_third(entity, field):
        raise NotAValue(field, "这一项不能另填内容，请在两个版本中选择一个；未作任何改动。")
    if value is None or value == "":
        return _nothing(field, column)
    if isinstance(value, bool):
        return int(value)
    return _read(field, column.type, value.strip())


def follows(entity: str, field: str, value: Any) -> dict[str, Any]:
    """Return what else must be written with a third value, by field: a resident's name has its readings."""
    if (entity, field) != ("resident", "name"):
        return {}
    reading = reading_of_name(str(value))
    return {"full_pinyin": reading.full, "initials": reading.initials}


def _nothing(field: str, column: Column[Any]) -> Any:
    if column.nullable:
        return None
    if isinstance(column.type, Boolean | Date | Enum | Integer):
        raise NotAValue(field, "这一项不能为空，未作任何改动；请填写或选择一个版本。")
    return ""


def _read(field: str, kind: TypeEngine[Any], text: str) -> Any:
    try:
        if isinstance(kind, Boolean):
            return int(bool(int(text)))
        if isinstance(kind, Integer):
            return int(text)
        if isinstance(kind, Date):
            return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise NotAValue(field, f"“{text}”不是这一项的有效内容，未作任何改动；请检查后重填。") from error
    return _checked(field, kind, text)


def _checked(field: str, kind: TypeEngine[Any], text: str) -> str:
    if isinstance(kind, Enum) and kind.enum_class is not None and text not in _values(kind.enum_class):
        raise NotAValue(field, f"“{text}”不在这一项的选项之中，未作任何改动；请选择一个版本。")
    length = getattr(kind, "length", None)
    if length is not None and len(text) > length:
        raise NotAValue(field, f"这一项最多 {length} 个字，未作任何改动；请改短后再保存。")
    return text


def _values(choices: type[enum.Enum]) -> frozenset[str]:
    return frozenset(str(choice.value) for choice in choices)


def _column(entity: str, field: str) -> Column[Any] | None:
    table = Base.metadata.tables.get(entity)
    return None if table is None else table.columns.get(field)
