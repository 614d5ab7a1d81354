"""Enters many households at once, as imports and demonstrations do, in one open transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from workbench.people.model import Dwelling, Household, Resident, ResidentTag
from workbench.people.search_index import indexed_at_the_end
from workbench.standards.pinyin import reading_of_name
from workbench.store import new_id

if TYPE_CHECKING:
    from datetime import date

    from workbench.people.rules import ResidentEntry
    from workbench.people.service.homes import DwellingPlace
    from workbench.people.vocabulary import TagKind
    from workbench.store import Base, Work

_HEADS = frozenset({"01", "02"})


class PeopleBulk:
    """Gathers dwellings, households, residents and tags, and writes them all at `store`.

    Entries must be tidy already (`tidy_entry`), and places must not be in the register yet: nothing is
    looked up. The first member whose relation is the head's becomes the head.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._dwellings: dict[DwellingPlace, str] = {}
        self._rows: dict[type[Base], list[dict[str, Any]]] = {
            model: [] for model in (Dwelling, Household, Resident, ResidentTag)
        }

    def household(
        self, place: DwellingPlace | None, members: Iterable[ResidentEntry], number: str = ""
    ) -> list[str]:
        """Gather a household with its people and return the residents' ids, in their order."""
        household_id = new_id()
        entered = [(new_id(), entry) for entry in members]
        heads = (one for one, entry in entered if entry.relation_to_head in _HEADS)
        row = {"id": household_id, "dwelling_id": self._dwelling(place), "number": number}
        self._rows[Household].append({**row, "head_id": next(heads, None)})
        for resident_id, entry in entered:
            self._rows[Resident].append(_resident_row(resident_id, household_id, entry))
        return [resident_id for resident_id, _ in entered]

    def tag(self, resident_id: str, kind: TagKind, since: date) -> None:
        """Gather a tag."""
        self._rows[ResidentTag].append({"resident_id": resident_id, "kind": kind, "since": since})

    def store(self) -> None:
        """Write everything gathered, and index it for search."""
        with indexed_at_the_end(self._work.session.connection().exec_driver_sql):
            for model, rows in self._rows.items():
                self._work.insert_many(model, rows)
                rows.clear()

    def _dwelling(self, place: DwellingPlace | None) -> str | None:
        if place is None:
            return None
        if place not in self._dwellings:
            self._dwellings[place] = new_id()
            self._rows[Dwelling].append({"id": self._dwellings[place], **asdict(place)})
        return self._dwellings[place]


def _resident_row(resident_id: str, household_id: str, entry: ResidentEntry) -> dict[str, Any]:
    reading = reading_of_name(entry.name)
    return {
        "id": resident_id,
        "household_id": household_id,
        **asdict(entry),
        "full_pinyin": reading.full,
        "initials": reading.initials,
    }
