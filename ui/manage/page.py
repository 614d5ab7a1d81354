"""Manage (管理): everything that is set once and looked after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.manage.sections import GROUPS
from ui.sections.page import SectionedPage

if TYPE_CHECKING:
    from ui.page import Workspace


class ManagePage(SectionedPage):
    """The community, its staff and this desk."""

    entities = frozenset({"community", "grid", "building", "holiday_override", "staff_account"})

    def __init__(self, desk: Any, workspace: Workspace) -> None:
        super().__init__(desk, workspace, self.tr("Manage"), GROUPS)
