"""Counts an area before its sign-off, for the verb that signs and for the page that says what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.census.model import CensusCase, CensusDouble, CensusRecheck
from workbench.census.reading import course_of
from workbench.census.rules.acceptance import AreaTally, Rechecked, Requirements, error_rate
from workbench.census.rules.cases import WITH_FORM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session as Reading

    from workbench.census.model import CensusArea, CensusRound


def tally_of(reading: Reading, area: CensusArea) -> AreaTally:
    """Return what an area looks like now."""
    chosen = select(CensusCase).where(CensusCase.area_id == area.id, CensusCase.deleted_at.is_(None))
    cases = reading.scalars(chosen).all()
    with_form = [case for case in cases if case.state in WITH_FORM]
    drawn = rechecks_of(reading, area.id)
    return AreaTally(
        unfinished=sum(not course_of(case).finished for case in cases),
        hard_edits=sum(case.hard_edits > 0 for case in with_form),
        soft_edits=sum(case.soft_edits > 0 for case in with_form),
        with_form=len(with_form),
        verified=sum(case.verified_at is not None for case in with_form),
        doubles_open=_doubles_open(reading, [case.id for case in cases]),
        rechecks_open=sum(each.done_at is None for each in drawn),
        rechecks_drawn=len(drawn),
        errors=error_rate(rechecked(each) for each in drawn if each.done_at is not None),
    )


def requirements_of(found: CensusRound) -> Requirements:
    """Return what a round asks of its areas."""
    return Requirements(found.double_key_percent, found.recheck_percent, found.error_limit_percent)


def rechecks_of(reading: Reading, area_id: str) -> Sequence[CensusRecheck]:
    """Return the households of an area's present sample."""
    chosen = select(CensusRecheck).where(
        CensusRecheck.area_id == area_id, CensusRecheck.void_at.is_(None), CensusRecheck.deleted_at.is_(None)
    )
    return reading.scalars(chosen).all()


def rechecked(row: CensusRecheck) -> Rechecked:
    """Return a second interview as the error rates take it."""
    return Rechecked(row.area_id, row.enumerator_id, row.compared, row.errors)


def _doubles_open(reading: Reading, case_ids: list[str]) -> int:
    chosen = select(CensusDouble.id).where(
        CensusDouble.case_id.in_(case_ids),
        CensusDouble.settled_at.is_(None),
        CensusDouble.deleted_at.is_(None),
    )
    return len(reading.scalars(chosen).all())
