"""What a desk says when it joins, read and checked; and what it is told in return."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench.server.refusals import malformed
from workbench.sync.protocol.codes import code_hash

NAME_LENGTH = 64

_IDENTITY = re.compile(r"[A-Za-z0-9_-]{1,36}")
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Found:
    """The community that an existing desk brings with it."""

    community_id: str
    name: str
    address_key: str


@dataclass(frozen=True, slots=True)
class Joining:
    """A desk that asks to be let in by a code; `found` is filled when it brings its community."""

    code_sha256: str
    device_id: str
    incarnation: str
    device_name: str
    schema_version: str
    found: Found | None


@dataclass(frozen=True, slots=True)
class Terms:
    """What a desk may hold and how long it may do without contact; `areas` None means all.

    `name` is what whoever invited the desk calls it, empty at a founding.
    """

    name: str = ""
    outside: bool = False
    areas: tuple[str, ...] | None = None
    masked: bool = False
    offline_hours: int = 72

    def as_fields(self) -> dict[str, Any]:
        """Return the terms as fields of a desk's record, without its name, truth as SQLite keeps it."""
        return {
            "outside": int(self.outside),
            "areas": None if self.areas is None else list(self.areas),
            "masked": int(self.masked),
            "offline_hours": self.offline_hours,
        }

    @classmethod
    def of(cls, fields: Mapping[str, Any]) -> Terms:
        """Read the terms from a record of a desk or an invitation."""
        areas = fields.get("areas")
        return cls(
            name=str(fields.get("name") or ""),
            outside=bool(fields.get("outside")),
            areas=None if areas is None else tuple(areas),
            masked=bool(fields.get("masked")),
            offline_hours=int(fields.get("offline_hours") or 72),
        )


def joining_in(body: Mapping[str, Any]) -> Joining:
    """Read a request to join. Raises RequestRefused malformed, naming the field."""
    return Joining(
        code_sha256=code_hash(_text(body, "code")),
        device_id=identity(body, "device_id"),
        incarnation=identity(body, "incarnation"),
        device_name=_text(body, "device_name") if body.get("device_name") else "",
        schema_version=str(body.get("schema_version", ""))[:NAME_LENGTH],
        found=_found(body.get("found")),
    )


def identity(body: Mapping[str, Any], name: str) -> str:
    """Return an identity in a body, which never holds what separates identities elsewhere."""
    value = body.get(name)
    if not isinstance(value, str) or not _IDENTITY.fullmatch(value):
        raise malformed(name)
    return value


def chain_in(body: Mapping[str, Any]) -> tuple[int, str]:
    """Return number and hash of the last row that a new life shares with the one before it."""
    chain_seq, chain_hash = body.get("chain_seq"), body.get("chain_hash")
    if not isinstance(chain_seq, int) or isinstance(chain_seq, bool) or not 0 <= chain_seq < 2**63:
        raise malformed("chain_seq")
    if not isinstance(chain_hash, str) or not _HASH.fullmatch(chain_hash):
        raise malformed("chain_hash")
    return chain_seq, chain_hash


def _found(value: object) -> Found | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise malformed("found")
    address_key = value.get("address_key")
    if not isinstance(address_key, str) or not _HASH.fullmatch(address_key):
        raise malformed("address_key")
    return Found(identity(value, "community_id"), _text(value, "name"), address_key)


def _text(body: Mapping[str, Any], name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not 0 < len(value.strip()) <= NAME_LENGTH or "\x00" in value:
        raise malformed(name)
    return value.strip()
