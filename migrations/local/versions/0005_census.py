"""Census."""

import sqlalchemy as sa
from alembic import op

from workbench.store.columns import UtcDateTime

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "census_round",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("form_version_id", sa.String(length=36), nullable=True),
        sa.Column("moment", UtcDateTime(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("prefill", sa.Boolean(), nullable=False),
        sa.Column("update_register", sa.Boolean(), nullable=False),
        sa.Column("double_key_percent", sa.Integer(), nullable=False),
        sa.Column("recheck_percent", sa.Integer(), nullable=False),
        sa.Column("error_limit_percent", sa.Double(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_census_round")),
    )
    op.create_index("ix_census_round_state", "census_round", ["state"], unique=False)
    op.create_table(
        "census_contract",
        sa.Column("round_id", sa.String(length=36), nullable=False),
        sa.Column("organisation", sa.String(length=120), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("agreement_signed_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_reason", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["census_round.id"], name=op.f("fk_census_contract_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_census_contract")),
    )
    op.create_index("ix_census_contract_round", "census_contract", ["round_id"], unique=False)
    op.create_table(
        "census_area",
        sa.Column("round_id", sa.String(length=36), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("grid_id", sa.String(length=36), nullable=True),
        sa.Column("contract_id", sa.String(length=36), nullable=True),
        sa.Column("parts", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("signed_off_at", UtcDateTime(), nullable=True),
        sa.Column("signed_off_by_id", sa.String(length=36), nullable=True),
        sa.Column("sign_off", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["census_contract.id"], name=op.f("fk_census_area_contract_id")
        ),
        sa.ForeignKeyConstraint(["round_id"], ["census_round.id"], name=op.f("fk_census_area_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_census_area")),
    )
    op.create_index("ix_census_area_contract", "census_area", ["contract_id"], unique=False)
    op.create_index("ix_census_area_round", "census_area", ["round_id"], unique=False)
    op.create_table(
        "census_contract_member",
        sa.Column("contract_id", sa.String(length=36), nullable=False),
        sa.Column("staff_id", sa.String(length=36), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id"], ["census_contract.id"], name=op.f("fk_census_contract_member_contract_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_census_contract_member")),
    )
    op.create_index(
        "ix_census_contract_member_contract", "census_contract_member", ["contract_id"], unique=False
    )
    op.create_index("ix_census_contract_member_staff", "census_contract_member", ["staff_id"], unique=False)
    op.create_table(
        "census_case",
        sa.Column("round_id", sa.String(length=36), nullable=False),
        sa.Column("area_id", sa.String(length=36), nullable=False),
        sa.Column("building_id", sa.String(length=36), nullable=False),
        sa.Column("dwelling_id", sa.String(length=36), nullable=True),
        sa.Column("household_id", sa.String(length=36), nullable=True),
        sa.Column("building", sa.String(length=32), nullable=False),
        sa.Column("estate", sa.String(length=64), nullable=False),
        sa.Column("unit", sa.String(length=16), nullable=False),
        sa.Column("room", sa.String(length=16), nullable=False),
        sa.Column("floor", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.Column("enumerator_id", sa.String(length=36), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_visit_at", UtcDateTime(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("prefilled", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("prefilled_at", UtcDateTime(), nullable=True),
        sa.Column("submission_id", sa.String(length=36), nullable=True),
        sa.Column("keyer_id", sa.String(length=36), nullable=True),
        sa.Column("entered_at", UtcDateTime(), nullable=True),
        sa.Column("verified_at", UtcDateTime(), nullable=True),
        sa.Column("rechecked_at", UtcDateTime(), nullable=True),
        sa.Column("hard_edits", sa.Integer(), nullable=False),
        sa.Column("soft_edits", sa.Integer(), nullable=False),
        sa.Column("explanations", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["census_area.id"], name=op.f("fk_census_case_area_id")),
        sa.ForeignKeyConstraint(["building_id"], ["building.id"], name=op.f("fk_census_case_building_id")),
        sa.ForeignKeyConstraint(["round_id"], ["census_round.id"], name=op.f("fk_census_case_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_census_case")),
    )
    op.create_index("ix_census_case_area", "census_case", ["area_id", "state"], unique=False)
    op.create_index("ix_census_case_building", "census_case", ["round_id", "building_id"], unique=False)
    op.create_index("ix_census_case_enumerator", "census_case", ["enumerator_id", "state"], unique=False)
    op.create_index("ix_census_case_round", "census_case", ["round_id", "state"], unique=False)
    op.create_index("ix_census_case_visit", "census_case", ["next_visit_at"], unique=False)
    op.create_table(
        "census_double",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("first_id", sa.String(length=36), nullable=False),
        sa.Column("second_id", sa.String(length=36), nullable=True),
        sa.Column("keyer_id", sa.String(length=36), nullable=False),
        sa.Column("verifier_id", sa.String(length=36), nullable=False),
        sa.Column("begun_at", UtcDateTime(), nullable=False),
        sa.Column("typed_at", UtcDateTime(), nullable=True),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.Column("compared", sa.Integer(), nullable=False),
        sa.Column("differences", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("keying_id", sa.String(length=36), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["census_case.id"], name=op.f("fk_census_double_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_census_double")),
    )
    op.create_index("ix_census_double_case", "census_double", ["case_id"], unique=False)
    op.create_table(
        "census_event",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("verb", sa.String(length=32), nullable=False),
        sa.Column("from_state", sa.String(length=32), nullable=False),
        sa.Column("to_state", sa.String(length=32), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("actor_id", sa.String(length=36), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["census_case.id"], name=op.f("fk_census_event_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_census_event")),
    )
    op.create_index("ix_census_event_case", "census_event", ["case_id", "at"], unique=False)
    op.create_table(
        "census_keying",
        sa.Column("round_id", sa.String(length=36), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("staff_id", sa.String(length=36), nullable=False),
        sa.Column("keyer_id", sa.String(length=36), nullable=True),
        sa.Column("mode", sa.String(length=32), nullable=False),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=False),
        sa.Column("active_seconds", sa.Double(), nullable=False),
        sa.Column("keystrokes", sa.Integer(), nullable=False),
        sa.Column("corrections", sa.Integer(), nullable=False),
        sa.Column("fields", sa.Integer(), nullable=False),
        sa.Column("compared", sa.Integer(), nullable=False),
        sa.Column("keyer_wrong", sa.Integer(), nullable=False),
        sa.Column("verifier_wrong", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["census_case.id"], name=op.f("fk_census_keying_case_id")),
        sa.ForeignKeyConstraint(["round_id"], ["census_round.id"], name=op.f("fk_census_keying_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_census_keying")),
    )
    op.create_index("ix_census_keying_round", "census_keying", ["round_id", "staff_id"], unique=False)
    op.create_table(
        "census_recheck",
        sa.Column("round_id", sa.String(length=36), nullable=False),
        sa.Column("area_id", sa.String(length=36), nullable=False),
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("enumerator_id", sa.String(length=36), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("drawn_at", UtcDateTime(), nullable=False),
        sa.Column("rechecker_id", sa.String(length=36), nullable=True),
        sa.Column("submission_id", sa.String(length=36), nullable=True),
        sa.Column("done_at", UtcDateTime(), nullable=True),
        sa.Column("void_at", UtcDateTime(), nullable=True),
        sa.Column("compared", sa.Integer(), nullable=False),
        sa.Column("errors", sa.Integer(), nullable=False),
        sa.Column("differences", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("community_id", sa.String(length=36), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("server_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["census_area.id"], name=op.f("fk_census_recheck_area_id")),
        sa.ForeignKeyConstraint(["case_id"], ["census_case.id"], name=op.f("fk_census_recheck_case_id")),
        sa.ForeignKeyConstraint(["round_id"], ["census_round.id"], name=op.f("fk_census_recheck_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_census_recheck")),
    )
    op.create_index("ix_census_recheck_area", "census_recheck", ["area_id", "enumerator_id"], unique=False)
    op.create_index("ix_census_recheck_case", "census_recheck", ["case_id"], unique=False)
