"""How a form is put before a person: on one sheet or a question at a time, and what the page lends to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from workbench.census.keying import PAUSE_SECONDS
from workbench.standards.clock import utc_now


class Mode(StrEnum):
    """How much is seen at once."""

    SHEET = "sheet"
    """Heads-down (录入): the whole form as compact rows, walked by keys."""
    SINGLE = "single"
    """One question at a time (逐题): calm and large, for training and at the doorstep."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What a page declares when it shows a form."""

    mode: Mode = Mode.SHEET
    goes_on_when_full: bool = True
    """A field of a fixed width that is full goes on by itself: identity number, year, a code."""
    keep: Callable[[dict[str, Any]], object] | None = None
    """Keeps a draft; called off the GUI thread, at most one call at a time."""
    keep_file: Callable[[Path], str] | None = None
    """Takes a chosen photo or file into keeping and returns the name the form stores; off the GUI thread."""
    previous: Mapping[str, str] = field(default_factory=dict)
    """The previous record's values by path, for “same as before” (F7)."""
    correcting: bool = False
    """A submission is put right: the reason is asked for, and finishing waits for it."""
    switchable: bool = True
    """Whether the person may change the mode."""
    pause_seconds: float = PAUSE_SECONDS
    """A gap between two keystrokes as long as this is a pause and no working time."""
    clock: Callable[[], datetime] = utc_now
