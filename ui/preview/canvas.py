"""The sheets themselves: scrolled, zoomed, and drawn only as far as they show."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from ui.preview.sheets import ACTUAL_SIZE, Fit, Sheets, fitting_zoom, next_zoom
from ui.theme.theme import colour, px

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from workbench.documents.preview import PageImage

KEPT = 12
"""So many pictures of pages stay in memory."""

MARGIN, GAP = 20, 16


class PageCanvas(QAbstractScrollArea):
    """Pages of a PDF; ``wanted`` asks for pictures, ``moved`` tells the page in front."""

    wanted = Signal(object, float)
    moved = Signal(int)
    zoomed = Signal(float)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("role", "canvas")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.fit, self.zoom = Fit.WIDTH, 1.0
        self._count, self._page = 0, (595.0, 842.0)
        self._pictures: OrderedDict[int, tuple[float, QImage]] = OrderedDict()
        self._asked: set[tuple[int, float]] = set()
        self._front = 0
        self._grabbed: QPoint | None = None
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_document(self, count: int, width: float, height: float) -> None:
        """Show so many sheets, each of so many points; pictures follow."""
        self._count, self._page = count, (width, height)
        self._pictures.clear()
        self._asked.clear()
        self.verticalScrollBar().setValue(0)
        self._arrange()

    def show_picture(self, place: int, scale: float, page: PageImage) -> None:
        """Keep the picture of a sheet, rendered at a scale."""
        drawn = QImage(page.rgba, page.width, page.height, page.width * 4, QImage.Format.Format_RGBA8888)
        self._pictures[place] = (scale, drawn.copy())
        self._pictures.move_to_end(place)
        self._asked.discard((place, scale))
        while len(self._pictures) > KEPT:
            self._pictures.popitem(last=False)
        self.viewport().update()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._count

    @property
    def front(self) -> int:
        """The page in the middle of the window, from 0."""
        return self._front

    def is_sharp(self, place: int) -> bool:
        """Whether the picture of a page is there in the size shown."""
        return place in self._pictures and self._pictures[place][0] == self._scale()

    def go_to(self, place: int) -> None:
        """Bring a page to the upper edge."""
        place = max(0, min(place, self._count - 1))
        self.verticalScrollBar().setValue(round(self._sheets().top(place) - px(MARGIN)))

    def zoom_to(self, zoom: float, fit: Fit = Fit.FREE) -> None:
        """Zoom, keeping what is in the middle of the window there."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        middle = (bar.value() + room / 2) / max(self._sheets().total_height, 1)
        self.fit, self.zoom = fit, zoom
        self._arrange()
        bar.setValue(round(middle * self._sheets().total_height - room / 2))

    def zoom_by_step(self, *, larger: bool) -> None:
        """Zoom to the next step."""
        self.zoom_to(next_zoom(self.zoom, larger=larger))

    def fit_to(self, fit: Fit) -> None:
        """Let the zoom follow the window, and show the page in front from its top."""
        place, self.fit = self._front, fit
        self._arrange()
        self.go_to(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by Page Up and Down, Home and End, and Space."""
        keys = Qt.Key
        goals = {
            keys.Key_PageDown: self._front + 1,
            keys.Key_Space: self._front + 1,
            keys.Key_PageUp: self._front - 1,
            keys.Key_Home: 0,
            keys.Key_End: self._count - 1,
        }
        if event.key() in goals and not event.modifiers():
            self.go_to(goals[event.key()])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by_step(larger=event.angleDelta().y() > 0)
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the paper."""
        self._grabbed = event.position().toPoint()
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the paper."""
        if self._grabbed is None:
            return
        here = event.position().toPoint()
        for bar, way in (
            (self.verticalScrollBar(), self._grabbed.y() - here.y()),
            (self.horizontalScrollBar(), self._grabbed.x() - here.x()),
        ):
            bar.setValue(bar.value() + way)
        self._grabbed = here

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._grabbed = None
        self.viewport().unsetCursor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheets that show, and ask for the pictures they lack."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        offset, sheets = self.verticalScrollBar().value(), self._sheets()
        shown = sheets.visible(offset, self.viewport().height())
        for place in shown:
            self._draw_sheet(painter, place, self._place_of(sheets, place, offset))
        self._ask_for(shown)

    def _draw_sheet(self, painter: QPainter, place: int, box: QRectF) -> None:
        painter.fillRect(box, Qt.GlobalColor.white)
        if place in self._pictures:
            painter.drawImage(box, self._pictures[place][1])
        painter.setPen(QPen(colour("line"), 1))
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _place_of(self, sheets: Sheets, place: int, offset: float) -> QRectF:
        spare = max(self.viewport().width() - sheets.total_width, 0) / 2
        left = spare + sheets.margin - self.horizontalScrollBar().value()
        corner = QPointF(round(left), round(sheets.top(place) - offset))
        return QRectF(corner.x(), corner.y(), sheets.width, sheets.height)

    def _ask_for(self, shown: range) -> None:
        scale = self._scale()
        ahead = range(shown.start, min(shown.stop + 1, self._count))
        lacking = [place for place in ahead if not self.is_sharp(place) and (place, scale) not in self._asked]
        if lacking:
            self._asked.update((place, scale) for place in lacking)
            self.wanted.emit(tuple(lacking), scale)

    def _scale(self) -> float:
        """Return the pixels of a picture for each point of its page."""
        return round(self.zoom * ACTUAL_SIZE * self.devicePixelRatioF(), 3)

    def _sheets(self) -> Sheets:
        width, height = (length * self.zoom * ACTUAL_SIZE for length in self._page)
        return Sheets(self._count, width, height, px(GAP), px(MARGIN))

    def _arrange(self) -> None:
        room = self.viewport().size()
        if self.fit is not Fit.FREE:
            free = (room.width() - 2 * px(MARGIN), room.height() - 2 * px(MARGIN))
            self.zoom = fitting_zoom(self.fit, self._page, free)
        sheets = self._sheets()
        for bar, whole, window in (
            (self.verticalScrollBar(), sheets.total_height, room.height()),
            (self.horizontalScrollBar(), sheets.total_width, room.width()),
        ):
            bar.setRange(0, max(0, round(whole - window)))
            bar.setPageStep(window)
            bar.setSingleStep(px(40))
        self.zoomed.emit(self.zoom)
        self._scrolled()
        self.viewport().update()

    def _scrolled(self) -> None:
        front = self._sheets().in_front(self.verticalScrollBar().value(), self.viewport().height())
        self._front = front
        self.moved.emit(front)
