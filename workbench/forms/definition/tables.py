"""Tables beside a form made into instances: CSV and GeoJSON, each row an `item`."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

from lxml import etree

from workbench.forms.definition.faults import FormFault
from workbench.forms.definition.wording import Fault, TableFault

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

MAX_FIELD = 1 << 17
"""Characters of one cell."""
MAX_COLUMNS = 1_000

_NOT_IN_A_NAME = re.compile(r"[^\w.\-]")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def decoded(content: bytes, name: str) -> str:
    """Return a text file's text: UTF-8, or what Excel in China saves. Raises FormFault."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _unreadable(name, TableFault.ENCODING)


def from_csv(content: bytes, name: str) -> _Element:
    """Return `<root><item><column>value</column>…` of a CSV file. Raises FormFault."""
    root = etree.Element("root")
    try:
        text = _NOT_IN_XML.sub("", decoded(content, name))
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False)
        header = next(rows, [])
        tags = _tags(header, name)
        for row in rows:
            if any(row):
                _add_item(root, tags, row)
    except csv.Error:
        raise _unreadable(name, TableFault.NOT_CSV) from None
    return root


def lists_from_csv(content: bytes, name: str) -> dict[str, _Element]:
    """Return one instance for each `list_name` of an `itemsets.csv`. Raises FormFault."""
    lists: dict[str, _Element] = {}
    for item in list(from_csv(content, name)):
        lists.setdefault(item.findtext("list_name", ""), etree.Element("root")).append(item)
    return lists


def from_geojson(content: bytes, name: str) -> _Element:
    """Return an item for each feature: its geometry as ODK writes it, its id, its properties.

    Raises FormFault.
    """
    try:
        document = json.loads(decoded(content, name))
    except (ValueError, RecursionError):
        raise _unreadable(name, TableFault.NOT_JSON) from None
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list):
        raise _unreadable(name, TableFault.NO_FEATURES)
    root = etree.Element("root")
    for feature in features:
        if not isinstance(feature, dict):
            raise _unreadable(name, TableFault.NO_FEATURES)
        columns = _columns_of(feature, name)
        _add_item(root, _tags(list(columns), name), list(columns.values()))
    return root


def _delimiter(text: str) -> str:
    """Return what parts the headings: a comma, else what Excel writes in other places."""
    headings = text.partition("\n")[0]
    return next((mark for mark in ",;\t" if mark in headings), ",")


def _columns_of(feature: dict[str, Any], name: str) -> dict[str, str]:
    columns = {"geometry": _geometry(feature.get("geometry"), name)}
    properties = feature.get("properties")
    if isinstance(properties, dict):
        columns |= {key: _NOT_IN_XML.sub("", _written(value)) for key, value in properties.items()}
    if feature.get("id") is not None:
        columns["id"] = _NOT_IN_XML.sub("", _written(feature["id"]))
    return columns


def _geometry(geometry: Any, name: str) -> str:
    """Return points as `latitude longitude altitude accuracy`, as ODK XForms writes them."""
    if geometry is None:
        return ""
    try:
        coordinates = geometry["coordinates"]
        match geometry["type"]:
            case "Point":
                points = [coordinates]
            case "LineString":
                points = coordinates
            case "Polygon":
                points = coordinates[0]
            case _:
                raise _unreadable(name, TableFault.GEOMETRY)
        return "; ".join(_point(point) for point in points)
    except (KeyError, IndexError, TypeError, ValueError):
        raise _unreadable(name, TableFault.GEOMETRY) from None


def _point(point: Sequence[float]) -> str:
    longitude, latitude = float(point[0]), float(point[1])
    altitude = float(point[2]) if len(point) > 2 else 0.0
    return f"{latitude:.15g} {longitude:.15g} {altitude:.15g} 0"


def _written(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case _:
            return json.dumps(value, ensure_ascii=False)


def _tags(header: Sequence[str], name: str) -> list[str]:
    """Return the columns' names as XML allows them; a column without a name is left out."""
    if len(header) > MAX_COLUMNS:
        raise _unreadable(name, TableFault.TOO_WIDE)
    return [_tag(column.strip()) for column in header]


def _tag(column: str) -> str:
    made = _NOT_IN_A_NAME.sub("_", column)
    return made if not made or made[0].isalpha() or made[0] == "_" else f"_{made}"


def _add_item(root: _Element, tags: Sequence[str], values: Iterable[str]) -> None:
    item = etree.SubElement(root, "item")
    for tag, value in zip(tags, values, strict=False):
        if tag:
            etree.SubElement(item, tag).text = value


def _unreadable(name: str, why: TableFault) -> FormFault:
    return FormFault(Fault.MEDIA_TABLE.format(name=name, why=why.value), file=name)
