"""Takes what a person typed as an answer of a question's type, or says why it is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from decimal import Decimal, InvalidOperation

from workbench.forms.engine import wording
from workbench.forms.engine.moments import date_text, moment_text, time_text
from workbench.forms.engine.tree import without_control_characters
from workbench.forms.form import Bind, Control, ControlKind, DataType
from workbench.standards.errors import WorkbenchError
from workbench.standards.text import fold

_INTEGER = re.compile(r"[+-]?\d+(?:\.0*)?")
_DECIMAL = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?")
_TRUTHS = {"true": "true", "1": "true", "是": "true", "false": "false", "0": "false", "否": "false"}
_TRACE_POINTS, _SHAPE_POINTS = 2, 4


class NotAnAnswer(WorkbenchError):
    """What was typed is no answer of the question's type."""


Offered = Callable[[], Collection[str]]
"""Gives the values of the choices offered now, in order."""


def taken(text: str, bind: Bind, control: Control | None, offered: Offered) -> str:
    """Return the answer as ODK text; an empty one stays empty. Raises NotAnAnswer."""
    text = without_control_characters(text)
    if not text.strip():
        return ""
    kind = control.kind if control is not None else ControlKind.INPUT
    if kind in _BY_CONTROL:
        return _BY_CONTROL[kind](fold(text) if kind is not ControlKind.UPLOAD else text, offered)
    value = of_type(text, bind.type)
    if kind is ControlKind.RANGE and control is not None:
        _check_range(value, control)
    return value


def of_type(text: str, kind: DataType) -> str:
    """Return what was typed as a value of a type, in its one spelling. Raises NotAnAnswer."""
    reader = _BY_TYPE.get(kind)
    if reader is None:
        return text
    value = reader(fold(text))
    if value is None:
        raise NotAnAnswer(wording.TYPES[kind])
    return value


def _one(text: str, offered: Offered) -> str:
    if text not in offered():
        raise NotAnAnswer(wording.not_offered(text))
    return text


def _many(text: str, offered: Offered) -> str:
    chosen, known = set(text.split()), list(offered())
    for value in text.split():
        if value not in known:
            raise NotAnAnswer(wording.not_offered(value))
    return " ".join(value for value in known if value in chosen)


def _ranking(text: str, offered: Offered) -> str:
    values = text.split()
    for value in values:
        _one(value, offered)
    if sorted(values) != sorted(offered()):
        raise NotAnAnswer(wording.not_ranked())
    return " ".join(values)


def _acknowledged(text: str, offered: Offered) -> str:
    if text.casefold() not in ("ok", "true", "1", "是"):
        raise NotAnAnswer(wording.ACKNOWLEDGE)
    return "OK"


def _file_name(text: str, offered: Offered) -> str:
    return re.split(r"[\\/]", text.strip())[-1]


_BY_CONTROL: dict[ControlKind, Callable[[str, Offered], str]] = {
    ControlKind.SELECT_ONE: _one,
    ControlKind.SELECT_MANY: _many,
    ControlKind.RANK: _ranking,
    ControlKind.ACKNOWLEDGE: _acknowledged,
    ControlKind.UPLOAD: _file_name,
}


def _integer(text: str) -> str | None:
    return str(int(text.partition(".")[0])) if _INTEGER.fullmatch(text) else None


def _decimal(text: str) -> str | None:
    if not _DECIMAL.fullmatch(text):
        return None
    written = format(Decimal(text), "f")
    return (written.rstrip("0").rstrip(".") or "0") if "." in written else written


def _boolean(text: str) -> str | None:
    return _TRUTHS.get(text.casefold())


def _point(text: str) -> str | None:
    """Read latitude, longitude and, where given, altitude and accuracy (metres)."""
    parts = re.split(r"[\s,，]+", text.strip())
    if not 2 <= len(parts) <= 4 or not all(_DECIMAL.fullmatch(part) for part in parts):
        return None
    latitude, longitude = float(parts[0]), float(parts[1])
    return " ".join(parts) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def _points(text: str) -> list[str] | None:
    points = [_point(part) for part in re.split("[;；]", text) if part.strip()]
    return [point for point in points if point] if all(points) else None


def _trace(text: str) -> str | None:
    points = _points(text)
    return "; ".join(points) if points and len(points) >= _TRACE_POINTS else None


def _shape(text: str) -> str | None:
    """Read a closed outline: the first point stands again at the end."""
    points = _points(text)
    if not points or len(points) < _SHAPE_POINTS or points[0].split()[:2] != points[-1].split()[:2]:
        return None
    return "; ".join(points)


_BY_TYPE: dict[DataType, Callable[[str], str | None]] = {
    DataType.INTEGER: _integer,
    DataType.DECIMAL: _decimal,
    DataType.BOOLEAN: _boolean,
    DataType.DATE: date_text,
    DataType.TIME: time_text,
    DataType.DATE_TIME: moment_text,
    DataType.GEOPOINT: _point,
    DataType.GEOTRACE: _trace,
    DataType.GEOSHAPE: _shape,
}


def _check_range(value: str, control: Control) -> None:
    """Refuse what lies outside a range or between its steps."""
    try:
        number = Decimal(value)
        start, end = (Decimal(control.attributes.get(name, "")) for name in ("start", "end"))
    except InvalidOperation:
        return
    low, high = min(start, end), max(start, end)
    step = abs(Decimal(control.attributes.get("step") or "0"))
    if not low <= number <= high or (step and (number - low) % step):
        raise NotAnAnswer(wording.out_of_range(str(low), str(high), str(step) if step else ""))
