"""Consistency edits of the census short form (审核关系): hard and soft, each declared and explained."""

from __future__ import annotations

from workbench.census.edits.declared import (
    SEVENTH_CENSUS,
    CensusMoment,
    Edit,
    Finding,
    Severity,
    found,
)
from workbench.census.edits.household import HOUSEHOLD_EDITS
from workbench.census.edits.members import MEMBER_EDITS
from workbench.census.edits.person import PERSON_EDITS
from workbench.census.records import CensusHousehold

__all__ = ["EDITS", "SEVENTH_CENSUS", "CensusMoment", "Edit", "Finding", "Severity", "check_household"]

EDITS: tuple[Edit, ...] = (*HOUSEHOLD_EDITS, *MEMBER_EDITS, *PERSON_EDITS)
"""Every edit, in the order in which a household is read."""


def check_household(
    household: CensusHousehold, moment: CensusMoment, skip: frozenset[str] = frozenset()
) -> tuple[Finding, ...]:
    """Return what does not hold in a household, hard ones first; `skip` leaves out edits by number."""
    findings = [each for edit in EDITS if edit.number not in skip for each in found(edit, household, moment)]
    return tuple(sorted(findings, key=lambda each: each.severity is Severity.SOFT))
