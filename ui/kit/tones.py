"""Tones: what a pill, notice or toast means, apart from its words."""

from __future__ import annotations

from enum import StrEnum


class Tone(StrEnum):
    """The meaning of a colour; words or an icon always say it too."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"

    @property
    def icon_name(self) -> str:
        """The icon that says the same without colour."""
        return _ICONS.get(self, "info")

    @property
    def token(self) -> str:
        """The palette token of words and icons in this tone."""
        return "accent_text" if self is Tone.ACCENT else self.value

    @property
    def soft_token(self) -> str:
        """The palette token of the ground below them."""
        return f"{self.value}_soft"


_ICONS = {Tone.SUCCESS: "success", Tone.WARNING: "warning", Tone.DANGER: "error"}
