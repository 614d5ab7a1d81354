"""What a record is called when it must be named in one line: a resident's name, a matter's number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from workbench.security.roles import Permission, may
from workbench.sync.protocol.entities import SHAPES
from workbench.sync.protocol.shapes import Realm
from workbench.sync.rewriting import present_fields

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Reading

    from workbench.security.session import Session

_OWNERS = {"resident_id": "resident", "keep_id": "resident", "matter_id": "matter", "case_id": "census_case"}
"""Fields that name the record another one is about."""

_NAMES = ("name", "display_name", "title", "number", "file_name", "household_no", "code", "day")
"""Fields by which a record is known, the first that is filled."""


def may_name(session: Session, entity: str) -> bool:
    """Say whether the person may know whom records of that kind are about."""
    shape = SHAPES.get(entity)
    if shape is None or shape.realm is Realm.COMMON:
        return True
    return may(session, Permission.ENTER_CENSUS if shape.realm is Realm.CENSUS else Permission.SEE_REGISTER)


def record_title(
    reading: Reading, session: Session, entity: str, record_id: str, written: Mapping[str, Any]
) -> str:
    """Return a record's title; of one that is not here, by what was written of it; "" if not to be named."""
    if not may_name(session, entity):
        return ""
    fields = {**written, **present_fields(reading, entity, record_id)}
    special = _SPECIAL.get(entity)
    title = special(fields) if special is not None else _own_name(fields)
    return title or _owner_name(reading, session, fields)


def _own_name(fields: Mapping[str, Any]) -> str:
    return next((str(fields[name]) for name in _NAMES if fields.get(name)), "")


def _owner_name(reading: Reading, session: Session, fields: Mapping[str, Any]) -> str:
    for field, entity in _OWNERS.items():
        if fields.get(field):
            return record_title(reading, session, entity, str(fields[field]), {})
    return ""


def _matter(fields: Mapping[str, Any]) -> str:
    parts = (fields.get("number"), fields.get("item_name"), fields.get("applicant_name"))
    return " ".join(str(part) for part in parts if part)


def _dwelling(fields: Mapping[str, Any]) -> str:
    return "-".join(str(fields[name]) for name in ("unit", "room") if fields.get(name))


_SPECIAL: Mapping[str, Callable[[Mapping[str, Any]], str]] = {"matter": _matter, "dwelling": _dwelling}
