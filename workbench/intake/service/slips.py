"""Numbers the papers handed to the resident, and keeps count of what was printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.intake.kinds import SlipKind
from workbench.intake.model import SlipIssued
from workbench.intake.requests import IssuedSlip
from workbench.intake.rules.numbers import Place, slip_number, slip_series
from workbench.intake.service.numbering import fresh_number
from workbench.store import new_id

if TYPE_CHECKING:
    from workbench.store import Work


def slip_row(work: Work, place: Place, kind: SlipKind, matter_id: str) -> dict[str, Any]:
    """Return the row of a new slip with the next number of its kind and year."""
    year = work.today.year
    number = fresh_number(
        work,
        slip_series(kind, year),
        lambda serial: slip_number(place, kind, year, serial),
        SlipIssued.number,
    )
    return {
        "id": new_id(),
        "matter_id": matter_id,
        "kind": kind,
        "number": number,
        "issued_at": work.now,
        "copies": 0,
        "printed_at": None,
        "printed_by_id": None,
    }


def issue(work: Work, place: Place, kind: SlipKind, matter_id: str) -> IssuedSlip:
    """Issue a slip for a matter."""
    row = slip_row(work, place, kind, matter_id)
    work.add(SlipIssued(**row))
    return issued(row)


def issued(row: dict[str, Any]) -> IssuedSlip:
    """Return a slip's row as what waits to be printed."""
    return IssuedSlip(row["id"], row["kind"], row["number"])
