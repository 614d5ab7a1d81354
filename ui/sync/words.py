"""Who wrote what where, what a dispute is about and how it ended, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.journal.terms import record_word
from ui.kit.tones import Tone
from ui.wording.dates import moment_words
from workbench.desk.sync_views import DisputeKind

if TYPE_CHECKING:
    from datetime import datetime

    from workbench.desk.sync_views import DisputeLine

translate = QCoreApplication.translate

KIND_TONES = {
    DisputeKind.FIELDS: Tone.WARNING,
    DisputeKind.WHOLE: Tone.WARNING,
    DisputeKind.REFUSED: Tone.DANGER,
    DisputeKind.REMOVALS: Tone.DANGER,
}


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
