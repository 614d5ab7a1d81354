"""Finds the names behind the ids in journal rows: staff, grids, buildings, posts, residents, households."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui.journal.values import Words
from workbench.security.roles import Permission
from workbench.store.errors import RecordNotFound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PEOPLE = frozenset(
    {
        "resident_id",
        "relative_id",
        "head_id",
        "applicant_id",
        "merged_into_id",
        "keep_id",
        "retire_id",
    }
)


def words_for(desk: Any, referred: Iterable[tuple[str, Any]]) -> Words:
    """Return the words for some field values, given as (field, value); for the background."""
    pairs = {(field, value) for field, value in referred if isinstance(value, str)}
    names = dict(_common(desk))
    if desk.may(Permission.SEE_REGISTER):
        people = [value for field, value in pairs if field in _PEOPLE]
        names.update((hit.id, hit.name) for hit in desk.residents.hits(people))
        for field, value in pairs:
            if field == "household_id":
                names.update(_household(desk, value))
    return Words(names, confided=desk.may(Permission.UNMASK))


def resident_names(desk: Any, resident_ids: Iterable[str]) -> dict[str, str]:
    """Return the names of residents by id, of those whom this person may see."""
    if not desk.may(Permission.SEE_REGISTER):
        return {}
    return {hit.id: hit.name for hit in desk.residents.hits(list(set(resident_ids)))}


def report_titles(desk: Any) -> dict[str, str]:
    """Return what the documents that leave the workbench are called, by the name the journal has."""
    titles = {kind.name: kind.title for kind in desk.reports.kinds()}
    own = {
        "backup": QCoreApplication.translate("Documents", "Backup"),
        "import-report": QCoreApplication.translate("Documents", "Report of a roster import"),
    }
    return titles | own


def _common(desk: Any) -> Iterator[tuple[str, str]]:
    yield from desk.staff_names().items()
    yield from ((one.id, one.name) for one in desk.community.grids())
    yield from ((one.id, one.name or one.number) for one in desk.community.buildings())
    yield from ((one.code, one.name) for one in desk.items.posts())


def _household(desk: Any, household_id: str) -> dict[str, str]:
    with suppress(RecordNotFound):
        found = desk.residents.household(household_id)
        return {household_id: found.address or found.number}
    return {}
