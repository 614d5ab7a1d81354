"""The four states of a material side by side: handed in, held, to follow, missing; keys 1 to 4."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.tones import Tone
from ui.theme.theme import colour, px
from workbench.intake.kinds import MaterialState

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QMouseEvent, QPaintEvent

STATES: Final = (MaterialState.PRESENTED, MaterialState.HELD, MaterialState.PROMISED, MaterialState.MISSING)
TONES: Final = {
    MaterialState.PRESENTED: Tone.SUCCESS,
    MaterialState.HELD: Tone.INFO,
    MaterialState.PROMISED: Tone.WARNING,
    MaterialState.MISSING: Tone.DANGER,
}
WIDTH: Final = 52
HEIGHT: Final = 28


class StateSwitch(QWidget):
    """Draws the states with their keys; a click chooses one, the row around it listens to the keys."""

    chosen = Signal(MaterialState)

    def __init__(self, possible: Collection[MaterialState], state: MaterialState, *, required: bool) -> None:
        super().__init__()
        self.possible, self.state, self._required = frozenset(possible), state, required
        self._words = self.words()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("1 handed in · 2 held by the community · 3 follows by promise · 4 missing"))

    def words(self) -> dict[MaterialState, str]:
        """Return the short word of each state."""
        return {
            MaterialState.PRESENTED: self.tr("In"),
            MaterialState.HELD: self.tr("Held"),
            MaterialState.PROMISED: self.tr("Later"),
            MaterialState.MISSING: self.tr("None"),
        }

    def show_state(self, state: MaterialState) -> None:
        """Show another state."""
        self.state = state
        self.update()

    def sizeHint(self) -> QSize:
        """Four equal segments."""
        return QSize(px(WIDTH) * len(STATES) + px(4), px(HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the segment under the mouse."""
        at = int(event.position().x() // px(WIDTH))
        if 0 <= at < len(STATES) and STATES[at] in self.possible:
            self.chosen.emit(STATES[at])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the four segments."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("neutral_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), px(7), px(7))
        for at, state in enumerate(STATES):
            self._draw(
                painter, QRectF(px(2) + at * px(WIDTH), px(2), px(WIDTH), self.height() - px(4)), at, state
            )

    def _draw(self, painter: QPainter, box: QRectF, at: int, state: MaterialState) -> None:
        chosen = state is self.state
        tone = Tone.NEUTRAL if state is MaterialState.MISSING and not self._required else TONES[state]
        if chosen:
            painter.setPen(QPen(colour(tone.token), 1))
            painter.setBrush(colour(tone.soft_token))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
        font = QFont(self.font())
        font.setPixelSize(px(12))
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        painter.setFont(font)
        usable = state in self.possible
        painter.setPen(colour(tone.token if chosen else "text_soft" if usable else "field_line"))
        words = f"{at + 1} {self._words[state]}" if usable else self._words[state]
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
