"""Resident identity numbers (公民身份号码) after GB 11643-1999: check, complete, take apart, mask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from workbench.standards.clock import local_date, utc_now
from workbench.standards.codes import Sex
from workbench.standards.errors import WorkbenchError
from workbench.standards.text import compact

_PROVINCES = frozenset(
    f"{region}{province}"
    for region, provinces in enumerate(("12345", "123", "1234567", "123456", "01234", "12345", "1", "123"), 1)
    for province in provinces
)
"""Two-digit province codes of GB/T 2260; 83 is on the residence permits of Taiwan residents since 2018."""

_EARLIEST_BIRTH = date(1850, 1, 1)
"""Nobody alive when the numbers were introduced in 1984 was born before."""

_CERTAINLY_PAST = date(2026, 1, 1)
"""Birth dates before this day need no look at the clock, which would cost half of the time of a parse."""

_CHECK_DIGITS = "0123456789X"


class IdentityFault(StrEnum):
    """What is wrong with an identity number, in the order in which it is looked for."""

    LENGTH = "length"
    CHARACTERS = "characters"
    DIVISION = "division"
    BIRTH_DATE = "birth_date"
    CHECK_DIGIT = "check_digit"

    @property
    def label(self) -> str:
        """The reason in Chinese, for reports and lists."""
        return _FAULT_LABELS[self]


_FAULT_LABELS = {
    IdentityFault.LENGTH: "身份号码位数不是18位或15位",
    IdentityFault.CHARACTERS: "身份号码含有数字和末位X以外的字符",
    IdentityFault.DIVISION: "身份号码的地区代码不存在",
    IdentityFault.BIRTH_DATE: "身份号码中的出生日期不可能",
    IdentityFault.CHECK_DIGIT: "身份号码校验位不符，可能有一位写错",
}


class InvalidIdentityNumber(WorkbenchError):
    """The text is not a resident identity number; `fault` says why."""

    def __init__(self, fault: IdentityFault) -> None:
        super().__init__(f"{fault.label}，未保存；请对照证件核对后重新输入。")
        self.fault = fault


@dataclass(frozen=True, slots=True)
class IdentityNumber:
    """A valid 18-digit number with what it says: birth date, sex and six-digit division (GB/T 2260)."""

    number: str
    birth_date: date
    sex: Sex
    division: str


def parse_identity_number(text: str, today: date | None = None) -> IdentityNumber:
    """Return the identity number in a text: 15 digits completed, full-width and lower-case accepted.

    `today` (default: today in Shanghai) bounds the birth date. Only the province of the division is checked,
    since numbers keep the codes of counties abolished long ago. Raises InvalidIdentityNumber.
    """
    number = complete(_bare(text))
    body = number[:17]
    if not (number.isascii() and body.isdigit() and number[17] in _CHECK_DIGITS):
        raise InvalidIdentityNumber(IdentityFault.CHARACTERS)
    if number[:2] not in _PROVINCES:
        raise InvalidIdentityNumber(IdentityFault.DIVISION)
    born = _date_of(number[6:14])
    if born is None or _is_future(born, today):
        raise InvalidIdentityNumber(IdentityFault.BIRTH_DATE)
    if check_digit(body) != number[17]:
        raise InvalidIdentityNumber(IdentityFault.CHECK_DIGIT)
    return IdentityNumber(number, born, Sex.MALE if number[16] in "13579" else Sex.FEMALE, number[:6])


def check_digit(body: str) -> str:
    """Return the check character of 17 digits by ISO 7064 MOD 11-2.

    The weights of the standard are powers of two modulo 11, and 13 ≡ 2 (mod 11): the weighted sum is the
    body read in base 13, which Python does in one step.
    """
    return _CHECK_DIGITS[(1 - 2 * int(body, 13)) % 11]


def complete(number: str) -> str:
    """Return 18 characters unchanged, and 15 digits (第一代) with the century 19 and the check digit put in.

    Raises InvalidIdentityNumber with LENGTH or CHARACTERS.
    """
    if len(number) == 18:
        return number
    if len(number) != 15:
        raise InvalidIdentityNumber(IdentityFault.LENGTH)
    if not (number.isascii() and number.isdigit()):
        raise InvalidIdentityNumber(IdentityFault.CHARACTERS)
    body = f"{number[:6]}19{number[6:]}"
    return body + check_digit(body)


def mask_identity_number(number: str) -> str:
    """Return "330106********0889", the birth date hidden; anything shorter than 15 is hidden whole."""
    if len(number) < 15:
        return "*" * len(number)
    return f"{number[:6]}{'*' * (len(number) - 10)}{number[-4:]}"


def mask_phone(phone: str) -> str:
    """Return "138****3746" for a mobile; shorter numbers show their last four digits, under seven none."""
    if len(phone) < 7:
        return "*" * len(phone)
    shown = 3 if len(phone) >= 11 else 0
    return f"{phone[:shown]}{'*' * (len(phone) - shown - 4)}{phone[-4:]}"


def _bare(text: str) -> str:
    if len(text) == 18 and text.isalnum() and text.isascii():
        return text.upper()
    return compact(text).lstrip("'`‘’").upper()


@cache
def _date_of(digits: str) -> date | None:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    return born if born >= _EARLIEST_BIRTH else None


def _is_future(born: date, today: date | None) -> bool:
    if today is None and born < _CERTAINLY_PAST:
        return False
    return born > (today or local_date(utc_now()))
