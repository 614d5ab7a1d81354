"""What this desk remembers of its server, as facts of the store: where it is and how far they have come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.security import limits
from workbench.store.local import StoreFact

if TYPE_CHECKING:
    from workbench.store import Store

SERVER_URL = limits.SERVER_URL
SERVER_CA = "server_ca"
"""Path of the file of the private authority that vouches for the server; absent: the system's."""
COMMUNITY_ID = "community_id"
EPOCH = "epoch"
"""Which life of the server this desk knows; another after a restore."""
SCOPE_EPOCH = "scope_epoch"
CURSOR = "cursor"
"""The number through which this desk has taken in the server's log; absent: everything is to be read."""
INCARNATION = "incarnation"
"""Tells two machines apart that began as one, such as a copied disk."""
LAST_SYNC = "last_sync"
"""The last complete round, ISO in UTC."""
LAST_CONTACT = limits.LAST_CONTACT
"""The last time the server answered this desk as its own, ISO in UTC."""
LAST_CHECK = "last_check"
"""The last time the digests of both sides were compared, ISO in UTC."""
SENT_THROUGH = "sent_through"
"""The number in this device's journal through which all has been answered."""
ADDRESS_KEY = "address_key"
"""The community's key of vault addresses, hexadecimal."""
SYNC_PAUSED = "sync_paused"
FIRST_SYNC = "first_sync"
"""`running` until a desk that joined has everything, then `done`."""
REPAIR = "sync_repair"
"""Why everything is to be compared with the server, until that is done."""
RELAY = "sync_relay"
"""After a restore: what others wrote and the server may have lost, `from:through` in numbers of its log."""
DESK_NUMBER = "desk_number"
"""Tells this desk from the community's others; 1 until set."""
DESK_NAME = "desk_name"
OFFLINE_HOURS = "offline_hours"
DEVICE_TOKEN = "device_token"
"""The token, where no safe keyring holds it."""
SIGNING_KEY = "signing_key"
"""The server's public key of countersignatures, hexadecimal."""
ESCROW_KEY = "escrow_key"
"""The server's public key for what a lost desk seals, hexadecimal."""
COUNTERSIGNED = "countersigned"
"""The server's signature under the head of this device's chain, as JSON."""


@dataclass(frozen=True, slots=True)
class ServerPlace:
    """Which server a desk belongs to and how it names itself there."""

    url: str
    ca_file: str | None
    community_id: str
    incarnation: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a desk has come with its server; `cursor` None means that it has to read everything."""

    epoch: str
    scope_epoch: int
    cursor: int | None
    first_sync: bool
    repair: str
    last_sync: datetime | None
    last_contact: datetime | None
    last_check: datetime | None


def facts_of(session: Session) -> dict[str, str]:
    """Return every fact of the store by name."""
    return {fact.name: fact.value for fact in session.scalars(select(StoreFact))}


def read_facts(store: Store) -> dict[str, str]:
    """Return every fact of the store by name."""
    with store.read() as session:
        return facts_of(session)


def place_in(facts: Mapping[str, str]) -> ServerPlace | None:
    """Return the server this desk has joined, or None."""
    if SERVER_URL not in facts or COMMUNITY_ID not in facts:
        return None
    return ServerPlace(
        facts[SERVER_URL], facts.get(SERVER_CA), facts[COMMUNITY_ID], facts.get(INCARNATION, "")
    )


def progress_in(facts: Mapping[str, str]) -> Progress:
    """Return how far this desk has come."""
    cursor = facts.get(CURSOR)
    return Progress(
        epoch=facts.get(EPOCH, ""),
        scope_epoch=int(facts.get(SCOPE_EPOCH, "0")),
        cursor=None if cursor is None else int(cursor),
        first_sync=facts.get(FIRST_SYNC) == "running",
        repair=facts.get(REPAIR, ""),
        last_sync=_moment(facts.get(LAST_SYNC)),
        last_contact=_moment(facts.get(LAST_CONTACT)),
        last_check=_moment(facts.get(LAST_CHECK)),
    )


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
