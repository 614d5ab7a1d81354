"""Local suppression: nobody's known traits may fit fewer than three people (局部隐去，k-匿名).

Whoever's quasi-identifiers fit fewer than k lines gets one of them hidden after the other, the one first that
tells most, until they fit; a hidden trait fits any, but counts only with lines that hide it too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

Line = list[int]


def suppress_locally(
    lines: Sequence[Line], quasi: Sequence[int], k: int, hidden: Callable[[int], int]
) -> int:
    """Hide traits in place until each combination occurs k times; return how many values were hidden.

    `quasi` are the places of the quasi-identifiers, least telling first; `hidden` gives the code that stands
    for a hidden one at a place. Where even lines with nothing shown are fewer than k, others join them.
    """
    count = 0
    for place in reversed(quasi):
        for line in _rare(lines, quasi, k):
            count += line[place] != hidden(place)
            line[place] = hidden(place)
    while rest := _rare(lines, quasi, k):
        # Every trait of these is hidden already: the smallest group must give up its own for company.
        company = _smallest_other(lines, quasi, rest)
        if not company:
            return count
        for line in company:
            count += sum(line[place] != hidden(place) for place in quasi)
            for place in quasi:
                line[place] = hidden(place)
    return count


def rarest(lines: Sequence[Line], quasi: Sequence[int]) -> int:
    """Return how many lines the rarest combination has; 0 where there are no lines."""
    return min(_groups(lines, quasi).values(), default=0)


def _groups(lines: Sequence[Line], quasi: Sequence[int]) -> Counter[tuple[int, ...]]:
    return Counter(tuple(line[place] for place in quasi) for line in lines)


def _rare(lines: Sequence[Line], quasi: Sequence[int], k: int) -> list[Line]:
    groups = _groups(lines, quasi)
    return [line for line in lines if groups[tuple(line[place] for place in quasi)] < k]


def _smallest_other(lines: Sequence[Line], quasi: Sequence[int], rest: Sequence[Line]) -> list[Line]:
    groups = _groups(lines, quasi)
    taken = {tuple(line[place] for place in quasi) for line in rest}
    others = {group: size for group, size in groups.items() if group not in taken}
    if not others:
        return []
    smallest = min(others, key=lambda group: (others[group], group))
    return [line for line in lines if tuple(line[place] for place in quasi) == smallest]
