"""Types invented households into workbooks, laid out in the ways people lay them out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from openpyxl import Workbook

from tests.forms.households import Household, households
from workbench.census.views import CaseRow

Cell = str | int | float | None
Record = Mapping[str, Cell]
_INSTANCE = re.compile(r".+\[(\d+)\]/([^\[]+)")


def household_record(family: Household) -> dict[str, Cell]:
    """Return what stands in the row of a household, by field name."""
    return {_name(path): value for path, value in family.typed.items() if "[" not in path}


def member_records(family: Household) -> list[dict[str, Cell]]:
    """Return a row for each member, by field name."""
    records: list[dict[str, Cell]] = [{} for _ in family.members]
    for path, value in family.typed.items():
        if found := _INSTANCE.fullmatch(path):
            records[int(found[1]) - 1][found[2]] = value
    return records


def write(path: Path, sheets: Mapping[str, Sequence[Record]], above: Iterable[Sequence[Cell]] = ()) -> Path:
    """Write sheets of records, the headings being all their keys; `above` are rows over the headings."""
    book = Workbook()
    for title, records in sheets.items():
        sheet = book.create_sheet(title)
        headings = list(dict.fromkeys(name for record in records for name in record))
        for row in (*above, headings, *([record.get(name) for name in headings] for record in records)):
            sheet.append(list(row))
    del book["Sheet"]
    book.save(path)
    return path


def typed_for(cases: Sequence[CaseRow], path: Path, **changed: Cell) -> Path:
    """Type an invented family for each household, on two sheets."""
    families = [
        replace(family, number=f"{case.serial:03d}")
        for family, case in zip(households(len(cases)), cases, strict=True)
    ]
    homes = [
        household_record(family) | {"district_code": case.area_code} | changed
        for family, case in zip(families, cases, strict=True)
    ]
    members = [{"household_no": one.number} | record for one in families for record in member_records(one)]
    return write(path, {"户": homes, "人": members})


def _name(path: str) -> str:
    return path.rsplit("/", 1)[-1]
