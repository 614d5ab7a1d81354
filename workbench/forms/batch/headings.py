"""Finds the question a column's heading means: a field name, a path, a label in any language, a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.forms.batch.wording import KEY_HEADINGS
from workbench.standards.text import compact

if TYPE_CHECKING:
    from workbench.forms.fields import Field

_NUMBERED = re.compile(r"(?P<base>.+?)[\s_＿\-#（(第]*(?P<number>\d{1,3})[)）人位个]*")
_MARK = re.compile(r"(?P<mark>[A-Za-z]\d+|\d+)\s*[.．、:：]?\s*(?=\S)")
_IN_BRACKETS = re.compile(r".*\[(?P<name>[^\[\]]+)\]", re.DOTALL)
_NOISE = re.compile(r"[*＊:：?？。]+$")


@dataclass(frozen=True)
class Target:
    """What a column holds: a question, in the instance counted from 1; 0 where the row says which."""

    field: Field
    position: int = 0


class AmbiguousHeading(Exception):
    """A heading fits several questions; `fields` are they."""

    def __init__(self, fields: tuple[Field, ...]) -> None:
        super().__init__(", ".join(field.path for field in fields))
        self.fields = fields


class Headings:
    """Every way to name the questions of a form, the exact ones first."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self._tiers: tuple[dict[str, list[Field]], ...] = ({}, {}, {})
        for field in fields:
            for tier, names in zip(
                self._tiers, (_paths(field), (*field.labels, field.title), _marks(field)), strict=True
            ):
                for key in {heading_key(name) for name in names}:
                    tier.setdefault(key, []).append(field)

    def find(self, heading: str) -> Target | None:
        """Return what a heading means, None when it means nothing here. Raises AmbiguousHeading."""
        if (named := _IN_BRACKETS.fullmatch(heading.strip())) and (field := self._field(named["name"])):
            return Target(field)
        if field := self._field(heading):
            return Target(field)
        numbered = _NUMBERED.fullmatch(heading.strip())
        field = self._field(numbered["base"]) if numbered else None
        if numbered is None or field is None or not field.repeat or int(numbered["number"]) == 0:
            return None
        return Target(field, int(numbered["number"]))

    def _field(self, heading: str) -> Field | None:
        key = heading_key(heading)
        for tier in self._tiers:
            if found := tier.get(key):
                if len(found) > 1:
                    raise AmbiguousHeading(tuple(found))
                return found[0]
        return None


def heading_key(heading: str) -> str:
    """Return a heading without what people write differently: spaces, width, case, marks at the end."""
    return _NOISE.sub("", compact(heading)).casefold()


def is_key(heading: str) -> bool:
    """Whether a heading names the column that only ties rows together."""
    return heading_key(heading) in KEY_HEADINGS


def _paths(field: Field) -> Iterator[str]:
    steps = field.path.strip("/").split("/")
    yield field.path
    for start in range(len(steps)):
        for between in ("/", ".", "-", "_"):
            yield between.join(steps[start:])


def _marks(field: Field) -> Iterator[str]:
    """Yield the label without its number (D1, 12.), and the number where it has a letter."""
    for label in field.labels:
        if found := _MARK.match(label):
            yield label[found.end() :]
            if found["mark"][0].isalpha():
                yield found["mark"]
