"""Cleans the columns of a table one after the other, before its rows are put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from workbench.people.roster.addresses import (
    NOWHERE,
    Place,
    is_combined,
    read_building,
    read_room,
    read_unit,
    read_words,
    split_address,
)
from workbench.people.roster.extras import EXTRA_FIELDS, NO_EXTRAS, Extras, read_extras
from workbench.people.roster.fields import Field
from workbench.people.roster.identity_cells import IdentityCell
from workbench.people.roster.mapping import ColumnUse, Section
from workbench.people.roster.reading import Cell, Sheet
from workbench.people.roster.reasons import Reason
from workbench.people.roster.vocabulary import words
from workbench.standards.codes import Sex, education_of, ethnic_group_of, relation_of, sex_of
from workbench.standards.dates import Precision, parse_date_loosely
from workbench.standards.phone import normalize_phone

T = TypeVar("T")

ADDRESS_FIELDS = (Field.ESTATE, Field.BUILDING, Field.UNIT, Field.ROOM, Field.ADDRESS)
_NEVER_CARRIED = frozenset({Field.NAME, Field.ID_NUMBER, Field.SERIAL, None})
_HEADS = frozenset({"01", "02"})


class PhoneCell(NamedTuple):
    """The first and second number in a cell, and remarks."""

    phone: str | None = None
    second: str | None = None
    remarks: tuple[Reason, ...] = ()
    unread: str = ""


NO_PHONE = PhoneCell()


class BirthCell(NamedTuple):
    """A birth date as a cell tells it, and whether there was one that could not be read."""

    date: date | None
    precision: Precision = Precision.DAY
    unreadable: bool = False


NO_BIRTH = BirthCell(None)
UNREADABLE_BIRTH = BirthCell(None, unreadable=True)


class Columns:
    """The cells of one block of a table, as it were with every mark and merge written out."""

    def __init__(self, sheet: Sheet, section: Section, block: int) -> None:
        self._sheet, self._section = sheet, section
        self._uses = [
            use
            for use in section.columns
            if use.block == block or (use.field in ADDRESS_FIELDS and use.block == 0)
        ]
        self.height = section.end - section.start

    def has(self, field: Field) -> bool:
        """Tell whether a column holds the field."""
        return any(use.field is field for use in self._uses)

    def cells(self, field: Field) -> list[Cell]:
        """Return the field's cells from the first data row on, blank where there is no such column."""
        use = next((use for use in self._uses if use.field is field), None)
        return self._cells(use) if use else [""] * self.height

    def clean(self, field: Field, read: Callable[[Any], T], absent: T) -> list[T]:
        """Return the field's cells as `read` understands each different one, once."""
        if not self.has(field):
            return [absent] * self.height
        cells = self.cells(field)
        known = {cell: read(cell) for cell in set(cells)}
        return [known[cell] for cell in cells]

    def births(self, identities: list[IdentityCell], today: date) -> list[BirthCell]:
        """Return the birth dates, but nothing where one plainly repeats that of the identity number."""
        if not self.has(Field.BIRTH_DATE):
            return [NO_BIRTH] * self.height
        known: dict[Cell, BirthCell] = {}
        found = []
        for cell, identity in zip(self.cells(Field.BIRTH_DATE), identities, strict=True):
            if identity.birth_date is not None and _repeats(cell, identity.birth_date):
                found.append(NO_BIRTH)
                continue
            if cell not in known:
                known[cell] = read_birth(cell, today)
            found.append(known[cell])
        return found

    def places(self) -> list[Place]:
        """Return what each row says of the dwelling, by itself."""
        if not any(map(self.has, ADDRESS_FIELDS)):
            return [NOWHERE] * self.height
        rows = list(zip(*(self.cells(field) for field in ADDRESS_FIELDS), strict=True))
        known = {row: _place(*row) for row in set(rows)}
        return [known[row] for row in rows]

    def extras(self) -> list[Extras]:
        """Return what notes, tags and the like say on each row."""
        uses = [use for use in self._uses if use.field in EXTRA_FIELDS]
        if not uses:
            return [NO_EXTRAS] * self.height
        rows = list(zip(*map(self._cells, uses), strict=True))
        known = {row: read_extras(uses, row) for row in set(rows)}
        return [known[row] for row in rows]

    def _cells(self, use: ColumnUse) -> list[Cell]:
        cells = self._sheet.columns[use.index][self._section.start : self._section.end]
        if use.field in _NEVER_CARRIED:
            return cells
        self._spread_merges(use, cells)
        return cells if use.field in ADDRESS_FIELDS else _with_marks_resolved(cells)

    def _spread_merges(self, use: ColumnUse, cells: list[Cell]) -> None:
        start = self._section.start
        for merge in self._sheet.merges:
            if merge.left == use.index and start <= merge.top < merge.bottom < self._section.end:
                for row in range(merge.top + 1, merge.bottom + 1):
                    cells[row - start] = cells[merge.top - start]


def _with_marks_resolved(cells: list[Cell]) -> list[Cell]:
    """Write out 同上 and its like; addresses are resolved together with the blanks in them."""
    marks = words("cell", "as_above")
    if marks.isdisjoint(cell for cell in set(cells) if isinstance(cell, str)):
        return cells
    above: Cell = ""
    resolved = []
    for cell in cells:
        if cell not in marks:
            above = cell
        resolved.append(above)
    return resolved


def _place(estate: Cell, building: Cell, unit: Cell, room: Cell, address: Cell) -> Place:
    parts = Place(read_words(estate), read_building(building), read_unit(unit), read_room(room))
    if parts.building is None and parts.room and is_combined(parts.room):
        parts = _filled(parts._replace(room=None), split_address(parts.room))
    whole = read_words(address)
    if whole and parts.building is None:
        parts = _filled(parts, split_address(whole) if whole not in words("cell", "as_above") else NOWHERE)
    return NOWHERE if parts == NOWHERE else parts


def _filled(parts: Place, others: Place) -> Place:
    return Place(*(part or other for part, other in zip(parts, others, strict=True)))


def read_sex(cell: Cell) -> Sex | None:
    """Return the sex a cell says, None when it is blank or says something else."""
    sex = sex_of(_plain(cell))
    return None if sex in {Sex.UNKNOWN, Sex.UNSPECIFIED} else sex


def read_relation(cell: Cell) -> tuple[str | None, bool]:
    """Return the relation as written, and whether it is that of the head."""
    word = read_words(cell)
    return word, word is not None and relation_of(word) in _HEADS


def read_ethnic_group(cell: Cell) -> str | None:
    """Return the GB/T 3304 code of a cell."""
    return ethnic_group_of(_plain(cell))


def read_education(cell: Cell) -> str | None:
    """Return the GB/T 4658 code of a cell."""
    return education_of(_plain(cell))


def read_birth(cell: Cell, today: date) -> BirthCell:
    """Return the birth date in a cell as of a day, which two-digit years depend on."""
    if isinstance(cell, str) and (not cell.strip() or cell.strip() in words("cell", "nothing")):
        return NO_BIRTH
    found = parse_date_loosely(cell, today)
    return BirthCell(found.date, found.precision) if found else UNREADABLE_BIRTH


def _repeats(cell: Cell, born: date) -> bool:
    """Tell whether a cell writes this date in one of the plain ways, without the cost of parsing it."""
    if type(cell) is not str:
        return cell == born
    plain = cell.replace(".", "-").replace("/", "-")
    year, month, day = born.year, born.month, born.day
    return plain == f"{year}-{month}-{day}" or plain in {born.isoformat(), f"{year}{month:02}{day:02}"}


@lru_cache(maxsize=65_536)
def read_phone(cell: Cell) -> PhoneCell:
    """Return the one or two telephone numbers in a cell."""
    if type(cell) is str and len(cell) == 11 and cell.isdigit() and cell.isascii() and cell[0] == "1":
        return PhoneCell(cell)
    text = _plain(cell)
    if not text or text in words("cell", "nothing"):
        return NO_PHONE
    remarks = () if isinstance(cell, str) else (Reason.PHONE_AS_NUMBER,)
    whole = normalize_phone(text)
    if whole:
        return PhoneCell(whole, None, remarks)
    found = [number for part in _parts(text) if (number := normalize_phone(part))]
    if not found:
        return PhoneCell(None, None, (*remarks, Reason.PHONE_UNREADABLE), text)
    return PhoneCell(found[0], found[1] if len(found) > 1 else None, remarks)


def _parts(text: str) -> Iterable[str]:
    for mark in "、，,;；/\\\n或":
        text = text.replace(mark, " ")
    return text.split()


def _plain(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def block_numbers(uses: Sequence[ColumnUse]) -> list[int]:
    """Return the blocks that hold people, from left to right."""
    return sorted({use.block for use in uses if use.field in {Field.NAME, Field.HEAD, Field.ID_NUMBER}})
