"""Numbers on paper: of matters (办件编号), documents (文号) and queue tickets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from workbench.intake.kinds import SlipKind, TicketKind
from workbench.standards.text import compact

if TYPE_CHECKING:
    from collections.abc import Mapping

_SLIP_WORD: Mapping[SlipKind, str] = {
    SlipKind.RECEIPT: "收",
    SlipKind.ACCEPTANCE: "受",
    SlipKind.SUPPLEMENT: "补",
    SlipKind.REFUSAL: "不受",
    SlipKind.PROMISE: "容",
    SlipKind.DELIVERY: "达",
}


_DECIMAL_DESKS = 100
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTERS = _SIGNS[10:]
_TICKETS = 1000


@dataclass(frozen=True, slots=True)
class Place:
    """Where the counter is: prefix of matter numbers, short name for document numbers, number of the desk.

    The desk is part of every number, so that two desks without a network never give the same one. The
    server gives each desk of a community a number of its own, for ever.
    """

    prefix: str
    short_name: str
    desk: int = 1


def matter_series(day: date) -> str:
    """Return the name of the counter that numbers the matters of a day."""
    return f"matter:{day:%Y%m%d}"


def matter_number(place: Place, day: date, serial: int) -> str:
    """Return a number such as QB20261123 01 0001, without spaces."""
    return f"{place.prefix}{day:%Y%m%d}{desk_code(place.desk)}{serial:04d}"


def slip_series(kind: SlipKind, year: int) -> str:
    """Return the name of the counter that numbers one kind of slip in a year."""
    return f"slip:{kind.value}:{year}"


def slip_number(place: Place, kind: SlipKind, year: int, serial: int) -> str:
    """Return a document number such as 清波受字〔2026〕0100001号: desk, then serial."""
    return f"{place.short_name}{_SLIP_WORD[kind]}字〔{year}〕{desk_code(place.desk)}{serial:05d}号"


def ticket_series(day: date, kind: TicketKind) -> str:
    """Return the name of the counter that numbers the tickets of a queue on a day."""
    return f"ticket:{day:%Y%m%d}:{kind.value}"


def ticket_number(kind: TicketKind, serial: int, desk: int = 1) -> str:
    """Return a number such as A001 of the first desk, and A2001 of the second.

    Most communities give tickets at one desk, so its numbers stay as short as people read them out; the last
    three digits are always the serial, and whatever stands before them the desk.
    """
    if serial >= _TICKETS:
        return f"{kind.letter}{desk}-{serial}"
    return f"{kind.letter}{desk if desk > 1 else ''}{serial:03d}"


def desk_code(desk: int) -> str:
    """Return the two signs of a desk in a number: 01 to 99, then A0 to ZZ, so that no two numbers meet.

    Raises ValueError for a desk beyond.
    """
    if desk < _DECIMAL_DESKS:
        return f"{desk:02d}"
    letter, sign = divmod(desk - _DECIMAL_DESKS, len(_SIGNS))
    if letter >= len(_LETTERS):
        raise ValueError(f"there is no sign for desk {desk}")
    return _LETTERS[letter] + _SIGNS[sign]


def typed_number(text: str) -> str:
    """Return a typed or scanned number in its one form: half-width, upper case, no spaces."""
    return compact(text).upper()
