"""Turns the rows of a roster into outcomes: a person, a doubtful one, a refusal, or no resident at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from workbench.people.roster.addresses import read_words
from workbench.people.roster.collector import collector_held_back
from workbench.people.roster.columns import (
    NO_BIRTH,
    NO_PHONE,
    Columns,
    block_numbers,
    read_education,
    read_ethnic_group,
    read_phone,
    read_relation,
    read_sex,
)
from workbench.people.roster.fields import Field
from workbench.people.roster.identity_cells import NO_NUMBER, read_identity
from workbench.people.roster.judging import HEAD, Judge, RowFacts
from workbench.people.roster.layout import BLANK, HEADER, TITLE
from workbench.people.roster.mapping import RosterMapping, Section, SheetMapping
from workbench.people.roster.names import NO_NAME, read_name
from workbench.people.roster.other_rows import kind_of_row
from workbench.people.roster.outcome import RowOutcome
from workbench.people.roster.reading import RosterFile, Sheet
from workbench.people.roster.reasons import Outcome, Reason

LEFT_OUT = "left out"


def read_rows(file: RosterFile, mapping: RosterMapping, today: date) -> list[RowOutcome]:
    """Return the outcome of every row of the file, sheet by sheet, as the mapping understands them.

    `today` bounds birth dates and decides the century of two-digit years.
    """
    judge = Judge(today)
    outcomes: list[RowOutcome] = []
    with collector_held_back():
        for sheet, understood in zip(file.sheets, mapping.sheets, strict=True):
            found = [_skip(sheet, row, why) for row, why in _outside(sheet, understood).items()]
            for section in understood.sections:
                found += _TableReader(sheet, section, judge, today).rows()
            outcomes += sorted(found, key=_place)
    return outcomes


def _may_be_nobody(facts: RowFacts) -> bool:
    """Tell whether a row needs a look as a whole, since its name and number do not say who it is about."""
    if not facts.name.name or Reason.STRANGE_NAME in facts.name.remarks:
        return True
    return facts.identity is NO_NUMBER and facts.birth is NO_BIRTH and facts.phone is NO_PHONE


def _place(outcome: RowOutcome) -> tuple[int, int]:
    return outcome.row, outcome.block


def _skip(sheet: Sheet, row: int, why: str) -> RowOutcome:
    return RowOutcome(sheet.name, row + 1, Outcome.SKIP, None, (), why)


def _outside(sheet: Sheet, mapping: SheetMapping) -> dict[int, str]:
    """Return why rows outside of tables, and headings within, are skipped."""
    inside = {row for section in mapping.sections for row in range(section.start, section.end)}
    outside = {row: mapping.skipped.get(row, LEFT_OUT) for row in range(sheet.height) if row not in inside}
    outside.update((row, HEADER) for section in mapping.sections for row in section.headings)
    return outside


class _TableReader:
    """Reads one table of a sheet."""

    def __init__(self, sheet: Sheet, section: Section, judge: Judge, today: date) -> None:
        self._sheet, self._section, self._judge, self._today = sheet, section, judge, today
        self._blocks = block_numbers(section.columns)
        self._columns = {
            block: [use.index for use in section.columns if use.block == block] for block in self._blocks
        }

    def rows(self) -> Iterator[RowOutcome]:
        """Return the outcomes of the table's rows; people side by side, block after block."""
        headings = frozenset(self._section.headings)
        for block in self._blocks:
            self._judge.households.begin_table(self._section.place)
            for row, facts in enumerate(self._facts(block), self._section.start):
                if row in headings:
                    continue
                if _may_be_nobody(facts):
                    skipped = self._not_a_resident(row, block, facts)
                    if skipped is not None:
                        yield from skipped
                        continue
                yield self._judge.judge(self._sheet.name, row + 1, block, facts)

    def _not_a_resident(self, row: int, block: int, facts: RowFacts) -> list[RowOutcome] | None:
        """Return the skipped row, nothing for an empty place beside people, None for a spoilt resident."""
        if Reason.FORMULA in facts.name.remarks:
            return None
        cells = self._sheet.row(row)
        own = [cells[index] for index in self._columns[block]] if len(self._blocks) > 1 else cells
        kind = kind_of_row(own, self._serial(block))
        if kind is None:
            return None
        if kind == TITLE:
            self._judge.households.begin_group(next(str(cell) for cell in own if cell != ""))
        if kind == BLANK and len(self._blocks) > 1 and (block or kind_of_row(cells) != BLANK):
            return []
        return [_skip(self._sheet, row, kind)]

    def _serial(self, block: int) -> int | None:
        indexes = self._columns[block] if len(self._blocks) > 1 else range(len(self._section.columns))
        for place, index in enumerate(indexes):
            if self._section.columns[index].field is Field.SERIAL:
                return place
        return None

    def _facts(self, block: int) -> Iterator[RowFacts]:
        columns = Columns(self._sheet, self._section, block)
        named = columns.has(Field.NAME)
        heads = columns.clean(Field.HEAD, read_name, NO_NAME)
        by_head = not named and columns.has(Field.HEAD)
        relation: tuple[str | None, bool] = (HEAD, True) if by_head else (None, False)
        identities = [read_identity(cell, self._today) for cell in columns.cells(Field.ID_NUMBER)]
        facts = zip(
            map(read_name, columns.cells(Field.NAME)) if named else heads,
            identities,
            columns.clean(Field.SEX, read_sex, None),
            columns.births(identities, self._today),
            columns.clean(Field.PHONE, read_phone, NO_PHONE),
            columns.clean(Field.OTHER_PHONE, read_phone, NO_PHONE),
            columns.places(),
            columns.clean(Field.RELATION, read_relation, relation),
            heads if named else [NO_NAME] * columns.height,
            columns.clean(Field.HOUSEHOLD_NUMBER, read_words, None),
            columns.clean(Field.ETHNIC_GROUP, read_ethnic_group, None),
            columns.clean(Field.EDUCATION, read_education, None),
            columns.extras(),
            strict=True,
        )
        return map(RowFacts._make, facts)
