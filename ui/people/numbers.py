"""Masked numbers of a resident: the eye asks why, the desk journals it, the number shows for a minute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.kit.labels import Body
from ui.kit.masked import MaskedField
from ui.wording.labels import label_of
from workbench.security.roles import Permission
from workbench.security.unmasking import Purpose

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.page import Page


def number_field(page: Page, name: str, resident_id: str, field: str, masked: str) -> QWidget:
    """Return a masked number, with an eye for those who may look behind the mask."""
    if not masked or not page.desk.may(Permission.UNMASK):
        return Body(masked or "—")

    def look(purpose: Purpose, words: str, show: Callable[[str], None]) -> None:
        def reveal() -> str:
            page.desk.unmasking.grant(resident_id, (field,), purpose, words)
            return page.desk.unmasking.reveal(resident_id, field) or ""

        page.workspace.background.run(made, reveal, show, page.notice.say_error)

    usual = {label_of(purpose): purpose for purpose in Purpose if purpose is not Purpose.OTHER}
    made = MaskedField(
        name,
        masked,
        lambda label, show: look(usual[label], "", show),
        tuple(usual),
        lambda words, show: look(Purpose.OTHER, words, show),
    )
    return made
