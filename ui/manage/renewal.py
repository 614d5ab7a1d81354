"""The new recovery passphrase, shown once in a dialog that leaves only when it is said to be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.kit.dialogs import Dialog
from ui.signin.passphrase import PassphrasePage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class PassphraseDialog(Dialog):
    """Shows the passphrase; Esc does not close it."""

    def __init__(self, parent: QWidget, passphrase: str, community: str) -> None:
        super().__init__(self.tr("New recovery passphrase"), parent=parent, width=560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.page = PassphrasePage()
        self.page.show_passphrase(passphrase, community)
        self.page.enter.setText(self.tr("Done"))
        self.page.confirmed.connect(self.accept)
        self.body.addWidget(self.page)

    def reject(self) -> None:
        """Leave only once the passphrase is kept."""
        if self.page.kept.isChecked():
            super().reject()
