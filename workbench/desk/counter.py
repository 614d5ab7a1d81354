"""Tells intake where the counter is and who sits at it, from what community and security know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.intake.rules.numbers import Place
from workbench.intake.service import Circumstances
from workbench.standards.pinyin import reading_of_text
from workbench.store.local import StoreFact
from workbench.sync.facts import DESK_NUMBER

if TYPE_CHECKING:
    from workbench.desk.desk import Desk
    from workbench.store import Store

_LONGEST_PREFIX = 4


def circumstances_of(desk: Desk) -> Circumstances:
    """Return the place, person and calendar by which this desk takes matters in."""
    profile = desk.community.profile()
    letters = reading_of_text(profile.document_prefix).initials.upper()[:_LONGEST_PREFIX]
    place = Place(letters, profile.document_prefix, desk_number(desk.store))
    return Circumstances(desk.session.actor, desk.session, place, desk.community.calendar)


def desk_number(store: Store) -> int:
    """Return this desk's number, part of every number it gives."""
    with store.read() as session:
        fact = session.get(StoreFact, DESK_NUMBER)
        return 1 if fact is None else int(fact.value)
