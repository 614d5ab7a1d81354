"""The forms that ship with the workbench: workbooks in `resources/forms`, which are their own source."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ShippedForm:
    """A form of `resources/forms`; sources and doubts stand on the last sheet of its workbook."""

    form_id: str
    title: str

    @property
    def path(self) -> Path:
        """Where the workbook lies."""
        return Path(str(files("resources").joinpath("forms", f"{self.form_id}.xlsx")))


CENSUS_SHORT = ShippedForm("census_short", "第七次全国人口普查短表")
NEEDS_SURVEY = ShippedForm("needs_survey", "居民需求调查")
SATISFACTION_POLL = ShippedForm("satisfaction_poll", "服务满意度调查")

SHIPPED_FORMS = (CENSUS_SHORT, NEEDS_SURVEY, SATISFACTION_POLL)
