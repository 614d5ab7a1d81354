"""Masks numbers of people wherever they stand: in fields named after them, in records, lists and prose."""

from __future__ import annotations

import re
from typing import Any

from workbench.standards.identity import mask_identity_number, mask_phone

_IDENTITY_NUMBER = re.compile(r"(?<![0-9A-Za-z-])\d{17}[\dXx](?![0-9A-Za-z-])")
_MOBILE = re.compile(r"(?<![0-9A-Za-z-])1[3-9]\d{9}(?![0-9A-Za-z-])")


def masked(field: str, value: Any) -> Any:
    """Return a field's value without full numbers, in whatever depth of lists and records they stand."""
    match value:
        case str() if field.endswith("id_number"):
            return mask_identity_number(value)
        case str() if field.endswith("phone"):
            return mask_phone(value)
        case str():
            hidden = _IDENTITY_NUMBER.sub(lambda found: mask_identity_number(found[0]), value)
            return _MOBILE.sub(lambda found: mask_phone(found[0]), hidden)
        case list():
            return [masked(field, each) for each in value]
        case dict():
            return {name: masked(name, each) for name, each in value.items()}
        case _:
            return value
