"""The sheets of a form's workbook as they were typed, and where each part of the form stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from workbench.forms.definition.paths import ancestors
from workbench.forms.form import Origin

if TYPE_CHECKING:
    from workbench.forms.form import Path

SURVEY, CHOICES, SETTINGS, ENTITIES = "survey", "choices", "settings", "entities"

_ALIASES = {
    "relevance": "relevant",
    "calculation": "calculate",
    "read_only": "readonly",
    "constraining_message": "constraint_message",
    "jr:constraintmsg": "constraint_message",
    "requiredmsg": "required_message",
    "jr:requiredmsg": "required_message",
    "count": "repeat_count",
    "jr:count": "repeat_count",
    "caption": "label",
    "command": "type",
    "tag": "name",
    "value": "name",
    "list_name": "list name",
}
_WRAPPERS = frozenset({"bind", "body", "control", "instance", "media"})
_BEGIN = re.compile(r"begin[\s_]+(?:repeat|group|loop|lgroup|looped[\s_]+group)\b", re.IGNORECASE)
_END = re.compile(r"end[\s_]+(?:repeat|group|loop|lgroup|looped[\s_]+group)\b", re.IGNORECASE)
_MADE = {"_count": "repeat_count", "_other": "type"}
"""Endings of fields that pyxform adds beside the one that was written, and the column they come from."""
_INSTANCE_NAME = "/meta/instanceName"
_NUMBERED = re.compile(r"(.+)-(\d+)")
_ITEXT_ID = re.compile(r"(/.+?):(label|hint|(?:jr:)?\w+)")

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name as written, its headings, and its rows from the second on, blank ones too."""

    name: str
    headings: tuple[str, ...] = ()
    rows: Sequence[Row] = ()

    def numbered(self) -> Iterator[tuple[int, Row]]:
        """Yield the rows with their numbers as Excel shows them."""
        return enumerate(self.rows, start=2)

    def heading(self, column: str, row: int = 0) -> str:
        """Return the heading of a column by the name its contents have in a form, empty if there is none.

        Of several (one a language) the first that is filled on that row.
        """
        wanted = column_key(column)
        found = [heading for heading in self.headings if column_key(heading) == wanted]
        cells = self.row(row)
        return next((heading for heading in found if cells.get(heading)), found[0] if found else "")

    def cell(self, column: str, row: int) -> str:
        """Return what stands in a column on a row."""
        return self.row(row).get(self.heading(column, row), "")

    def row(self, number: int) -> Row:
        """Return a row by its number, empty where there is none."""
        return self.rows[number - 2] if 2 <= number < len(self.rows) + 2 else {}


@lru_cache(maxsize=1_024)
def column_key(heading: str) -> str:
    """Return what a heading means, whatever its case, spaces, language or older name."""
    parts = [part.strip() for part in re.split(r"::|(?<!\bjr):", heading) if part.strip()]
    words = ["_".join(part.split()).casefold() for part in parts] or [""]
    if words[0] in _WRAPPERS and len(words) > 1:
        words = words[1:]
    return _ALIASES.get(words[0], words[0])


class WorkbookPlaces:
    """Finds the cell of any part of a compiled form."""

    def __init__(self, sheets: Mapping[str, Sheet]) -> None:
        self.sheets = sheets
        self.survey = sheets.get(SURVEY, Sheet(SURVEY))

    def of(self, path: Path, attribute: str = "") -> Origin | None:
        """Return the cell of a node's attribute, or of the text with that itext id; else the nearest row."""
        if not path.startswith("/"):
            return self._of_choice(path)
        if path.endswith(_INSTANCE_NAME) and self.sheets.get(SETTINGS):
            return self.at(SETTINGS, 2, "instance_name")
        if text := _ITEXT_ID.fullmatch(path):
            path, attribute = text[1], attribute or text[2]
        for ending, column in _MADE.items():
            written = path.removesuffix(ending)
            if self._row(path) == 0 != self._row(written):
                path, attribute = written, column
        row = next((row for at in (path, *ancestors(path)) if (row := self._row(at))), 0)
        return self.at(SURVEY, row, attribute) if row else None

    def of_file(self, name: str) -> Origin | None:
        """Return the first cell of the survey that names a file, with its ending or (pulldata) without."""
        stem = name.partition(".")[0]
        named = re.compile(rf"(?<![\w-]){re.escape(stem)}(?![\w-])")
        for row, cells in self.survey.numbered():
            for heading, cell in cells.items():
                if column_key(heading) not in ("name", "label", "hint") and named.search(cell):
                    return Origin(self.survey.name, row, heading)
        row = self.named(stem)
        return self.at(SURVEY, row, "name") if row else None

    def at(self, sheet: str, row: int, column: str = "") -> Origin:
        """Return the place of a column on a row, its heading as it is written there."""
        found = self.sheets.get(sheet, Sheet(sheet))
        return Origin(found.name, row, (found.heading(column, row) or column) if column else "")

    def named(self, name: str) -> int:
        """Return the first row of the survey that has this name, 0 where none has."""
        return next((row for row, cells in self._named_rows if cells == name), 0)

    def containing(self, text: str) -> Origin | None:
        """Return the first cell of any sheet that contains a text."""
        for sheet in self.sheets.values():
            for row, cells in sheet.numbered():
                for heading, cell in cells.items():
                    if text in cell:
                        return Origin(sheet.name, row, heading)
        return None

    def first(self, *kinds: str) -> int:
        """Return the first row of the survey whose type begins with one of these, 0 where none does."""
        rows = (row for row, _ in self.survey.numbered() if self.survey.cell("type", row).startswith(kinds))
        return next(rows, 0)

    def choice(self, list_name: str, name: str) -> int:
        """Return the row of a choice, 0 where there is none."""
        sheet = self.sheets.get(CHOICES, Sheet(CHOICES))
        for row, _ in sheet.numbered():
            if sheet.cell("list_name", row) == list_name and sheet.cell("name", row) == name:
                return row
        return 0

    @cached_property
    def _named_rows(self) -> list[tuple[int, str]]:
        return [(row, self.survey.cell("name", row)) for row, _ in self.survey.numbered()]

    @cached_property
    def _rows(self) -> dict[str, int]:
        """Rows by path below the root, whatever the root is called."""
        rows: dict[str, int] = {}
        above: list[str] = []
        for row, name in self._named_rows:
            kind = self.survey.cell("type", row).strip()
            if not kind:
                continue
            if _END.match(kind):
                del above[-1:]
                continue
            rows.setdefault("/".join((*above, name or kind)), row)
            if _BEGIN.match(kind):
                above.append(name)
        return rows

    def _row(self, path: Path) -> int:
        return self._rows.get("/".join(path.split("/")[2:]), 0)

    def _of_choice(self, itext_id: str) -> Origin | None:
        """Return where the label of a choice stands: pyxform numbers them within their list."""
        numbered = _NUMBERED.fullmatch(itext_id)
        sheet = self.sheets.get(CHOICES)
        if numbered is None or sheet is None:
            return None
        rows = [row for row, _ in sheet.numbered() if sheet.cell("list_name", row) == numbered[1]]
        place = int(numbered[2])
        return self.at(CHOICES, rows[place], "label") if place < len(rows) else None
