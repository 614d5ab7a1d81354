"""The server's own keys: it countersigns the head of every desk's chain, and opens what lost desks handed in.

A cut tail shows no break in a chain of hashes; a head that the server has signed shows it (截尾可查).
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.security.durable import replace_file
from workbench.standards.errors import WorkbenchError
from workbench.sync.protocol.heads import head_text
from workbench.sync.protocol.sealing import public_key

if TYPE_CHECKING:
    from datetime import datetime

_KEY_BYTES = 32


class KeysUnreadable(WorkbenchError):
    """The server's keys are damaged or out of reach."""


@dataclass(frozen=True, slots=True)
class ServerKeys:
    """Two private keys: Ed25519 to sign with, X25519 to open what was sealed for the server."""

    signing: bytes
    escrow: bytes

    @property
    def verifying(self) -> str:
        """The public key, hexadecimal, by which anybody checks a signature."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.signing).public_key().public_bytes_raw().hex()

    @property
    def sealing(self) -> str:
        """The public key, hexadecimal, with which a desk seals for this server."""
        return public_key(self.escrow).hex()


def keys_in(folder: Path) -> ServerKeys:
    """Return the keys kept in a folder, made at the first asking. Raises KeysUnreadable, FileNotSaved."""
    return ServerKeys(_kept(folder / "signing.key"), _kept(folder / "escrow.key"))


def _kept(path: Path) -> bytes:
    if not path.exists():
        replace_file(path, secrets.token_bytes(_KEY_BYTES))
    try:
        key = path.read_bytes()
    except OSError as error:
        raise KeysUnreadable(f"读不到服务器密钥 {path}，服务没有启动；请检查文件权限。") from error
    if len(key) != _KEY_BYTES:
        raise KeysUnreadable(f"服务器密钥 {path} 已损坏，服务没有启动；请从备份恢复该文件。")
    return key


class Signer:
    """Countersigns chain heads."""

    def __init__(self, keys: ServerKeys) -> None:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        self._key = Ed25519PrivateKey.from_private_bytes(keys.signing)

    def head(
        self, community_id: str, device_id: str, device_seq: int, hash_: str, now: datetime
    ) -> dict[str, Any]:
        """Return a chain head with the moment it was seen and the signature over both, hexadecimal."""
        signed_at = now.isoformat()
        text = head_text(community_id, device_id, device_seq, hash_, signed_at)
        return {
            "device_seq": device_seq, "hash": hash_, "signed_at": signed_at,
            "signature": self._key.sign(text).hex(),
        }  # fmt: skip
