"""Recognises how a typed workbook is laid out: where the headings stand, and what each column holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.forms.batch import wording
from workbench.forms.batch.cells import is_empty
from workbench.forms.batch.headings import AmbiguousHeading, Headings, Target, is_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.forms.batch.reading import Cell, Sheet
    from workbench.forms.fields import Field

_HEAD_WITHIN = 10
"""Rows among which the headings are looked for; titles may stand above."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A column or a whole sheet that was left out, and why."""

    sheet: str
    column: int
    heading: str
    why: str


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """What the columns of a sheet hold, by their place from 0; `keys` tie rows of sheets together."""

    sheet: Sheet
    head: int
    targets: dict[int, Target]
    headings: dict[int, str]
    keys: dict[str, int]
    """A free key column (编号) or a question's path → its column, for questions asked once a form."""
    unread: tuple[Unread, ...]
    whole_form: dict[int, Target]
    """On the sheet of a repeat, the questions asked once a form that stand there too."""

    @property
    def repeat(self) -> str:
        """The repeat whose instances the rows are; empty for the main sheet."""
        inside = {target.field.repeat for target in self.targets.values() if target.position == 0}
        return next((repeat for repeat in inside if repeat), "")

    def body(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Yield the rows below the headings that hold anything, each with its number in Excel."""
        for number, row in enumerate(self.sheet.rows[self.head + 1 :], self.head + 2):
            if any(not is_empty(cell.value) for cell in row):
                yield number, row


@dataclass(frozen=True, slots=True)
class Layout:
    """The main sheet, and the sheets of repeats."""

    main: SheetLayout
    repeats: tuple[SheetLayout, ...]
    unread: tuple[Unread, ...]
    is_one_sheet: bool = False
    """Whether the main sheet is that of a repeat: a row a member, the household's answers beside it."""


def lay_out(sheets: Iterable[Sheet], fields: Sequence[Field]) -> Layout | None:
    """Return how the sheets hold the form; None where no column is of it, or no key ties rows."""
    headings = Headings(fields)
    found = [_sheet_layout(sheet, headings) for sheet in sheets if sheet.name != wording.OPTIONS]
    known = [each for each in found if each.targets]
    repeats = tuple(each for each in known if each.repeat)
    main = next((each for each in known if not each.repeat), None)
    is_one_sheet = main is None
    if main is None:
        if not repeats or not repeats[0].keys:
            return None
        main = replace(repeats[0], targets=repeats[0].whole_form, unread=())
    used = (main, *repeats)
    unread = [note for each in used for note in each.unread]
    unread += [Unread(each.sheet.name, 0, "", wording.UNKNOWN_SHEET) for each in found if not each.targets]
    return Layout(main, repeats, tuple(unread), is_one_sheet)


def _sheet_layout(sheet: Sheet, headings: Headings) -> SheetLayout:
    candidates = (_at(sheet, head, headings) for head in range(min(_HEAD_WITHIN, len(sheet.rows))))
    empty = SheetLayout(sheet, 0, {}, {}, {}, (), {})
    return max(candidates, key=lambda each: len(each.targets), default=empty)


def _at(sheet: Sheet, head: int, headings: Headings) -> SheetLayout:
    targets: dict[int, Target] = {}
    names, keys, unread = {}, {}, []
    for column, cell in enumerate(sheet.rows[head]):
        heading = str(cell.value or "").strip()
        if not heading:
            continue
        names[column] = heading
        target, why = _target(headings, heading, targets)
        if target is not None:
            targets[column] = target
            if not target.field.repeat:
                keys[target.field.path] = column
        elif is_key(heading):
            keys[wording.KEY] = column
        else:
            unread.append(Unread(sheet.name, column + 1, heading, why))
    return _without_foreign(SheetLayout(sheet, head, targets, names, keys, tuple(unread), {}))


def _without_foreign(layout: SheetLayout) -> SheetLayout:
    """On the sheet of a repeat, questions of the whole form only tie the rows to their form."""
    if not layout.repeat:
        return layout
    own = {column: each for column, each in layout.targets.items() if each.field.repeat == layout.repeat}
    once = {column: each for column, each in layout.targets.items() if not each.field.repeat}
    return replace(layout, targets=own, whole_form=once)


def _target(headings: Headings, heading: str, taken: dict[int, Target]) -> tuple[Target | None, str]:
    try:
        target = headings.find(heading)
    except AmbiguousHeading as ambiguous:
        example = "/".join(ambiguous.fields[0].path.split("/")[2:])
        return None, wording.AMBIGUOUS.format(heading=heading, example=example)
    if target is None:
        return None, wording.UNKNOWN.format(heading=heading)
    if len(target.field.repeats) > 1:
        return None, wording.NESTED.format(heading=heading)
    if target in taken.values():
        return None, wording.REPEATED.format(heading=heading)
    return target, ""
