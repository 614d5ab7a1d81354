"""Keys: subkeys for each purpose (HKDF), and a key sealed under a secret (Argon2id, AES-256-GCM)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass

from workbench.security.passwords import Cost

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12

Entropy = Callable[[int], bytes]
"""A source of that many unpredictable bytes; handed in, so that tests may set it."""


@dataclass(frozen=True, slots=True)
class SealedKey:
    """A key nobody can read without the secret it was sealed under."""

    salt: bytes
    nonce: bytes
    sealed: bytes
    cost: Cost


def subkey(key: bytes, purpose: str) -> bytes:
    """Return the key of one purpose, from which neither the main key nor another subkey follows."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"community-workbench/{purpose}".encode()).derive(key)


def fingerprint(key: bytes) -> str:
    """Return 32 hexadecimal digits that tell one key from another and give nothing of it away."""
    return subkey(key, "fingerprint")[:16].hex()


def seal(key: bytes, secret: str, label: str, cost: Cost, entropy: Entropy) -> SealedKey:
    """Seal the key under a secret; `label` says for whom, and it opens only for that label."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = entropy(SALT_BYTES), entropy(NONCE_BYTES)
    sealed = AESGCM(_stretched(secret, salt, cost)).encrypt(nonce, key, _bound(label, cost))
    return SealedKey(salt, nonce, sealed, cost)


def unseal(sealed: SealedKey, secret: str, label: str) -> bytes | None:
    """Return the key, or None if the secret is wrong or anything of the seal was altered."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    opener = AESGCM(_stretched(secret, sealed.salt, sealed.cost))
    try:
        return opener.decrypt(sealed.nonce, sealed.sealed, _bound(label, sealed.cost))
    except InvalidTag:
        return None


def _stretched(secret: str, salt: bytes, cost: Cost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        secret.encode(), salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID
    )


def _bound(label: str, cost: Cost) -> bytes:
    return json.dumps({"for": label, **asdict(cost)}, sort_keys=True).encode()
