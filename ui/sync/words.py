"""How sync stands, who wrote what where, and what a dispute is about, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.journal.terms import record_word
from ui.kit.tones import Tone
from ui.wording.dates import moment_words
from workbench.desk.sync_views import DisputeKind, Phase
from workbench.standards.clock import SHANGHAI, local_date

if TYPE_CHECKING:
    from datetime import date, datetime

    from workbench.desk.sync_views import DisputeLine, SyncState

translate = QCoreApplication.translate

KIND_TONES = {
    DisputeKind.FIELDS: Tone.WARNING,
    DisputeKind.WHOLE: Tone.WARNING,
    DisputeKind.REFUSED: Tone.DANGER,
    DisputeKind.REMOVALS: Tone.DANGER,
}
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


def who_where(who: str, desk: str, moment: datetime | None) -> str:
    """Return who wrote something, at which desk and when."""
    return " · ".join(filter(None, (who, desk, moment_words(moment))))


def subject(line: DisputeLine) -> str:
    """Return what a dispute is about; a record whose name is not known here is only called by its kind."""
    if line.kind is DisputeKind.REMOVALS:
        count = line.count
        return translate("SyncWords", "%n removals", "", count)
    return line.title or record_word(line.entity)


def mark(line: DisputeLine) -> str:
    """Return the few words that stand at the right of a dispute."""
    if line.kind is DisputeKind.FIELDS:
        count = line.count
        return translate("SyncWords", "%n field(s)", "", count)
    return {
        DisputeKind.WHOLE: translate("SyncWords", "whole record"),
        DisputeKind.REFUSED: translate("SyncWords", "not taken"),
        DisputeKind.REMOVALS: translate("SyncWords", "to approve"),
    }[line.kind]


def outcome(line: DisputeLine) -> str:
    """Return how a dispute ended."""
    return {
        "mine": translate("SyncWords", "the author's values taken"),
        "theirs": translate("SyncWords", "left as it stood"),
        "third": translate("SyncWords", "values chosen or written anew"),
        "approve": translate("SyncWords", "approved"),
        "apply": translate("SyncWords", "applied by somebody else"),
        "discard": translate("SyncWords", "dropped"),
    }.get(line.choice, line.choice)
