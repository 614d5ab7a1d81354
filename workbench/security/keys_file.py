"""`keys.json`: the sealed copies of the database key, and the wrong passwords tried on them.

The file holds nothing secret in the clear. Its digest tells a damaged file from a wrong password; it
does not stop somebody who edits the file on purpose, whom the seals themselves stop. Such a person can
also set the counters back, against which only the cost of each guess helps.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from workbench.security.delay import Attempts
from workbench.security.durable import replace_file
from workbench.security.keys import KEY_BYTES, NONCE_BYTES, SALT_BYTES, SealedKey
from workbench.security.passwords import Cost
from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VERSION = 1
_LARGEST = Cost(memory_kib=1024 * 1024, passes=16, lanes=16)
_TAG_BYTES = 16


@dataclass(frozen=True, slots=True)
class KeysFile:
    """Everything `keys.json` says: which key, who can open it how, and who tried in vain.

    `withdrawn` says that this machine was made to lose the key; `limited` that after many wrong passwords
    only contact with the server helps.
    """

    key_id: str
    fingerprint: str
    in_keyring: bool
    recovery: SealedKey
    accounts: Mapping[str, tuple[SealedKey, ...]] = field(default_factory=dict)
    attempts: Mapping[str, Attempts] = field(default_factory=dict)
    withdrawn: bool = False
    limited: bool = False


class KeysFileMissing(WorkbenchError):
    """The data folder has no keys file, so nothing says how its database is opened."""


class KeysFileDamaged(WorkbenchError):
    """The keys file is not what was written."""


def read_keys_file(path: Path) -> KeysFile:
    """Read the file. Raises KeysFileMissing, KeysFileDamaged."""
    try:
        document = json.loads(path.read_bytes())
        body = document["body"]
        if document["version"] != VERSION or document["sha256"] != _digest(body):
            raise ValueError("version or digest differs")
        return _keys_file_of(body)
    except FileNotFoundError as error:
        raise KeysFileMissing(f"数据文件夹中没有密钥文件 {path.name}，请从备份恢复该文件。") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise KeysFileDamaged(
            f"密钥文件 {path.name} 已损坏或被改动，数据库本身未受影响；请从备份恢复该文件。"
        ) from error


def write_keys_file(path: Path, keys: KeysFile) -> None:
    """Replace the file as a whole. Raises FileNotSaved."""
    body = _body_of(keys)
    document = {"version": VERSION, "body": body, "sha256": _digest(body)}
    replace_file(path, json.dumps(document, ensure_ascii=False, indent=1).encode())


def _digest(body: object) -> str:
    return hashlib.sha256(json.dumps(body, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _body_of(keys: KeysFile) -> dict[str, Any]:
    return {
        "key_id": keys.key_id,
        "fingerprint": keys.fingerprint,
        "in_keyring": keys.in_keyring,
        "recovery": _seal_out(keys.recovery),
        "accounts": {name: [_seal_out(seal) for seal in seals] for name, seals in keys.accounts.items()},
        "attempts": {name: _attempts_out(tried) for name, tried in keys.attempts.items()},
        "withdrawn": keys.withdrawn,
        "limited": keys.limited,
    }


def _keys_file_of(body: dict[str, Any]) -> KeysFile:
    return KeysFile(
        key_id=str(body["key_id"]),
        fingerprint=str(body["fingerprint"]),
        in_keyring=bool(body["in_keyring"]),
        recovery=_seal_in(body["recovery"]),
        accounts={name: tuple(map(_seal_in, seals)) for name, seals in body["accounts"].items()},
        attempts={name: _attempts_in(tried) for name, tried in body["attempts"].items()},
        withdrawn=bool(body.get("withdrawn", False)),
        limited=bool(body.get("limited", False)),
    )


def _seal_out(seal: SealedKey) -> dict[str, Any]:
    return {
        "salt": b64encode(seal.salt).decode(),
        "nonce": b64encode(seal.nonce).decode(),
        "sealed": b64encode(seal.sealed).decode(),
        "argon2id": [seal.cost.memory_kib, seal.cost.passes, seal.cost.lanes],
    }


def _seal_in(entry: dict[str, Any]) -> SealedKey:
    """Read a seal; one that would cost more memory or time than any of ours is an attack, not a seal."""
    memory_kib, passes, lanes = map(int, entry["argon2id"])
    salt, nonce, sealed = (b64decode(entry[part], validate=True) for part in ("salt", "nonce", "sealed"))
    if not (8 <= memory_kib <= _LARGEST.memory_kib and 1 <= passes <= _LARGEST.passes):
        raise ValueError("Argon2 cost out of bounds")
    if not 1 <= lanes <= min(_LARGEST.lanes, memory_kib // 8):
        raise ValueError("Argon2 lanes out of bounds")
    if (len(salt), len(nonce), len(sealed)) != (SALT_BYTES, NONCE_BYTES, KEY_BYTES + _TAG_BYTES):
        raise ValueError("a part of the seal has the wrong length")
    return SealedKey(salt, nonce, sealed, Cost(memory_kib, passes, lanes))


def _attempts_out(tried: Attempts) -> list[Any]:
    return [tried.failures, tried.counted_from.isoformat() if tried.counted_from else None]


def _attempts_in(entry: list[Any]) -> Attempts:
    failures, counted_from = entry
    moment = datetime.fromisoformat(counted_from) if counted_from else None
    if moment is not None and moment.tzinfo is None:
        raise ValueError("a moment without its time zone")
    return Attempts(int(failures), moment)
