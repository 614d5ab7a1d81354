"""Carries addresses and heads of household down the rows, as blanks, 同上 and 〃 mean them."""

from __future__ import annotations

from workbench.people.roster.addresses import ABOVE, NOWHERE, Place, split_address


class Households:
    """Walks down the rows of a file and knows, at each, the dwelling, its head and its household.

    A blank address means the one above. Blank parts left of a given one mean those above too; so does a
    unit that is left out while the building stays the same.
    """

    def __init__(self) -> None:
        self._place = NOWHERE
        self._given = NOWHERE
        self._default: str | None = None
        self._heads: dict[Place, str | None] = {}
        self._numbers: dict[tuple[Place, str | None], int] = {}
        self._last = 0

    def begin_table(self, building: str) -> None:
        """Forget the row above, and remember the building that the title names."""
        self._place = self._given = NOWHERE
        self._default = building or None

    def begin_group(self, title: str) -> None:
        """Take a row such as 3幢1单元, which stands over the people of a building, for the address above."""
        place = split_address(title)
        if place.unit or title.endswith(("幢", "栋", "号楼", "座")):
            self._place = place
            self._default = place.building

    def place_of(self, given: Place) -> Place:
        """Return the dwelling that a row means by the parts it gives."""
        if given is NOWHERE:
            if self._place is NOWHERE and self._default:
                self._place = Place(building=self._default)
            return self._place
        if given is not self._given or ABOVE in given:
            self._place = _resolved(given, self._place, self._default)
            self._given = given
        return self._place

    def has_other_head(self, place: Place, name: str) -> bool:
        """Tell whether another head of household was already met in the dwelling."""
        return place in self._heads and self._heads[place] != name

    def head_of(self, place: Place) -> str | None:
        """Return the name of the head met last in the dwelling."""
        return self._heads.get(place)

    def enter(self, place: Place, number: str | None, head: str | None, is_head: bool) -> int:
        """Count a person into a household and return its number; each head begins a new one."""
        key = place, number or head
        if is_head:
            waiting = None if place in self._heads else self._numbers.get((place, number))
            self._heads[place] = head
            if waiting is not None:
                self._numbers[key] = waiting
                return waiting
        elif head:
            self._heads.setdefault(place, head)
        if not is_head and key in self._numbers:
            return self._numbers[key]
        self._last += 1
        self._numbers[key] = self._last
        return self._last


def _resolved(given: Place, above: Place, default: str | None) -> Place:
    estate, building, unit, room = given
    if building is None and above.building is None:
        building = default
    if building in {None, ABOVE}:
        building = above.building
    same_building = building == above.building
    if estate == ABOVE or (estate is None and same_building):
        estate = above.estate
    if unit == ABOVE or (unit is None and same_building and (room is not None)):
        unit = above.unit
    if room == ABOVE or (room is None and same_building and unit in {None, above.unit}):
        room = above.room
        unit = above.unit if unit is None else unit
    return Place(estate, building, unit, room)
