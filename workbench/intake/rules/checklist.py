"""The checklist of an application: what is needed, what the community holds, what the form knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from workbench.intake.kinds import MaterialState
from workbench.intake.requests import MaterialTick
from workbench.intake.rules.materials import THERE, MaterialLine
from workbench.intake.wording import GuardFailed, Reason, enumerate_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.catalogue.rules import Material, ServiceItem
    from workbench.intake.requests import ApplicantFacts, HeldFact


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the checklist with what was scanned of it and what the worker noted."""

    line: MaterialLine
    attachment_ids: tuple[str, ...] = ()
    note: str = ""


def checklist(
    item: ServiceItem, applicant: ApplicantFacts, ticks: Iterable[MaterialTick], today: date
) -> tuple[Entry, ...]:
    """Return every material of the item as it stands: as ticked, else held where valid today, else missing.

    Raises GuardFailed for a tick that the item does not know, or a document ticked as held that is not.
    """
    ticked = {tick.code: tick for tick in ticks}
    if unknown := sorted(ticked.keys() - {material.code for material in item.materials}):
        raise GuardFailed(Reason.UNKNOWN_MATERIAL, materials=enumerate_words(unknown))
    held = {fact.kind: fact for fact in applicant.held if is_valid(fact, today)}
    return tuple(_entry(each, ticked.get(each.code), held, today) for each in item.materials)


def is_valid(fact: HeldFact, today: date) -> bool:
    """Say whether a document held by the community is still valid today."""
    return fact.valid_until is None or fact.valid_until >= today


def prefill(applicant: ApplicantFacts) -> dict[str, Any]:
    """Return what the form knows already of the applicant, by the names of form fields."""
    facts: dict[str, Any] = {
        "name": applicant.name,
        "id_number": applicant.id_number,
        "sex": applicant.sex,
        "birth_date": applicant.birth_date.isoformat() if applicant.birth_date else None,
        "ethnic_group": applicant.ethnic_group,
        "phone": applicant.phone,
        "address": applicant.address,
    }
    return {name: value for name, value in facts.items() if value}


def _entry(material: Material, tick: MaterialTick | None, held: dict[str, HeldFact], today: date) -> Entry:
    fact = held.get(material.held_as) if material.held_as else None
    tick = tick or MaterialTick(material.code, MaterialState.HELD if fact else MaterialState.MISSING)
    state, scans = tick.state, tick.attachment_ids
    if state is MaterialState.HELD:
        if fact is None:
            raise GuardFailed(Reason.HELD_EXPIRED, materials=material.name)
        scans = scans or ((fact.attachment_id,) if fact.attachment_id else ())
    line = MaterialLine(
        material.code, material.name, material.required, material.may_follow, state,
        promise_due=tick.promise_due if state is MaterialState.PROMISED else None,
        settled_on=today if state in THERE else None,
    )  # fmt: skip
    return Entry(line, scans, tick.note)
