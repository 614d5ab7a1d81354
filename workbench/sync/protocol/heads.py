"""The head of a desk's chain under the server's signature, by which a tail that was cut off shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def head_text(community_id: str, device_id: str, device_seq: int, hash_: str, signed_at: str) -> bytes:
    """Return what is signed: whose chain, how far it has come, its last hash, and when (ISO, UTC)."""
    return f"head/1\n{community_id}\n{device_id}\n{device_seq}\n{hash_}\n{signed_at}".encode()


def is_signed(verifying: str, community_id: str, device_id: str, head: Mapping[str, Any]) -> bool:
    """Tell whether a chain head bears the signature (Ed25519) of whoever has that public key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        text = head_text(community_id, device_id, head["device_seq"], head["hash"], head["signed_at"])
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(verifying)).verify(
            bytes.fromhex(head["signature"]), text
        )
    except (InvalidSignature, ValueError, KeyError, TypeError):
        return False
    return True
