"""The verbs on the catalogue: install the sample, import with a preview, export, retire."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from workbench.catalogue.checks import check_catalogue
from workbench.catalogue.difference import CatalogueDifference, ChangeKind, ItemChange, difference
from workbench.catalogue.errors import CatalogueProblems, StaleDifference, UnknownItem, UnreadableCatalogue
from workbench.catalogue.files import read_folder, read_sample
from workbench.catalogue.model import CatalogueItem, CataloguePost, ItemStatus
from workbench.catalogue.queries import current_catalogue, newest_versions
from workbench.catalogue.rules import Catalogue, Post, ServiceItem
from workbench.catalogue.shape import item_document
from workbench.catalogue.wording import LIST_SEPARATOR, Refusal
from workbench.security.roles import Permission, require

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.security.session import Session
    from workbench.store import Store, Work


@dataclass(frozen=True, slots=True)
class ImportResult:
    """How many items an import added, changed, and retired."""

    added: int
    changed: int
    retired: int


class CatalogueService:
    """The catalogue as its keeper changes it; every change asks for MANAGE_CATALOGUE."""

    def __init__(self, store: Store, session: Session) -> None:
        self._store, self._session = store, session

    def install_sample(self) -> int:
        """Fill an empty catalogue with the sample at the first start; return the number of items, else 0.

        Raises NotPermitted.
        """
        require(self._session, Permission.MANAGE_CATALOGUE)
        with self._store.write(self._session.actor) as work:
            if work.session.scalar(select(func.count()).select_from(CatalogueItem)):
                return 0
            sample = read_sample()
            _put_posts(work, sample.posts)
            _add_versions(work, sample.items)
            return len(sample.items)

    def preview_import(self, path: Path) -> CatalogueDifference:
        """Return what importing a workbook or a folder of YAML files would change; nothing is changed yet.

        Raises NotPermitted, UnreadableCatalogue, WrongEntry, CatalogueProblems.
        """
        require(self._session, Permission.MANAGE_CATALOGUE)
        offered = _read(path)
        if problems := check_catalogue(offered):
            raise CatalogueProblems(problems)
        with self._store.read() as session:
            present = current_catalogue(session)
        posts = tuple(post for post in offered.posts if post not in present.posts)
        return CatalogueDifference(path.name, tuple(difference(present.items, offered.items)), posts)

    def apply_import(self, changes: CatalogueDifference, *, retire_missing: bool = False) -> ImportResult:
        """Make the previewed changes: a new version of each item that differs, from today on.

        Items the file lacks are retired only if asked, for many a file holds one post only.
        Raises NotPermitted, StaleDifference.
        """
        require(self._session, Permission.MANAGE_CATALOGUE)
        gone = changes.of(ChangeKind.REMOVED) if retire_missing else ()
        put = (*changes.of(ChangeKind.ADDED), *changes.of(ChangeKind.CHANGED))
        with self._store.write(self._session.actor) as work:
            rows = _current_rows(work)
            _check_fresh(rows, (*put, *gone))
            _put_posts(work, changes.posts)
            for change in put:
                if change.code in rows:
                    rows[change.code].status = ItemStatus.SUPERSEDED
            for change in gone:
                rows[change.code].status = ItemStatus.RETIRED
            _add_versions(work, [change.after for change in put if change.after is not None])
        added = len(changes.of(ChangeKind.ADDED))
        return ImportResult(added, len(put) - added, len(gone))

    def retire(self, code: str) -> None:
        """Offer an item no longer; matters accepted under it go on. Raises NotPermitted, UnknownItem."""
        require(self._session, Permission.MANAGE_CATALOGUE)
        with self._store.write(self._session.actor) as work:
            row = _current_rows(work).get(code)
            if row is None:
                raise UnknownItem(Refusal.NO_ITEM.format(code=code))
            row.status = ItemStatus.RETIRED

    def export(self, path: Path) -> None:
        """Write the current catalogue to a workbook for editing. Raises DocumentNotWritten."""
        from workbench.catalogue.excel.writing import write_workbook

        with self._store.read() as session:
            catalogue = current_catalogue(session)
        write_workbook(catalogue, path)


def _read(path: Path) -> Catalogue:
    if not path.exists():
        raise UnreadableCatalogue(Refusal.NOT_FOUND.format(name=path.name))
    if path.is_dir():
        return read_folder(path)
    if path.suffix.lower() != ".xlsx":
        raise UnreadableCatalogue(Refusal.WRONG_TYPE.format(file=path.name))
    from workbench.catalogue.excel.reading import read_workbook

    return read_workbook(path)


def _current_rows(work: Work) -> dict[str, CatalogueItem]:
    rows = work.session.scalars(
        select(CatalogueItem).where(
            CatalogueItem.status == ItemStatus.CURRENT, CatalogueItem.deleted_at.is_(None)
        )
    )
    return {row.code: row for row in rows}


def _check_fresh(rows: dict[str, CatalogueItem], changes: Iterable[ItemChange]) -> None:
    """Raise StaleDifference where an item is no longer in the version the preview compared with."""
    stale = [
        change.code
        for change in changes
        if (change.before.version if change.before else None)
        != (rows[change.code].version if change.code in rows else None)
    ]
    if stale:
        raise StaleDifference(Refusal.STALE.format(codes=LIST_SEPARATOR.join(stale[:5])))


def _put_posts(work: Work, posts: Iterable[Post]) -> None:
    rows = {row.code: row for row in work.session.scalars(select(CataloguePost))}
    for post in posts:
        row = rows.get(post.code) or work.add(CataloguePost(code=post.code))
        row.name, row.prefix, row.position, row.deleted_at = post.name, post.prefix, post.position, None


def _add_versions(work: Work, items: Iterable[ServiceItem]) -> None:
    newest = newest_versions(work.session)
    numbered = [replace(item, version=newest.get(item.code, 0) + 1) for item in items]
    work.insert_many(
        CatalogueItem,
        [
            {
                "code": item.code,
                "version": item.version,
                "document": item_document(item),
                "status": ItemStatus.CURRENT,
                "effective_from": work.today,
            }
            for item in numbered
        ],
    )
