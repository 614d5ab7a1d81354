"""Exchange: communities, devices, the log, records as they stand, the audit, files."""

import sqlalchemy as sa
from alembic import context, op

revision = "0001"
down_revision = None

PARTITIONS = 16


def upgrade() -> None:
    spread = context.config.attributes.get("citus", False)
    if spread:
        op.execute("CREATE EXTENSION IF NOT EXISTS citus")
    for name, keys, columns in _TABLES:
        _create(name, keys, columns, spread)
    op.create_index("ix_device_token", "device", ["token_sha256"])
    op.create_index(
        "ix_record_natural_key",
        "record",
        ["community_id", "entity", "natural_key"],
        postgresql_where=sa.text("natural_key IS NOT NULL"),
    )


def _create(name, keys, columns, spread) -> None:
    """Create a table in parts; where Citus spreads it over machines, its shards are the parts."""
    options = {} if spread else {"postgresql_partition_by": "HASH (community_id)"}
    op.create_table(
        name,
        *columns(),
        sa.PrimaryKeyConstraint("community_id", *keys, name=f"pk_{name}"),
        **options,
    )
    if spread:
        beside = "default" if name == "community" else "community"
        op.execute(f"SELECT create_distributed_table('{name}', 'community_id', colocate_with => '{beside}')")
        return
    for part in range(PARTITIONS):
        op.execute(
            f"CREATE TABLE {name}_{part:02d} PARTITION OF {name} "
            f"FOR VALUES WITH (MODULUS {PARTITIONS}, REMAINDER {part})"
        )


def _text(name, default=None):
    # By bytes: ids are compared often, and no update of the system may change their order.
    return sa.Column(name, sa.Text(collation="C"), nullable=False, server_default=default)


def _maybe(name):
    return sa.Column(name, sa.Text(collation="C"), nullable=True)


def _number(name, default="0"):
    return sa.Column(name, sa.BigInteger(), nullable=False, server_default=default)


def _key_number(name, kind=sa.BigInteger):
    return sa.Column(name, kind(), nullable=False, autoincrement=False)


def _flag(name):
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.text("false"))


def _json(name, default=None):
    return sa.Column(name, sa.JSON(), nullable=False, server_default=default)


def _bytes(name):
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def _moment(name, nullable=False):
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _community():
    return (
        _text("community_id"), _text("name"), _number("seq"), _text("epoch"), _number("horizon_seq"),
        _number("born_seq"), _number("moved_seq"), _text("address_key"), _json("settings", sa.text("'{}'")),
        _moment("created_at"),
    )  # fmt: skip


def _device():
    return (
        _text("community_id"), _text("device_id"), _text("incarnation"), _text("token_sha256"),
        _number("chain_seq"), _text("chain_hash"), _text("schema_version", ""), _text("app_version", ""),
        _text("staff_id", ""), _moment("enrolled_at"), _moment("last_seen", True),
        _moment("retired_at", True),
    )  # fmt: skip


def _change_log():
    return (
        _text("community_id"), _key_number("seq"), _number("pack"), _text("device"), _text("entity"),
        _text("subject"), _text("record_id"), _text("kind"), _maybe("area_id"), _json("wire"),
        _moment("received_at"),
    )  # fmt: skip


def _record():
    return (
        _text("community_id"), _key_number("bucket", sa.SmallInteger), _text("record_id"), _text("entity"),
        _number("seq"), _flag("deleted"), _text("subject"), _maybe("area_id"), _maybe("natural_key"),
        _text("content_hash"), _number("fingerprint"), _json("body"), _json("versions"), _json("created"),
        _moment("changed_at"),
    )  # fmt: skip


def _audit():
    return (
        _text("community_id"), _text("op_id"), _flag("relayed"), _text("device_id"), _text("incarnation"),
        _number("device_seq"), _text("hash"), _text("body"), _text("answer"), _moment("received_at"),
    )  # fmt: skip


def _refused_create():
    return _text("community_id"), _text("record_id"), _text("entity")


def _recent_delete():
    return (
        _text("community_id"), _text("op_id"), _text("device_id"), _moment("written_at"),
        _moment("received_at"),
    )  # fmt: skip


def _incident():
    return (
        _text("community_id"), _text("incident_id"), _text("device_id"), _text("fault"), _json("facts"),
        _moment("at"),
    )  # fmt: skip


def _blob():
    return (
        _text("community_id"), _text("address"), _number("length"), _number("received"), _flag("complete"),
        _text("sha256", ""), _moment("touched_at"),
    )  # fmt: skip


def _blob_part():
    return _text("community_id"), _text("address"), _key_number("start"), _bytes("content")


def _escrow():
    return (
        _text("community_id"), _text("escrow_id"), _text("device_id"), _text("sha256", ""),
        sa.Column("size", sa.Integer(), nullable=False, server_default=sa.text("0")), _bytes("content"),
        _moment("received_at"), _moment("opened_at", True),
    )  # fmt: skip


_TABLES = (
    ("community", (), _community),
    ("device", ("device_id", "incarnation"), _device),
    ("change_log", ("seq",), _change_log),
    ("record", ("bucket", "record_id", "entity"), _record),
    ("audit", ("op_id", "relayed"), _audit),
    ("refused_create", ("record_id",), _refused_create),
    ("recent_delete", ("op_id",), _recent_delete),
    ("incident", ("incident_id",), _incident),
    ("blob", ("address",), _blob),
    ("blob_part", ("address", "start"), _blob_part),
    ("escrow", ("escrow_id",), _escrow),
)
