"""What the screens of sync are shown and what they hand back: how it stands, and what is in dispute.

Frozen records without a database behind them, so that a window can be drawn before sync is loaded.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from workbench.sync.protocol.wire import Reason
from workbench.sync.state import Phase


class Ending(StrEnum):
    """Why somebody's work at this desk has come to an end."""

    STAFF_DISABLED = "staff_disabled"
    """The account was closed centrally."""
    DEVICE_REVOKED = "device_revoked"
    DEVICE_LOST = "device_lost"
    OFFLINE_TOO_LONG = "offline_too_long"
    """The grace period without contact is over; the recovery passphrase opens the desk again."""


@dataclass(frozen=True, slots=True)
class SyncState:
    """How sync stands; moments are UTC, counts are of changes.

    `last_sync` is the last complete exchange. `disputes` counts the open ones in this person's inbox.
    `progress` is (done, in all) while something long runs. `problem` is one sentence for the person.
    `handed_over` says, of an ending, that what was unsent reached the server sealed. `locks_at` tells, once
    most of the time without contact is gone, when the desk will lock.
    """

    phase: Phase = Phase.OFF
    server: str = ""
    desk_name: str = ""
    last_sync: datetime | None = None
    unsent: int = 0
    disputes: int = 0
    progress: tuple[int, int] | None = None
    problem: str = ""
    ending: Ending | None = None
    handed_over: bool = False
    locks_at: datetime | None = None

    @property
    def connected(self) -> bool:
        """Whether this desk belongs to a server, reachable or not."""
        return self.phase is not Phase.OFF


class DisputeKind(StrEnum):
    """What a dispute asks of whoever settles it."""

    FIELDS = "fields"
    """Choose field by field: both changed the same thing, or the two together make no sense."""
    WHOLE = "whole"
    """Choose for the whole record: one removed it, the other changed it."""
    REFUSED = "refused"
    """The server took nothing of it: apply it as one's own, or drop it with a note."""
    REMOVALS = "removals"
    """Too many removals at once: a second person approves or drops them."""


@dataclass(frozen=True, slots=True)
class DisputeLine:
    """One dispute in the list; `title` is a resident's name, a matter's number, or the like.

    `other…` tells who changed the record meanwhile, where anybody did. `choice` is as in SyncDispute and
    empty while the dispute is open; `mine` says that the signed-in person wrote the change.
    """

    id: str
    kind: DisputeKind
    entity: str
    record_id: str
    title: str
    reason: Reason
    change_kind: str
    author: str
    desk: str
    written_at: datetime
    mine: bool
    count: int
    """How many fields differ; of removals, how many records."""
    other_author: str = ""
    other_desk: str = ""
    other_written_at: datetime | None = None
    choice: str = ""
    resolved_by: str = ""
    resolved_at: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class DisputedField:
    """One field in dispute: what both started from, what each wrote, what stands now.

    Values are as the journal keeps them; numbers of people come masked, and then `masked` is true.
    Fields of one `group` are taken together. `third` says whether another value may be typed.
    """

    name: str
    base: Any
    mine: Any
    theirs: Any
    current: Any
    group: str = ""
    masked: bool = False
    third: bool = True


@dataclass(frozen=True, slots=True)
class DisputeDetail:
    """A dispute with everything needed to settle it, and what this person may do about it.

    `titles` names the records of removals.
    """

    line: DisputeLine
    fields: tuple[DisputedField, ...] = ()
    titles: tuple[str, ...] = ()
    may_resolve: bool = False
    may_apply: bool = False
    may_approve: bool = False
    may_discard: bool = False


@dataclass(frozen=True, slots=True)
class Revealed:
    """A masked field in full, for as long as the mask is lifted."""

    base: str
    mine: str
    theirs: str
    current: str
