"""Tells which part of an .xlsx archive holds which sheet; needed only where formulas must be named."""

from __future__ import annotations

import html
import re
import zipfile
from typing import BinaryIO

_SHEET = re.compile(r"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')


def part_of_sheet(stream: BinaryIO) -> dict[str, str]:
    """Return the case-folded part name of each sheet by the sheet's name."""
    with zipfile.ZipFile(stream) as archive:
        names = {name.casefold(): name for name in archive.namelist()}
        book = archive.read(names["xl/workbook.xml"]).decode("utf-8", "replace")
        relations = archive.read(names["xl/_rels/workbook.xml.rels"]).decode("utf-8", "replace")
    targets = {entry["Id"]: _absolute(entry["Target"]) for entry in _attributes(_RELATION, relations)}
    return {
        html.unescape(entry["name"]): targets[entry["r:id"]]
        for entry in _attributes(_SHEET, book)
        if entry.get("r:id") in targets
    }


def _attributes(tag: re.Pattern[str], xml: str) -> list[dict[str, str]]:
    return [dict(_ATTRIBUTE.findall(attributes)) for attributes in tag.findall(xml)]


def _absolute(target: str) -> str:
    return (target[1:] if target.startswith("/") else f"xl/{target}").casefold()
