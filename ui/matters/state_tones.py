"""The tone of each state of a matter and the lamp of each deadline, everywhere the same."""

from __future__ import annotations

from ui.kit.painting import LampLevel
from ui.kit.tones import Tone
from workbench.intake.kinds import Lamp, MatterState

STATE_TONES = {
    MatterState.RECEIVED: Tone.NEUTRAL,
    MatterState.SUPPLEMENTING: Tone.WARNING,
    MatterState.ACCEPTED: Tone.ACCENT,
    MatterState.IN_PROGRESS: Tone.INFO,
    MatterState.HANDED_OVER: Tone.NEUTRAL,
    MatterState.DECIDED: Tone.INFO,
    MatterState.DELIVERED: Tone.SUCCESS,
    MatterState.REFUSED: Tone.DANGER,
    MatterState.WITHDRAWN: Tone.NEUTRAL,
}
LAMP_LEVELS = {
    Lamp.GREEN: LampLevel.GREEN,
    Lamp.YELLOW: LampLevel.YELLOW,
    Lamp.RED: LampLevel.RED,
    Lamp.PAUSED: LampLevel.OFF,
    Lamp.DONE: LampLevel.OFF,
}
