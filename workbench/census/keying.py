"""What is measured while somebody types a form: keystrokes, and time without the pauses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workbench.standards.choice import Choice

PAUSE_SECONDS = 60
"""Without a keystroke for this long the typist pauses, and the whole gap is cut from the active time."""


class KeyingMode(Choice):
    """What was being typed (录入方式)."""

    ENTRY = "entry", "首次录入"
    CORRECTION = "correction", "更正"
    VERIFICATION = "verification", "双录复核"
    RECHECK = "recheck", "抽查"


@dataclass(frozen=True, slots=True)
class KeyingFacts:
    """One sitting at one form, as the renderer measured it.

    Moments are aware; `active_seconds` is the time between them without pauses; `corrections` counts the
    keystrokes that took something back (退格、删除、撤销), which `keystrokes` includes.
    """

    started_at: datetime
    ended_at: datetime
    active_seconds: float
    keystrokes: int
    corrections: int = 0

    def as_json(self) -> dict[str, Any]:
        """Return the facts as they are stored."""
        return {
            "started_at": self.started_at.isoformat(),
            "ended_at": self.ended_at.isoformat(),
            "active_seconds": self.active_seconds,
            "keystrokes": self.keystrokes,
            "corrections": self.corrections,
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> KeyingFacts:
        """Return the facts as they were stored."""
        return cls(
            datetime.fromisoformat(stored["started_at"]),
            datetime.fromisoformat(stored["ended_at"]),
            float(stored["active_seconds"]),
            int(stored["keystrokes"]),
            int(stored["corrections"]),
        )


@dataclass(frozen=True, slots=True)
class Keyed:
    """One sitting in the log that operator figures are made of (录入员统计).

    `fields` is how many answers the form then held. After a verification `compared` counts the fields both
    had typed, `keyer_wrong` those the first typist had wrong, and `verifier_wrong` those the verifier had;
    they stand on the verifier's sitting, and `keyer_id` says whose form it was.
    """

    staff_id: str
    case_id: str
    mode: KeyingMode
    facts: KeyingFacts
    fields: int
    keyer_id: str | None = None
    compared: int = 0
    keyer_wrong: int = 0
    verifier_wrong: int = 0
