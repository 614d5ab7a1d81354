"""Writes fields of any synced record as they stand in the journal, for what was decided in the inbox.

The write is an ordinary one inside a unit of work, so the journal notices it like every other.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from workbench.standards.errors import WorkbenchError
from workbench.store.arriving import TableShape, shape_of
from workbench.store.journal import JournalKind
from workbench.sync.protocol.entities import SHAPES

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Reading

    from workbench.store import Work


class CannotRewrite(WorkbenchError):
    """The record cannot be written as wanted: its kind is unknown here, or it is not there any more."""


def present_fields(reading: Reading, entity: str, record_id: str) -> dict[str, Any]:
    """Return a record's fields in journal form, empty where this desk has no such record."""
    shape = _shape(reading, entity)
    if shape is None:
        return {}
    found = reading.execute(text(shape.select("WHERE t.id = :id")), {"id": record_id}).first()
    return {} if found is None else dict(json.loads(found[2]))


def rewrite(work: Work, entity: str, record_id: str, kind: str, fields: Mapping[str, Any]) -> None:
    """Write fields given in journal form; a create makes the record where it is missing.

    Raises CannotRewrite.
    """
    shape = _shape(work.session, entity)
    if shape is None:
        raise CannotRewrite("这类记录由更新版本的工作台产生，这里还不能处理；请先升级，内容已保留。")
    values = {name: shape.column(name, [dict(fields)])[0] for name in fields if name in shape.kinds}
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


def _shape(reading: Reading, entity: str) -> TableShape | None:
    """Return the table of a kind of record, None where this version has none."""
    if entity not in SHAPES:
        return None
    return shape_of(reading.connection().connection.driver_connection, entity)
