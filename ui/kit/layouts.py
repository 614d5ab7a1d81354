"""Rows and columns in one expression, on the 8-pixel grid and in the scale in force."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Iterable

STRETCH: Final = "stretch"
"""An item that takes the room that is left."""

Item = QWidget | QLayout | str
Margins = int | tuple[int, int, int, int]
L = TypeVar("L", bound=QBoxLayout)


def row(*items: Item, gap: int = 8, margins: Margins = 0) -> QHBoxLayout:
    """Return the items side by side; gap and margins (left, top, right, bottom) are pixels at 100 %."""
    return _filled(QHBoxLayout(), items, gap, margins)


def column(*items: Item, gap: int = 8, margins: Margins = 0) -> QVBoxLayout:
    """Return the items below each other; ``gap`` and ``margins`` are pixels at 100 %."""
    return _filled(QVBoxLayout(), items, gap, margins)


def panel(layout: QLayout, role: str = "plain") -> QWidget:
    """Return a plain widget that holds a layout."""
    holder = QWidget()
    holder.setProperty("role", role)
    holder.setLayout(layout)
    return holder


def scrolled(content: QWidget) -> QScrollArea:
    """Return the content in an area that scrolls downwards only, without a frame."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(area.focusPolicy().NoFocus)
    area.setWidget(content)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    return area


def bring_into_view(widget: QWidget) -> None:
    """Scroll every area a widget lies in so that it is seen, the innermost first."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def show_if(widget: QWidget, wanted: bool) -> None:
    """Show or hide a widget; one without a parent is left to its parent, for it would open as a window."""
    if not wanted:
        widget.hide()
    elif widget.parentWidget() is not None:
        widget.show()
    else:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_Hidden, True)


def clear(layout: QLayout) -> None:
    """Remove and delete every widget of a layout, nested ones too."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            clear(inner)


def _filled(layout: L, items: Iterable[Item], gap: int, margins: Margins) -> L:
    sides = (margins,) * 4 if isinstance(margins, int) else margins
    layout.setContentsMargins(*(px(side) for side in sides))
    layout.setSpacing(px(gap))
    for item in items:
        _put(layout, item)
    return layout


def _put(layout: QBoxLayout, item: Item) -> None:
    if isinstance(item, QWidget):
        layout.addWidget(item)
    elif isinstance(item, QLayout):
        layout.addLayout(item)
    else:
        layout.addStretch(1)
