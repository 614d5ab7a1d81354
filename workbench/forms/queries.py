"""Reads of forms and of what was filled in, for screens and reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import defer

from workbench.forms.confidence import CENSUS, of_census
from workbench.forms.errors import Refusal, UnknownFormVersion, UnknownSubmission
from workbench.forms.model import FormSubmission, FormVersion
from workbench.forms.views import FormVersionRow, SubmissionRow, submission_row, version_row
from workbench.security.roles import Permission, require

if TYPE_CHECKING:
    from workbench.forms.keeping import Subject
    from workbench.security.session import Session
    from workbench.store import Store

ENTITIES = frozenset({FormVersion.__tablename__, FormSubmission.__tablename__})
"""What a page that shows forms listens to."""


class FormQueries:
    """The versions there are, and the submissions that are not the census's."""

    def __init__(self, store: Store, session: Session) -> None:
        self._store, self._session = store, session

    def published(self) -> list[FormVersionRow]:
        """Return the versions in use, by title, the latest of each form first."""
        return self._versions(_versions().where(FormVersion.withdrawn_at.is_(None)))

    def versions(self, form_id: str | None = None) -> list[FormVersionRow]:
        """Return all versions, also those withdrawn; those of one form if its id is given."""
        found = _versions()
        return self._versions(found if form_id is None else found.where(FormVersion.form_id == form_id))

    def current(self, form_id: str) -> FormVersionRow | None:
        """Return the version of a form that was published last and is in use, None where there is none."""
        return next((row for row in self.published() if row.form_id == form_id), None)

    def version(self, form_version_id: str) -> FormVersionRow:
        """Return one version. Raises UnknownFormVersion."""
        with self._store.read() as session:
            record = session.get(FormVersion, form_version_id)
            if record is None or record.deleted_at is not None:
                raise UnknownFormVersion(Refusal.NO_VERSION)
            return version_row(record)

    def submissions(self, form_version_id: str, *, limit: int = 1_000) -> list[SubmissionRow]:
        """Return the latest submissions of a version, without those corrected since. Raises NotPermitted."""
        found = _submissions().where(
            FormSubmission.form_version_id == form_version_id, FormSubmission.superseded_by_id.is_(None)
        )
        return self._rows(found.order_by(FormSubmission.started_at.desc()).limit(limit))

    def about(self, subject: Subject) -> list[SubmissionRow]:
        """Return what was filled about one record, the latest first. Raises NotPermitted."""
        found = _submissions().where(
            FormSubmission.subject_entity == subject.entity, FormSubmission.subject_id == subject.id
        )
        return self._rows(found.order_by(FormSubmission.started_at.desc()))

    def chain(self, submission_id: str) -> list[SubmissionRow]:
        """Return a submission with all it corrects and all that correct it, the first one first.

        Raises NotPermitted, UnknownSubmission.
        """
        rows = {row.id: row for row in self._family(submission_id)}
        before = {row.superseded_by_id: row.id for row in rows.values() if row.superseded_by_id}
        at: str | None = submission_id
        while at in before:
            at = before[at]
        chain: list[SubmissionRow] = []
        while at in rows:
            chain.append(rows[at])
            at = chain[-1].superseded_by_id
        return chain

    def contents(self, submission_id: str) -> bytes:
        """Return the XML of a submission, for a session to reopen. Raises NotPermitted, UnknownSubmission."""
        require(self._session, Permission.SEE_REGISTER)
        with self._store.read() as session:
            record = session.get(FormSubmission, submission_id)
            if record is None or record.deleted_at is not None or of_census(record.subject_entity):
                raise UnknownSubmission(Refusal.NO_SUBMISSION)
            return record.xml.encode()

    def _family(self, submission_id: str) -> list[SubmissionRow]:
        """Return every submission of the same version and subject, among them the whole chain."""
        require(self._session, Permission.SEE_REGISTER)
        with self._store.read() as session:
            record = session.get(FormSubmission, submission_id)
            if record is None or record.deleted_at is not None or of_census(record.subject_entity):
                raise UnknownSubmission(Refusal.NO_SUBMISSION)
            form_id = session.get_one(FormVersion, record.form_version_id).form_id
            versions = select(FormVersion.id).where(FormVersion.form_id == form_id)
            found = _submissions().where(
                FormSubmission.form_version_id.in_(versions),
                FormSubmission.subject_id.is_not_distinct_from(record.subject_id),
            )
            return [submission_row(each) for each in session.scalars(found)]

    def _versions(self, found: Select[FormVersion]) -> list[FormVersionRow]:
        with self._store.read() as session:
            return [version_row(record) for record in session.scalars(found)]

    def _rows(self, found: Select[FormSubmission]) -> list[SubmissionRow]:
        require(self._session, Permission.SEE_REGISTER)
        with self._store.read() as session:
            return [submission_row(record) for record in session.scalars(found)]


def _versions() -> Select[FormVersion]:
    """Select the versions without their contents, by title, the latest first."""
    return (
        select(FormVersion)
        .options(defer(FormVersion.xml), defer(FormVersion.media))
        .where(FormVersion.deleted_at.is_(None))
        .order_by(FormVersion.title, FormVersion.form_id, FormVersion.published_at.desc())
    )


def _submissions() -> Select[FormSubmission]:
    """Select the submissions that may be seen, without their contents."""
    entity = FormSubmission.subject_entity
    return (
        select(FormSubmission)
        .options(defer(FormSubmission.xml), defer(FormSubmission.keystrokes))
        .where(FormSubmission.deleted_at.is_(None))
        .where(or_(entity.is_(None), entity.not_like(f"{CENSUS}%")))
    )
