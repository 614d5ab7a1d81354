"""Catalogue and intake."""

import sqlalchemy as sa
from alembic import op

from workbench.store.columns import UtcDateTime

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "catalogue_item",
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("effective_from", sa.Date(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogue_item")),
        sa.UniqueConstraint(
            "community_id", "code", "version", name=op.f("uq_catalogue_item_community_id_code_version")
        ),
    )
    op.create_index("ix_catalogue_item_status", "catalogue_item", ["community_id", "status"], unique=False)
    op.create_table(
        "catalogue_post",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("prefix", sa.String(length=8), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogue_post")),
        sa.UniqueConstraint("community_id", "code", name=op.f("uq_catalogue_post_community_id_code")),
    )
    op.create_table(
        "matter",
        sa.Column("number", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("item_code", sa.String(length=48), nullable=False),
        sa.Column("item_version", sa.Integer(), nullable=False),
        sa.Column("item_name", sa.String(length=128), nullable=False),
        sa.Column("post", sa.String(length=48), nullable=False),
        sa.Column("licensing", sa.Boolean(), nullable=False),
        sa.Column("immediate", sa.Boolean(), nullable=False),
        sa.Column("legal_days", sa.Integer(), nullable=True),
        sa.Column("promised_days", sa.Integer(), nullable=True),
        sa.Column("applicant_id", sa.String(length=36), nullable=False),
        sa.Column("applicant_name", sa.String(length=64), nullable=False),
        sa.Column("applicant_id_number", sa.String(length=32), nullable=True),
        sa.Column("applicant_phone", sa.String(length=32), nullable=True),
        sa.Column("agent_name", sa.String(length=64), nullable=True),
        sa.Column("agent_id_number", sa.String(length=32), nullable=True),
        sa.Column("agent_phone", sa.String(length=32), nullable=True),
        sa.Column("agent_relation", sa.String(length=32), nullable=True),
        sa.Column("agent_proof", sa.String(length=32), nullable=True),
        sa.Column("agent_proof_attachment_id", sa.String(length=64), nullable=True),
        sa.Column("form", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("urgent_reason", sa.Text(), nullable=True),
        sa.Column("received_by_id", sa.String(length=36), nullable=False),
        sa.Column("co_signed_by_id", sa.String(length=36), nullable=True),
        sa.Column("owner_id", sa.String(length=36), nullable=False),
        sa.Column("owner_since", UtcDateTime(), nullable=False),
        sa.Column("seen_at", UtcDateTime(), nullable=True),
        sa.Column("previous_owner_id", sa.String(length=36), nullable=True),
        sa.Column("offered_to_id", sa.String(length=36), nullable=True),
        sa.Column("department", sa.String(length=128), nullable=True),
        sa.Column("department_confirmed", sa.Boolean(), nullable=False),
        sa.Column("handover_on", sa.Date(), nullable=True),
        sa.Column("handover_note", sa.Text(), nullable=True),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("accepted_at", UtcDateTime(), nullable=True),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("missing_at_first", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("resume_state", sa.String(length=32), nullable=True),
        sa.Column("pauses", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("extended", sa.Boolean(), nullable=False),
        sa.Column("promised_on", sa.Date(), nullable=True),
        sa.Column("legal_due_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("provisional", sa.Boolean(), nullable=False),
        sa.Column("promise_due", sa.Date(), nullable=True),
        sa.Column("visits_count", sa.Integer(), nullable=False),
        sa.Column("decision", sa.String(length=32), nullable=True),
        sa.Column("decision_note", sa.Text(), nullable=True),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.Column("decided_by_id", sa.String(length=36), nullable=True),
        sa.Column("days_used", sa.Integer(), nullable=True),
        sa.Column("on_time", sa.Boolean(), nullable=True),
        sa.Column("delivered_at", UtcDateTime(), nullable=True),
        sa.Column("delivery_way", sa.String(length=32), nullable=True),
        sa.Column("recipient", sa.String(length=64), nullable=True),
        sa.Column("recipient_is_agent", sa.Boolean(), nullable=False),
        sa.Column("signature_id", sa.String(length=64), nullable=True),
        sa.Column("refusal_ground", sa.String(length=32), nullable=True),
        sa.Column("refused_reason", sa.Text(), nullable=True),
        sa.Column("refused_instead", sa.Text(), nullable=True),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter")),
    )
    op.create_index("ix_matter_accepted", "matter", ["accepted_at"], unique=False)
    op.create_index("ix_matter_applicant", "matter", ["applicant_id", "received_at"], unique=False)
    op.create_index("ix_matter_closed", "matter", ["closed_at"], unique=False)
    op.create_index("ix_matter_decided", "matter", ["decided_at"], unique=False)
    op.create_index("ix_matter_name", "matter", ["applicant_name"], unique=False)
    op.create_index("ix_matter_number", "matter", ["number"], unique=False)
    op.create_index("ix_matter_offered", "matter", ["offered_to_id"], unique=False)
    op.create_index("ix_matter_owner", "matter", ["owner_id", "state"], unique=False)
    op.create_index("ix_matter_received", "matter", ["received_at"], unique=False)
    op.create_index("ix_matter_state_due", "matter", ["state", "due_on"], unique=False)
    op.create_table(
        "queue_ticket",
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("taken_at", UtcDateTime(), nullable=False),
        sa.Column("called_at", UtcDateTime(), nullable=True),
        sa.Column("served_at", UtcDateTime(), nullable=True),
        sa.Column("desk", sa.Integer(), nullable=True),
        sa.Column("called_by_id", sa.String(length=36), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_queue_ticket")),
    )
    op.create_index("ix_queue_ticket_day", "queue_ticket", ["day", "state", "kind"], unique=False)
    op.create_table(
        "visit",
        sa.Column("resident_id", sa.String(length=36), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("came", sa.Boolean(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by_agent", sa.Boolean(), nullable=False),
        sa.Column("ticket_id", sa.String(length=36), nullable=True),
        sa.Column("staff_id", sa.String(length=36), nullable=False),
        sa.Column("desk", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
    )
    op.create_index("ix_visit_at", "visit", ["at"], unique=False)
    op.create_index("ix_visit_resident", "visit", ["resident_id", "at"], unique=False)
    op.create_table(
        "matter_event",
        sa.Column("matter_id", sa.String(length=36), nullable=False),
        sa.Column("verb", sa.String(length=32), nullable=False),
        sa.Column("from_state", sa.String(length=32), nullable=True),
        sa.Column("to_state", sa.String(length=32), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("actor_id", sa.String(length=36), nullable=False),
        sa.Column("visit_id", sa.String(length=36), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("details", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_matter_event_matter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter_event")),
    )
    op.create_index("ix_matter_event_at", "matter_event", ["at", "verb"], unique=False)
    op.create_index("ix_matter_event_matter", "matter_event", ["matter_id", "at"], unique=False)
    op.create_table(
        "matter_material",
        sa.Column("matter_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=48), nullable=False),
        sa.Column("name", sa.String(length=128), nullable=False),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column("may_follow", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("promise_due", sa.Date(), nullable=True),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("attachment_ids", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_matter_material_matter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter_material")),
    )
    op.create_index("ix_matter_material_matter", "matter_material", ["matter_id", "position"], unique=False)
    op.create_table(
        "rating",
        sa.Column("matter_id", sa.String(length=36), nullable=False),
        sa.Column("level", sa.String(length=32), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_rating_matter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating")),
    )
    op.create_index("ix_rating_at", "rating", ["at"], unique=False)
    op.create_index("ix_rating_matter", "rating", ["matter_id"], unique=False)
    op.create_table(
        "slip_issued",
        sa.Column("matter_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("number", sa.String(length=48), nullable=False),
        sa.Column("issued_at", UtcDateTime(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("printed_at", UtcDateTime(), nullable=True),
        sa.Column("printed_by_id", sa.String(length=36), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_slip_issued_matter_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slip_issued")),
    )
    op.create_index("ix_slip_issued_matter", "slip_issued", ["matter_id"], unique=False)
    op.create_index("ix_slip_issued_number", "slip_issued", ["number"], unique=False)
    op.create_table(
        "follow_up",
        sa.Column("matter_id", sa.String(length=36), nullable=False),
        sa.Column("rating_id", sa.String(length=36), nullable=False),
        sa.Column("owner_id", sa.String(length=36), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("steps", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_follow_up_matter_id")),
        sa.ForeignKeyConstraint(["rating_id"], ["rating.id"], name=op.f("fk_follow_up_rating_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
    )
    op.create_index("ix_follow_up_due", "follow_up", ["closed_at", "due_on"], unique=False)
    op.create_index("ix_follow_up_matter", "follow_up", ["matter_id"], unique=False)
