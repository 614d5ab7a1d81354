"""Makes a person's name of a cell: inner spaces, remarks in brackets, two people, formulas, no name."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from workbench.people.roster.looks import begins_with_surname
from workbench.people.roster.reading import Cell
from workbench.people.roster.reasons import Reason
from workbench.people.roster.vocabulary import headings, words
from workbench.standards.text import compact, fold


class NameCell(NamedTuple):
    """The first person's name (empty when there is none), remarks, and what stood beside the name."""

    name: str
    remarks: tuple[Reason, ...] = ()
    beside: str = ""


NO_NAME = NameCell("")

_FORMULA_STARTS = frozenset("=+-@")
_BRACKETS = re.compile(r"\((.*?)\)|\[(.*?)\]|【(.*?)】")
_BETWEEN_PEOPLE = re.compile(r"[/\\、,;，；&＆+\n]|(?<=..)[和与及](?=..)")
_DOTS = str.maketrans(dict.fromkeys("•．・‧∙●", "·"))
_LONGEST = 30


def read_name(cell: Cell) -> NameCell:
    """Return the name a cell holds; a plain Chinese name comes back at once."""
    if type(cell) is not str:
        return NameCell("", (Reason.STRANGE_NAME,), f"{cell:g}" if isinstance(cell, float) else str(cell))
    if 2 <= len(cell) <= 4 and cell.isalpha() and not cell.isascii() and cell not in _not_names():
        return NameCell(cell)
    return _from_text(cell)


def _from_text(text: str) -> NameCell:
    folded = fold(text).lstrip("'`‘’").translate(_DOTS)
    plain = compact(folded)
    if not plain or plain in _not_names() or set(plain) <= set("-—_/\\.?*"):
        return NO_NAME
    if plain[0] in _FORMULA_STARTS:
        return NameCell("", (Reason.FORMULA,), text)
    bare, beside = _without_brackets(folded)
    remarks = [Reason.NAME_REMARK] if beside else []
    people = [part for part in map(str.strip, _BETWEEN_PEOPLE.split(bare)) if part]
    if len(people) == 1:
        people = _parted_by_space(people[0])
    name = _joined(people[0]) if people else ""
    if people and name != people[0]:
        remarks.append(Reason.NAME_SPACES)
    if len(people) > 1:
        remarks.append(Reason.TWO_PEOPLE)
    if not _plausible(name):
        remarks.append(Reason.STRANGE_NAME)
    return NameCell(name[:64], tuple(remarks), beside)


def _without_brackets(text: str) -> tuple[str, str]:
    inside = ["".join(groups) for groups in _BRACKETS.findall(text)]
    return _BRACKETS.sub("", text).strip(), " ".join(filter(None, map(str.strip, inside)))


def _parted_by_space(text: str) -> list[str]:
    """Part 张三 李四 into two people, but leave 付 丽怡 and 欧阳 文静 one."""
    parts = text.split()
    if len(parts) < 2 or text.isascii():
        return [text]
    whole = all(2 <= len(part) <= 4 and begins_with_surname(part) for part in parts)
    return parts if whole and parts[0] not in words("surname", "two") else [text]


def _joined(name: str) -> str:
    """Take the spaces out of a Chinese name; a Latin one keeps single ones."""
    return " ".join(name.split()) if name.isascii() else compact(name)


def _plausible(name: str) -> bool:
    return 2 <= len(name) <= _LONGEST and not any(letter.isdigit() or letter in ":=@#%" for letter in name)


@cache
def _not_names() -> frozenset[str]:
    """Return what stands in the name column of rows that are no residents: sums, marks, headings."""
    rows = (words("row", kind) for kind in ("vacant", "subtotal", "total"))
    over = {word for word, field in headings().items() if field in {"name", "head"}}
    return words("cell", "nothing").union(words("cell", "as_above"), over, *rows)
