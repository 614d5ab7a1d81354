"""The verbs on forms: publish and withdraw a version, open one, hand in and correct what was filled."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import select

from workbench.forms.confidence import of_census
from workbench.forms.errors import (
    FormVersionTaken,
    FormWithdrawn,
    ReasonMissing,
    Refusal,
    UnknownFormVersion,
    UnknownSubmission,
    WrongSubmission,
)
from workbench.forms.keeping import Filled, keep, keep_correction
from workbench.forms.model import FormSubmission, FormVersion
from workbench.forms.stored_media import from_store, to_store
from workbench.forms.views import FormPreview, FormVersionRow, version_row
from workbench.security.roles import NotPermitted, Permission, may, require

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.orm import Session as Reading

    from workbench.forms.form import Form
    from workbench.forms.publishing import ReadyForm
    from workbench.security.session import Session
    from workbench.store import Store, Work

_FILLS = (Permission.ACCEPT_MATTER, Permission.ENTER_CENSUS)
"""Either of these lets somebody hand in forms."""


class FormService:
    """Forms as their keeper changes them and as everybody fills them."""

    def __init__(self, store: Store, session: Session) -> None:
        self._store, self._session = store, session
        self._opened: dict[str, Form] = {}
        self._opening = Lock()

    def preview(self, path: Path) -> FormPreview:
        """Read and check a workbook or XForm document; nothing is changed. Raises NotPermitted, FormFault."""
        from workbench.forms.publishing import ready_form

        require(self._session, Permission.MANAGE_FORMS)
        ready = ready_form(path)
        with self._store.read() as session:
            present = _version(session, ready.form.form_id, ready.form.version)
        form = ready.form
        return FormPreview(
            form.form_id,
            form.version,
            form.title,
            ready.questions,
            tuple(translation.language for translation in form.translations),
            tuple(form.media),
            ready.warnings,
            published_before=present is not None and _same(present, ready),
        )

    def publish(self, path: Path) -> FormVersionRow:
        """Publish a workbook or XForm document; the very same form again is the version there is.

        A form that names no version gets the day's. Raises NotPermitted, FormFault, FormVersionTaken.
        """
        from workbench.forms.publishing import ready_form

        require(self._session, Permission.MANAGE_FORMS)
        ready = ready_form(path)
        with self._store.write(self._session.actor) as work:
            number = ready.form.version or work.today.strftime("%Y%m%d")
            present = _version(work.session, ready.form.form_id, number)
            if present is None:
                return version_row(work.add(_record(work, ready, number)))
            if not _same(present, ready):
                raise FormVersionTaken(Refusal.TAKEN.format(title=present.title, version=number))
            # Publishing again is also how a version that was withdrawn comes back.
            present.withdrawn_at = present.withdrawn_reason = None
            return version_row(present)

    def withdraw(self, form_version_id: str, reason: str) -> None:
        """Take a version out of use; what was filled with it stays.

        Raises NotPermitted, ReasonMissing, RecordNotFound, FormWithdrawn.
        """
        require(self._session, Permission.MANAGE_FORMS)
        if not reason.strip():
            raise ReasonMissing(Refusal.NO_REASON)
        with self._store.write(self._session.actor) as work:
            version = work.get(FormVersion, form_version_id)
            if version.withdrawn_at is not None:
                words = Refusal.WITHDRAWN_BEFORE.format(title=version.title, version=version.version)
                raise FormWithdrawn(words)
            version.withdrawn_at, version.withdrawn_reason = work.now, reason.strip()

    def open(self, form_version_id: str) -> Form:
        """Return a published form, withdrawn or not, ready to be filled; read once and then held.

        Raises UnknownFormVersion.
        """
        with self._opening:
            if form_version_id not in self._opened:
                self._opened[form_version_id] = self._read(form_version_id)
            return self._opened[form_version_id]

    def submit(self, filled: Filled) -> str:
        """Keep a filled form and return its id. Raises NotPermitted and what `keeping.keep` raises."""
        self._require_filling(filled)
        with self._store.write(self._session.actor) as work:
            return keep(work, filled).id

    def correct(self, submission_id: str, filled: Filled, reason: str) -> str:
        """Keep a correction and return its id; the earlier submission stays beside it.

        Raises NotPermitted, UnknownSubmission and what `keeping.keep_correction` raises.
        """
        self._require_filling(filled)
        with self._store.write(self._session.actor) as work:
            earlier = work.session.get(FormSubmission, submission_id)
            if earlier is None or earlier.deleted_at is not None or of_census(earlier.subject_entity):
                raise UnknownSubmission(Refusal.NO_SUBMISSION)
            return keep_correction(work, earlier, filled, reason).id

    def _require_filling(self, filled: Filled) -> None:
        if not any(may(self._session, permission) for permission in _FILLS):
            raise NotPermitted(_FILLS[0])
        # The census knows whose door it is, and keeps its forms itself.
        if filled.subject is not None and of_census(filled.subject.entity):
            raise WrongSubmission(Refusal.OF_THE_CENSUS)

    def _read(self, form_version_id: str) -> Form:
        from workbench.forms.definition.reading import form_from_xml

        with self._store.read() as session:
            version = session.get(FormVersion, form_version_id)
            if version is None or version.deleted_at is not None:
                raise UnknownFormVersion(Refusal.NO_VERSION)
            xml, media = version.xml, from_store(version.media)
        return form_from_xml(xml.encode(), media, check=False)


def _version(session: Reading, form_id: str, number: str) -> FormVersion | None:
    return session.scalars(
        select(FormVersion).where(
            FormVersion.form_id == form_id, FormVersion.version == number, FormVersion.deleted_at.is_(None)
        )
    ).first()


def _same(present: FormVersion, ready: ReadyForm) -> bool:
    return present.xml == ready.xml and present.media == to_store(ready.form.media)


def _record(work: Work, ready: ReadyForm, number: str) -> FormVersion:
    return FormVersion(
        form_id=ready.form.form_id,
        version=number,
        title=ready.form.title,
        xml=ready.xml,
        media=to_store(ready.form.media),
        published_at=work.now,
        published_by_id=work.actor.staff_id,
        withdrawn_at=None,
        withdrawn_reason=None,
    )
