"""Founding invitations, which stand before any community, and ways from codes and addresses to records."""

import sqlalchemy as sa
from alembic import context, op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "founding",
        sa.Column("code_sha256", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("community_id", sa.Text(), nullable=True),
        sa.Column("device_id", sa.Text(), nullable=True),
    )
    if context.config.attributes.get("citus", False):
        op.execute("SELECT create_reference_table('founding')")
    op.execute(
        "CREATE INDEX ix_record_invitation ON record ((body ->> 'code_sha256')) "
        "WHERE entity = 'desk_invitation'"
    )
    op.execute(
        "CREATE INDEX ix_record_file ON record (community_id, (body ->> 'address')) "
        "WHERE entity = 'attachment'"
    )
