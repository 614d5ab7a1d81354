"""XLSForm workbooks compiled to XForms by pyxform, its complaints turned into faults with their cells."""

from __future__ import annotations

import struct
from collections import ChainMap
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from workbench.forms.definition.archive import MAX_SIZE, kind_of_workbook
from workbench.forms.definition.compiler_faults import placed_complaint, placed_remarks
from workbench.forms.definition.faults import FormFault
from workbench.forms.definition.media import content_of
from workbench.forms.definition.reading import form_from_xml, model_of
from workbench.forms.definition.safely import parse
from workbench.forms.definition.secondary import ITEMSETS, external_files
from workbench.forms.definition.sheets import Sheet, WorkbookPlaces
from workbench.forms.definition.wording import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from workbench.forms.form import Control, Form

_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
)
"""What the readers of Excel files and the compiler raise on workbooks nobody thought of."""

_SHEETS = ("survey", "choices", "settings", "external_choices", "entities", "osm")
_NOTHING: Mapping[str, bytes] = {}


@dataclass(frozen=True, slots=True)
class CompiledForm:
    """An XForm document made from a workbook; `media` is what the compiler made beside it."""

    xml: bytes
    warnings: tuple[str, ...]
    media_needed: tuple[str, ...]
    media: Mapping[str, bytes] = field(default_factory=dict)
    places: WorkbookPlaces = field(default_factory=lambda: WorkbookPlaces({}))


def compile_workbook(content: bytes | Path, name: str = "") -> CompiledForm:
    """Return the XForm of a workbook (.xlsx, .xlsm, .xls); `name` is its id where it gives none.

    Raises FormFault, with sheet, row and column where the compiler tells them.
    """
    if not isinstance(content, bytes):
        name = name or content.stem
        content = content_of(content, MAX_SIZE)
    definition = _sheets(content, kind_of_workbook(content))
    places = WorkbookPlaces(_as_typed(definition))
    warnings: list[str] = []
    xml, itemsets = _compiled(definition, warnings, places, name)
    media = {ITEMSETS: itemsets} if itemsets else {}
    needed = tuple(file for file in external_files(model_of(parse(xml))) if file not in media)
    return CompiledForm(xml, placed_remarks(warnings, places), needed, media, places)


def form_of(compiled: CompiledForm, media: Mapping[str, bytes] = _NOTHING) -> Form:
    """Return the form of a compiled workbook. Raises FormFault, placed in the workbook."""
    try:
        form = form_from_xml(compiled.xml, _both(compiled.media, media))
    except FormFault as fault:
        raise fault.placed(compiled.places) from None
    return replace(form, body=_placed(form.body, compiled.places))


def _placed(body: tuple[Control, ...], places: WorkbookPlaces) -> tuple[Control, ...]:
    """Return the controls with the rows they were written on."""
    return tuple(
        replace(control, origin=places.of(control.path), children=_placed(control.children, places))
        for control in body
    )


def _both(first: Mapping[str, bytes], second: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return both, the second still read only when it is asked for; nothing is written to either."""
    return ChainMap(cast("dict[str, bytes]", first), cast("dict[str, bytes]", second))


def _sheets(content: bytes, kind: str) -> dict[str, Any]:
    """Return the cells of the workbook as the compiler wants them."""
    from pyxform.errors import PyXFormError
    from pyxform.xls2json_backends import xls_to_dict, xlsx_to_dict

    damaged = import_module("xlrd.compdoc").CompDocError
    try:
        found: dict[str, Any] = (xls_to_dict if kind == ".xls" else xlsx_to_dict)(content)
    except PyXFormError as error:
        raise placed_complaint(str(error), WorkbookPlaces({})) from error
    except (*_BROKEN, damaged) as error:
        raise FormFault(Fault.BROKEN_WORKBOOK) from error
    return found


def _as_typed(definition: dict[str, Any]) -> dict[str, Sheet]:
    """Return the sheets by their plain names, before the compiler changes what it was given."""
    names = {str(name).casefold(): str(name) for name in definition.get("sheet_names", ())}
    return {
        sheet: Sheet(
            names.get(sheet, sheet),
            tuple((definition.get(f"{sheet}_header") or [{}])[0]),
            [dict(row) for row in definition[sheet]],
        )
        for sheet in _SHEETS
        if definition.get(sheet) is not None
    }


def _compiled(
    definition: dict[str, Any], warnings: list[str], places: WorkbookPlaces, name: str
) -> tuple[bytes, bytes | None]:
    from pyxform.errors import PyXFormError
    from pyxform.xls2xform import convert

    try:
        made = convert({**definition, "fallback_form_name": name or None}, warnings=warnings, validate=False)
    except PyXFormError as error:
        raise placed_complaint(str(error), places) from error
    except _BROKEN as error:
        raise FormFault(Fault.BROKEN_WORKBOOK) from error
    return made.xform.encode(), made.itemsets.encode() if made.itemsets else None
