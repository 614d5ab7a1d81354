"""Reads of the register for screens and for other rooms; numbers and telephones leave it masked."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.people import card_reading, duplicate_reading
from workbench.people.merge_rules import FieldChoice, merging_values, plan_merge
from workbench.people.population import Population, read_population
from workbench.people.roster_reading import roster_rows
from workbench.people.search import PeopleSearch, rows_of_residents
from workbench.people.views import (
    DuplicateHit,
    HouseholdView,
    PersonHit,
    ResidentCard,
    StoryLine,
    hit_of,
    masked_choice,
)
from workbench.security.roles import Permission, may, require
from workbench.standards.clock import Clock, local_date, utc_now

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import date

    from sqlalchemy.orm import Session as Reading

    from workbench.people.duplicates import Likeness
    from workbench.people.vocabulary import TagKind
    from workbench.security.roles import HasPermissions
    from workbench.store import Store


class SecretField(StrEnum):
    """A value that is masked everywhere else."""

    ID_NUMBER = "id_number"
    PHONE = "phone"
    OTHER_PHONE = "other_phone"


class PeopleQueries:
    """What the register says, to somebody who may see it. Every method raises NotPermitted."""

    def __init__(self, store: Store, session: HasPermissions, clock: Clock = utc_now) -> None:
        self._store, self._session, self._clock = store, session, clock

    def search(self, text: str, limit: int = 20) -> list[PersonHit]:
        """Return the residents that every word of the text fits, the best first.

        Words are names, pinyin, initials, parts of number or telephone, and addresses such as 3-1-502.
        """
        today = self._today()
        with self._reading() as reading:
            return [hit_of(row, today) for row in PeopleSearch(reading, limit).find(text)]

    def hits(self, resident_ids: list[str]) -> list[PersonHit]:
        """Return the lines of residents known by id, in that order; removed and retired ones are left out."""
        today = self._today()
        with self._reading() as reading:
            return [hit_of(row, today) for row in rows_of_residents(reading, resident_ids)]

    def card(self, resident_id: str) -> ResidentCard:
        """Return everything for the resident's card. Raises RecordNotFound."""
        today, confided = self._today(), may(self._session, Permission.UNMASK)
        with self._reading() as reading:
            return card_reading.card(reading, resident_id, today, confided=confided)

    def timeline(self, resident_id: str) -> list[StoryLine]:
        """Return a resident's moves and tags, the latest first. Raises RecordNotFound."""
        confided = may(self._session, Permission.UNMASK)
        with self._reading() as reading:
            return card_reading.timeline(reading, resident_id, confided=confided)

    def household(self, household_id: str) -> HouseholdView:
        """Return a household with its people, the head first. Raises RecordNotFound."""
        today = self._today()
        with self._reading() as reading:
            return card_reading.household(reading, household_id, today)

    def duplicates_of(self, candidate: Likeness, besides: str | None = None) -> list[DuplicateHit]:
        """Return who is likely the same person as the candidate, the surest first, for every role.

        `besides` is the candidate's own id when it is in the register already.
        """
        today = self._today()
        with self._store.read() as reading:
            return duplicate_reading.duplicates_of(reading, candidate, besides, today)

    def merge_plan(self, keep_id: str, retire_id: str) -> list[FieldChoice]:
        """Return how two entries would become one, field by field, masked. Raises RecordNotFound."""
        require(self._session, Permission.MERGE_PEOPLE)
        with self._reading() as reading:
            keep, retire = (card_reading.resident_of(reading, one) for one in (keep_id, retire_id))
            return [masked_choice(one) for one in plan_merge(merging_values(keep), merging_values(retire))]

    def secret(self, resident_id: str, field: SecretField | str) -> str | None:
        """Return one plain value, None when there is none; only called through unmasking.

        Raises NotPermitted without the permission to unmask, RecordNotFound.
        """
        require(self._session, Permission.UNMASK)
        with self._reading() as reading:
            value: str | None = getattr(card_reading.resident_of(reading, resident_id), SecretField(field))
            return value

    def population(self) -> Population:
        """Count the people who live here today, in every way a report needs."""
        today, confided = self._today(), may(self._session, Permission.UNMASK)
        with self._reading() as reading:
            return read_population(reading, today, confided=confided)

    def roster(self, grid_id: str | None = None, tag: TagKind | None = None) -> list[PersonHit]:
        """Return everybody who lives here, in order of address, of one grid or with one current tag.

        Raises NotPermitted also for a sensitive tag without the permission to unmask.
        """
        if tag is not None and tag.entry.sensitive:
            require(self._session, Permission.UNMASK)
        today = self._today()
        with self._reading() as reading:
            return [hit_of(row, today) for row in roster_rows(reading, grid_id, tag, today)]

    def building_in_use(self, building_id: str) -> bool:
        """Say whether the register has dwellings in a building."""
        with self._store.read() as reading:
            return card_reading.building_in_use(reading, building_id)

    def _today(self) -> date:
        return local_date(self._clock())

    def _reading(self) -> AbstractContextManager[Reading]:
        require(self._session, Permission.SEE_REGISTER)
        return self._store.read()
