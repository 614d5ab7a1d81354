"""Forms and what was filled in, as screens and reports see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.forms.model import FormSubmission, FormVersion, SubmissionStatus


@dataclass(frozen=True, slots=True)
class FormVersionRow:
    """A version of a form; moments are UTC, `withdrawn_at` None while it is in use."""

    id: str
    form_id: str
    version: str
    title: str
    published_at: datetime
    published_by_id: str
    withdrawn_at: datetime | None
    withdrawn_reason: str | None


@dataclass(frozen=True, slots=True)
class SubmissionRow:
    """A filled form without its contents; `superseded_by_id` names the correction that replaced it."""

    id: str
    form_version_id: str
    instance_id: str
    status: SubmissionStatus
    subject_entity: str | None
    subject_id: str | None
    started_at: datetime
    ended_at: datetime | None
    staff_id: str
    superseded_by_id: str | None
    correction_reason: str | None


@dataclass(frozen=True, slots=True)
class FormPreview:
    """What publishing a file would add: its names, size, languages, files, and the compiler's remarks."""

    form_id: str
    version: str
    title: str
    questions: int
    languages: tuple[str, ...]
    media: tuple[str, ...]
    warnings: tuple[str, ...]
    published_before: bool
    """Whether this very form was published already; publishing it again changes nothing."""


def version_row(record: FormVersion) -> FormVersionRow:
    """Return a version as it is seen."""
    return FormVersionRow(
        record.id,
        record.form_id,
        record.version,
        record.title,
        record.published_at,
        record.published_by_id,
        record.withdrawn_at,
        record.withdrawn_reason,
    )


def submission_row(record: FormSubmission) -> SubmissionRow:
    """Return a submission as lists show it."""
    return SubmissionRow(
        record.id,
        record.form_version_id,
        record.instance_id,
        record.status,
        record.subject_entity,
        record.subject_id,
        record.started_at,
        record.ended_at,
        record.staff_id,
        record.superseded_by_id,
        record.correction_reason,
    )
