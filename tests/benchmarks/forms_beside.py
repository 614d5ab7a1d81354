"""Runs a peer on the same forms in the same run: @getodk/xforms-engine under Node, where it is at hand.

`FORMS_PEER_HOME` names a folder in which `npm install @getodk/xforms-engine jsdom` was run.
"""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from tests.benchmarks.forms_generated import Answers

HOME = "FORMS_PEER_HOME"
PATIENCE = 60
"""Seconds after which the peer is given up on one form."""
_SCRIPT = Path(__file__).with_name("forms_peer.mjs")


@dataclass(frozen=True, slots=True)
class Peer:
    """What the peer took, in milliseconds; `why` says why a figure is missing or only the least it can be."""

    load: float = 0.0
    answer: float = 0.0
    """p95."""
    name: str = ""
    why: str = ""


def peer_on(xml: bytes, answers: Answers, loads: int = 5) -> Peer:
    """Return the peer's figures on a form."""
    home, node = os.environ.get(HOME, ""), which("node")
    if not home or node is None:
        return Peer(why="no node" if home else f"{HOME} is not set")
    with TemporaryDirectory() as folder:
        form, answered = Path(folder, "form.xml"), Path(folder, "answers.json")
        form.write_bytes(xml)
        answered.write_text(json.dumps(answers), encoding="utf-8")
        command = [node, str(_SCRIPT), home, str(form), str(answered), str(loads)]
        return _figures(command)


def _figures(command: list[str]) -> Peer:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired as late:
        if late.stdout:
            return Peer(why=f"still answering after {PATIENCE} s")
        return Peer(load=PATIENCE * 1000, why=f"still loading after {PATIENCE} s")
    if done.returncode:
        said = (line for line in done.stderr.splitlines() if line.startswith("Error"))
        return Peer(why=next(said, "it failed").strip()[:60])
    load, answer = (json.loads(line) for line in done.stdout.splitlines())
    return Peer(load["p50"], answer["p95"], load["peer"])
