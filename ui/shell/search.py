"""What the search field finds, in groups; the desk answers, the window adds its commands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ui.kit.tones import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One thing found; ``kind`` and ``record_id`` say what opens."""

    kind: str
    record_id: str
    title: str
    detail: str = ""
    mark: str = ""
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class SearchGroup:
    """Things of one kind under a heading: people, items, matters, commands."""

    heading: str
    icon: str
    hits: tuple[SearchHit, ...]


class SearchProvider(Protocol):
    """Answers the search field; called in the background at every keystroke."""

    def search(self, text: str) -> Sequence[SearchGroup]:
        """Return groups that are not empty, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something the window itself can do, found by its words."""

    key: str
    title: str
    icon: str
    shortcut: str = ""


def matching_commands(commands: Sequence[Command], text: str) -> tuple[SearchHit, ...]:
    """Return the commands whose title contains the text, all of them for no text."""
    wanted = text.strip().casefold()
    return tuple(
        SearchHit("command", command.key, command.title, mark=command.shortcut)
        for command in commands
        if wanted in command.title.casefold()
    )
