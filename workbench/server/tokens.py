"""The token of a desk (终端凭证): 256 random bits of which only the SHA-256 is kept.

It begins with whose it is, so that looking it up asks one part of the database and not all of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

_HEAD = "cwt1"
_SECRET_BYTES = 32
_LONGEST = 512

Entropy = Callable[[int], bytes]
"""A source of that many unpredictable bytes; handed in, so that tests may set it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token taken apart: whose it claims to be, and the hash of the whole."""

    community_id: str
    device_id: str
    incarnation: str
    sha256: str


def new_token(community_id: str, device_id: str, incarnation: str, entropy: Entropy) -> str:
    """Return a fresh token of one life of a device."""
    secret = entropy(_SECRET_BYTES).hex()
    return ":".join((_HEAD, community_id, device_id, incarnation, secret))


def token_hash(token: str) -> str:
    """Return the SHA-256 that is kept in a token's place."""
    return hashlib.sha256(token.encode()).hexdigest()


def read_token(header: str) -> Token | None:
    """Take the token out of an `Authorization` header, or None if there is none in it."""
    scheme, _, token = header.partition(" ")
    parts = token.strip().split(":")
    if scheme.lower() != "bearer" or len(parts) != 5 or parts[0] != _HEAD or len(token) > _LONGEST:
        return None
    _, community_id, device_id, incarnation, _ = parts
    return Token(community_id, device_id, incarnation, token_hash(token.strip()))
