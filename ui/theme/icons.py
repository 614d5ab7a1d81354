"""Line icons drawn for the workbench, recoloured by palette token and sharp at every scale."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

import resources
from ui.theme.theme import theme
from workbench.standards.errors import WorkbenchError

ICONS = Path(resources.__file__).parent / "icons"
BASE_SIZE = 18
"""The usual icon edge in pixels at 100 %."""


class UnknownIcon(WorkbenchError):
    """No icon of that name is drawn in ``resources/icons``."""


def icon(name: str, token: str = "text_soft", *, checked: str | None = None, size: int = BASE_SIZE) -> QIcon:
    """Return an icon in a palette colour; ``checked`` is the colour of its on-state.

    Raises UnknownIcon.
    """
    made = QIcon(pixmap(name, token, size))
    made.addPixmap(pixmap(name, "text_faint", size), QIcon.Mode.Disabled)
    if checked:
        made.addPixmap(pixmap(name, checked, size), QIcon.Mode.Normal, QIcon.State.On)
    return made


def pixmap(name: str, token: str = "text_soft", size: int = BASE_SIZE) -> QPixmap:
    """Return an icon as a pixmap of ``size`` pixels at 100 % in a palette colour."""
    edge = theme().px(size)
    return _render(
        name, theme().colour(token).name(), edge, QGuiApplication.primaryScreen().devicePixelRatio()
    )


@cache
def _render(name: str, colour: str, edge: int, ratio: float) -> QPixmap:
    # QtSvg is imported on the first icon only: the first paint of a bare window does not need it.
    from PySide6.QtSvg import QSvgRenderer

    drawn = QPixmap(QSize(round(edge * ratio), round(edge * ratio)))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    source = _source(name).replace("currentColor", colour)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


@cache
def _source(name: str) -> str:
    path = ICONS / f"{name}.svg"
    if not path.is_file():
        raise UnknownIcon(f"There is no icon named “{name}”.")
    return path.read_text("utf-8")
