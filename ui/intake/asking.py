"""What intake asks in dialogs: why it refuses, to whom it hands over, which file proves the agent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.intake.refusal import RefusalDialog
from ui.intake.transfer import TransferDialog
from workbench.catalogue.rules import ItemKind
from workbench.intake.kinds import TicketKind, Verb

if TYPE_CHECKING:
    from ui.intake.conversation import Conversation
    from ui.page import Page
    from workbench.intake.requests import Ticket


class Asking(QObject):
    """Opens the dialogs and hands their answers to the conversation."""

    def __init__(self, page: Page, conversation: Conversation) -> None:
        super().__init__(page)
        self._page, self._desk, self._conversation = page, page.desk, conversation

    def refusal(self) -> RefusalDialog | None:
        """Ask for a written refusal of the matter in front."""
        matter = self._conversation.talk.matter
        if matter is None:
            return None
        dialog = RefusalDialog(matter.item, self._page)
        dialog.refused.connect(lambda refusal: self._conversation.settle(Verb.REFUSE, refusal))
        dialog.open()
        return dialog

    def target(self) -> None:
        """Ask to whom the matter in front goes."""
        self._page.ask(self._desk.staff.staff, self._open_target)

    def proof(self) -> None:
        """Ask for a scan of what proves the agent."""
        kinds = self.tr("Scans and photos") + " (*.pdf *.jpg *.jpeg *.png)"
        files, _kind = QFileDialog.getOpenFileNames(self._page, self.tr("Proof of the agent"), "", kinds)
        if files:
            self._conversation.scan_proof(files)

    def number(self, kind: str) -> None:
        """Give a number of the queue to somebody at the door."""
        self._page.ask(lambda: self._desk.intake.take_ticket(TicketKind(kind)), self._tell_number)

    def _tell_number(self, ticket: Ticket) -> None:
        words = self.tr("Number {number}, {count} before").format(
            number=ticket.number, count=ticket.waiting_before
        )
        self._page.workspace.toast(words)

    def _open_target(self, staff: Any) -> None:
        matter = self._conversation.talk.matter
        if matter is None:
            return
        others = [each for each in staff if each.active and each.id != self._desk.session.staff_id]
        outside = matter.item.kind is ItemKind.REFERRAL and not matter.missing()
        dialog = TransferDialog(others, matter.item.department, self._page, outside=outside)
        dialog.transferred.connect(self._conversation.hand_over)
        dialog.open()
