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


@dataclass(frozen=True, slots=True)
class Place:
    """Where the counter is: prefix of matter numbers, short name for document numbers, number of the desk.

    The desk is part of every number, so that two desks without a network never give the same one.
    """

    prefix: str
    short_name: str
    desk: int = 1


def matter_series(day: date) -> str:
    """Return the name of the counter that numbers the matters of a day."""
    return f"matter:{day:%Y%m%d}"


def matter_number(place: Place, day: date, serial: int) -> str:
    """Return a number such as QB20261123 01 0001, without spaces."""
    return f"{place.prefix}{day:%Y%m%d}{place.desk:02d}{serial:04d}"


def slip_series(kind: SlipKind, year: int) -> str:
    """Return the name of the counter that numbers one kind of slip in a year."""
    return f"slip:{kind.value}:{year}"


def slip_number(place: Place, kind: SlipKind, year: int, serial: int) -> str:
    """Return a document number such as 清波受字〔2026〕0100001号: desk, then serial."""
    return f"{place.short_name}{_SLIP_WORD[kind]}字〔{year}〕{place.desk:02d}{serial:05d}号"


def ticket_series(day: date, kind: TicketKind) -> str:
    """Return the name of the counter that numbers the tickets of a queue on a day."""
    return f"ticket:{day:%Y%m%d}:{kind.value}"


def ticket_number(kind: TicketKind, serial: int) -> str:
    """Return a number such as A001."""
    return f"{kind.letter}{serial:03d}"


def typed_number(text: str) -> str:
    """Return a typed or scanned number in its one form: half-width, upper case, no spaces."""
    return compact(text).upper()
