"""Chinese numerals in dates become digits."""

from __future__ import annotations

import pytest

from workbench.standards.numerals import with_arabic_numerals


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("一九五八年三月七日", "1958年3月7日"),
        ("五八年", "58年"),
        ("二〇〇一年十二月三十一日", "2001年12月31日"),
        ("二零零○", "2000"),
        ("元月廿三", "1月23"),
        ("卅日", "30日"),
        ("二十", "20"),
        ("十", "10"),
        ("十十", "十十"),
        ("一二十三", "一二十三"),
        ("王芳", "王芳"),
    ],
)
def test_numerals_are_written_in_digits(written: str, digits: str) -> None:
    assert with_arabic_numerals(written) == digits


@pytest.mark.parametrize("number", range(10, 100))
def test_every_number_from_ten_to_ninety_nine_is_read(number: int) -> None:
    names = "〇一二三四五六七八九"
    tens, units = divmod(number, 10)
    written = f"{names[tens] if tens > 1 else ''}十{names[units] if units else ''}"
    assert with_arabic_numerals(written) == str(number)
