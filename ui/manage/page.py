"""Manage (管理): everything that is set once and looked after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.manage.sections import GROUPS
from ui.sections.page import SectionedPage

if TYPE_CHECKING:
    from ui.page import Workspace


class ManagePage(SectionedPage):
    """The community, its staff and this desk."""

    entities = frozenset(
        {"community", "grid", "building", "holiday_override", "staff_account"}
        | {"sync_dispute", "desk_device", "desk_invitation"}
    )

    def __init__(self, desk: Any, workspace: Workspace) -> None:
        super().__init__(desk, workspace, self.tr("Manage"), GROUPS)

    def open_record(self, kind: str, record_id: str) -> None:
        """Go to the inbox of sync, or to the section about it that is named."""
        self.show_section(record_id if record_id in self.section_keys() else kind)
        self._enter()
