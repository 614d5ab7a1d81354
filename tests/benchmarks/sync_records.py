"""Invented records of 500 bytes, the same each time, alike for us, for peers and for the floors."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from workbench.people.vocabulary import ResidenceEventKind
from workbench.store import new_id

BYTES = 500
"""Size of a record as JSON."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its row for our store, and its body as JSON text for others."""

    row: dict[str, Any]
    body: str

    @property
    def id(self) -> str:
        """The record's id."""
        return str(self.row["id"])


def residence_events(count: int, resident_id: str) -> list[Record]:
    """Return what happened to one resident's residence, with long notes; nothing of it is searched."""
    dice = Random(count)
    return [_event(dice, resident_id) for _ in range(count)]


def batches(records: Sequence[Record], size: int) -> Iterator[Sequence[Record]]:
    """Yield the records in batches, the last of which may be shorter."""
    for start in range(0, len(records), size):
        yield records[start : start + size]


def text_of(dice: Random, size: int) -> str:
    """Return hexadecimal noise, which packs to half, as it is sent to peers too."""
    return dice.randbytes(size // 2 + 1).hex()[:size]


def _event(dice: Random, resident_id: str) -> Record:
    happened = date(2026, 1, 1) + timedelta(days=dice.randrange(320))
    row = {"id": new_id(), "resident_id": resident_id, "kind": ResidenceEventKind.MOVED_IN}
    bare = _body({**row, "happened_on": happened, "note": ""})
    note = text_of(dice, BYTES - len(bare))
    return Record({**row, "happened_on": happened, "note": note}, f'{bare[:-2]}{note}"}}')


def _body(row: dict[str, Any]) -> str:
    return json.dumps(row, default=str, separators=(",", ":"))
