"""Looks up what somebody promised before, for the bar on further promises (容缺失信)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.intake.model import Matter, MatterMaterial
from workbench.intake.rules import materials
from workbench.intake.rules.materials import PastPromise

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from workbench.intake.requests import ApplicantFacts


def barred_until(session: Session, applicant: ApplicantFacts, today: date) -> date | None:
    """Return the day from which the applicant may promise again; None when free to."""
    return barred_until_of(session, [applicant.resident_id, *applicant.former_ids], today)


def barred_until_of(
    session: Session, resident_ids: Sequence[str], today: date, besides: str = ""
) -> date | None:
    """Return the same for these records of one person, not counting the promises of one matter."""
    rows = session.execute(
        select(MatterMaterial.promise_due, MatterMaterial.settled_on)
        .join(Matter, Matter.id == MatterMaterial.matter_id)
        .where(
            Matter.applicant_id.in_(resident_ids),
            Matter.id != besides,
            MatterMaterial.promise_due.is_not(None),
        )
    )
    promises = [PastPromise(due, settled) for due, settled in rows if due is not None]
    return materials.barred_until(promises, today)
