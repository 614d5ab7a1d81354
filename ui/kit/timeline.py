"""Where something stands: steps of a form at the top, states of a matter from first to last."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import colour, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent


class StepState(StrEnum):
    """Whether a step is behind, here or ahead; a failed one ends the line."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"
    PAUSED = "paused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Step:
    """One state on the line, with a note below it (who and when)."""

    label: str
    state: StepState = StepState.AHEAD
    note: str = ""


def steps(labels: Sequence[str], current: int) -> tuple[Step, ...]:
    """Return plain steps of which the one at ``current`` is being done."""
    states = (StepState.DONE, StepState.CURRENT, StepState.AHEAD)
    return tuple(Step(label, states[(at >= current) + (at > current)]) for at, label in enumerate(labels))


class StateTimeline(QWidget):
    """Steps from left to right: done ones ticked, the current one ringed, those ahead hollow."""

    def __init__(self, shown: Sequence[Step] = (), name: str = "") -> None:
        super().__init__()
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_steps(shown)

    def show_steps(self, shown: Sequence[Step]) -> None:
        """Replace the steps."""
        self.steps = tuple(shown)
        current = next((step.label for step in self.steps if step.state is not StepState.DONE), "")
        self.setAccessibleName(f"{self._name} {current}".strip())
        self.setFixedHeight(px(64 if any(step.note for step in self.steps) else 46))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give every step room for a short label."""
        return QSize(px(84) * max(len(self.steps), 1), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line and the steps on it."""
        if not self.steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.width() / len(self.steps)
        for at, step in enumerate(self.steps):
            middle = QPointF(room * (at + 0.5), px(12))
            if at:
                _draw_line(painter, middle, room, reached=step.state is not StepState.AHEAD)
            _draw_dot(painter, middle, step.state)
            _draw_label(painter, QRectF(room * at, px(24), room, px(40)), step)


def _draw_line(painter: QPainter, middle: QPointF, room: float, *, reached: bool) -> None:
    painter.setPen(QPen(colour("accent" if reached else "line"), px(2)))
    painter.drawLine(middle - QPointF(room - px(13), 0), middle - QPointF(px(13), 0))


def _draw_dot(painter: QPainter, middle: QPointF, state: StepState) -> None:
    token = {StepState.FAILED: "danger", StepState.PAUSED: "warning", StepState.AHEAD: "field_line"}.get(
        state, "accent"
    )
    filled = state in (StepState.DONE, StepState.FAILED)
    painter.setPen(QPen(colour(token), px(2)))
    painter.setBrush(colour(token if filled else "surface"))
    painter.drawEllipse(middle, px(8), px(8))
    painter.setPen(_round_pen("surface" if filled else token))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state is StepState.DONE:
        painter.drawPolyline([middle + QPointF(px(x), px(y)) for x, y in ((-3, 0), (-1, 3), (4, -3))])
    elif state is StepState.FAILED:
        painter.drawLine(middle + QPointF(-px(3), -px(3)), middle + QPointF(px(3), px(3)))
        painter.drawLine(middle + QPointF(-px(3), px(3)), middle + QPointF(px(3), -px(3)))
    elif state is StepState.PAUSED:
        painter.drawLine(middle + QPointF(-px(2), -px(3)), middle + QPointF(-px(2), px(3)))
        painter.drawLine(middle + QPointF(px(2), -px(3)), middle + QPointF(px(2), px(3)))
    elif state is StepState.CURRENT:
        painter.setBrush(colour(token))
        painter.drawEllipse(middle, px(2), px(2))


def _round_pen(token: str) -> QPen:
    return QPen(
        colour(token), px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )


def _draw_label(painter: QPainter, box: QRectF, step: Step) -> None:
    font = QFont(painter.font())
    font.setPixelSize(px(13))
    current = step.state in (StepState.CURRENT, StepState.PAUSED, StepState.FAILED)
    font.setWeight(QFont.Weight.Bold if current else QFont.Weight.Normal)
    upper = QRectF(box.left(), box.top(), box.width(), px(20))
    _draw_centred(painter, upper, step.label, font, "text_faint" if step.state is StepState.AHEAD else "text")
    font.setPixelSize(px(11))
    font.setWeight(QFont.Weight.Normal)
    _draw_centred(painter, upper.translated(0, px(18)), step.note, font, "text_faint")


def _draw_centred(painter: QPainter, box: QRectF, text: str, font: QFont, token: str) -> None:
    painter.setFont(font)
    painter.setPen(colour(token))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width() - px(4))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
