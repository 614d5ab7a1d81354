"""What the verbs on the register share: the store, who acts, and how a resident is fetched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from workbench.people.model import Resident
from workbench.security.roles import Permission, require
from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.security.session import Session
    from workbench.store import Base, Store, Work


class RetiredResident(WorkbenchError):
    """The entry was merged into another and is not changed any more."""

    def __init__(self) -> None:
        super().__init__("这份档案已合并到另一份，不能再修改；请打开合并后的档案，或先撤销合并。")


class DateAhead(WorkbenchError):
    """Something that happened cannot have happened tomorrow; nothing was saved."""

    def __init__(self) -> None:
        super().__init__("日期在今天之后，未作改动；请核对日期。")


@dataclass(frozen=True, slots=True)
class Reference:
    """A column of another room's table that holds a resident's id; a merge points it to the kept entry."""

    model: type[Base]
    field: str


class Verbs:
    """The store and the signed-in person; `references` are other rooms' columns that hold residents' ids."""

    def __init__(self, store: Store, session: Session, references: Sequence[Reference] = ()) -> None:
        self._store, self._session = store, session
        self._references = tuple(references)

    @contextmanager
    def _writing(self, permission: Permission = Permission.EDIT_REGISTER) -> Iterator[Work]:
        require(self._session, permission)
        with self._store.write(self._session.actor) as work:
            yield work


def resident_to_change(work: Work, resident_id: str) -> Resident:
    """Return a resident who may be changed. Raises RecordNotFound, RetiredResident."""
    person = work.get(Resident, resident_id)
    if person.merged_into_id is not None:
        raise RetiredResident
    return person


def happened(on: date | None, work: Work) -> date:
    """Return the day given or today. Raises DateAhead."""
    if on is not None and on > work.today:
        raise DateAhead
    return on or work.today
