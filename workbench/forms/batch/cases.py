"""Puts the rows of all sheets together: one case for each form filled on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.forms.batch import wording
from workbench.forms.batch.cells import is_empty
from workbench.standards.text import compact

if TYPE_CHECKING:
    from workbench.forms.batch.layout import Layout, SheetLayout
    from workbench.forms.batch.reading import Cell
    from workbench.forms.fields import Field


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands, rows and columns counted from 1; column 0 is the whole row."""

    sheet: str
    row: int
    column: int = 0
    heading: str = ""

    @property
    def letter(self) -> str:
        """The column as Excel names it."""
        from openpyxl.utils import get_column_letter

        return get_column_letter(self.column) if self.column else ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One typed value for a question, in the instance counted from 1."""

    place: Place
    field: Field
    position: int
    cell: Cell

    @property
    def order(self) -> tuple[int, int, int]:
        """Where it is asked: instance by instance in a repeat."""
        return (self.field.block, self.position, self.field.order)


@dataclass(slots=True)
class Case:
    """One form: where its main row stands, and everything typed for it; `refusal` says why it cannot be."""

    place: Place
    key: str = ""
    entries: list[Entry] = field(default_factory=list)
    refusal: str = ""
    contradictions: list[Entry] = field(default_factory=list)
    """What a later row of the same form says otherwise than the first."""


def cases_of(layout: Layout) -> list[Case]:
    """Return the cases in the order of the main sheet, then rows of repeats that belong to none of them."""
    tie = _tie(layout)
    cases = [_main_case(layout.main, number, row, tie) for number, row in layout.main.body()]
    if layout.is_one_sheet:
        cases = _merged(cases)
    if not layout.repeats:
        return cases
    by_key = _by_key(cases, tie)
    strays = [stray for sheet in layout.repeats for stray in _distribute(sheet, by_key, tie)]
    return cases + strays


def _tie(layout: Layout) -> tuple[str, ...]:
    """Return the keys that every sheet has: the free key alone where there is one."""
    if layout.is_one_sheet and wording.KEY not in layout.main.keys:
        return _leading(layout.main)
    shared = set(layout.main.keys)
    for sheet in layout.repeats:
        shared &= set(sheet.keys)
    return (wording.KEY,) if wording.KEY in shared else tuple(sorted(shared))


def _leading(sheet: SheetLayout) -> tuple[str, ...]:
    """Return the leftmost questions of the whole form that are answered in every row; at least the first."""
    body, leading = list(sheet.body()), list[str]()
    for name, column in sorted(sheet.keys.items(), key=lambda each: each[1]):
        if leading and not all(_plain(_at(row, column)) for _, row in body):
            break
        leading.append(name)
    return tuple(leading)


def _key(sheet: SheetLayout, row: tuple[Cell, ...], tie: tuple[str, ...]) -> str:
    values = (_at(row, sheet.keys[name]) for name in tie if name in sheet.keys)
    return wording.SEPARATOR.join(filter(None, (_plain(cell) for cell in values)))


def _plain(cell: Cell | None) -> str:
    value = None if cell is None or is_empty(cell.value) else cell.value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else compact(str(value)).casefold()


def _at(row: tuple[Cell, ...], column: int) -> Cell | None:
    return row[column] if column < len(row) else None


def _main_case(sheet: SheetLayout, number: int, row: tuple[Cell, ...], tie: tuple[str, ...]) -> Case:
    return Case(Place(sheet.sheet.name, number), _key(sheet, row, tie), list(_entries(sheet, number, row, 1)))


def _merged(cases: list[Case]) -> list[Case]:
    """Make one case of all rows with the same key; those without one are told with the repeat's rows."""
    merged: dict[str, Case] = {}
    for case in cases:
        if case.key:
            _take_over(merged.setdefault(case.key, case), case)
    return list(merged.values())


def _take_over(first: Case, other: Case) -> None:
    if first is other:
        return
    known = {entry.field.path: entry for entry in first.entries}
    for entry in other.entries:
        if entry.field.path not in known:
            first.entries.append(entry)
        elif _plain(entry.cell) != _plain(known[entry.field.path].cell):
            first.contradictions.append(entry)


def _entries(sheet: SheetLayout, number: int, row: tuple[Cell, ...], position: int) -> Iterator[Entry]:
    for column, target in sheet.targets.items():
        cell = _at(row, column)
        if cell is not None and not is_empty(cell.value):
            place = Place(sheet.sheet.name, number, column + 1, sheet.headings[column])
            yield Entry(place, target.field, target.position or position, cell)


def _by_key(cases: list[Case], tie: tuple[str, ...]) -> dict[str, Case]:
    by_key: dict[str, Case] = {}
    for case in cases:
        if not case.key:
            case.refusal = wording.NO_KEY.format(key=_named(tie))
        elif case.key in by_key:
            row = by_key[case.key].place.row
            case.refusal = wording.SAME_KEY.format(key=case.key, row=row)
        else:
            by_key[case.key] = case
    return by_key


def _distribute(sheet: SheetLayout, by_key: dict[str, Case], tie: tuple[str, ...]) -> Iterator[Case]:
    """Hand the rows of a repeat's sheet to their cases, and yield those without one as refused cases."""
    seen: Counter[str] = Counter()
    for number, row in sheet.body():
        key = _key(sheet, row, tie)
        if key in by_key:
            seen[key] += 1
            by_key[key].entries += _entries(sheet, number, row, seen[key])
        else:
            refusal = wording.ORPHAN.format(key=key) if key else wording.NO_KEY.format(key=_named(tie))
            yield Case(Place(sheet.sheet.name, number), key, refusal=refusal)


def _named(tie: tuple[str, ...]) -> str:
    return wording.SEPARATOR.join(name.rsplit("/", 1)[-1] for name in tie) or wording.KEY
