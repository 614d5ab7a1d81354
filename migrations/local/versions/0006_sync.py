"""Sync."""

import sqlalchemy as sa
from alembic import op

from workbench.store.columns import UtcDateTime

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "blob_task",
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column("upload", sa.Boolean(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_blob_task")),
    )
    op.create_table(
        "desk_device",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("outside", sa.Boolean(), nullable=False),
        sa.Column("areas", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("masked", sa.Boolean(), nullable=False),
        sa.Column("offline_hours", sa.Integer(), nullable=False),
        sa.Column("enrolled_at", UtcDateTime(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_device")),
    )
    op.create_table(
        "desk_invitation",
        sa.Column("code_sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("outside", sa.Boolean(), nullable=False),
        sa.Column("areas", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("masked", sa.Boolean(), nullable=False),
        sa.Column("offline_hours", sa.Integer(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("used_at", UtcDateTime(), nullable=True),
        sa.Column("device_id", sa.String(length=36), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_invitation")),
    )
    op.create_index("ix_desk_invitation_code", "desk_invitation", ["code_sha256"], unique=False)
    op.create_table(
        "sync_dispute",
        sa.Column("entity", sa.String(length=48), nullable=False),
        sa.Column("record_id", sa.String(length=64), nullable=False),
        sa.Column("op_id", sa.String(length=36), nullable=False),
        sa.Column("change_kind", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("base", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("mine", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("theirs", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("author_id", sa.String(length=36), nullable=False),
        sa.Column("author_device", sa.String(length=80), nullable=False),
        sa.Column("written_at", UtcDateTime(), nullable=False),
        sa.Column("other_author_id", sa.String(length=36), nullable=True),
        sa.Column("other_device", sa.String(length=80), nullable=True),
        sa.Column("other_written_at", UtcDateTime(), nullable=True),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("choice", sa.String(length=16), nullable=True),
        sa.Column("resolved_by_id", sa.String(length=36), nullable=True),
        sa.Column("resolved_at", UtcDateTime(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sync_dispute")),
    )
    op.create_index("ix_sync_dispute_record", "sync_dispute", ["entity", "record_id"], unique=False)
    op.create_index("ix_sync_dispute_state", "sync_dispute", ["state", "author_id"], unique=False)
    op.create_table(
        "sync_extra",
        sa.Column("entity", sa.String(length=48), nullable=False),
        sa.Column("record_id", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("fields", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("entity", "record_id", name=op.f("pk_sync_extra")),
    )
    op.add_column("journal", sa.Column("origin_id", sa.String(length=36), nullable=True))
    op.add_column("journal", sa.Column("origin_device", sa.String(length=80), nullable=True))
    op.add_column("journal", sa.Column("origin_hlc", sa.Integer(), nullable=True))
    op.add_column("journal", sa.Column("log_seq", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("journal", sa.Column("outcome", sa.String(length=16), nullable=True))
    op.create_index("ix_journal_id", "journal", ["id"], unique=False)
    op.create_index("ix_journal_origin", "journal", ["origin_id"], unique=False)
    op.create_index(
        "ix_journal_unsent",
        "journal",
        ["device_seq"],
        unique=False,
        sqlite_where=sa.text("sent_at IS NULL AND origin_id IS NULL"),
    )
