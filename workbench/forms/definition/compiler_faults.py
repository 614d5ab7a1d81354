"""What the XLSForm compiler complains of, placed in the workbook and said in Chinese."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.forms.definition.compiler_wording import COMPLAINTS, OTHER_COMPLAINT, REMARKS
from workbench.forms.definition.faults import FormFault
from workbench.forms.definition.sheets import CHOICES, SURVEY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.forms.definition.compiler_wording import Complaint
    from workbench.forms.definition.sheets import WorkbookPlaces
    from workbench.forms.form import Origin

_ROW = re.compile(r"\[row ?: ?(\d+)\]\s*")
_SHEET = re.compile(r"(?:[Oo]n the|for sheet:|of the|in the) '(\w+)'(?: sheet)?")
_COLUMN = re.compile(r"the '([^']+)' value\b")
_NAMED = re.compile(r"""['"\[]([\w.\-]+)['"\]]""")


def placed_complaint(complaint: str, places: WorkbookPlaces) -> FormFault:
    """Return the compiler's first complaint as a fault with its place, as exactly as it can be known."""
    lines = complaint.strip().splitlines() or [""]
    return _placed(lines[0], COMPLAINTS, places)


def placed_remarks(warnings: Iterable[str], places: WorkbookPlaces) -> tuple[str, ...]:
    """Return what the compiler only remarks, one sentence each, with its place."""
    lines = (line for warning in warnings for line in warning.strip().splitlines() if line[:1] != "{")
    return tuple(dict.fromkeys(str(_placed(line, REMARKS, places)) for line in lines))


def _placed(text: str, known: Iterable[Complaint], places: WorkbookPlaces) -> FormFault:
    number = _ROW.search(text)
    row = int(number[1]) if number else 0
    plain = _ROW.sub("", text).strip()
    for each in known:
        if found := each.pattern.search(plain):
            given = {name: value or "" for name, value in found.groupdict().items()}
            sheet = each.sheet or _sheet(plain)
            row = each.row or row or _row(given, sheet, each.first, places)
            column = each.column or given.get("column", "") or _column(plain)
            origin = _origin(places, sheet, row, column)
            if origin is None and given.get("q"):
                origin = places.containing(f"${{{given['q']}}}")
            return FormFault(each.sentence.format_map(given), origin)
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


def _row(given: dict[str, str], sheet: str, first: tuple[str, ...], places: WorkbookPlaces) -> int:
    """Return the row of what the complaint names where it gives no number."""
    if sheet == CHOICES and given.get("list"):
        return places.choice(given["list"], given.get("choice", ""))
    if given.get("name"):
        return places.named(given["name"])
    kinds = first or tuple(filter(None, (given.get("kind"),)))
    return places.first(*kinds) if kinds else 0


def _row_of_any_name(plain: str, places: WorkbookPlaces) -> int:
    return next((row for name in _NAMED.findall(plain) if (row := places.named(name))), 0)
