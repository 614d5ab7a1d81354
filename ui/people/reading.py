"""Reads everything the people page shows of one resident, in one piece of background work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ui.journal.lines import read_history
from workbench.people.duplicates import Likeness
from workbench.security.roles import Permission

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.journal.lines import HistoryLine
    from workbench.intake.queries.rows import MatterRow
    from workbench.people.views import DuplicateHit, ResidentCard


@dataclass(frozen=True, slots=True)
class Record:
    """A resident's card with matters, changes, likely duplicates, and the names of the staff."""

    card: ResidentCard
    matters: tuple[MatterRow, ...]
    history: Sequence[HistoryLine]
    duplicates: tuple[DuplicateHit, ...]
    names: Mapping[str, str]


def read_record(desk: Any, resident_id: str) -> Record:
    """Read a record; duplicates are looked for where somebody may act on them."""
    card = desk.residents.card(resident_id)
    found: tuple[DuplicateHit, ...] = ()
    if desk.may(Permission.MERGE_PEOPLE) and card.merged_into_id is None:
        found = tuple(desk.residents.duplicates_of(_likeness(desk, card), resident_id))
    return Record(
        card,
        tuple(desk.matters.by_resident([resident_id], 200)),
        read_history(desk, (("resident", resident_id),)),
        found,
        desk.staff_names(),
    )


def _likeness(desk: Any, card: ResidentCard) -> Likeness:
    facts = desk.applicant(card.id)
    phones = frozenset(filter(None, (facts.phone,)))
    return Likeness(card.name, facts.id_number, card.birth_date, card.birth_precision, phones)
