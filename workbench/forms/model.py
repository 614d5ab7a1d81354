"""The tables of forms: every version of a form that was published, and every form that was filled."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.store import Base, Synced


class SubmissionStatus(StrEnum):
    """How far a filled form is (填报状态)."""

    DRAFT = "draft"
    COMPLETE = "complete"
    VERIFIED = "verified"


class FormVersion(Synced, Base):
    """One version of a form (表单版本); what was published never changes, it is only withdrawn.

    `media` holds the files the form reads by name: tables as text, anything else in Base64.
    """

    __tablename__ = "form_version"
    __table_args__ = (Index("ix_form_version_form", "form_id", "version"),)

    form_id: Mapped[str] = mapped_column(String(128))
    version: Mapped[str] = mapped_column(String(64))
    title: Mapped[str] = mapped_column(String(256))
    xml: Mapped[str] = mapped_column(Text)
    media: Mapped[dict[str, Any]]
    published_at: Mapped[datetime]
    published_by_id: Mapped[str] = mapped_column(String(36))
    withdrawn_at: Mapped[datetime | None]
    withdrawn_reason: Mapped[str | None] = mapped_column(Text)


class FormSubmission(Synced, Base):
    """One filled form (填报); a correction is a new row, and the earlier one stays with `superseded_by_id`.

    `instance_id` is the OpenRosa instanceID, `deprecated_id` that of the submission this one corrects.
    `keystrokes` are the figures of the typing, None where nobody typed.
    """

    __tablename__ = "form_submission"
    __table_args__ = (
        Index("ix_form_submission_version", "form_version_id", "status"),
        Index("ix_form_submission_subject", "subject_entity", "subject_id"),
        Index("ix_form_submission_instance", "instance_id"),
    )

    form_version_id: Mapped[str] = mapped_column(ForeignKey("form_version.id"))
    instance_id: Mapped[str] = mapped_column(String(64))
    deprecated_id: Mapped[str | None] = mapped_column(String(64))
    superseded_by_id: Mapped[str | None] = mapped_column(String(36))
    correction_reason: Mapped[str | None] = mapped_column(Text)
    subject_entity: Mapped[str | None] = mapped_column(String(48))
    subject_id: Mapped[str | None] = mapped_column(String(36))
    xml: Mapped[str] = mapped_column(Text)
    status: Mapped[SubmissionStatus]
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    keystrokes: Mapped[dict[str, Any] | None]
    staff_id: Mapped[str] = mapped_column(String(36))
