"""Changes that the server itself makes, such as a desk's record when it joins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.server.database import Rows


def write_own(
    connection: Rows, community_id: str, kind: str, entity: str, record_id: str, fields: Mapping[str, Any]
) -> None:
    """Write one change of the server's own into a community's log, within a transaction that goes on."""
    raise NotImplementedError
