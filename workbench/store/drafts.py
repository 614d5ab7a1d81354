"""Keeps drafts as they are typed, so that a power cut loses at most the last second."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select

from workbench.store.local import Draft

if TYPE_CHECKING:
    from workbench.store.store import Store
    from workbench.store.work import Actor


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """A draft as it was last typed: its place (page or matter), content, and when."""

    place: str
    content: Mapping[str, Any]
    saved_at: datetime


class Drafts:
    """The drafts of one person; nobody else's are ever returned."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store, self._actor = store, actor

    def save(self, place: str, content: Mapping[str, Any]) -> None:
        """Keep the content for that place, replacing what was there."""
        with self._store.write(self._actor) as work:
            work.session.merge(
                Draft(owner_id=self._actor.staff_id, place=place, content=dict(content), saved_at=work.now)
            )

    def load(self, place: str) -> SavedDraft | None:
        """Return the draft of that place, or None."""
        with self._store.read() as session:
            found = session.get(Draft, (self._actor.staff_id, place))
            return None if found is None else SavedDraft(found.place, found.content, found.saved_at)

    def all(self) -> list[SavedDraft]:
        """Return this person's drafts, the latest first."""
        with self._store.read() as session:
            rows = session.scalars(
                select(Draft).where(Draft.owner_id == self._actor.staff_id).order_by(Draft.saved_at.desc())
            )
            return [SavedDraft(row.place, row.content, row.saved_at) for row in rows]

    def discard(self, place: str) -> None:
        """Forget the draft of that place, if there is one."""
        with self._store.write(self._actor) as work:
            work.session.execute(
                delete(Draft).where(Draft.owner_id == self._actor.staff_id, Draft.place == place)
            )
