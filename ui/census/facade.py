"""The picture of one building (楼栋进度图): every household a door, walked by arrows, opened by Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.census.door_painting import draw_door, draw_name, draw_ring, room_of
from ui.census.doors import Layout, Placed, lay_out, step
from ui.kit.redrawn import Redrawn
from ui.kit.ringed import Ringed
from ui.theme.theme import px
from ui.wording.labels import label_of
from workbench.people.addresses import address_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from workbench.census.views import BuildingMap

DOOR_WIDTH, DOOR_HEIGHT, GAP = 64, 30, 5
_FLOORS, _UNITS = 34, 22
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Facade(Redrawn, Ringed, QWidget):
    """A building seen from the street; ``chosen`` and ``opened`` carry the id of the household's case."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._name = name
        self._layout = Layout()
        self._at: Placed | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_building(self, building: BuildingMap) -> None:
        """Show a building; the chosen door stays chosen if it is still there."""
        before = self.current()
        self._name = address_label(building.building, building.estate, "", "")
        self._layout = lay_out(building)
        places = self._layout.places
        self._at = next((place for place in places if place.door.case_id == before), None)
        self._at = self._at or (places[0] if places else None)
        self.setFixedSize(self.sizeHint())
        self._tell()
        self.update()

    def current(self) -> str:
        """Return the case of the chosen door, or nothing."""
        return self._at.door.case_id if self._at else ""

    def box_of(self, case_id: str) -> QRectF:
        """Return where the door of a case stands; empty where it is not in this building."""
        found = next((place for place in self._layout.places if place.door.case_id == case_id), None)
        return _box(found) if found else QRectF()

    def sizeHint(self) -> QSize:
        """Return the size of the whole building."""
        width = px(_FLOORS) + self._layout.width * px(DOOR_WIDTH + GAP)
        return QSize(
            round(width) + px(4), px(_UNITS) + len(self._layout.floors) * px(DOOR_HEIGHT + GAP) + px(4)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw names, doors and the ring."""
        painter = QPainter(self)
        self._draw_names(painter)
        for place in self._layout.places:
            draw_door(painter, _box(place), place.door)
        if self._at:
            draw_ring(painter, _box(self._at), focused=self.hasFocus())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by arrows, open by Enter."""
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow and self._at:
            self._choose(step(self._layout.places, self._at, *arrow))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at:
            self.opened.emit(self.current())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the door under the mouse."""
        if found := self._door_at(event.position()):
            self._choose(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the door under the mouse."""
        if self._door_at(event.position()):
            self.opened.emit(self.current())

    def words_at(self, point: QPointF) -> str:
        """Return what the door under the mouse is."""
        found = self._door_at(point)
        return self._words(found) if found else ""

    def _choose(self, place: Placed) -> None:
        self._at = place
        self._tell()
        self.update()

    def _tell(self) -> None:
        words = self._words(self._at) if self._at else ""
        self.setAccessibleName(f"{self._name} {words}".strip())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        if self._at:
            self.chosen.emit(self._at.door.case_id)

    def _door_at(self, point: QPointF) -> Placed | None:
        return next((place for place in self._layout.places if _box(place).contains(point)), None)

    def _draw_names(self, painter: QPainter) -> None:
        for name, column, width in self._layout.stairs:
            left = px(_FLOORS) + column * px(DOOR_WIDTH + GAP)
            draw_name(
                painter, QRectF(left, 0, width * px(DOOR_WIDTH + GAP), px(_UNITS)), self._unit_words(name)
            )
        for line, floor in enumerate(self._layout.floors):
            top = px(_UNITS) + line * px(DOOR_HEIGHT + GAP)
            draw_name(painter, QRectF(0, top, px(_FLOORS - 4), px(DOOR_HEIGHT)), self._floor_words(floor))

    def _words(self, place: Placed) -> str:
        door = place.door
        where = " ".join(part for part in (self._unit_words(place.unit), room_of(door)) if part)
        mine = self.tr("mine") if door.mine else ""
        return " · ".join(part for part in (where, label_of(door.state), mine) if part)

    def _unit_words(self, name: str) -> str:
        return self.tr("Unit {unit}").format(unit=name) if name else ""

    def _floor_words(self, floor: int | None) -> str:
        return "?" if floor is None else self.tr("{floor}F").format(floor=floor)


def _box(place: Placed) -> QRectF:
    left = px(_FLOORS) + place.column * px(DOOR_WIDTH + GAP)
    top = px(_UNITS) + place.line * px(DOOR_HEIGHT + GAP)
    return QRectF(left, top, px(DOOR_WIDTH), px(DOOR_HEIGHT))
