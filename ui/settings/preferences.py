"""What a person chose about the window, kept as JSON in the data folder; no Qt here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

FILE = "preferences.json"
SCALES = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
LANGUAGES = ("system", "zh_CN", "en")
SCHEMES = ("system", "light", "dark")
AUTO_LOCK_MINUTES = (1, 3, 5, 10, 15)
MOST_PEOPLE = 20
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices; anything unknown or out of range in the file falls back to the default."""

    language: str = "system"
    scheme: str = "system"
    scale: float = 1.0
    auto_lock_minutes: int = 5
    last_account: str = ""
    community: str = ""
    """The community's name, so that the sign-in window can greet before the store is open."""
    people: Mapping[str, str] = field(default_factory=dict)
    """Names of those who signed in here, by account, the latest last: before the store is open, no more
    than accounts may be known."""

    def with_person(self, account: str, name: str) -> Preferences:
        """Return the same choices, with one more who signed in here."""
        others = {known: called for known, called in self.people.items() if known != account}
        return replace(self, people={**others, account: name}).checked()

    def checked(self) -> Preferences:
        """Return the same choices with every impossible one put back to its default."""
        usual = Preferences()
        return replace(
            self,
            language=self.language if self.language in LANGUAGES else usual.language,
            scheme=self.scheme if self.scheme in SCHEMES else usual.scheme,
            scale=self.scale if self.scale in SCALES else usual.scale,
            auto_lock_minutes=self._minutes(),
            people=self._people(),
        )

    def _people(self) -> dict[str, str]:
        named = [pair for pair in self.people.items() if all(map(_is_name, pair))]
        return dict(named[-MOST_PEOPLE:])

    def _minutes(self) -> int:
        return self.auto_lock_minutes if self.auto_lock_minutes in AUTO_LOCK_MINUTES else 5


def load_preferences(folder: Path) -> Preferences:
    """Read the choices from a data folder; the defaults if there are none or the file is damaged."""
    try:
        stored = json.loads((folder / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return Preferences()
    return Preferences(**_known(stored)).checked() if isinstance(stored, dict) else Preferences()


def save_preferences(folder: Path, chosen: Preferences) -> None:
    """Write the choices; the old file stays whole until the new one is."""
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f"{FILE}.new"
    draft.write_text(json.dumps(asdict(chosen), ensure_ascii=False, indent=2), "utf-8")
    draft.replace(folder / FILE)


def _known(stored: dict[str, Any]) -> dict[str, Any]:
    usual = asdict(Preferences())
    named = {name: stored[name] for name in (each.name for each in fields(Preferences)) if name in stored}
    return {name: value for name, value in named.items() if _fits(value, usual[name])}


def _is_name(word: object) -> bool:
    return isinstance(word, str) and 0 < len(word) <= LONGEST_NAME


def _fits(value: object, usual: object) -> bool:
    if isinstance(usual, float):
        return isinstance(value, int | float) and not isinstance(value, bool)
    return type(value) is type(usual)
