"""The one search field: people, items and matters by what was typed, scanned or half remembered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.documents.qr import matter_number_from
from workbench.security.roles import Permission

if TYPE_CHECKING:
    from workbench.catalogue.finding import ItemHit
    from workbench.desk.desk import Desk
    from workbench.intake.queries import MatterRow
    from workbench.people.views import PersonHit

PEOPLE, ITEMS, MATTERS = 8, 6, 6
"""How many of each a search shows."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, the likeliest of each kind first; numbers are masked."""

    people: tuple[PersonHit, ...] = ()
    items: tuple[ItemHit, ...] = ()
    matters: tuple[MatterRow, ...] = ()


class Search:
    """Asks every room that can answer, as far as the signed-in person may see it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find(self, typed: str) -> Found:
        """Return what fits the text; the QR code of a slip finds its matter alone."""
        text = typed.strip()
        if not text:
            return Found()
        scanned = matter_number_from(text)
        if scanned is not None:
            return Found(matters=tuple(self._desk.matters.find(scanned, 1)))
        sees_people = self._desk.may(Permission.SEE_REGISTER)
        return Found(
            people=tuple(self._desk.residents.search(text, PEOPLE)) if sees_people else (),
            items=tuple(self._desk.items.find(text, ITEMS)),
            matters=tuple(self._desk.matters.find(text, MATTERS)),
        )
