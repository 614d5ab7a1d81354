"""What screens and other rooms ask of the catalogue; answered from memory until it changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from workbench.catalogue.errors import UnknownItem
from workbench.catalogue.finding import Entry, ItemHit, build_index, find
from workbench.catalogue.model import CatalogueItem, CataloguePost, ItemStatus
from workbench.catalogue.rules import Catalogue, Post, ServiceItem
from workbench.catalogue.shape import item_from
from workbench.catalogue.wording import FIELD_TITLES, Refusal

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from workbench.store import Changed, Store

ENTITIES = frozenset({CatalogueItem.__tablename__, CataloguePost.__tablename__})
"""What a page that shows the catalogue listens to."""


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """The current catalogue at one moment, with its index."""

    catalogue: Catalogue
    by_code: dict[str, ServiceItem]
    index: tuple[Entry, ...]


class CatalogueQueries:
    """Reads of the catalogue; the current versions are held in memory, about 160 items."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._snapshot: _Snapshot | None = None
        self._changes = 0
        self._stop = store.subscribe(self._forget)

    def close(self) -> None:
        """Stop listening to the store."""
        self._stop()

    def posts(self) -> list[Post]:
        """Return the posts in their order; that of the certificates not to be issued is the last."""
        return list(self._current().catalogue.posts)

    def items(self, post: str | None = None) -> list[ServiceItem]:
        """Return the current items, those of one post if its code is given, in order of post and code."""
        return [item for item in self._current().catalogue.items if post is None or item.post == post]

    def item(self, code: str, version: int | None = None) -> ServiceItem:
        """Return an item's current version, or the one a matter was accepted under, retired or not.

        Raises UnknownItem.
        """
        current = self._current().by_code.get(code)
        if current is not None and version in (None, current.version):
            return current
        if version is None:
            raise UnknownItem(Refusal.NO_ITEM.format(code=code))
        with self._store.read() as session:
            return item_version(session, code, version)

    def find(self, text: str, limit: int = 20, post: str | None = None) -> list[ItemHit]:
        """Return the current items a text may mean, best first: name, pinyin, initials, plain words, code."""
        return find(self._current().index, text, limit, post)

    def _current(self) -> _Snapshot:
        snapshot = self._snapshot
        if snapshot is None:
            # A change that commits while this reads must not be covered by what was read before it.
            changes = self._changes
            with self._store.read() as session:
                catalogue = current_catalogue(session)
            by_code = {item.code: item for item in catalogue.items}
            snapshot = _Snapshot(catalogue, by_code, build_index(catalogue.items, catalogue.posts))
            if changes == self._changes:
                self._snapshot = snapshot
        return snapshot

    def _forget(self, change: Changed) -> None:
        if change.entity in ENTITIES:
            self._changes += 1
            self._snapshot = None


def current_catalogue(session: Session) -> Catalogue:
    """Return the posts and the current version of every item, in the order of posts and codes."""
    posts = tuple(
        Post(row.code, row.name, row.prefix, row.position)
        for row in session.scalars(
            select(CataloguePost)
            .where(CataloguePost.deleted_at.is_(None))
            .order_by(CataloguePost.position, CataloguePost.code)
        )
    )
    place = {post.code: number for number, post in enumerate(posts)}
    rows = session.execute(
        select(CatalogueItem.document, CatalogueItem.version).where(
            CatalogueItem.status == ItemStatus.CURRENT, CatalogueItem.deleted_at.is_(None)
        )
    )
    items = (_item(document, version) for document, version in rows)
    return Catalogue(
        posts, tuple(sorted(items, key=lambda item: (place.get(item.post, len(place)), item.code)))
    )


def item_version(session: Session, code: str, version: int) -> ServiceItem:
    """Return one version of an item, whatever became of it since. Raises UnknownItem."""
    document = session.scalar(
        select(CatalogueItem.document).where(CatalogueItem.code == code, CatalogueItem.version == version)
    )
    if document is None:
        raise UnknownItem(Refusal.NO_VERSION.format(code=code, version=version))
    return _item(document, version)


def newest_versions(session: Session) -> dict[str, int]:
    """Return the highest version ever given to each code, so that none is given twice."""
    found = select(CatalogueItem.code, func.max(CatalogueItem.version).label("version")).group_by(
        CatalogueItem.code
    )
    return {row.code: row.version for row in session.execute(found)}


def _item(document: dict[str, Any], version: int) -> ServiceItem:
    # A newer desk may have added a field; what this one knows of the item stays usable.
    return item_from({field: document[field] for field in FIELD_TITLES if field in document}, version)
