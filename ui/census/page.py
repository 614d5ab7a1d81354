"""Census (普查): the doors to knock at, what was typed twice, and the round as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.census.sections import GROUPS
from ui.sections.page import SectionedPage
from workbench.census.views import ENTITIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.page import Workspace


class CensusPage(SectionedPage):
    """Everything about censuses, surveys and polls, as far as this person takes part in them."""

    entities = ENTITIES | {"form_version"}

    def __init__(self, desk: Any, workspace: Workspace) -> None:
        super().__init__(desk, workspace, self.tr("Census"), GROUPS)
        self.last_answers: Mapping[str, str] = {}
        """What the form handed in last said, by path: the next one may take answers over (F7)."""
