"""Facts about a resident: tags, family ties, documents the community holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from workbench.people.model import HeldDocument, Kinship, ResidentTag
from workbench.people.service.base import Verbs, happened, resident_to_change
from workbench.people.vocabulary import TagKind
from workbench.security.roles import Permission, require
from workbench.standards.codes import RELATIONS
from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.store import Opened, Work


class TagAlreadyOpen(WorkbenchError):
    """The resident carries that tag already; nothing was changed."""

    def __init__(self, kind: TagKind) -> None:
        super().__init__(f"这位居民已有“{kind.label}”标签，未作改动；如需更新请先结束原标签。")


class WrongPeriod(WorkbenchError):
    """An end before the beginning; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("结束日期早于开始日期，未作改动；请核对日期。")


class WrongRelation(WorkbenchError):
    """The relation is none of GB/T 4761, or somebody would be their own relative; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("亲属关系不正确，未作改动；请从列表中选择关系，且不能选择本人。")


class Facts(Verbs):
    """Verbs on what is known of a resident beside the entry."""

    def add_tag(self, resident_id: str, kind: TagKind, since: date | None = None, note: str = "") -> str:
        """Give a resident a tag from a day on and return its id.

        A sensitive tag needs the permission to unmask. Raises TagAlreadyOpen, DateAhead.
        """
        if kind.entry.sensitive:
            require(self._session, Permission.UNMASK)
        with self._writing() as work:
            resident_to_change(work, resident_id)
            since = happened(since, work)
            if _open_tag(work, resident_id, kind, since) is not None:
                raise TagAlreadyOpen(kind)
            tag = ResidentTag(resident_id=resident_id, kind=kind, since=since, note=note.strip())
            return work.add(tag).id

    def end_tag(self, tag_id: str, until: date | None = None, opened: Opened | None = None) -> None:
        """End a tag: `until` (default today) is the first day without it. Raises WrongPeriod."""
        with self._writing() as work:
            tag = work.get(ResidentTag, tag_id)
            if tag.kind.entry.sensitive:
                require(self._session, Permission.UNMASK)
            until = until or work.today
            if until < tag.since:
                raise WrongPeriod
            tag.until = until
            work.base_on(tag, opened)

    def add_kinship(self, resident_id: str, relative_id: str, relation: str, note: str = "") -> str:
        """Record that the relative is the resident's `relation` (GB/T 4761 code). Raises WrongRelation."""
        if relation not in RELATIONS or resident_id == relative_id:
            raise WrongRelation
        with self._writing() as work:
            resident_to_change(work, resident_id)
            resident_to_change(work, relative_id)
            tie = Kinship(resident_id=resident_id, relative_id=relative_id, relation=relation, note=note)
            return work.add(tie).id

    def remove_kinship(self, kinship_id: str) -> None:
        """Remove a family tie entered by mistake."""
        with self._writing() as work:
            work.remove(work.get(Kinship, kinship_id))

    def add_held_document(
        self,
        resident_id: str,
        kind: str,
        obtained_on: date | None = None,
        valid_until: date | None = None,
        attachment_id: str | None = None,
    ) -> str:
        """Record that the community holds a document (kinds in HELD_DOCUMENTS) and return the record's id.

        Raises DateAhead, WrongPeriod.
        """
        with self._writing() as work:
            resident_to_change(work, resident_id)
            obtained = happened(obtained_on, work)
            if valid_until is not None and valid_until < obtained:
                raise WrongPeriod
            held = HeldDocument(
                resident_id=resident_id,
                kind=kind,
                obtained_on=obtained,
                valid_until=valid_until,
                attachment_id=attachment_id,
            )
            return work.add(held).id

    def remove_held_document(self, held_id: str) -> None:
        """Record that the community does not hold a document any more."""
        with self._writing() as work:
            work.remove(work.get(HeldDocument, held_id))


def _open_tag(work: Work, resident_id: str, kind: TagKind, on: date) -> ResidentTag | None:
    return work.session.scalar(
        select(ResidentTag).where(
            ResidentTag.resident_id == resident_id,
            ResidentTag.kind == kind,
            ResidentTag.deleted_at.is_(None),
            or_(ResidentTag.until.is_(None), ResidentTag.until > on),
        )
    )
