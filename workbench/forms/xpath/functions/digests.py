"""Digests, Base64, identifiers and signed texts (摘要与编码函数)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import uuid

from workbench.forms.xpath import wording
from workbench.forms.xpath.faults import EvaluationFault
from workbench.forms.xpath.functions.registry import Kind, declared
from workbench.forms.xpath.scope import scope_in_force

_ALGORITHMS = {
    "MD5": "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512",
}  # fmt: skip
_SIGNATURE_BYTES = 64
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST_IDENTIFIER = 1_000


def _digest(text: str, algorithm: str, encoding: str = "base64") -> str:
    if algorithm not in _ALGORITHMS:
        raise EvaluationFault(wording.UNKNOWN_DIGEST.format(algorithm))
    raw = hashlib.new(_ALGORITHMS[algorithm], text.encode(), usedforsecurity=False).digest()
    match encoding:
        case "hex":
            return raw.hex()
        case "base64":
            return base64.b64encode(raw).decode("ascii")
        case _:
            raise EvaluationFault(wording.UNKNOWN_ENCODING.format(encoding))


def _base64_encode(text: str) -> str:
    return base64.b64encode(text.encode()).decode("ascii")


def _base64_decode(text: str) -> str:
    """Return the text behind Base64, empty where it is none."""
    raw = _raw(text)
    return "" if raw is None else _as_text(raw)


def _raw(text: str) -> bytes | None:
    packed = "".join(text.split()).rstrip("=")
    try:
        return base64.b64decode(packed + "=" * (-len(packed) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None


def _as_text(raw: bytes) -> str:
    return _NOT_IN_XML.sub("\ufffd", raw.decode("utf-8", "replace"))


def _uuid(length: float | None = None) -> str:
    """Return a random UUID, or as many random characters as asked."""
    random = scope_in_force().random
    if length is None:
        return str(uuid.UUID(int=random.getrandbits(128), version=4))
    if not 0 <= length <= _LONGEST_IDENTIFIER:
        raise EvaluationFault(wording.BAD_LENGTH)
    return "".join(random.choices("0123456789abcdefghijklmnopqrstuvwxyz", k=int(length)))


def _extract_signed(signed: str, public_key: str) -> str:
    """Return the text behind an Ed25519 signature, empty where the signature is not of this key."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    raw, key = _raw(signed), _raw(public_key)
    if raw is None or key is None:
        return ""
    signature, message = raw[:_SIGNATURE_BYTES], raw[_SIGNATURE_BYTES:]
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return ""
    return _as_text(message)


FUNCTIONS = (
    declared("digest", Kind.STRING, "sss", _digest, optional=1),
    declared("base64-encode", Kind.STRING, "s", _base64_encode),
    declared("base64-decode", Kind.STRING, "s", _base64_decode),
    declared("uuid", Kind.STRING, "n", _uuid, optional=1, volatile=True),
    declared("extract-signed", Kind.STRING, "ss", _extract_signed),
)
