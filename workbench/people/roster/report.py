"""Writes what became of a roster as Excel: its original cells with outcome and reasons, coloured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.documents.excel_text import looks_like_formula, safe_text
from workbench.documents.files import replacing
from workbench.people.roster import report_wording as wording
from workbench.people.roster.outcome import RowOutcome
from workbench.people.roster.plan import PlannedRow
from workbench.people.roster.reading import Cell, RosterFile, Sheet
from workbench.people.roster.reasons import Outcome

if TYPE_CHECKING:
    from openpyxl import Workbook

_COLOURS = {
    Outcome.PERSON: "E7F3EC",
    Outcome.DOUBTFUL: "FFF2CC",
    Outcome.REFUSED: "F8D7DA",
    Outcome.SKIP: "EEF0F2",
}
_HEADING_COLOUR = "1F5F5B"
_WIDTHS = (8, 10, 52)
_LEAST_WIDTH, _MOST_WIDTH = 8, 28
_MEASURED_ROWS = 60


class _Line(NamedTuple):
    sheet: str
    row: int
    outcome: Outcome
    label: str
    why: str
    reasons: tuple[str, ...]


def write_roster_report(file: RosterFile, rows: Iterable[RowOutcome | PlannedRow], path: Path) -> None:
    """Write one sheet for each of the file, after a summary. Text stays text, whatever it begins with.

    `rows` are outcomes (a dry run) or the rows of a plan. Raises DocumentNotWritten.
    """
    lines = [_line(row) for row in rows]
    with replacing(path) as stream:
        _book(file, lines).save(stream)


def _book(file: RosterFile, lines: Sequence[_Line]) -> Workbook:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    _write_summary(book, file, lines)
    by_sheet: dict[str, list[_Line]] = {}
    for line in lines:
        by_sheet.setdefault(line.sheet, []).append(line)
    for sheet in file.sheets:
        _SheetWriter(book, sheet).write(by_sheet.get(sheet.name, []))
    return book


def _line(row: RowOutcome | PlannedRow) -> _Line:
    if isinstance(row, PlannedRow):
        outcome, label, why = row.outcome, row.verdict.label, row.why
    else:
        outcome, label, why = row, row.outcome.label, row.why
    skipped = wording.skipped(outcome.skipped)
    reasons = tuple(remark.label for remark in outcome.remarks) or (skipped,)
    return _Line(outcome.sheet, outcome.row, outcome.outcome, label, why or skipped, reasons)


def _write_summary(book: Workbook, file: RosterFile, lines: Sequence[_Line]) -> None:
    sheet = book.create_sheet(wording.SUMMARY)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 30, 14
    styles = _Styles(sheet)
    sheet.append([styles.heading(wording.TITLE.format(name=file.name))])
    sheet.append([])
    sheet.append([styles.heading(wording.OUTCOME), styles.heading(wording.ROWS)])
    counts = Counter((line.outcome, line.label) for line in lines)
    for (outcome, label), count in sorted(counts.items(), key=lambda item: list(_COLOURS).index(item[0][0])):
        sheet.append([styles.cell(label, outcome, 0), styles.cell(count, outcome, 1)])
    sheet.append([])
    sheet.append([styles.heading(wording.REASON), styles.heading(wording.ROWS)])
    reasons = Counter(reason for line in lines for reason in line.reasons if reason)
    for reason, count in reasons.most_common():
        sheet.append([styles.cell(reason), count])


class _SheetWriter:
    """Writes one sheet of the report beside the original's cells."""

    def __init__(self, book: Workbook, source: Sheet) -> None:
        self._source = source
        self._sheet = book.create_sheet(_free_title(book, source.name))
        self._styles = _Styles(self._sheet)

    def write(self, lines: Sequence[_Line]) -> None:
        """Write a heading and a line for each outcome."""
        from openpyxl.utils import get_column_letter

        letters = [get_column_letter(number + 1) for number in range(len(self._source.columns))]
        self._sheet.freeze_panes = "D2"
        self._sheet.auto_filter.ref = f"A1:{get_column_letter(len(letters) + 3)}{len(lines) + 1}"
        for number, width in enumerate((*_WIDTHS, *map(_width, self._source.columns)), 1):
            self._sheet.column_dimensions[get_column_letter(number)].width = width
        heads = (wording.ROW, wording.OUTCOME, wording.REASON, *map(wording.ORIGINAL.format, letters))
        self._sheet.append([self._styles.heading(head) for head in heads])
        for line, cells in zip(lines, self._originals(lines), strict=True):
            self._sheet.append(self._line(line, cells))

    def _line(self, line: _Line, cells: tuple[Cell, ...]) -> list[Any]:
        """Colour the whole row where a person must look, else only the word that says what became of it."""
        cell, values = self._styles.cell, (line.row, line.label, line.why, *cells)
        if line.outcome in {Outcome.DOUBTFUL, Outcome.REFUSED}:
            return [cell(value, line.outcome, place) for place, value in enumerate(values)]
        row = [cell(value, None, place) for place, value in enumerate(values)]
        row[1] = cell(line.label, line.outcome, 1)
        return row

    def _originals(self, lines: Sequence[_Line]) -> Iterator[tuple[Cell, ...]]:
        rows = list(zip(*self._source.columns, strict=True))
        return (rows[line.row - 1] for line in lines)


class _Styles:
    """Makes the cells of one sheet: plain values where no style is needed, else cells that are used again.

    A row is written as soon as it is appended, so one cell for each place and look serves all rows.
    """

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._pool: dict[tuple[Outcome | None, bool, int], Any] = {}

    def heading(self, text: str) -> Any:
        """Return a cell of a heading row."""
        from openpyxl.styles import Font, PatternFill

        cell = self._make(Outcome.SKIP, formula=False)
        cell.value, cell.font = text, Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=_HEADING_COLOUR)
        return cell

    def cell(self, value: Any, outcome: Outcome | None = None, place: int = 0) -> Any:
        """Return a value as a cell in the colour of an outcome; what looks like a formula becomes text."""
        formula = False
        if type(value) is str:
            value = safe_text(value)
            formula = looks_like_formula(value)
        if outcome is None and not formula:
            return value
        key = outcome, formula, place
        cell = self._pool.get(key)
        if cell is None:
            cell = self._pool[key] = self._make(outcome, formula)
        cell.value = value
        if type(value) is str:
            cell.data_type = "s"
        return cell

    def _make(self, outcome: Outcome | None, formula: bool) -> Any:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, PatternFill

        cell = WriteOnlyCell(self._sheet)
        if outcome is not None:
            cell.fill = PatternFill("solid", fgColor=_COLOURS[outcome])
            cell.alignment = Alignment(vertical="top", wrap_text=True)
        if formula:
            cell.quotePrefix = True
        return cell


def _width(cells: Sequence[Cell]) -> int:
    """Return a column's width in characters, Chinese ones counting double."""
    texts = (str(cell) for cell in cells[:_MEASURED_ROWS])
    longest = max((len(text.encode("gb18030", "replace")) for text in texts), default=0)
    return min(max(longest + 2, _LEAST_WIDTH), _MOST_WIDTH)


def _free_title(book: Workbook, name: str) -> str:
    """Return a name Excel accepts that no other sheet has."""
    letters = (" " if letter in "[]:*?/\\'" else letter for letter in safe_text(name))
    plain = "".join(letters).strip()[:25] or "Sheet"
    taken = {title.casefold() for title in book.sheetnames}
    candidates = (plain, *(f"{plain}({number})" for number in range(2, len(taken) + 3)))
    return next(title for title in candidates if title.casefold() not in taken)
