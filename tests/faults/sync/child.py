"""A desk's program in a process of its own: exchanges without end, until somebody kills it."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.faults.sync.bench import Seat
from tests.faults.sync.desks import FaultDesk
from tests.store_fixtures import SettableClock
from workbench.standards.clock import utc_now
from workbench.sync.errors import SyncError


def main(path: Path, staff_id: str, community_id: str) -> None:
    """Say that work begins, and work."""
    desk = FaultDesk("child", path, Seat(staff_id, community_id), SettableClock(utc_now()))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        try:
            desk.exchange()
        except SyncError as error:
            sys.stderr.write(f"{error}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
