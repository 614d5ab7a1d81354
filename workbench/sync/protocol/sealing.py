"""Sealing something for the server's eyes only: X25519 for the key, AES-256-GCM for the content.

Used by a lost desk to hand in what it had not sent: whoever finds the desk can seal, and cannot open.
"""

from __future__ import annotations

from collections.abc import Callable

from workbench.standards.errors import WorkbenchError

_HEAD = b"CWS1"
_KEY_BYTES = 32
_NONCE_BYTES = 12
_WRONG = "密封内容打不开：不是封给本服务器的，或已被改动；原文件未受影响。"

Entropy = Callable[[int], bytes]
"""A source of that many unpredictable bytes."""


class CannotOpen(WorkbenchError):
    """It was sealed for another key or another purpose, or was altered on the way."""


def escrow_context(community_id: str, device_id: str) -> bytes:
    """Return what the outbox of a lost desk is bound to: whose it is, and of which desk."""
    return f"escrow/1\n{community_id}\n{device_id}".encode()


def public_key(private: bytes) -> bytes:
    """Return the 32 bytes that belong to a private key and may be given to anybody."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def seal(recipient: bytes, content: bytes, context: bytes, entropy: Entropy) -> bytes:
    """Seal content for the holder of a private key; `context` (whose, of which desk) is bound to it.

    The layout: head, the one-time public key, nonce, AES-GCM of the content.
    """
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    once = X25519PrivateKey.from_private_bytes(entropy(_KEY_BYTES))
    public = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(recipient))
    nonce = entropy(_NONCE_BYTES)
    body = AESGCM(_key_of(shared, public, recipient)).encrypt(nonce, content, context)
    return _HEAD + public + nonce + body


def open_sealed(private: bytes, sealed: bytes, context: bytes) -> bytes:
    """Return what was sealed. Raises CannotOpen."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    own = X25519PrivateKey.from_private_bytes(private)
    public, nonce, body = _parts(sealed)
    try:
        shared = own.exchange(X25519PublicKey.from_public_bytes(public))
        key = _key_of(shared, public, own.public_key().public_bytes_raw())
        return AESGCM(key).decrypt(nonce, body, context)
    except (InvalidTag, ValueError) as error:
        raise CannotOpen(_WRONG) from error


def _parts(sealed: bytes) -> tuple[bytes, bytes, bytes]:
    start = len(_HEAD) + _KEY_BYTES
    if not sealed.startswith(_HEAD) or len(sealed) < start + _NONCE_BYTES:
        raise CannotOpen(_WRONG)
    return sealed[len(_HEAD) : start], sealed[start : start + _NONCE_BYTES], sealed[start + _NONCE_BYTES :]


def _key_of(shared: bytes, public: bytes, recipient: bytes) -> bytes:
    """Derive the content's key from the secret both can work out, bound to both public keys."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    info = b"community-workbench/escrow"
    return HKDF(SHA256(), _KEY_BYTES, salt=public + recipient, info=info).derive(shared)
