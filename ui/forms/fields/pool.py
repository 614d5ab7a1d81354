"""The fields in use: one of each kind, moved from question to question, so that going on costs no time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.forms.asked import Way
from ui.forms.fields.area import AreaField
from ui.forms.fields.chips import ChipField
from ui.forms.fields.file import FileField
from ui.forms.fields.line import LineField
from ui.forms.fields.listing import ListField
from ui.forms.fields.rank import RankField
from ui.forms.fields.slider import SliderField
from workbench.standards.clock import local_date

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from ui.forms.asked import Asked
    from ui.forms.fields.field import Field
    from ui.forms.ways import Ways

_CELLS = {Way.CHIPS: Way.LIST, Way.TICKS: Way.MANY, Way.AREA: Way.TEXT, Way.RANGE: Way.DECIMAL}
"""In a cell there is one line: what needs more is asked in its one-line way."""


class FieldPool(QObject):
    """Gives the field for a question; ``in_cells`` for the one-line ways of a table."""

    made = Signal(object)

    def __init__(self, ways: Ways, *, in_cells: bool = False, large: bool = False) -> None:
        super().__init__()
        self._ways, self._in_cells, self._large = ways, in_cells, large
        self._fit = "cell" if in_cells else "large" if large else ""
        self._fields: dict[str, Field] = {}

    def field_for(self, asked: Asked) -> Field:
        """Return the field of a question's way, made at its first use."""
        way = _CELLS.get(asked.way, asked.way) if self._in_cells else asked.way
        kind = "line" if way.is_line else way.value
        found = self._fields.get(kind)
        if found is None:
            found = self._fields[kind] = self._make(way)
            self.made.emit(found)
        return found

    def come_home(self, home: QWidget) -> None:
        """Give every field another parent: the one it lies in goes away."""
        for field in self._fields.values():
            field.hide()
            field.setParent(home)

    def _make(self, way: Way) -> Field:
        makers: dict[Way, Callable[[], Field]] = {
            Way.CHIPS: self._chips,
            Way.TICKS: self._chips,
            Way.CONFIRM: self._chips,
            Way.LIST: self._list,
            Way.MANY: self._list,
            Way.AREA: AreaField,
            Way.RANK: lambda: RankField(large=self._large),
            Way.FILE: FileField,
            Way.RANGE: lambda: SliderField(self._today),
        }
        return makers.get(way, self._line)()

    def _chips(self) -> Field:
        return ChipField(large=self._large)

    def _list(self) -> Field:
        return ListField(opens=self._in_cells or self._large, fit=self._fit)

    def _line(self) -> Field:
        return LineField(self._today, goes_on=self._ways.goes_on_when_full, fit=self._fit)

    def _today(self) -> date:
        return local_date(self._ways.clock())
