"""What may happen in a run, as values that are written to a file and played again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any


class Deed(StrEnum):
    """One kind of step of a run."""

    CREATE = "create"
    EDIT = "edit"
    STEP = "step"
    """A record moves to its next state."""
    DELETE = "delete"
    RESTORE = "restore"
    OPEN = "open"
    """A form is opened; what is saved in it later is based on what stood there now."""
    SAVE = "save"
    NOTE = "note"
    """Somebody sees something; nothing changes."""
    RESOLVE = "resolve"
    EXCHANGE = "exchange"
    RELEASE = "release"
    """Requests that the network held arrive at last."""
    CLOCK = "clock"
    BACKUP = "backup"
    ROLLBACK = "rollback"
    """The server is restored from its last backup."""
    CLONE = "clone"
    SCOPE = "scope"
    UPGRADE = "upgrade"
    """A desk runs a version that knows a field more, and somebody fills it in."""
    KILL = "kill"
    """The desk's program is killed with −9 while it exchanges."""
    RESTART = "restart"
    """The server's program is killed with −9 and started again."""


@dataclass(frozen=True, slots=True)
class Action:
    """One step: what, at which desk, and the particulars; records are named by the labels of creations."""

    deed: Deed
    desk: int = 0
    about: Mapping[str, Any] = field(default_factory=dict)

    def wire(self) -> list[object]:
        """Return it as a JSON array."""
        return [self.deed.value, self.desk, dict(self.about)]

    def __str__(self) -> str:
        about = " ".join(f"{name}={value}" for name, value in self.about.items())
        return f"{self.deed.value} @{self.desk} {about}".rstrip()


@dataclass(frozen=True, slots=True)
class Script:
    """A whole run: how many desks, its seed, its steps; played twice it is the same."""

    seed: int
    desks: int
    actions: tuple[Action, ...]

    def with_actions(self, actions: Sequence[Action]) -> Script:
        """Return the same run with other steps."""
        return Script(self.seed, self.desks, tuple(actions))


def save(script: Script, path: Path, why: Sequence[str] = ()) -> None:
    """Write a run to a file, one step a line, with what it showed."""
    steps = ",\n  ".join(json.dumps(action.wire(), ensure_ascii=False) for action in script.actions)
    head = json.dumps({"seed": script.seed, "desks": script.desks, "why": list(why)}, ensure_ascii=False)
    path.write_text(f'{head[:-1]}, "actions": [\n  {steps}\n]}}\n', encoding="utf-8")


def load(path: Path) -> Script:
    """Read a run from a file."""
    read = json.loads(path.read_text(encoding="utf-8"))
    steps = (Action(Deed(deed), desk, about) for deed, desk, about in read["actions"])
    return Script(read["seed"], read["desks"], tuple(steps))
