"""Residents come, move within the community, leave and die (居住变动)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from workbench.people.model import Household, ResidenceEvent, Resident
from workbench.people.service.base import Verbs, happened, resident_to_change
from workbench.people.vocabulary import ResidenceEventKind, ResidentStatus
from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.store import Opened, Work


class NotLivingHere(WorkbenchError):
    """Somebody who has left or died cannot leave again; nothing was changed."""

    def __init__(self, person: Resident) -> None:
        super().__init__(f"{person.name}的状态是“{person.status.label}”，未作改动；如有误请先办理迁入。")


class Residence(Verbs):
    """Verbs on where a resident lives; `on` defaults to today and may not be ahead (DateAhead).

    `opened` is the card on which somebody decided.
    """

    def move_in(
        self,
        resident_id: str,
        household_id: str | None,
        on: date | None = None,
        note: str = "",
        relation_to_head: str | None = None,
        opened: Opened | None = None,
    ) -> None:
        """Let a resident live here (again), in a household if it is known; also undoes a mistaken leaving."""
        with self._writing() as work:
            person = resident_to_change(work, resident_id)
            _leave_head(work, person, household_id)
            _settle(work, person, household_id, relation_to_head)
            person.status, person.status_since = ResidentStatus.LIVING, happened(on, work)
            work.base_on(person, opened)
            _tell(work, person, ResidenceEventKind.MOVED_IN, happened(on, work), note)

    def move_out(
        self, resident_id: str, on: date | None = None, note: str = "", opened: Opened | None = None
    ) -> None:
        """Record that a resident left; the household stays as the last one. Raises NotLivingHere."""
        with self._writing() as work:
            person = _leave(work, resident_id, ResidentStatus.MOVED_OUT, on)
            work.base_on(person, opened)
            _tell(work, person, ResidenceEventKind.MOVED_OUT, happened(on, work), note)

    def decease(
        self, resident_id: str, on: date | None = None, note: str = "", opened: Opened | None = None
    ) -> None:
        """Record a death, also of somebody who had moved out. Raises NotLivingHere when already told."""
        with self._writing() as work:
            person = _leave(work, resident_id, ResidentStatus.DECEASED, on)
            work.base_on(person, opened)
            _tell(work, person, ResidenceEventKind.DECEASED, happened(on, work), note)

    def change_household(
        self,
        resident_id: str,
        household_id: str,
        relation_to_head: str | None = None,
        on: date | None = None,
        note: str = "",
        opened: Opened | None = None,
    ) -> None:
        """Move a resident to another household of the community. Raises NotLivingHere."""
        with self._writing() as work:
            person = resident_to_change(work, resident_id)
            if person.status is not ResidentStatus.LIVING:
                raise NotLivingHere(person)
            _leave_head(work, person, household_id)
            _settle(work, person, household_id, relation_to_head)
            work.base_on(person, opened)
            _tell(work, person, ResidenceEventKind.CHANGED_HOUSEHOLD, happened(on, work), note)


def _leave(work: Work, resident_id: str, status: ResidentStatus, on: date | None) -> Resident:
    person = resident_to_change(work, resident_id)
    moved_then_died = (person.status, status) == (ResidentStatus.MOVED_OUT, ResidentStatus.DECEASED)
    if person.status is not ResidentStatus.LIVING and not moved_then_died:
        raise NotLivingHere(person)
    _leave_head(work, person, None)
    person.status, person.status_since = status, happened(on, work)
    return person


def _leave_head(work: Work, person: Resident, next_household_id: str | None) -> None:
    """A household whose head goes has no head until one is set."""
    if person.household_id is None or person.household_id == next_household_id:
        return
    household = work.session.get(Household, person.household_id)
    if household is not None and household.head_id == person.id:
        household.head_id = None


def _settle(work: Work, person: Resident, household_id: str | None, relation: str | None) -> None:
    if household_id is not None:
        work.get(Household, household_id)
    if relation is not None or household_id != person.household_id:
        person.relation_to_head = relation
    person.household_id = household_id


def _tell(work: Work, person: Resident, kind: ResidenceEventKind, on: date, note: str) -> None:
    work.add(
        ResidenceEvent(
            resident_id=person.id, kind=kind, happened_on=on, household_id=person.household_id, note=note
        )
    )
