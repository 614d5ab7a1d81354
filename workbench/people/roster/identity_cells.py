"""Makes an identity number of a cell: repairs what spreadsheets did to it, says what cannot be repaired."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from workbench.people.roster.reading import Cell
from workbench.people.roster.reasons import Reason
from workbench.people.roster.vocabulary import words
from workbench.standards.codes import Sex
from workbench.standards.identity import IdentityFault, InvalidIdentityNumber, parse_identity_number
from workbench.standards.text import compact


class IdentityCell(NamedTuple):
    """What a cell says: number, birth date and sex (None where it does not say), and remarks.

    A named tuple and no dataclass, for one is made for each of 50,000 rows.
    """

    number: str | None
    birth_date: date | None
    sex: Sex | None
    remarks: tuple[Reason, ...] = ()


NO_NUMBER = IdentityCell(None, None, None)

_FAULTS = {
    IdentityFault.LENGTH: Reason.ID_LENGTH,
    IdentityFault.CHARACTERS: Reason.ID_CHARACTERS,
    IdentityFault.DIVISION: Reason.ID_DIVISION,
    IdentityFault.BIRTH_DATE: Reason.IMPOSSIBLE_BIRTH,
    IdentityFault.CHECK_DIGIT: Reason.CHECK_DIGIT,
}
_KEPT = frozenset({Reason.CHECK_DIGIT, Reason.ID_DIVISION})
_SCIENTIFIC = re.compile(r"^\d(?:\.\d+)?[Ee]\+?\d{2}$")
_OTHER_DOCUMENT = re.compile(r"^[A-Z]{1,3}\d{6,10}(?:\(\w\))?$")
_LABEL = re.compile(r"^(?:公民|居民)?身份(?:证|号码)+[号码]*[::]?")
_WIDE = frozenset("０１２３４５６７８９Ｘｘ")
_APOSTROPHES = "'`‘’"
_FIFTEEN_FROM, _EIGHTEEN_FROM = 10**14, 10**17


def read_identity(cell: Cell, today: date | None = None) -> IdentityCell:
    """Return what an identity cell says; numbers of 18 digits have lost their last ones in a float."""
    if type(cell) is str:
        if len(cell) == 18 and cell.isalnum() and cell.isascii():
            return _parsed(cell, (Reason.LOWER_CASE_X,) if cell[17] == "x" else (), today)
        return _from_text(cell, today)
    if isinstance(cell, date):
        return IdentityCell(None, None, None, (Reason.ID_CHARACTERS,))
    return _from_number(float(cell), today)


def _from_number(value: float, today: date | None) -> IdentityCell:
    if value >= _EIGHTEEN_FROM:
        return IdentityCell(None, None, None, (Reason.LOST_DIGITS,))
    if _FIFTEEN_FROM <= value < _FIFTEEN_FROM * 10:
        return _parsed(f"{value:.0f}", (Reason.ID_AS_NUMBER, Reason.FIFTEEN_DIGITS), today)
    return NO_NUMBER if value == 0 else IdentityCell(None, None, None, (Reason.ID_LENGTH,))


def _from_text(text: str, today: date | None) -> IdentityCell:
    plain = compact(text)
    if not plain or plain in words("cell", "nothing"):
        return NO_NUMBER
    bare = _LABEL.sub("", plain.lstrip(_APOSTROPHES)).removesuffix(".0").upper()
    bare = bare.replace("×", "X").replace("Х", "X")
    if _SCIENTIFIC.match(bare):
        return IdentityCell(None, None, None, (Reason.LOST_DIGITS,))
    if "***" in bare:
        return IdentityCell(None, None, None, (Reason.ID_MASKED,))
    if _OTHER_DOCUMENT.match(bare):
        return IdentityCell(bare, None, None, (Reason.OTHER_DOCUMENT,))
    number = bare.replace("-", "").replace("—", "").replace("_", "")
    return _parsed(number, _repairs(text, plain, bare, number), today)


def _repairs(text: str, plain: str, bare: str, number: str) -> tuple[Reason, ...]:
    """Say which repairs made the number of the text."""
    made = []
    if not text.isascii() and not _WIDE.isdisjoint(text):
        made.append(Reason.FULL_WIDTH)
    if plain[0] in _APOSTROPHES:
        made.append(Reason.APOSTROPHE)
    if number != bare or len(text.strip()) != len(plain):
        made.append(Reason.ID_SPACES)
    if "x" in plain:
        made.append(Reason.LOWER_CASE_X)
    if len(number) == 15:
        made.append(Reason.FIFTEEN_DIGITS)
    return tuple(made)


def _parsed(number: str, repairs: tuple[Reason, ...], today: date | None) -> IdentityCell:
    try:
        found = parse_identity_number(number, today)
    except InvalidIdentityNumber as error:
        return _faulty(number.upper(), _FAULTS[error.fault], repairs)
    return IdentityCell(found.number, found.birth_date, found.sex, repairs)


def _faulty(number: str, fault: Reason, repairs: tuple[Reason, ...]) -> IdentityCell:
    """Keep a number with one wrong digit as written, with the birth date and sex it still says."""
    born = _birth_date(number) if fault in _KEPT else None
    if born is None:
        return IdentityCell(None, None, None, (*repairs, fault))
    sex = Sex.MALE if number[16] in "13579" else Sex.FEMALE
    return IdentityCell(number, born, sex, (*repairs, fault))


def _birth_date(number: str) -> date | None:
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None
