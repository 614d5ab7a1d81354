"""What the person sees when something of ours broke: what happened, what was kept, what to do."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from ui.kit.buttons import GhostButton
from ui.kit.dialogs import Dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


def tell_error(parent: QWidget | None, error: Exception) -> Dialog:
    """Show an expected error that no page took; its message is already written for the person."""
    dialog = Dialog(translate("Faults", "This did not work"), str(error), parent=parent)
    dialog.add_close()
    return _opened(dialog)


def tell_fault(parent: QWidget | None, error: BaseException) -> Dialog:
    """Show an unexpected fault, with its details ready to copy for whoever looks after the workbench."""
    sentence = translate(
        "Faults",
        "Something in the workbench broke. Nothing half-done was saved; what you typed is kept as a draft. "
        "Try again; if it comes back, copy the details and send them to whoever looks after the workbench.",
    )
    details = "".join(traceback.format_exception(error))
    dialog = Dialog(translate("Faults", "Something broke"), sentence, parent=parent)
    copy = GhostButton(
        translate("Faults", "Copy the details"), lambda: QGuiApplication.clipboard().setText(details)
    )
    dialog.footer.insertWidget(0, copy)
    dialog.add_close()
    return _opened(dialog)


def _opened(dialog: Dialog) -> Dialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
