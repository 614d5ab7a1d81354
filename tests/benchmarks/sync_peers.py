"""Runs peers on as many records in the same run: Anki's own sync server, and PouchDB with express-pouchdb.

`SYNC_PEER_HOME` names a folder in which `python3 -m venv venv && venv/bin/pip install anki` and
`npm install pouchdb@9 express-pouchdb@4 express@4` were run; either alone will do.
"""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from shutil import which

HOME = "SYNC_PEER_HOME"
PATIENCE = 180
"""Seconds after which a peer is given up."""
POUCH_BATCH = 1000
"""PouchDB's own default of 100 is slower."""
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Peer:
    """What a peer took, in seconds: all records up and down, a few changed ones up and down.

    `why` says why there are no figures.
    """

    name: str
    up: float = 0.0
    down: float = 0.0
    few_up: float = 0.0
    few_down: float = 0.0
    why: str = ""


def peers(records: int, size: int, changed: int) -> tuple[Peer, Peer]:
    """Return the figures of both peers for records of that many bytes."""
    return _anki(records, size, changed), _pouch(records, size, changed)


def _anki(*numbers: int) -> Peer:
    python = _home() / "venv" / "bin" / "python"
    if not python.exists():
        return Peer("Anki", why=_missing(python))
    return _figures("Anki", [str(python), str(_HERE / "sync_peer_anki.py"), *map(str, numbers)])


def _pouch(*numbers: int) -> Peer:
    node, package = which("node"), _home() / "node_modules" / "express-pouchdb"
    if node is None or not package.exists():
        return Peer("PouchDB", why="no node" if node is None else _missing(package))
    script = str(_HERE / "sync_peer_pouch.mjs")
    return _figures("PouchDB", [node, script, str(_home()), *map(str, (*numbers, POUCH_BATCH))])


def _home() -> Path:
    return Path(os.environ.get(HOME, "/nowhere"))


def _missing(path: Path) -> str:
    return f"{path} is not installed" if HOME in os.environ else f"{HOME} is not set"


def _figures(name: str, command: list[str]) -> Peer:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return Peer(name, why=f"still syncing after {PATIENCE} s")
    if done.returncode:
        said = (line for line in done.stderr.splitlines() if "Error" in line)
        return Peer(name, why=next(said, "it failed").strip()[:80])
    found = json.loads(done.stdout)
    return Peer(found["peer"], found["up"], found["down"], found["few_up"], found["few_down"])
