"""The verbs a matter allows now as buttons: key, order, who may, and which one leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import Button, GhostButton, PrimaryButton
from ui.kit.flow import FlowLayout
from ui.wording.labels import label_of
from workbench.intake.kinds import MatterState, Verb
from workbench.intake.rights import right_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.intake.queries.details import MatterDetail

KEYS = {
    Verb.TAKE_OVER: "F2",
    Verb.RETURN_HANDOVER: "Shift+F2",
    Verb.ACCEPT: "Ctrl+Return",
    Verb.SUPPLEMENT_RECEIVED: "F5",
    Verb.KEEP_PROMISE: "F4",
    Verb.START_WORK: "F9",
    Verb.DECIDE: "F10",
    Verb.DELIVER: "F12",
    Verb.COMPLETE_AT_ONCE: "Shift+F9",
    Verb.BEGIN_INSPECTION: "F3",
    Verb.END_INSPECTION: "F3",
    Verb.EXTEND: "Shift+F3",
    Verb.REQUEST_SUPPLEMENT: "F6",
    Verb.REFUSE: "F7",
    Verb.WITHDRAW: "Shift+F7",
    Verb.HAND_OVER: "F8",
    Verb.ASSIGN: "Shift+F8",
}
"""Keys in the order of the buttons; verbs that nobody presses a button for are not here."""
LEADS = {
    MatterState.RECEIVED: (Verb.TAKE_OVER, Verb.COMPLETE_AT_ONCE, Verb.ACCEPT),
    MatterState.SUPPLEMENTING: (Verb.TAKE_OVER, Verb.SUPPLEMENT_RECEIVED),
    MatterState.ACCEPTED: (Verb.TAKE_OVER, Verb.COMPLETE_AT_ONCE, Verb.START_WORK),
    MatterState.IN_PROGRESS: (Verb.TAKE_OVER, Verb.END_INSPECTION, Verb.DECIDE),
    MatterState.HANDED_OVER: (Verb.TAKE_OVER, Verb.DECIDE),
    MatterState.DECIDED: (Verb.TAKE_OVER, Verb.DELIVER),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A verb that the state allows; ``why_not`` says why this person cannot use it."""

    verb: Verb
    leads: bool
    why_not: str = ""


def offers_of(detail: MatterDetail, desk: Any) -> tuple[Offer, ...]:
    """Return what may be done with a matter now, in the order of the buttons."""
    possible = [verb for verb in KEYS if verb in detail.possible]
    lead = next((verb for verb in LEADS.get(detail.row.state, ()) if verb in possible), None)
    return tuple(Offer(verb, verb is lead, _why_not(verb, desk)) for verb in possible)


def _why_not(verb: Verb, desk: Any) -> str:
    needed = right_for(verb)
    if desk.may(needed):
        return ""
    words = QCoreApplication.translate("VerbBar", "Needs the right “{right}”: ask your supervisor.")
    return words.format(right=label_of(needed))


class VerbBar(QWidget):
    """One button an offer, wrapping when the room is short; ``asked`` carries the verb."""

    asked = Signal(Verb)

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("What can be done"))
        self._flow = FlowLayout(gap=6)
        self.setLayout(self._flow)
        self.buttons: dict[Verb, Button] = {}
        for keys in dict.fromkeys(KEYS.values()):
            shortcut = QShortcut(QKeySequence(keys), page, lambda pressed=keys: self._press(pressed))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        """Show the buttons, the leading one first."""
        while (item := self._flow.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        ordered = sorted(offers, key=lambda offer: not offer.leads)
        self.buttons = {offer.verb: self._button(offer) for offer in ordered}
        for button in self.buttons.values():
            self._flow.addWidget(button)
        self.setVisible(bool(offers))
        self.updateGeometry()

    def _button(self, offer: Offer) -> Button:
        made = PrimaryButton if offer.leads else GhostButton
        key = KEYS[offer.verb].replace("Return", "Enter")
        button = made(f"{label_of(offer.verb)}  {key}", lambda: self.asked.emit(offer.verb))
        button.setAccessibleName(label_of(offer.verb))
        button.setEnabled(not offer.why_not)
        button.setToolTip(offer.why_not)
        return button

    def _press(self, keys: str) -> None:
        for verb in self._of(keys):
            if self.buttons[verb].isEnabled():
                self.asked.emit(verb)
                return

    def _of(self, keys: str) -> Iterator[Verb]:
        return (verb for verb in self.buttons if KEYS[verb] == keys)
