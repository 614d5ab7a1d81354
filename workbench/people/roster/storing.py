"""Stores a planned import within one open transaction: homes, residents, tags, changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from sqlalchemy import update

from workbench.people.model import Household, ResidenceEvent, Resident, ResidentTag
from workbench.people.roster.differences import ADDRESS, TAGS, Change, relation_code
from workbench.people.roster.homes import Homes
from workbench.people.roster.matching import KnownResident, Verdict
from workbench.people.roster.outcome import RosterPerson
from workbench.people.roster.plan import PlannedRow
from workbench.people.search_index import indexed_at_the_end
from workbench.people.vocabulary import Registration, ResidenceEventKind, ResidentStatus, TagKind
from workbench.standards.codes import Sex
from workbench.standards.dates import Precision
from workbench.standards.pinyin import reading_of_name
from workbench.store import Work, new_id

BATCH = 1_000
"""Rows between two reports of progress, and between two chances to cancel."""

Row = dict[str, Any]
_STORED = frozenset({Verdict.NEW, Verdict.UPDATED, Verdict.UNCHANGED})
_HEADS = frozenset({"01", "02"})
_GONE = {
    ResidentStatus.MOVED_OUT: ResidenceEventKind.MOVED_OUT,
    ResidentStatus.DECEASED: ResidenceEventKind.DECEASED,
}


class RosterWriter:
    """Writes the people of a plan; `proceed` hears how many rows are done, and may raise to stop it."""

    def __init__(self, work: Work, proceed: Callable[[int], None]) -> None:
        self._work, self._proceed = work, proceed
        self.homes = Homes(work)
        self._residents: list[Row] = []
        self._tags: list[Row] = []
        self._events: list[Row] = []
        self._updates: list[Row] = []

    def write(self, rows: Iterable[PlannedRow]) -> None:
        """Store what the plan says, in this transaction."""
        planned = [row for row in rows if row.verdict in _STORED]
        self._join_known_households(planned)
        for count, row in enumerate(planned, 1):
            person, known = row.outcome.person, row.resident
            if person is not None and row.verdict is Verdict.NEW:
                self._add(person)
            elif person is not None and known is not None:
                self._update(person, known, row.changes)
            if count % BATCH == 0:
                self._proceed(count)
        self._store()
        self._proceed(len(planned))

    def _join_known_households(self, planned: list[PlannedRow]) -> None:
        """Let newcomers live with the members of their household who are in the register already."""
        for row in planned:
            known, person = row.resident, row.outcome.person
            if known is None or person is None or known.household_id is None:
                continue
            if not any(change.field == ADDRESS for change in row.changes):
                self.homes.join(person, known.household_id)

    def _add(self, person: RosterPerson) -> None:
        resident_id = new_id()
        household_id = self.homes.household(person)
        reading = reading_of_name(person.name or "")
        relation = relation_code(person.relation, person.sex)
        if relation in _HEADS and household_id:
            self.homes.set_head(household_id, resident_id)
        self._residents.append(
            {
                "id": resident_id,
                "name": person.name,
                "id_number": person.id_number,
                "sex": person.sex or Sex.UNKNOWN,
                "birth_date": person.birth_date,
                "birth_precision": person.birth_precision,
                "ethnic_group": person.ethnic_group,
                "education": person.education,
                "phone": person.phone,
                "other_phone": person.other_phone,
                "household_id": household_id,
                "relation_to_head": relation,
                "registration": person.registration or Registration.UNKNOWN,
                "status": person.status,
                "full_pinyin": reading.full,
                "initials": reading.initials,
                "note": person.note,
            }
        )
        if person.tags:
            self._tag(resident_id, person.tags)

    def _update(self, person: RosterPerson, known: KnownResident, changes: Iterable[Change]) -> None:
        values: Row = {}
        for change in changes:
            if change.field == TAGS:
                self._tag(known.id, change.after)
            elif change.field == ADDRESS:
                values["household_id"] = self._move(person, known.id)
            else:
                values[change.field] = change.after
        if "birth_date" in values:
            values["birth_precision"] = Precision.DAY
        if "status" in values:
            values["status_since"] = self._work.today
            self._event(known.id, _GONE[values["status"]], known.household_id)
        self._keep_heads_right(known, values)
        if values:
            self._updates.append({"id": known.id, **values})

    def _keep_heads_right(self, known: KnownResident, values: Row) -> None:
        """Leave a household without a head when the head goes, and give one to a household without."""
        gone = "household_id" in values or "status" in values
        if known.household_id is None or not (gone or values.get("relation_to_head") in _HEADS):
            return
        household = self._work.session.get(Household, known.household_id)
        if household is None:
            return
        if gone and household.head_id == known.id:
            household.head_id = None
        elif not gone and household.head_id is None:
            household.head_id = known.id

    def _move(self, person: RosterPerson, resident_id: str) -> str | None:
        household_id = self.homes.household(person)
        if household_id and relation_code(person.relation, person.sex) in _HEADS:
            self.homes.set_head(household_id, resident_id)
        self._event(resident_id, ResidenceEventKind.CHANGED_HOUSEHOLD, household_id)
        return household_id

    def _tag(self, resident_id: str, tags: Iterable[TagKind]) -> None:
        today = self._work.today
        self._tags += ({"resident_id": resident_id, "kind": tag, "since": today} for tag in tags)

    def _event(self, resident_id: str, kind: ResidenceEventKind, household_id: str | None) -> None:
        event = {"resident_id": resident_id, "kind": kind, "happened_on": self._work.today}
        self._events.append({**event, "household_id": household_id})

    def _store(self) -> None:
        with indexed_at_the_end(self._work.session.connection().exec_driver_sql):
            self.homes.store()
            self._work.insert_many(Resident, self._residents)
            self._work.insert_many(ResidentTag, self._tags)
            self._work.insert_many(ResidenceEvent, self._events)
        for _, alike in groupby(sorted(self._updates, key=tuple), key=tuple):
            self._work.session.execute(update(Resident), list(alike))
