"""Where a form is filled: the clock, who fills it, chance, and what is known beforehand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from uuid import uuid4

from workbench.standards.clock import Clock, utc_now


def new_uuid() -> str:
    """Return a random UUID (version 4) as text."""
    return str(uuid4())


@dataclass(frozen=True, slots=True)
class Setting:
    """What a session takes from outside; equal settings give equal sessions."""

    clock: Clock = utc_now
    username: str = ""
    device_id: str = ""
    seed: int | None = None
    """Where chance begins (``random()``, ``randomize()``); None draws one, which drafts keep."""
    new_uuid: Callable[[], str] = new_uuid
    prefilled: Mapping[str, str] = field(default_factory=dict)
    """Answers known beforehand, by path with positions; kept out of undo.

    Those the form has no place for, or works out itself, are left out.
    """
    language: str = ""
    """The language to begin with; the form's default where it is empty or unknown."""
    properties: Mapping[str, str] = field(default_factory=dict)
    """Other properties a form may ask for: ``email``, ``phonenumber``, ``simserial`` …"""

    def user(self) -> Mapping[str, str]:
        """Return what the preload ``property`` may ask for, by its lower-case name."""
        known = {"username": self.username, "deviceid": self.device_id}
        return {name.lower(): value for name, value in self.properties.items()} | known
