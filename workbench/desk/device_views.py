"""What the screens show of desks, invitations and the server, and what they hand back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from workbench.sync.terms import DeskTerms


@dataclass(frozen=True, slots=True)
class AreaChoice:
    """A census area that may be given to a desk."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """A desk in the list; `state` is a value of DeviceState, `own` says that it is this one."""

    id: str
    number: int
    state: str
    terms: DeskTerms
    enrolled_at: datetime
    area_names: tuple[str, ...] = ()
    last_seen: datetime | None = None
    """None where it is not known."""
    reason: str = ""
    own: bool = False


class InvitationState(StrEnum):
    """What became of an invitation."""

    OPEN = "open"
    USED = "used"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class InvitationLine:
    """An invitation in the list; its code is known to nobody any more."""

    id: str
    terms: DeskTerms
    state: InvitationState
    expires_at: datetime
    area_names: tuple[str, ...] = ()
    used_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Invitation:
    """A code just made, shown this once, with the address it belongs to."""

    code: str
    server: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Where the server is, and the file of the authority that vouches for it, if it is a private one."""

    url: str
    ca_file: Path | None = None


@dataclass(frozen=True, slots=True)
class UnfinishedJoin:
    """A first sync that was cut off and can go on."""

    server: str
    desk_name: str
    progress: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """A desk that has joined: its community, its name, and the recovery passphrase, shown once."""

    community: str
    desk_name: str
    passphrase: str
