"""Kills a desk's program with −9 while it exchanges."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.faults.sync.bench import Seat


def kill_working(path: Path, seat: Seat, after: float) -> None:
    """Let a desk exchange in a process of its own, and kill that so many seconds after it began."""
    command = [sys.executable, "-m", "tests.faults.sync.child", str(path), seat.staff_id, seat.community_id]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout is not None and child.stdout.readline() == "ready\n"
        time.sleep(after)
    finally:
        child.send_signal(signal.SIGKILL)
        child.communicate()
