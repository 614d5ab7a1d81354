"""Tells intake who the applicant is, from the register: what the form knows before anybody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.intake.requests import ApplicantFacts, HeldFact
from workbench.people.card_reading import home_of, resident_of
from workbench.people.model import HeldDocument, Resident
from workbench.security.roles import Permission, require
from workbench.standards.codes import ETHNIC_GROUPS

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Reading

    from workbench.security.session import Session
    from workbench.store import Store


def applicant_facts(store: Store, session: Session, resident_id: str) -> ApplicantFacts:
    """Return a resident as intake needs them, numbers in full: they go into the matter, not on a screen.

    Raises NotPermitted, RecordNotFound.
    """
    require(session, Permission.ACCEPT_MATTER)
    with store.read() as reading:
        person = resident_of(reading, resident_id)
        return ApplicantFacts(
            resident_id=person.id,
            name=person.name,
            id_number=person.id_number,
            phone=person.phone or person.other_phone,
            address=home_of(reading, person.household_id).address,
            sex=person.sex.label,
            birth_date=person.birth_date,
            ethnic_group=ETHNIC_GROUPS.get(person.ethnic_group or "", ""),
            held=_held(reading, person.id),
            former_ids=_former(reading, person.id),
        )


def _held(reading: Reading, resident_id: str) -> tuple[HeldFact, ...]:
    rows = reading.scalars(
        select(HeldDocument).where(HeldDocument.resident_id == resident_id, HeldDocument.deleted_at.is_(None))
    )
    return tuple(HeldFact(row.kind, row.valid_until, row.attachment_id) for row in rows)


def _former(reading: Reading, resident_id: str) -> tuple[str, ...]:
    return tuple(reading.scalars(select(Resident.id).where(Resident.merged_into_id == resident_id)))
