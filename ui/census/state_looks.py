"""How the state of a household's form looks: a tone, and an icon that says the same without colour."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.kit.tones import Tone
from workbench.census.kinds import CaseState


@dataclass(frozen=True, slots=True)
class StateLook:
    """A tone, an icon (none for a door nobody has knocked at), and the word in the language in force."""

    tone: Tone
    icon: str
    source: str

    @property
    def word(self) -> str:
        """The state's name in the language in force."""
        return QCoreApplication.translate("CaseState", self.source)


LOOKS = {
    CaseState.NOT_VISITED: StateLook(Tone.NEUTRAL, "", QT_TRANSLATE_NOOP("CaseState", "Not visited")),
    CaseState.ABSENT: StateLook(Tone.WARNING, "clock", QT_TRANSLATE_NOOP("CaseState", "Nobody in")),
    CaseState.REFUSED: StateLook(Tone.DANGER, "close", QT_TRANSLATE_NOOP("CaseState", "Refused")),
    CaseState.VACANT: StateLook(Tone.NEUTRAL, "minus", QT_TRANSLATE_NOOP("CaseState", "Empty")),
    CaseState.IN_ENTRY: StateLook(Tone.INFO, "edit", QT_TRANSLATE_NOOP("CaseState", "In entry")),
    CaseState.ENTERED: StateLook(Tone.ACCENT, "check", QT_TRANSLATE_NOOP("CaseState", "Entered")),
    CaseState.TO_CORRECT: StateLook(Tone.DANGER, "warning", QT_TRANSLATE_NOOP("CaseState", "To correct")),
    CaseState.VERIFIED: StateLook(Tone.SUCCESS, "copy", QT_TRANSLATE_NOOP("CaseState", "Verified")),
    CaseState.RECHECKED: StateLook(Tone.SUCCESS, "eye", QT_TRANSLATE_NOOP("CaseState", "Re-checked")),
    CaseState.SIGNED_OFF: StateLook(Tone.SUCCESS, "lock", QT_TRANSLATE_NOOP("CaseState", "Signed off")),
}
"""Every state's look."""
