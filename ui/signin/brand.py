"""The left half of the door: name, community, the day, and a street of our own drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame

from ui.kit.labels import Display, RoleLabel, Soft
from ui.kit.layouts import STRETCH, column, row, show_if
from ui.theme.icons import pixmap
from ui.theme.theme import colour, px, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

HOUSES = (
    (0.00, 0.17, 4),
    (0.15, 0.12, 6),
    (0.28, 0.19, 3),
    (0.48, 0.11, 7),
    (0.60, 0.18, 4),
    (0.80, 0.24, 5),
)
"""The street: left edge and width as parts of the panel's width, and storeys."""


class BrandPanel(QFrame):
    """The quiet side of the sign-in window."""

    def __init__(self, community: str = "") -> None:
        super().__init__()
        self.setProperty("role", "brand")
        mark = RoleLabel()
        mark.setPixmap(pixmap("home", "accent_text", 32))
        self.product = Soft(self.tr("Community Workbench"))
        self.community = Display("", wrap=True)
        today = QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat)
        words = column(
            row(mark, self.product, STRETCH, gap=8),
            column(margins=(0, 24, 0, 0)),
            self.community,
            Soft(today),
            STRETCH,
            gap=8,
            margins=(40, 40, 40, 40),
        )
        self.setLayout(words)
        self.show_community(community)

    def show_community(self, name: str) -> None:
        """Greet with the community's name; before it has one, with the product's."""
        self.community.setText(name or self.product.text())
        show_if(self.product, bool(name))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then the street along the lower edge."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_sun(painter, QPointF(self.width() * 0.76, self.height() * 0.5), px(34))
        for left, width, storeys in HOUSES:
            _draw_house(painter, self.width() * left, self.width() * width, storeys, self.height())


def _mixed(token: str, share: float) -> QColor:
    ground, ink = colour("accent_soft"), colour(token)
    parts = (ground.redF(), ground.greenF(), ground.blueF()), (ink.redF(), ink.greenF(), ink.blueF())
    return QColor.fromRgbF(*(below + (above - below) * share for below, above in zip(*parts, strict=True)))


def _draw_sun(painter: QPainter, middle: QPointF, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_mixed("glow", 0.9))
    painter.drawEllipse(middle, radius, radius)


def _draw_house(painter: QPainter, left: float, width: float, storeys: int, ground: float) -> None:
    storey = px(34)
    body = QRectF(left, ground - storey * storeys - px(16), width, storey * storeys + px(24))
    painter.setPen(QPen(_mixed("accent", 0.45), 1.5 * theme().scale))
    painter.setBrush(_mixed("accent", 0.08 + 0.03 * (storeys % 3)))
    painter.drawRoundedRect(body, px(4), px(4))
    columns = max(2, round(width / px(30)))
    room = width / columns
    for floor in range(storeys):
        for at in range(columns):
            window = QRectF(
                body.left() + room * (at + 0.3), body.top() + storey * floor + px(11), room * 0.4, px(13)
            )
            lit = (floor * 5 + at * 3 + storeys) % 7 == 0
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_mixed("glow", 0.9) if lit else _mixed("accent", 0.28))
            painter.drawRoundedRect(window, px(2), px(2))
