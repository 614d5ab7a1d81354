"""JSON schemas of what travels, for the OpenAPI document; the tests hold real answers against them."""

from __future__ import annotations

from typing import Any

from workbench.sync.protocol.wire import PUSH_LIMIT, Fault, Outcome, Reason

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer", "minimum": 0}
FLAG: Schema = {"type": "boolean"}
HASH: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
FIELDS: Schema = {"type": "object", "description": "Fields of a record by name, as the journal keeps them."}
MOMENT: Schema = {"type": "string", "format": "date-time"}


def one_of(values: list[str]) -> Schema:
    """Return the schema of a choice."""
    return {"type": "string", "enum": values}


def whole(properties: dict[str, Schema], optional: tuple[str, ...] = (), what: str = "") -> Schema:
    """Return the schema of an object that has all of these, but for those that are optional."""
    schema: Schema = {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
    }
    return {**schema, "description": what} if what else schema


def row_of(parts: dict[str, Schema], what: str) -> Schema:
    """Return the schema of an array whose places have names."""
    places = [{**schema, "title": name} for name, schema in parts.items()]
    return {
        "type": "array", "description": f"{what}: [{', '.join(parts)}]", "prefixItems": places,
        "minItems": len(places), "maxItems": len(places),
    }  # fmt: skip


def maybe(schema: Schema) -> Schema:
    """Return the schema of a value that may be null."""
    return {**schema, "type": [schema["type"], "null"]}


CHANGE = row_of(
    {
        "op_id": TEXT, "community_id": TEXT, "entity": TEXT, "record_id": TEXT, "kind": TEXT,
        "before": maybe(TEXT), "after": maybe(TEXT), "base_seq": NUMBER, "author_id": TEXT,
        "device_id": TEXT, "device_seq": NUMBER, "hlc": NUMBER, "purpose": maybe(TEXT), "hash": TEXT,
        "was_seq": NUMBER, "relayed": FLAG,
    },
    "A row of a desk's journal; `before` and `after` are the very texts that were hashed",
)  # fmt: skip
ANSWER = row_of(
    {
        "op_id": TEXT, "outcome": one_of([outcome.value for outcome in Outcome]), "seq": NUMBER,
        "reason": one_of([reason.value for reason in Reason]), "current": FIELDS, "gone": FLAG,
        "repeated": FLAG,
    },
    "What became of a change",
)  # fmt: skip
ROW = row_of(
    {
        "seq": NUMBER, "op_id": TEXT, "entity": TEXT, "record_id": TEXT, "kind": TEXT, "fields": FIELDS,
        "author_id": TEXT, "device": TEXT, "hlc": NUMBER, "received_at": MOMENT,
    },
    "An applied change",
)  # fmt: skip
STANDING = row_of(
    {"entity": TEXT, "record_id": TEXT, "seq": NUMBER, "fields": FIELDS}, "A record as it stands"
)
BUCKET = row_of(
    {"number": NUMBER, "count": NUMBER, "xor": {"type": "integer"}},
    "A bucket: how many records, and their XOR",
)
HEAD = whole(
    {"device_seq": NUMBER, "hash": TEXT, "signed_at": MOMENT, "signature": TEXT},
    what="The head of the desk's chain, countersigned by the server (Ed25519).",
)
FAULT = whole(
    {"fault": one_of([fault.value for fault in Fault]), "message": TEXT},
    what="Why the request was refused: a word for the program, a Chinese sentence for the person; more "
    "facts, such as `epoch` or `retry_after`, where they help.",
)
PUSH = whole(
    {
        "epoch": TEXT, "incarnation": TEXT, "schema_version": TEXT, "app_version": TEXT,
        "changes": {"type": "array", "items": CHANGE, "maxItems": PUSH_LIMIT},
    },
    ("schema_version", "app_version"),
)  # fmt: skip
PUSHED = whole({"epoch": TEXT, "seq": NUMBER, "answers": {"type": "array", "items": ANSWER}, "head": HEAD})
PULLED = whole(
    {
        "epoch": TEXT, "scope_epoch": NUMBER, "to_seq": NUMBER, "complete": FLAG,
        "rows": {"type": "array", "items": ROW},
    }
)  # fmt: skip
STATE = whole({"epoch": TEXT, "scope_epoch": NUMBER, "seq": NUMBER})
DIGEST = whole(
    {**STATE["properties"], "buckets": {"type": "array", "items": BUCKET}},
)
STANDINGS = whole({**STATE["properties"], "records": {"type": "array", "items": STANDING}})
HELLO = whole(
    {
        "protocol": NUMBER, "oldest": NUMBER, "name": TEXT, "server_time": MOMENT, "signing_key": HASH,
        "escrow_key": HASH,
    }
)  # fmt: skip
ENROL = whole(
    {
        "code": TEXT, "device_id": TEXT, "incarnation": TEXT, "device_name": TEXT, "protocol": NUMBER,
        "schema_version": TEXT,
        "found": whole({"community_id": TEXT, "name": TEXT, "address_key": HASH}),
    },
    ("protocol", "schema_version", "found"),
)  # fmt: skip
WELCOME = whole(
    {
        "token": TEXT, "community_id": TEXT, "name": TEXT, "epoch": TEXT, "seq": NUMBER, "number": NUMBER,
        "address_key": HASH, "offline_hours": NUMBER, "signing_key": HASH, "escrow_key": HASH,
        "device": whole(
            {
                "name": TEXT, "state": TEXT, "outside": NUMBER, "masked": NUMBER, "offline_hours": NUMBER,
                "areas": {"type": ["array", "null"], "items": TEXT},
            }
        ),
    }
)  # fmt: skip
INCARNATION = whole({"device_id": TEXT, "incarnation": TEXT, "chain_seq": NUMBER, "chain_hash": HASH})
