"""Enter a resident and correct an entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from workbench.people.model import Household, ResidenceEvent, Resident
from workbench.people.rules import (
    EntryProblem,
    InvalidEntry,
    ResidentEntry,
    check_entry,
    problems_of,
    tidy_entry,
)
from workbench.people.service.base import Verbs, happened, resident_to_change
from workbench.people.vocabulary import ResidenceEventKind
from workbench.standards.pinyin import reading_of_name

if TYPE_CHECKING:
    from workbench.store import Opened, Work

_FIELDS = tuple(field.name for field in fields(ResidentEntry))
_CONTRADICTING = frozenset({"id_number", "birth_date", "sex"})


class Residents(Verbs):
    """Verbs on a resident's own entry."""

    def add_resident(
        self, entry: ResidentEntry, household_id: str | None = None, moved_in_on: date | None = None
    ) -> str:
        """Enter a resident and return the id; with `moved_in_on` the move is told as well.

        Raises InvalidEntry, DateAhead. Duplicates are for the asker to look at first (`duplicates_of`).
        """
        with self._writing() as work:
            return new_resident(work, entry, household_id, moved_in_on).id

    def edit_resident(
        self, resident_id: str, changes: Mapping[str, Any], opened: Opened | None = None
    ) -> None:
        """Change fields of an entry, named as in ResidentEntry; masked fields left alone stay as they are.

        `opened` is the card on which the form was opened, here as in all verbs. Raises InvalidEntry for what
        is wrong with the changed fields only, so that an old fault elsewhere does not hinder a correction;
        RetiredResident.
        """
        with self._writing() as work:
            person = resident_to_change(work, resident_id)
            edited = tidy_entry(replace(entry_of(person), **changes))
            _refuse_faults(problems_of(edited, work.today), frozenset(changes))
            write_entry(person, edited)
            work.base_on(person, opened)


def new_resident(
    work: Work, entry: ResidentEntry, household_id: str | None = None, moved_in_on: date | None = None
) -> Resident:
    """Add a checked resident within an open transaction. Raises InvalidEntry, DateAhead, RecordNotFound."""
    checked = check_entry(entry, work.today)
    if household_id is not None:
        work.get(Household, household_id)
    person = work.add(Resident(**asdict(checked), household_id=household_id))
    write_entry(person, checked)
    if moved_in_on is not None:
        person.status_since = happened(moved_in_on, work)
        work.session.flush()
        work.add(
            ResidenceEvent(
                resident_id=person.id,
                kind=ResidenceEventKind.MOVED_IN,
                happened_on=moved_in_on,
                household_id=household_id,
            )
        )
    return person


def entry_of(person: Resident) -> ResidentEntry:
    """Return what was entered about a stored resident."""
    return ResidentEntry(**{name: getattr(person, name) for name in _FIELDS})


def write_entry(person: Resident, entry: ResidentEntry) -> None:
    """Write an entry into a resident, with the reading of the name."""
    for name in _FIELDS:
        setattr(person, name, getattr(entry, name))
    reading = reading_of_name(person.name)
    person.full_pinyin, person.initials = reading.full, reading.initials


def _refuse_faults(problems: tuple[EntryProblem, ...], changed: frozenset[str]) -> None:
    touched = changed | _CONTRADICTING if changed & _CONTRADICTING else changed
    blocking = tuple(problem for problem in problems if problem.blocking and problem.field in touched)
    if blocking:
        raise InvalidEntry(blocking)
