"""What the XLSForm compiler complains of, placed in the workbook and said in Chinese."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.forms.definition.compiler_wording import COMPLAINTS, OTHER_COMPLAINT
from workbench.forms.definition.faults import FormFault
from workbench.forms.definition.sheets import CHOICES, SURVEY

if TYPE_CHECKING:
    from workbench.forms.definition.sheets import WorkbookPlaces
    from workbench.forms.form import Origin

_ROW = re.compile(r"\[row ?: ?(\d+)\]\s*")
_SHEET = re.compile(r"(?:[Oo]n the|for sheet:|of the|in the) '(\w+)'(?: sheet)?")
_COLUMN = re.compile(r"the '([^']+)' value\b")
_NAMED = re.compile(r"""['"\[]([\w.\-]+)['"\]]""")


def placed_complaint(complaint: str, places: WorkbookPlaces) -> FormFault:
    """Return the compiler's first complaint as a fault with its place, as exactly as it can be known."""
    text = complaint.strip().splitlines()[0] if complaint.strip() else ""
    number = _ROW.search(text)
    row = int(number[1]) if number else 0
    plain = _ROW.sub("", text).strip()
    for known in COMPLAINTS:
        if found := known.pattern.search(plain):
            given = {name: value or "" for name, value in found.groupdict().items()}
            sheet = known.sheet or _sheet(plain)
            row = known.row or row or _row(given, sheet, known.first, places)
            column = known.column or given.get("column", "") or _column(plain)
            return FormFault(known.sentence.format_map(given), _origin(places, sheet, row, column))
    sentence = OTHER_COMPLAINT.format(detail=plain)
    row = row or _row_of_any_name(plain, places)
    return FormFault(sentence, _origin(places, _sheet(plain), row, _column(plain)))


def _origin(places: WorkbookPlaces, sheet: str, row: int, column: str) -> Origin | None:
    return places.at(sheet, row, column) if row and sheet in places.sheets else None


def _sheet(plain: str) -> str:
    found = _SHEET.search(plain)
    return found[1] if found else SURVEY


def _column(plain: str) -> str:
    found = _COLUMN.search(plain)
    return found[1] if found else ""


def _row(given: dict[str, str], sheet: str, first: str, places: WorkbookPlaces) -> int:
    """Return the row of what the complaint names where it gives no number."""
    if sheet == CHOICES and given.get("list"):
        return places.choice(given["list"], given.get("choice", ""))
    if given.get("name"):
        return places.named(given["name"])
    kind = first or given.get("kind", "")
    return places.first(kind) if kind else 0


def _row_of_any_name(plain: str, places: WorkbookPlaces) -> int:
    return next((row for name in _NAMED.findall(plain) if (row := places.named(name))), 0)
