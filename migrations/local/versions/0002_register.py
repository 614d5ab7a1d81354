"""The register and its search index."""

from importlib.resources import files

import sqlalchemy as sa
from alembic import op

from workbench.store.columns import UtcDateTime

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "resident_search",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("resident_id", sa.String(length=36), nullable=False),
        sa.Column("gone", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("given", sa.String(length=64), nullable=False),
        sa.Column("pinyin", sa.String(length=256), nullable=False),
        sa.Column("initials", sa.String(length=64), nullable=False),
        sa.Column("id_number", sa.String(length=18), nullable=True),
        sa.Column("birth_part", sa.String(length=12), nullable=True),
        sa.Column("id_tail", sa.String(length=4), nullable=True),
        sa.Column("id_six", sa.String(length=6), nullable=True),
        sa.Column("phone", sa.String(length=32), nullable=True),
        sa.Column("phone_tail", sa.String(length=4), nullable=True),
        sa.Column("other_phone", sa.String(length=32), nullable=True),
        sa.Column("sex", sa.String(length=1), nullable=False),
        sa.Column("birth_date", sa.String(length=10), nullable=True),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("building", sa.String(length=32), nullable=True),
        sa.Column("building_name", sa.String(length=64), nullable=True),
        sa.Column("unit", sa.String(length=16), nullable=True),
        sa.Column("room", sa.String(length=16), nullable=True),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_resident_search")),
        sa.UniqueConstraint("resident_id", name=op.f("uq_resident_search_resident_id")),
    )
    op.create_index("ix_resident_search_birth_part", "resident_search", ["gone", "birth_part"], unique=False)
    op.create_index("ix_resident_search_given", "resident_search", ["gone", "given"], unique=False)
    op.create_index("ix_resident_search_id_number", "resident_search", ["gone", "id_number"], unique=False)
    op.create_index("ix_resident_search_id_six", "resident_search", ["gone", "id_six"], unique=False)
    op.create_index("ix_resident_search_id_tail", "resident_search", ["gone", "id_tail"], unique=False)
    op.create_index("ix_resident_search_initials", "resident_search", ["gone", "initials"], unique=False)
    op.create_index("ix_resident_search_name", "resident_search", ["gone", "name"], unique=False)
    op.create_index(
        "ix_resident_search_other_phone", "resident_search", ["gone", "other_phone"], unique=False
    )
    op.create_index("ix_resident_search_phone", "resident_search", ["gone", "phone"], unique=False)
    op.create_index("ix_resident_search_phone_tail", "resident_search", ["gone", "phone_tail"], unique=False)
    op.create_index("ix_resident_search_pinyin", "resident_search", ["gone", "pinyin"], unique=False)
    op.create_index(
        "ix_resident_search_place", "resident_search", ["gone", "building", "unit", "room"], unique=False
    )
    op.create_index("ix_resident_search_room", "resident_search", ["gone", "room"], unique=False)
    op.create_table(
        "search_deferred",
        sa.Column("after_rowid", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("after_rowid", name=op.f("pk_search_deferred")),
    )
    op.create_table(
        "dwelling",
        sa.Column("building_id", sa.String(length=36), nullable=False),
        sa.Column("unit", sa.String(length=16), nullable=False),
        sa.Column("room", sa.String(length=16), nullable=False),
        sa.Column("floor", sa.Integer(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["building_id"], ["building.id"], name=op.f("fk_dwelling_building_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dwelling")),
    )
    op.create_index("ix_dwelling_place", "dwelling", ["building_id", "unit", "room"], unique=False)
    op.create_table(
        "household",
        sa.Column("dwelling_id", sa.String(length=36), nullable=True),
        sa.Column("head_id", sa.String(length=36), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("number", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dwelling_id"], ["dwelling.id"], name=op.f("fk_household_dwelling_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household")),
    )
    op.create_index("ix_household_dwelling", "household", ["dwelling_id"], unique=False)
    op.create_table(
        "resident",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("id_number", sa.String(length=18), nullable=True),
        sa.Column("sex", sa.String(length=32), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("birth_precision", sa.String(length=32), nullable=False),
        sa.Column("ethnic_group", sa.String(length=2), nullable=True),
        sa.Column("education", sa.String(length=2), nullable=True),
        sa.Column("phone", sa.String(length=32), nullable=True),
        sa.Column("other_phone", sa.String(length=32), nullable=True),
        sa.Column("household_id", sa.String(length=36), nullable=True),
        sa.Column("relation_to_head", sa.String(length=2), nullable=True),
        sa.Column("registration", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("status_since", sa.Date(), nullable=True),
        sa.Column("full_pinyin", sa.String(length=256), nullable=False),
        sa.Column("initials", sa.String(length=64), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("merged_into_id", sa.String(length=36), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name=op.f("fk_resident_household_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resident")),
    )
    op.create_index("ix_resident_household", "resident", ["household_id"], unique=False)
    op.create_table(
        "held_document",
        sa.Column("resident_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("obtained_on", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("attachment_id", sa.String(length=64), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_held_document_resident_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_document")),
    )
    op.create_index("ix_held_document_resident", "held_document", ["resident_id", "kind"], unique=False)
    op.create_table(
        "kinship",
        sa.Column("resident_id", sa.String(length=36), nullable=False),
        sa.Column("relative_id", sa.String(length=36), nullable=False),
        sa.Column("relation", sa.String(length=2), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["relative_id"], ["resident.id"], name=op.f("fk_kinship_relative_id")),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_kinship_resident_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kinship")),
    )
    op.create_index("ix_kinship_relative", "kinship", ["relative_id"], unique=False)
    op.create_index("ix_kinship_resident", "kinship", ["resident_id"], unique=False)
    op.create_table(
        "merge_record",
        sa.Column("keep_id", sa.String(length=36), nullable=False),
        sa.Column("retire_id", sa.String(length=36), nullable=False),
        sa.Column("changes", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("merged_at", UtcDateTime(), nullable=False),
        sa.Column("merged_by", sa.String(length=36), nullable=False),
        sa.Column("undone_at", UtcDateTime(), nullable=True),
        sa.Column("undone_by", sa.String(length=36), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["keep_id"], ["resident.id"], name=op.f("fk_merge_record_keep_id")),
        sa.ForeignKeyConstraint(["retire_id"], ["resident.id"], name=op.f("fk_merge_record_retire_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merge_record")),
    )
    op.create_index("ix_merge_record_keep", "merge_record", ["keep_id"], unique=False)
    op.create_index("ix_merge_record_retire", "merge_record", ["retire_id"], unique=False)
    op.create_table(
        "residence_event",
        sa.Column("resident_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("household_id", sa.String(length=36), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_residence_event_resident_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_residence_event")),
    )
    op.create_index(
        "ix_residence_event_resident", "residence_event", ["resident_id", "happened_on"], unique=False
    )
    op.create_table(
        "resident_tag",
        sa.Column("resident_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_resident_tag_resident_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resident_tag")),
    )
    op.create_index("ix_resident_tag_kind", "resident_tag", ["kind", "until"], unique=False)
    op.create_index("ix_resident_tag_resident", "resident_tag", ["resident_id"], unique=False)
    search = files("migrations").joinpath("local", "versions", "0002_search.sql").read_text("utf-8")
    for statement in search.split(";;"):
        op.execute(statement.strip())
