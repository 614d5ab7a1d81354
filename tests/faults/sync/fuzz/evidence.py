"""What a run leaves behind, as plain values: what was written, what was answered, what stands where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Key = tuple[str, str]
"""Entity and record id."""

CHANGES = frozenset({"create", "patch", "delete", "restore"})


@dataclass(frozen=True, slots=True)
class Written:
    """A row of a desk's own journal; `number` counts along that desk's chain."""

    op_id: str
    desk: str
    number: int
    entity: str
    record_id: str
    kind: str
    fields: Mapping[str, Any]
    base_seq: int

    @property
    def key(self) -> Key:
        """The record it is about."""
        return self.entity, self.record_id


@dataclass(frozen=True, slots=True)
class Logged:
    """A row of the server's change log; `was_seq` is its number before a restore, 0 if none."""

    seq: int
    op_id: str
    device: str
    entity: str
    record_id: str
    kind: str
    fields: Mapping[str, Any]
    was_seq: int = 0

    @property
    def key(self) -> Key:
        """The record it is about."""
        return self.entity, self.record_id


@dataclass(frozen=True, slots=True)
class Answered:
    """What the server says became of a change."""

    op_id: str
    outcome: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """The records one place holds, by key, without their empty fields."""

    records: Mapping[Key, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A run after it came to rest.

    `whole` are the copies of desks that may hold everything, `unsent` how many changes still wait at each
    desk, `unsound` what a verification found wrong, by place; `restored` that the server once was put back.
    """

    written: tuple[Written, ...]
    answered: tuple[Answered, ...]
    logged: tuple[Logged, ...]
    server: Copy
    whole: Mapping[str, Copy] = field(default_factory=dict)
    unsent: Mapping[str, int] = field(default_factory=dict)
    unsound: Mapping[str, str] = field(default_factory=dict)
    restored: bool = False


def filled(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that hold something."""
    return {name: value for name, value in fields.items() if value is not None}
