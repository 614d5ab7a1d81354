"""Keeps filled forms within a unit of work: for the service of forms, and for features with their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from workbench.forms.definition.faults import FormFault
from workbench.forms.definition.safely import parse
from workbench.forms.errors import (
    AlreadyKept,
    FormWithdrawn,
    ReasonMissing,
    Refusal,
    StaleCorrection,
    WrongSubmission,
)
from workbench.forms.model import FormSubmission, FormVersion, SubmissionStatus

if TYPE_CHECKING:
    from lxml.etree import _Element

    from workbench.store import Work


@dataclass(frozen=True, slots=True)
class Subject:
    """What a filled form is about: the table's name and the record's id."""

    entity: str
    id: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it was filled; moments are aware, `keystrokes` the figures of the typing."""

    form_version_id: str
    xml: bytes
    started_at: datetime
    subject: Subject | None = None
    status: SubmissionStatus = SubmissionStatus.COMPLETE
    ended_at: datetime | None = None
    keystrokes: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class _Identity:
    """What a submission says of itself."""

    form: str
    instance_id: str
    deprecated_id: str


def keep(work: Work, filled: Filled) -> FormSubmission:
    """Keep a filled form. The same one handed in twice is kept once.

    A version that was withdrawn still takes what was begun before. Raises RecordNotFound, FormWithdrawn,
    WrongSubmission, AlreadyKept.
    """
    version = work.get(FormVersion, filled.form_version_id)
    identity = _identity(filled.xml, version)
    if version.withdrawn_at is not None and filled.started_at >= version.withdrawn_at:
        raise FormWithdrawn(Refusal.WITHDRAWN.format(title=version.title, version=version.version))
    if (kept := _kept(work, identity.instance_id)) is not None:
        if kept.xml != filled.xml.decode():
            raise AlreadyKept(Refusal.KEPT_BEFORE)
        return kept
    return work.add(_record(work, filled, identity))


def keep_correction(work: Work, earlier: FormSubmission, filled: Filled, reason: str) -> FormSubmission:
    """Keep a correction beside what it corrects (更正权): the earlier one stays and names its successor.

    The law gives people the right to have wrong data corrected (个人信息保护法 art. 46).
    Raises ReasonMissing, StaleCorrection, WrongSubmission.
    """
    if not reason.strip():
        raise ReasonMissing(Refusal.NO_REASON)
    if earlier.superseded_by_id is not None:
        raise StaleCorrection(Refusal.CORRECTED_BEFORE)
    identity = _identity(filled.xml, work.get(FormVersion, filled.form_version_id))
    if identity.deprecated_id != earlier.instance_id or _kept(work, identity.instance_id) is not None:
        raise StaleCorrection(Refusal.NOT_CORRECTING)
    record = _record(work, filled, identity)
    record.correction_reason = reason.strip()
    work.add(record)
    earlier.superseded_by_id = record.id
    return record


def _record(work: Work, filled: Filled, identity: _Identity) -> FormSubmission:
    return FormSubmission(
        form_version_id=filled.form_version_id,
        instance_id=identity.instance_id,
        deprecated_id=identity.deprecated_id or None,
        subject_entity=filled.subject.entity if filled.subject else None,
        subject_id=filled.subject.id if filled.subject else None,
        xml=filled.xml.decode(),
        status=filled.status,
        started_at=filled.started_at,
        ended_at=filled.ended_at or work.now,
        keystrokes=filled.keystrokes,
        staff_id=work.actor.staff_id,
    )


def _kept(work: Work, instance_id: str) -> FormSubmission | None:
    return work.session.scalars(
        select(FormSubmission).where(
            FormSubmission.instance_id == instance_id, FormSubmission.deleted_at.is_(None)
        )
    ).first()


def _identity(xml: bytes, version: FormVersion) -> _Identity:
    """Read what a submission says of itself. Raises WrongSubmission."""
    try:
        xml.decode()
        root = parse(xml)
    except (FormFault, UnicodeDecodeError) as error:
        raise WrongSubmission(Refusal.NOT_A_SUBMISSION) from error
    identity = _Identity(_form_id(root), _meta(root, "instanceID"), _meta(root, "deprecatedID"))
    if identity.form != version.form_id:
        raise WrongSubmission(Refusal.OTHER_FORM.format(found=identity.form[:60]))
    if not identity.instance_id:
        raise WrongSubmission(Refusal.NOT_A_SUBMISSION)
    return identity


def _form_id(root: _Element) -> str:
    """Return what names the form, as `reading` does: its id, or the namespace or name of its root."""
    space, _, name = str(root.tag).rpartition("}")
    return root.get("id") or space[1:] or name


def _meta(root: _Element, name: str) -> str:
    return (root.findtext(f"{{*}}meta/{{*}}{name}") or "").strip()
