"""Measures a peer, the `anki` package with its own sync server, on the ordinary path; prints one JSON line.

    HOME/venv/bin/python sync_peer_anki.py RECORDS BYTES CHANGED

A collection that the server does not know is sent whole, as a file. So both collections first become copies
of one that is nearly empty; only then are notes added, and travel as records. Runs under the peer's own
interpreter and imports nothing of ours.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from random import Random

from anki.collection import AddNoteRequest, Collection
from anki.decks import DeckId

USER, PASSWORD = "peer", "peer-password"
PATIENCE = 20


def main(records: int, size: int, changed: int) -> None:
    """Print what the peer took, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        port = _free_port()
        server = _serve(Path(folder, "server"), port)
        try:
            figures = _measure(Path(folder), f"http://127.0.0.1:{port}/", records, size, changed)
        finally:
            server.terminate()
            server.wait(PATIENCE)
    print(json.dumps({"peer": f"anki {version('anki')}", **figures}))


def _measure(folder: Path, url: str, records: int, size: int, changed: int) -> dict[str, float]:
    first, second = (Collection(str(folder / f"{name}.anki2")) for name in ("first", "second"))
    auth = first.sync_login(USER, PASSWORD, url)
    _add(first, 1, size)
    _whole(first, auth, upload=True)
    _whole(second, auth, upload=False)
    notes = _add(first, records, size)
    figures = {"up": _ordinary(first, auth), "down": _ordinary(second, auth)}
    if second.note_count() != records + 1:
        raise SystemExit(f"Error: {second.note_count()} notes arrived")
    _change(first, notes[:changed], size)
    figures |= {"few_up": _ordinary(first, auth), "few_down": _ordinary(second, auth)}
    return figures


def _whole(collection, auth, *, upload: bool) -> None:
    collection.sync_collection(auth, False)
    collection.close_for_full_sync()
    collection.full_upload_or_download(auth=auth, server_usn=None, upload=upload)
    collection.reopen(after_full_sync=True)


def _ordinary(collection, auth) -> float:
    begun = time.perf_counter()
    answer = collection.sync_collection(auth, False)
    took = time.perf_counter() - begun
    if answer.required != answer.NO_CHANGES:
        raise SystemExit(f"Error: the peer asks for a whole sync ({answer.required})")
    return took


def _add(collection, count: int, size: int) -> list[int]:
    kind = collection.models.by_name("Basic")
    dice, requests = Random(count), []
    for _ in range(count):
        note = collection.new_note(kind)
        note.fields = [f"{dice.randrange(16**12):012x}", _text(dice, size - 12)]
        requests.append(AddNoteRequest(note=note, deck_id=DeckId(1)))
    collection.add_notes(requests)
    return [request.note.id for request in requests]


def _change(collection, notes: list[int], size: int) -> None:
    dice = Random(0)
    for note in (collection.get_note(number) for number in notes):
        note.fields[1] = _text(dice, size - 12)
        collection.update_note(note)


def _text(dice: Random, size: int) -> str:
    return dice.randbytes(size // 2 + 1).hex()[:size]


def _serve(folder: Path, port: int) -> subprocess.Popen[bytes]:
    settings = {
        "SYNC_USER1": f"{USER}:{PASSWORD}", "SYNC_BASE": str(folder), "SYNC_HOST": "127.0.0.1",
        "SYNC_PORT": str(port), "MAX_SYNC_PAYLOAD_MEGS": "1000",
    }  # fmt: skip
    server = subprocess.Popen(
        [sys.executable, "-m", "anki.syncserver"],
        env={**os.environ, **settings}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return server
        time.sleep(0.05)
    server.terminate()
    raise SystemExit("Error: the peer's server does not start")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
