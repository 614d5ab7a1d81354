"""The recovery passphrase, shown once: copy it, print it, and say that it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import GhostButton, PrimaryButton
from ui.kit.card import Card
from ui.kit.fields import CheckField
from ui.kit.labels import Body, Caption, RoleLabel
from ui.kit.layouts import STRETCH, column, row

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

CLIPBOARD_SECONDS = 60


class PassphraseText(RoleLabel):
    """The passphrase in a typeface whose letters cannot be confused."""

    role = "mono"


class PassphrasePage(QWidget):
    """Shows the passphrase until its keeper confirms; ``confirmed`` is sent then."""

    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._community = ""
        self.words = PassphraseText("", wrap=True)
        self.words.setAccessibleName(self.tr("Recovery passphrase"))
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        why = self.tr(
            "If this computer's keyring is lost, only this passphrase opens the data again. "
            "It is shown this once. Print it and lock it away."
        )
        self.kept = CheckField(self.tr("I have printed it or written it down"))
        self.enter = PrimaryButton(self.tr("Open the workbench"), self.confirmed.emit)
        self.enter.setEnabled(False)
        self.kept.toggled.connect(self.enter.setEnabled)
        copied = Caption(self.tr("A copy leaves the clipboard after one minute."))
        tools = row(
            GhostButton(self.tr("Copy"), self.copy, icon_name="copy"),
            GhostButton(self.tr("Print…"), self._ask_printer, icon_name="print"),
            STRETCH,
        )
        card = Card("", self.words, padding=24)
        parts = (Body(why, wrap=True), card, tools, copied, self.kept, row(STRETCH, self.enter), STRETCH)
        self.setLayout(column(*parts, gap=12))

    def show_passphrase(self, passphrase: str, community: str) -> None:
        """Show a passphrase; it is kept nowhere else."""
        self.words.setText(passphrase)
        self._community = community

    def take_focus(self) -> None:
        """Put the cursor on the confirmation."""
        self.kept.setFocus()

    def copy(self) -> None:
        """Copy the passphrase, and take it off the clipboard after a minute."""
        clipboard, secret = QGuiApplication.clipboard(), self.words.text()
        clipboard.setText(secret)
        forget = CLIPBOARD_SECONDS * 1000
        QTimer.singleShot(forget, lambda: clipboard.clear() if clipboard.text() == secret else None)

    def print_on(self, device: QPagedPaintDevice) -> None:
        """Print a sheet to lock away."""
        sheet = QTextDocument()
        heading = self.tr("Recovery passphrase of {community}").format(community=self._community)
        advice = self.tr("Keep this sheet locked away. Whoever has it and the data folder can open the data.")
        sheet.setPlainText(f"{heading}\n\n{self.words.text()}\n\n{advice}")
        sheet.print_(device)

    def _ask_printer(self) -> None:
        # Printing support is a library of its own; most starts never need it.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.open()
