"""Writes fields of any synced record as they stand in the journal, for what was decided in the inbox.

The write is an ordinary one inside a unit of work, so the journal notices it like every other.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from workbench.standards.errors import WorkbenchError
from workbench.store.capture import document_sql, synced_columns
from workbench.store.journal import JournalKind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Reading

    from workbench.store import Work


class CannotRewrite(WorkbenchError):
    """The record cannot be written as wanted: its kind is unknown here, or it is not there any more."""


def present_fields(reading: Reading, entity: str, record_id: str) -> dict[str, Any]:
    """Return a record's fields in journal form, empty where this desk has no such record."""
    columns = _columns(reading).get(entity)
    if columns is None:
        return {}
    found = reading.execute(
        text(f"SELECT {document_sql(columns, 't')} FROM {entity} t WHERE t.id = :id"), {"id": record_id}
    ).scalar()
    return {} if found is None else dict(json.loads(found))


def rewrite(work: Work, entity: str, record_id: str, kind: str, fields: Mapping[str, Any]) -> None:
    """Write fields given in journal form; a create makes the record where it is missing.

    Raises CannotRewrite.
    """
    columns = _columns(work.session).get(entity)
    if columns is None:
        raise CannotRewrite("这类记录由更新版本的工作台产生，这里还不能处理；请先升级，内容已保留。")
    values = {name: _stored(columns[name], value) for name, value in fields.items() if name in columns}
    if not values:
        return
    work.session.flush()
    if kind == JournalKind.CREATE and not present_fields(work.session, entity, record_id):
        _insert(work, entity, record_id, values)
    else:
        _update(work, entity, record_id, values)


def _insert(work: Work, entity: str, record_id: str, values: dict[str, Any]) -> None:
    row = {"id": record_id, "community_id": work.actor.community_id, "server_seq": 0, **values}
    names = ", ".join(f'"{name}"' for name in row)
    places = ", ".join(f":{name}" for name in row)
    work.session.execute(text(f"INSERT INTO {entity} ({names}) VALUES ({places})"), row)


def _update(work: Work, entity: str, record_id: str, values: dict[str, Any]) -> None:
    settings = ", ".join(f'"{name}" = :{name}' for name in values)
    done = work.session.execute(
        text(f"UPDATE {entity} SET {settings} WHERE id = :record_id"), {**values, "record_id": record_id}
    )
    if done.rowcount == 0:  # type: ignore[attr-defined]
        raise CannotRewrite("这条记录在本机已不存在，未作任何改动；可以放弃这项更改并写明原因。")


def _columns(reading: Reading) -> dict[str, dict[str, str]]:
    return synced_columns(reading.connection().connection.driver_connection)


def _stored(kind: str, value: Any) -> Any:
    """Return a journal value as its column holds it."""
    match kind:
        case _ if value is None:
            return None
        case "JSON":
            return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        case "BLOB":
            return bytes.fromhex(value)
        case _:
            return value
