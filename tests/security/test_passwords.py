"""Which passwords are refused, and how the accepted ones are kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.security.passwords import (
    Cost,
    PasswordHasher,
    PasswordTooWeak,
    check_password,
    temporary_password,
)


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("a1B2c3d", "8 个字符"),
        ("x" * 129, "128"),
        ("zhangwei", "账号名"),
        ("ZhangWei2026", "账号名"),
        ("ＺｈａｎｇＷｅｉ", "账号名"),
        ("12345678", "太常见"),
        ("87654321", "太常见"),
        ("abcdefgh", "太常见"),
        ("88888888", "太常见"),
        ("abcabcabc", "太常见"),
        ("Password1", "太常见"),
        ("P@ssw0rd", "太常见"),
    ],
)
def test_a_weak_password_is_refused_with_its_reason(password: str, reason: str) -> None:
    with pytest.raises(PasswordTooWeak, match=reason):
        check_password(password, "zhangwei")


@pytest.mark.parametrize("password", ["梧桐树下三只猫咪呀", "tulip-7-kettle", "wj83kd92"])
def test_a_long_uncommon_password_is_accepted(password: str) -> None:
    check_password(password, "zhangwei")


def test_a_short_account_name_within_a_password_does_not_matter() -> None:
    check_password("tulip-li-kettle", "li")


@given(st.text(min_size=8, max_size=40))
def test_the_policy_never_fails_in_any_other_way(password: str) -> None:
    try:
        check_password(password, "zhangwei")
    except PasswordTooWeak as refusal:
        assert password not in str(refusal)


def test_a_temporary_password_passes_the_policy_and_never_repeats() -> None:
    made = {temporary_password() for _ in range(50)}
    assert len(made) == 50
    for password in made:
        check_password(password, "zhangwei")


def test_the_hash_is_argon2id_at_64_mib_by_default() -> None:
    assert PasswordHasher().hash("tulip-7-kettle").startswith("$argon2id$v=19$m=65536,t=3,")


def test_only_the_right_password_matches_its_hash(hasher: PasswordHasher) -> None:
    stored = hasher.hash("tulip-7-kettle")
    assert "tulip" not in stored
    assert hasher.verify(stored, "tulip-7-kettle")
    assert not hasher.verify(stored, "tulip-7-kettles")


@pytest.mark.parametrize("stored", ["", "not a hash", "$argon2id$v=19$m=8,t=1,p=1$AAAA"])
def test_a_damaged_hash_matches_nothing(hasher: PasswordHasher, stored: str) -> None:
    assert not hasher.verify(stored, "tulip-7-kettle")


def test_a_hash_of_another_cost_asks_to_be_made_again(hasher: PasswordHasher) -> None:
    dearer = PasswordHasher(Cost(memory_kib=16, passes=2, lanes=1))
    stored = hasher.hash("tulip-7-kettle")
    assert not hasher.needs_rehash(stored)
    assert dearer.needs_rehash(stored)
    assert dearer.verify(stored, "tulip-7-kettle")
