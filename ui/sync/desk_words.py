"""What a desk or an invitation is, in words: its scope, its state, when it was last heard of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.kit.tones import Tone
from ui.wording.labels import listed
from workbench.desk.device_views import InvitationState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.sync.terms import DeskTerms

translate = QCoreApplication.translate

_DESK_STATES = {
    "active": (QT_TRANSLATE_NOOP("DeskWords", "in use"), Tone.SUCCESS),
    "lost": (QT_TRANSLATE_NOOP("DeskWords", "lost"), Tone.DANGER),
    "revoked": (QT_TRANSLATE_NOOP("DeskWords", "revoked"), Tone.NEUTRAL),
}
_INVITATION_STATES = {
    InvitationState.OPEN: (QT_TRANSLATE_NOOP("DeskWords", "waiting"), Tone.INFO),
    InvitationState.USED: (QT_TRANSLATE_NOOP("DeskWords", "used"), Tone.SUCCESS),
    InvitationState.EXPIRED: (QT_TRANSLATE_NOOP("DeskWords", "expired"), Tone.NEUTRAL),
    InvitationState.WITHDRAWN: (QT_TRANSLATE_NOOP("DeskWords", "withdrawn"), Tone.NEUTRAL),
}


def desk_state(state: str) -> tuple[str, Tone]:
    """Return a desk's state and its tone."""
    words, tone = _DESK_STATES.get(state, (state, Tone.NEUTRAL))
    return translate("DeskWords", words), tone


def invitation_state(state: InvitationState) -> tuple[str, Tone]:
    """Return an invitation's state and its tone."""
    words, tone = _INVITATION_STATES[state]
    return translate("DeskWords", words), tone


def scope_words(terms: DeskTerms, area_names: Sequence[str]) -> str:
    """Return what a desk may hold."""
    if not terms.outside:
        whole = translate("DeskWords", "everything of the community")
        return f"{whole} · {_masked()}" if terms.masked else whole
    areas = listed(area_names) if terms.areas is not None else translate("DeskWords", "all areas")
    census = translate("DeskWords", "census only: {areas}").format(areas=areas or "—")
    return f"{census} · {_masked()}" if terms.masked else census


def hours_words(hours: int) -> str:
    """Return how long a desk may work without contact."""
    if hours % 24 == 0:
        days = hours // 24
        return translate("DeskWords", "%n day(s)", "", days)
    return translate("DeskWords", "%n hour(s)", "", hours)


def _masked() -> str:
    return translate("DeskWords", "numbers masked")
