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

PURPOSES = tuple(purpose for purpose in Purpose if purpose is not Purpose.OTHER)
"""The purposes of one click; any other needs words and is asked for on the people page."""


def number_field(page: Page, name: str, resident_id: str, field: str, masked: str) -> QWidget:
    """Return a masked number, with an eye for those who may look behind the mask."""
    if not masked or not page.desk.may(Permission.UNMASK):
        return Body(masked or "—")

    def unmask(purpose: str, show: Callable[[str], None]) -> None:
        chosen = next(each for each in PURPOSES if label_of(each) == purpose)
        page.workspace.background.run(made, lambda: _reveal(page, resident_id, field, chosen), show, _fail)

    def _fail(error: Exception) -> None:
        page.notice.say_error(error)

    made = MaskedField(name, masked, unmask, [label_of(purpose) for purpose in PURPOSES])
    return made


def _reveal(page: Page, resident_id: str, field: str, purpose: Purpose) -> str:
    page.desk.unmasking.grant(resident_id, (field,), purpose)
    return page.desk.unmasking.reveal(resident_id, field) or ""
