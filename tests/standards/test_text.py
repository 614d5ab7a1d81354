"""Text typed on any keyboard compares equal after folding."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from workbench.standards.text import compact, fold


def test_full_width_letters_digits_and_signs_become_half_width() -> None:
    assert fold("　３幢２单元（Ａ区）ｘ ") == "3幢2单元(A区)x"


def test_invisible_characters_of_copied_text_disappear() -> None:
    assert fold("\ufeff王\u200b芳\u00a0") == "王芳"


def test_rare_characters_of_names_stay_as_they_are() -> None:
    assert fold("㛃䶮𬱖㎡①") == "㛃䶮𬱖㎡①"


def test_compact_removes_inner_spaces_of_every_kind() -> None:
    assert compact(" 付　丽\u2003怡\r\n") == "付丽怡"


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert compact(compact(text)) == compact(text)


@given(st.text(alphabet=st.characters(min_codepoint=0xFF10, max_codepoint=0xFF19)))
def test_digits_fold_as_unicode_says(text: str) -> None:
    assert fold(text) == unicodedata.normalize("NFKC", text)


@given(st.text())
def test_compact_leaves_no_space(text: str) -> None:
    assert not any(character.isspace() for character in compact(text))
