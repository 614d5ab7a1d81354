"""The dialogs on desks: invite one, change what it may hold, say that it is lost, take it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit.callout import Callout
from ui.kit.fields import NumberField, TextField
from ui.kit.tones import Tone
from ui.sections.editing import EditDialog
from ui.sync.terms_form import TermsForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.page import Page
    from workbench.desk.device_views import AreaChoice, DeviceLine

USUAL_DAYS, MOST_DAYS = 3, 14
"""For how many days a code is good."""


class InviteDialog(EditDialog):
    """Asks what the new desk may hold; ``saved`` carries the Invitation."""

    def __init__(self, page: Page, areas: Sequence[AreaChoice]) -> None:
        sentence = self.tr("It gets a code; whoever sets the desk up types it once.")
        super().__init__(page, self.tr("Invite a desk"), sentence, width=620, scrolls=True)
        self.form = TermsForm(self.grid, areas)
        self.days = NumberField(self.tr("Code valid for, days"), 1, MOST_DAYS)
        self.days.setValue(USUAL_DAYS)
        self.grid.add("valid", self.tr("Code valid for, days"), self.days)
        self.offer(self.tr("Make the code  Ctrl+Enter"), self.submit)

    def submit(self) -> None:
        """Make the code."""
        if self.form.check():
            terms, days = self.form.terms(), self.days.value()
            self.save(lambda: self.desk.devices.invite(terms, days))


class DeskDialog(EditDialog):
    """Changes what a desk may hold."""

    def __init__(self, page: Page, areas: Sequence[AreaChoice], one: DeviceLine) -> None:
        sentence = self.tr("What it may hold no more is removed from it at its next contact, not elsewhere.")
        super().__init__(
            page, self.tr("Edit {name}").format(name=one.terms.name), sentence, width=620, scrolls=True
        )
        self._device_id = one.id
        self.form = TermsForm(self.grid, areas, one.terms)
        self.offer(self.tr("Save  Ctrl+Enter"), self.submit)

    def submit(self) -> None:
        """Save the changes."""
        if self.form.check():
            terms = self.form.terms()
            self.save(lambda: self.desk.devices.change_device(self._device_id, terms))


class LeaveDialog(EditDialog):
    """Says what happens to a desk that is lost or taken off, and asks why; there is no way back."""

    def __init__(self, page: Page, one: DeviceLine, *, lost: bool) -> None:
        title = self.tr("{name} is lost") if lost else self.tr("Take {name} off")
        super().__init__(page, title.format(name=one.terms.name), width=520)
        self._device_id, self._lost = one.id, lost
        self.grid.add_wide(
            Callout(
                Tone.WARNING,
                self.tr("At its next contact it hands over, sealed, what it had not sent."),
                self.tr("Then its key is destroyed and nobody can read it any more. This is not undone."),
            )
        )
        self.reason = TextField(self.tr("Reason"))
        self.grid.add("reason", self.tr("Reason"), self.reason, required=True, span=2)
        self.main = self.add_buttons(
            self.tr("Mark as lost") if lost else self.tr("Take off"), self.submit, danger=True
        )

    def submit(self) -> None:
        """Do it, if a reason is given."""
        reason = " ".join(self.reason.text().split())
        self.grid.show_errors({} if reason else {"reason": self.tr("Please fill this in.")})
        if reason:
            devices, about = self.desk.devices, self._device_id
            self.save(lambda: (devices.mark_lost if self._lost else devices.revoke)(about, reason))
