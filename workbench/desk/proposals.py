"""Takes one proposed change over into the register, by the verb of people that fits it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from workbench.census.code_maps import national_education, national_relation
from workbench.census.proposals import Proposal, ProposalKind
from workbench.people.rules import ResidentEntry
from workbench.people.vocabulary import Registration
from workbench.standards.codes import Sex
from workbench.standards.dates import Precision

if TYPE_CHECKING:
    from workbench.census.records import CensusHousehold, CensusPerson
    from workbench.people.service import PeopleService


def take_over(
    people: PeopleService, household_id: str, proposal: Proposal, found: CensusHousehold, today: date
) -> None:
    """Change, add or move out as proposed. Raises NotPermitted, InvalidEntry, RecordNotFound."""
    if proposal.kind is ProposalKind.CHANGE and proposal.resident_id:
        people.edit_resident(proposal.resident_id, _changes(proposal))
    elif proposal.kind is ProposalKind.ADD:
        person = next(one for one in found.persons if one.position == proposal.position)
        people.add_resident(_entry(person, found), household_id, today)
    elif proposal.resident_id:
        people.move_out(proposal.resident_id, today, proposal.why)


def _changes(proposal: Proposal) -> dict[str, Any]:
    """Return the fields of the register's entry that a change sets."""
    if proposal.field == "sex":
        return {"sex": Sex(proposal.after)}
    if proposal.field == "registration":
        return {"registration": Registration(proposal.after)}
    if proposal.field == "birth_date":
        year, _, month = proposal.after.partition("-")
        return _birth(int(year), int(month) if month else None)
    return {proposal.field: proposal.after}


def _entry(person: CensusPerson, found: CensusHousehold) -> ResidentEntry:
    """Return what was told about somebody the register does not know; what is ambiguous stays open."""
    sex = Sex(person.sex) if person.sex in (Sex.MALE, Sex.FEMALE) else Sex.UNKNOWN
    head = Sex(found.head.sex) if found.head and found.head.sex in (Sex.MALE, Sex.FEMALE) else None
    born = _birth(person.birth_year, person.birth_month) if person.birth_year else {}
    return ResidentEntry(
        name=person.name,
        id_number=person.id_number.upper() or None,
        sex=sex,
        ethnic_group=person.ethnic_group or None,
        education=national_education(person.education).code,
        relation_to_head=national_relation(person.relation, sex, head).code,
        **born,
    )


def _birth(year: int, month: int | None) -> dict[str, Any]:
    precision = Precision.MONTH if month else Precision.YEAR
    return {"birth_date": date(year, month or 1, 1), "birth_precision": precision}
