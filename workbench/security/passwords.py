"""Passwords of staff: what they must be like, and how they are kept (Argon2id, RFC 9106)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from workbench.standards.errors import WorkbenchError
from workbench.standards.text import compact

MINIMUM_LENGTH = 8
MAXIMUM_LENGTH = 128
TEMPORARY_LENGTH = 10

_READABLE = "abcdefghjkmnpqrstuvwxyz23456789"
_RUNS = ("01234567890123456789", "abcdefghijklmnopqrstuvwxyz")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess of a password costs: memory in KiB, passes over it, and lanes."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


class PasswordTooWeak(WorkbenchError):
    """The password breaks the policy; nothing was changed."""


class PasswordHasher:
    """Hashes passwords and checks them, at a given cost."""

    def __init__(self, cost: Cost | None = None) -> None:
        from argon2 import PasswordHasher as Argon2
        from argon2 import Type

        chosen = cost or Cost()
        self._argon2 = Argon2(
            time_cost=chosen.passes, memory_cost=chosen.memory_kib, parallelism=chosen.lanes, type=Type.ID
        )
        self._nobody = ""

    def hash(self, password: str) -> str:
        """Return the hash to keep, with its salt and cost in it."""
        return self._argon2.hash(password)

    def verify(self, stored: str, password: str) -> bool:
        """Say whether the password is the one hashed; a damaged hash matches nothing."""
        from argon2.exceptions import InvalidHashError, VerificationError

        try:
            return self._argon2.verify(stored, password)
        except (VerificationError, InvalidHashError):
            return False

    def verify_nobody(self, password: str) -> None:
        """Spend what checking a password costs, so that time does not tell which accounts exist."""
        self._nobody = self._nobody or self.hash(secrets.token_hex(16))
        self.verify(self._nobody, password)

    def needs_rehash(self, stored: str) -> bool:
        """Say whether the hash was made at another cost than today's."""
        return self._argon2.check_needs_rehash(stored)


def check_password(password: str, account: str) -> None:
    """Let a new password pass or raise PasswordTooWeak (GB/T 22239 8.1.4: complexity)."""
    if len(password) < MINIMUM_LENGTH:
        raise PasswordTooWeak(f"密码至少要 {MINIMUM_LENGTH} 个字符，请换一个更长的密码。")
    if len(password) > MAXIMUM_LENGTH:
        raise PasswordTooWeak(f"密码最多 {MAXIMUM_LENGTH} 个字符，请换一个短些的密码。")
    plain, name = compact(password).lower(), compact(account).lower()
    if plain == name or (len(name) >= 4 and name in plain):
        raise PasswordTooWeak("密码不能包含账号名，请换一个密码。")
    if plain in _common() or _is_pattern(plain):
        raise PasswordTooWeak("这个密码太常见，容易被猜到，请换一个密码。")


@cache
def _common() -> frozenset[str]:
    """Return the passwords everybody tries first, one a line in `common_passwords.txt`."""
    return frozenset(files(__package__).joinpath("common_passwords.txt").read_text("ascii").split())


def temporary_password() -> str:
    """Return a random password to hand over once, without letters that look alike."""
    return "".join(secrets.choice(_READABLE) for _ in range(TEMPORARY_LENGTH))


def _is_pattern(plain: str) -> bool:
    """Say whether the text is a run (12345678, 87654321), or one short piece repeated (88888888)."""
    if any(plain in run or plain[::-1] in run for run in _RUNS):
        return True
    return any(
        plain == (plain[:size] * len(plain))[: len(plain)] for size in range(1, min(3, len(plain) // 2) + 1)
    )
