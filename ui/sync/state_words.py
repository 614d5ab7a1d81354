"""How sync stands, in words: for the status bar and for its own page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.kit.tones import Tone
from ui.wording.dates import moment_words
from workbench.standards.clock import SHANGHAI, local_date
from workbench.sync.state import Phase

if TYPE_CHECKING:
    from datetime import date, datetime

    from workbench.desk.sync_views import SyncState

translate = QCoreApplication.translate

_PHASE_LOOKS = {
    Phase.OFF: ("cloud-off", Tone.NEUTRAL),
    Phase.IDLE: ("cloud", Tone.SUCCESS),
    Phase.SENDING: ("upload", Tone.INFO),
    Phase.RECEIVING: ("download", Tone.INFO),
    Phase.FIRST: ("download", Tone.INFO),
    Phase.PAUSED: ("pause", Tone.NEUTRAL),
    Phase.UNREACHABLE: ("cloud-off", Tone.NEUTRAL),
    Phase.REFUSED: ("warning", Tone.WARNING),
}


def phase_look(phase: Phase) -> tuple[str, Tone]:
    """Return the icon and the tone of a phase; no network is nothing to be alarmed at."""
    return _PHASE_LOOKS[phase]


def clock_words(moment: datetime | None, today: date) -> str:
    """Return a moment of today as 09:42, another with its day."""
    if moment is None:
        return "—"
    if local_date(moment) == today:
        return f"{moment.astimezone(SHANGHAI):%H:%M}"
    return moment_words(moment)


def headline(state: SyncState) -> str:
    """Return in one line how sync stands."""
    match state.phase:
        case Phase.OFF:
            return translate("SyncWords", "This desk works by itself")
        case Phase.SENDING:
            return translate("SyncWords", "Sending what was done here")
        case Phase.RECEIVING:
            return translate("SyncWords", "Fetching what others did")
        case Phase.FIRST:
            return translate("SyncWords", "Reading everything anew")
        case Phase.PAUSED:
            return translate("SyncWords", "Sync is paused")
        case Phase.UNREACHABLE:
            return translate("SyncWords", "No connection to the server")
        case Phase.REFUSED:
            return translate("SyncWords", "The server does not serve this desk")
    if state.unsent:
        return translate("SyncWords", "Connected, some changes are on their way")
    return translate("SyncWords", "Everything is up to date")


def explanation(state: SyncState, today: date) -> str:
    """Return what that means for whoever sits here."""
    if state.problem:
        return state.problem
    match state.phase:
        case Phase.OFF:
            return translate("SyncWords", "Everything is kept on this computer. Nothing is missing.")
        case Phase.UNREACHABLE:
            words = translate(
                "SyncWords",
                "Last exchange {time}. Go on working: everything is kept and sent by itself later.",
            )
            return words.format(time=clock_words(state.last_sync, today))
        case Phase.PAUSED:
            return translate("SyncWords", "Nothing is sent or fetched until you go on. Nothing is lost.")
        case Phase.FIRST:
            return translate("SyncWords", "It goes on by itself after an interruption.")
    return translate("SyncWords", "It runs by itself, after every change and every minute.")


def bar_words(state: SyncState, today: date) -> str:
    """Return the few words of the status bar."""
    if state.locks_at is not None:
        until = clock_words(state.locks_at, today)
        return translate("SyncWords", "Locks {time} without contact").format(time=until)
    time = clock_words(state.last_sync, today)
    match state.phase:
        case Phase.OFF:
            return translate("SyncWords", "Working offline")
        case Phase.PAUSED:
            return translate("SyncWords", "Sync paused")
        case Phase.UNREACHABLE:
            return translate("SyncWords", "Offline since {time}").format(time=time)
        case Phase.REFUSED:
            return translate("SyncWords", "Sync stands still")
        case Phase.FIRST | Phase.SENDING | Phase.RECEIVING if state.progress is not None:
            done, total = state.progress
            words = translate("SyncWords", "Syncing {done} of {total}")
            return words.format(done=f"{done:,}", total=f"{total:,}")
        case Phase.FIRST | Phase.SENDING | Phase.RECEIVING:
            return translate("SyncWords", "Syncing…")
    return translate("SyncWords", "Synchronised {time}").format(time=time)


def unsent_tone(state: SyncState) -> Tone:
    """Return the tone of what is unsent: a warning only where it does not go by itself any more."""
    stuck = state.phase in (Phase.UNREACHABLE, Phase.PAUSED, Phase.REFUSED)
    return Tone.WARNING if state.unsent and stuck else Tone.NEUTRAL
