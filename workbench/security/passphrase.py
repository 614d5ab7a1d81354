"""The recovery passphrase (恢复口令): 145 random bits a person can write down and type again."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from workbench.standards.errors import WorkbenchError
from workbench.standards.text import compact

if TYPE_CHECKING:
    from workbench.security.keys import Entropy

GROUPS = 6
GROUP_LENGTH = 5
LENGTH = GROUPS * GROUP_LENGTH

# Crockford's base 32: no I, L, O or U, and those typed by mistake are read as what they look like.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, "－": None, "—": None, "_": None})


class PassphraseMistyped(WorkbenchError):
    """The text cannot be a recovery passphrase: a letter is missing, surplus or wrong."""


def new_passphrase(entropy: Entropy) -> str:
    """Return a fresh passphrase as six groups of five, the last letter being a check letter."""
    # 256 is a multiple of 32, so that taking the remainder favours no letter.
    body = "".join(_ALPHABET[byte % 32] for byte in entropy(LENGTH - 1))
    whole = body + _check_letter(body)
    return "-".join(whole[start : start + GROUP_LENGTH] for start in range(0, LENGTH, GROUP_LENGTH))


def read_passphrase(text: str) -> str:
    """Return the passphrase as typed, without dashes, spaces and look-alikes. Raises PassphraseMistyped."""
    plain = compact(text).upper().translate(_LOOKALIKES)
    if len(plain) != LENGTH:
        raise PassphraseMistyped(f"恢复口令应有 {LENGTH} 个字符，您输入了 {len(plain)} 个，请核对后重试。")
    if not set(plain) <= set(_ALPHABET) or plain[-1] != _check_letter(plain[:-1]):
        raise PassphraseMistyped("恢复口令中有字符输错，请对照当时抄写的口令逐组核对后重新输入。")
    return plain


def _check_letter(body: str) -> str:
    return _ALPHABET[hashlib.sha256(body.encode()).digest()[0] % 32]
