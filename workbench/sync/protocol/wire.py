"""The words desks and server exchange: changes up, answers back, rows down.

A change is one row of a desk's journal, whole, so that the server can follow the desk's hash chain. Bodies
are JSON; `before` and `after` travel as the very texts that were hashed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import msgspec

PROTOCOL = 1
"""The version spoken here; a request names it in the header `Workbench-Protocol`."""

OLDEST = 1
"""The oldest version that is still served; an older desk may hand in what it has and read."""

PUSH_LIMIT = 500
"""The most changes in one push."""

PULL_LIMIT = 1000
"""The most rows in one page; a page may be a little longer so as not to cut a transaction."""

SERVER = "server"
"""The device and author of changes that the server itself makes."""


class Outcome(StrEnum):
    """What became of a change."""

    ACCEPTED = "accepted"
    MERGED = "merged"
    """Others changed other things of the record meanwhile, or the same thing alike."""
    CONFLICT = "conflict"
    """Something of it was changed by others meanwhile; that part waits in the inbox."""
    REFUSED = "refused"
    """None of it was taken, for good; it waits in the inbox with its reason."""
    SUPERSEDED = "superseded"
    """Offered again after a restore, when something later of the same course is already there."""
    NOTED = "noted"
    """It changes no record: a view, an export, a sign-in, kept for the audit."""


class Reason(StrEnum):
    """Why a change was refused or disputed; the words for people are the desk's."""

    NONE = ""
    FIELD_CHANGED = "field_changed"
    EDITED_AFTER_DELETION = "edited_after_deletion"
    DELETED_AFTER_EDIT = "deleted_after_edit"
    INVALID_TOGETHER = "invalid_together"
    NOT_PERMITTED = "not_permitted"
    AUTHOR_UNKNOWN = "author_unknown"
    OUT_OF_SCOPE = "out_of_scope"
    UNKNOWN_ENTITY = "unknown_entity"
    UNKNOWN_RECORD = "unknown_record"
    PARENT_MISSING = "parent_missing"
    PARENT_REFUSED = "parent_refused"
    NAME_TAKEN = "name_taken"
    WRONG_STATE = "wrong_state"
    INVALID = "invalid"
    MASS_DELETE = "mass_delete"
    BLOB_MISSING = "blob_missing"


class Fault(StrEnum):
    """Why a whole request was refused; `{"fault": …, "message": …}` with a 4xx status."""

    SIGN_IN = "sign_in"  # 401: no or wrong token
    STAFF_DISABLED = "staff_disabled"  # 403
    DEVICE_REVOKED = "device_revoked"  # 403: the device must wipe its key
    FORBIDDEN = "forbidden"  # 403
    NOT_FOUND = "not_found"  # 404
    EPOCH_CHANGED = "epoch_changed"  # 409: the server was restored from a backup
    SCOPE_CHANGED = "scope_changed"  # 409
    INCARNATION_CONFLICT = "incarnation_conflict"  # 409: two machines speak as one device
    OP_REUSE = "op_reuse"  # 409: an op_id with another body
    CHAIN_BROKEN = "chain_broken"  # 409: a row of the chain is missing or altered
    TOO_FAR_BEHIND = "too_far_behind"  # 410: the log before is gone, reconcile
    TOO_LARGE = "too_large"  # 413
    MALFORMED = "malformed"  # 422
    TOO_OLD = "too_old"  # 426: update; the outbox is still taken
    TOO_MANY = "too_many"  # 429
    BUSY = "busy"  # 503


@dataclass(frozen=True, slots=True)
class Change:
    """One journal row on its way up; the first thirteen are the columns of `HASHED`, in order.

    `was_seq` is the number an earlier life of the server gave it; `relayed` marks another desk's change,
    offered because the server may have lost it.
    """

    op_id: str
    community_id: str
    entity: str
    record_id: str
    kind: str
    before: str | None
    after: str | None
    base_seq: int
    author_id: str
    device_id: str
    device_seq: int
    hlc: int
    purpose: str | None
    hash: str
    was_seq: int = 0
    relayed: bool = False

    @property
    def hashed(self) -> tuple[object, ...]:
        """The values under the hash."""
        return (
            self.op_id, self.community_id, self.entity, self.record_id, self.kind, self.before, self.after,
            self.base_seq, self.author_id, self.device_id, self.device_seq, self.hlc, self.purpose,
        )  # fmt: skip

    def wire(self) -> list[object]:
        """Return the change as a JSON array."""
        return [*self.hashed, self.hash, self.was_seq, self.relayed]


to_json: Callable[[object], bytes] = msgspec.json.Encoder().encode
"""Return compact UTF-8 JSON, the one way bodies are written."""
