"""A recovery passphrase can be copied by hand, and a slip of the pen is noticed."""

from __future__ import annotations

import re
import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.security.passphrase import PassphraseMistyped, new_passphrase, read_passphrase

SHOWN = new_passphrase(lambda size: bytes(range(7, 7 + size)))


def test_it_is_shown_as_six_groups_of_five_without_look_alikes() -> None:
    shown = new_passphrase(secrets.token_bytes)
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}", shown)


def test_two_are_never_the_same() -> None:
    assert new_passphrase(secrets.token_bytes) != new_passphrase(secrets.token_bytes)


@pytest.mark.parametrize(
    "typed",
    [
        SHOWN.lower(),
        SHOWN.replace("-", " "),
        SHOWN.replace("-", ""),
        f"  {SHOWN}　",
        SHOWN.replace("0", "O").replace("1", "l"),
        "".join(chr(ord(letter) + 0xFEE0) for letter in SHOWN),
    ],
)
def test_it_is_understood_however_it_is_typed(typed: str) -> None:
    assert read_passphrase(typed) == SHOWN.replace("-", "")


@pytest.mark.parametrize("typed", ["", "ABCDE", SHOWN[:-1], SHOWN + "7"])
def test_a_missing_or_surplus_letter_is_named(typed: str) -> None:
    with pytest.raises(PassphraseMistyped, match="30 个字符"):
        read_passphrase(typed)


def test_a_letter_outside_the_alphabet_is_noticed() -> None:
    with pytest.raises(PassphraseMistyped, match="输错"):
        read_passphrase("U" + SHOWN[1:])


@given(st.integers(0, 28), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_a_wrong_letter_nearly_always_fails_the_check_letter(place: int, letter: str) -> None:
    plain = SHOWN.replace("-", "")
    typed = plain[:place] + letter + plain[place + 1 :]
    try:
        # One wrong letter in 32 slips through the check letter; it then fails at the seal.
        assert read_passphrase(typed) == typed
    except PassphraseMistyped:
        assert typed != plain
