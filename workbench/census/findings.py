"""What consistency edits hold against a form, and how an explanation names what it explains (审核结果)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.census.edits import Severity, check_household
from workbench.census.edits.declared import CensusMoment
from workbench.census.forms import CENSUS_FORM
from workbench.census.records import household_from
from workbench.standards.clock import local_date

if TYPE_CHECKING:
    from workbench.census.edits import Finding
    from workbench.census.forms import FormFacts
    from workbench.census.model import CensusRound


def findings_of(xml: bytes, round_: CensusRound, form: FormFacts) -> tuple[Finding, ...]:
    """Return what consistency edits say of a submission; only the census form has any."""
    if form.form_id != CENSUS_FORM:
        return ()
    reference = local_date(round_.moment)
    period_from = reference.replace(year=reference.year - 1, day=1)
    return check_household(household_from(xml), CensusMoment(reference, period_from))


def finding_key(finding: Finding) -> str:
    """Return how an explanation names what it explains: the edit's number and whom it is about."""
    return ":".join((finding.number, *map(str, finding.members)))


def is_soft(finding: Finding) -> bool:
    """Say whether an explanation is enough; what is hard must be corrected."""
    return finding.severity is Severity.SOFT
