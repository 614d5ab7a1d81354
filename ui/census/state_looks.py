"""How the state of a household's form looks: a tone, and an icon that says the same without colour."""

from __future__ import annotations

from dataclasses import dataclass

from ui.kit.tones import Tone
from workbench.census.kinds import CaseState


@dataclass(frozen=True, slots=True)
class StateLook:
    """A tone, and an icon; a door nobody has knocked at has none."""

    tone: Tone
    icon: str


LOOKS = {
    CaseState.NOT_VISITED: StateLook(Tone.NEUTRAL, ""),
    CaseState.ABSENT: StateLook(Tone.WARNING, "clock"),
    CaseState.REFUSED: StateLook(Tone.DANGER, "close"),
    CaseState.VACANT: StateLook(Tone.NEUTRAL, "minus"),
    CaseState.IN_ENTRY: StateLook(Tone.INFO, "edit"),
    CaseState.ENTERED: StateLook(Tone.ACCENT, "check"),
    CaseState.TO_CORRECT: StateLook(Tone.DANGER, "warning"),
    CaseState.VERIFIED: StateLook(Tone.SUCCESS, "copy"),
    CaseState.RECHECKED: StateLook(Tone.SUCCESS, "eye"),
    CaseState.SIGNED_OFF: StateLook(Tone.SUCCESS, "lock"),
}
"""Every state's look."""
