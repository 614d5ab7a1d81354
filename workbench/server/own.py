"""Changes that the server itself makes, such as a desk's record when it joins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from uuid_utils import uuid7

from workbench.server.authority import Authority
from workbench.server.database import Rows
from workbench.server.disputes import Disputes
from workbench.server.hurdles import Circumstances
from workbench.server.judging import Judge
from workbench.server.plan import Plan
from workbench.server.refusals import refused
from workbench.server.scopes import Sight
from workbench.server.shelf import Shelf
from workbench.server.writing import write_plan
from workbench.standards.chain import next_hlc
from workbench.standards.clock import stamp, utc_now
from workbench.sync.protocol.entities import SHAPES
from workbench.sync.protocol.shapes import Scope
from workbench.sync.protocol.wire import SERVER, Fault

_LOCK = "SELECT seq FROM community WHERE community_id = %s FOR UPDATE"


def write_own(
    connection: Rows, community_id: str, kind: str, entity: str, record_id: str, fields: Mapping[str, Any]
) -> None:
    """Write one change of the server's own into a community's log, within a transaction that goes on."""
    row = connection.execute(_LOCK, (community_id,)).fetchone()
    if row is None:
        raise refused(Fault.NOT_FOUND)
    now = utc_now()
    shelf = Shelf(connection, community_id, has_refused=False)
    plan = Plan(row[0] + 1, row[0])
    here = Circumstances(SERVER, Sight(Scope(), SHAPES), stamp(now))
    judge = Judge(shelf, SHAPES, Authority(lambda author_id: None, lambda: False), here, plan)
    Disputes(judge, lambda: str(uuid7()), next_hlc(now, 0)).write_own(kind, entity, record_id, fields)
    write_plan(connection, community_id, now, plan, shelf, SHAPES)
