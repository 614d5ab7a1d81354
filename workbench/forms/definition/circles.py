"""Values that depend on themselves: found before a form is filled, and named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.forms.definition.paths import ancestors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from workbench.forms.form import Path

Needs = dict["Path", set["Path"]]
"""What each path's value is worked out from."""


def circle(needs: Mapping[Path, Iterable[Path]]) -> tuple[Path, ...]:
    """Return the paths of one circle in the order they need each other; empty where there is none.

    What stands in a group needs whatever the group needs, for a group that is not asked empties it.
    """
    finished: set[Path] = set()
    for start in needs:
        if start not in finished and (found := _circle_from(start, needs, finished)):
            return found
    return ()


def _circle_from(start: Path, needs: Mapping[Path, Iterable[Path]], finished: set[Path]) -> tuple[Path, ...]:
    """Follow every way from one path, without recursion: forms have chains of thousands."""
    way: dict[Path, Iterator[Path]] = {start: _next(start, needs)}
    while way:
        path = next(reversed(way))
        following = next(way[path], None)
        if following is None:
            finished.add(path)
            del way[path]
        elif following in way:
            steps = list(way)
            return tuple(step for step in steps[steps.index(following) :] if step in needs)
        elif following not in finished:
            way[following] = _next(following, needs)
    return ()


def _next(path: Path, needs: Mapping[Path, Iterable[Path]]) -> Iterator[Path]:
    yield from needs.get(path, ())
    yield from ancestors(path)
