"""Says why no connection was made; a server that could not prove itself has no way around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.kit.layouts import show_if
from ui.kit.tones import Tone
from workbench.sync.errors import CertificateRefused

if TYPE_CHECKING:
    from ui.kit.callout import Callout

translate = QCoreApplication.translate


def say_refused(callout: Callout, error: Exception) -> None:
    """Show an error of connecting or joining in full."""
    if isinstance(error, CertificateRefused):
        title = translate("Trust", "This server could not prove that it is the right one.")
        advice = translate(
            "Trust",
            "Nothing was sent, and there is no way around this. Compare the address with the supervisor's, "
            "check the computer's date, or choose the authority file you were given.",
        )
        callout.say(Tone.DANGER, title, f"{error}\n{advice}")
    else:
        callout.say(Tone.DANGER, translate("Trust", "No connection was made."), str(error))
    show_if(callout, True)
