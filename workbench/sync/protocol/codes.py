"""Invitation codes (邀请码): typed once by whoever sets up a new desk; only their hash is kept anywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from workbench.standards.text import compact

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that is mistaken for a digit, nor U."""

SYMBOLS = 20
"""Symbols of a code: 100 bits, out of reach of any guessing."""

_GROUP = 4
_MISREAD = str.maketrans(
    {"O": "0", "I": "1", "L": "1", "-": None, "_": None, ".": None, "—": None, "–": None}
)

Entropy = Callable[[int], bytes]
"""A source of that many unpredictable bytes."""


def new_code(entropy: Entropy) -> str:
    """Return a fresh code in groups, such as KXQ4-7HMD-0T2P-V9RA-W3EZ."""
    symbols = "".join(ALPHABET[byte % len(ALPHABET)] for byte in entropy(SYMBOLS))
    return "-".join(symbols[at : at + _GROUP] for at in range(0, SYMBOLS, _GROUP))


def normal_code(typed: str) -> str:
    """Return a code as it is hashed: any width, case and spacing, and letters misread for digits."""
    return compact(typed).upper().translate(_MISREAD)


def is_code(typed: str) -> bool:
    """Tell whether this may be a code at all, before anybody is asked."""
    code = normal_code(typed)
    return len(code) == SYMBOLS and all(symbol in ALPHABET for symbol in code)


def code_hash(typed: str) -> str:
    """Return the SHA-256 by which a code is known, 64 hexadecimal digits."""
    return hashlib.sha256(normal_code(typed).encode()).hexdigest()
