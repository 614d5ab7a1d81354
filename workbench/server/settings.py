"""What a server is told at its start; passed on to its worker processes through the environment."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from workbench.sync.protocol.wire import OLDEST

VARIABLE = "WORKBENCH_SERVER"
"""The environment variable in which the settings reach the worker processes."""

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """How this server runs.

    `database` is the URL of the PostgreSQL; `keys` the folder of the server's own keys, the same on every
    machine behind one balancer. Sizes are bytes: of a body as it arrives, of a body unpacked, of one part
    of a file, of a whole file. Times are seconds. `connections` is how many requests are worked on at once,
    `waiting` how many more may wait for that; the others are asked to come again.
    """

    database: str
    keys: Path
    name: str = "社区全科工作台"
    oldest: int = OLDEST
    packed_limit: int = 16 * _MIB
    unpacked_limit: int = 64 * _MIB
    part_limit: int = 4 * _MIB
    blob_limit: int = 64 * _MIB
    token_seconds: float = 30.0
    state_seconds: float = 60.0
    connections: int = 4
    waiting: int = 256
    behind_proxy: bool = False
    metrics_public: bool = False

    def as_environment(self) -> dict[str, str]:
        """Return the settings as one environment variable."""
        return {VARIABLE: json.dumps({**asdict(self), "keys": str(self.keys)}, ensure_ascii=False)}

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """Read back what `as_environment` wrote."""
        values = json.loads(environment[VARIABLE])
        return cls(**{**values, "keys": Path(values["keys"])})
