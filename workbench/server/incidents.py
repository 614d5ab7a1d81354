"""Keeps a note of requests that were refused in a way somebody should look into."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from workbench.server.database import Database
from workbench.server.faults import RequestRefused
from workbench.server.known import KnownDevice
from workbench.sync.protocol.wire import Fault, to_json

WORTH_A_LOOK = frozenset({Fault.OP_REUSE, Fault.INCARNATION_CONFLICT, Fault.CHAIN_BROKEN, Fault.FORBIDDEN})

_KEEP = """
INSERT INTO incident (community_id, incident_id, device_id, fault, facts, at) VALUES (%s, %s, %s, %s, %s, %s)
"""


def keep_incident(
    database: Database, device: KnownDevice, error: RequestRefused, incident_id: str, now: datetime
) -> None:
    """Note a refusal, in a transaction of its own; a database that is too busy for it is left alone."""
    if error.fault not in WORTH_A_LOOK:
        return
    facts = to_json({"staff_id": device.staff_id, **error.facts}).decode()
    with suppress(RequestRefused), database.transaction() as connection:
        values = (device.community_id, incident_id, device.device_id, error.fault.value, facts, now)
        connection.execute(_KEEP, values)
