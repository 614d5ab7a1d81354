"""Reads how completely people were registered, from what the second interviews found (登记覆盖)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.census.model import CensusRecheck
from workbench.census.queries.rows import CensusReading
from workbench.census.recheck import Coverage
from workbench.forms.model import FormSubmission
from workbench.security.roles import Permission

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Reading


class CoverageReading(CensusReading):
    """Counts of people, without anything that names them."""

    def recheck_coverage(self, round_id: str) -> Coverage:
        """Return whom the re-interviews found missed or too many, to a supervisor; others get none.

        Raises NotPermitted.
        """
        with self._looking(Permission.VERIFY_CENSUS) as sight:
            if not sight.everything:
                return Coverage()
            done = sight.reading.scalars(
                select(CensusRecheck).where(
                    CensusRecheck.round_id == round_id,
                    CensusRecheck.done_at.is_not(None),
                    CensusRecheck.void_at.is_(None),
                    CensusRecheck.deleted_at.is_(None),
                )
            )
            return sum((_coverage(sight.reading, each) for each in done), Coverage())


def _coverage(reading: Reading, found: CensusRecheck) -> Coverage:
    """Return one household's: a member only the second has was missed, one only the first has is surplus."""
    from workbench.census.records import household_from

    members = [each for each in found.differences if each["member"]]
    missed = sum(not each["first"] for each in members)
    stored = reading.get(FormSubmission, found.submission_id or "")
    there = len(household_from(stored.xml.encode()).persons) if stored else 0
    return Coverage(max(there - missed, 0), missed, len(members) - missed)
