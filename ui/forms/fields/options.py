"""The list that opens below a field: what fits what is typed, with the key of each option."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal

from ui.kit.choice_lines import Choice
from ui.kit.choices import ChoiceList
from ui.kit.tones import Tone
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtWidgets import QWidget

    from workbench.forms.engine.node import ChoiceView

ROWS = 8
ROW = 30
LEAST_WIDTH = 220


class OptionList(ChoiceList):
    """Floats in its window, below a field or above it; the focus stays in the field."""

    taken = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setProperty("role", "options")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.chosen.connect(self.taken)
        self.hide()

    def offer(self, choices: Sequence[ChoiceView], keys: dict[str, str], ticked: Collection[str]) -> None:
        """Show options; the first is pointed at, or the one that is ticked."""
        self.show_choices(
            [
                Choice(
                    choice.value,
                    choice.label,
                    mark=keys.get(choice.value, ""),
                    tone=Tone.ACCENT if choice.value in ticked else Tone.NEUTRAL,
                    icon="check" if choice.value in ticked else "",
                )
                for choice in choices
            ]
        )

    def float_at(self, field: QWidget) -> None:
        """Open at a field, where there is room."""
        window = field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        height = min(self.count(), ROWS) * self.sizeHintForRow(0) + px(6) if self.count() else 0
        below = field.mapTo(window, QPoint(0, field.height() + px(2)))
        if below.y() + height > window.height():
            below = field.mapTo(window, QPoint(0, -height - px(2)))
        width = min(max(field.width(), px(LEAST_WIDTH)), window.width())
        left = max(0, min(below.x(), window.width() - width))
        self.setGeometry(left, max(below.y(), 0), width, height)
        self.setVisible(self.count() > 0)
        self.raise_()

    def step(self, rows: int) -> None:
        """Point at another option."""
        if self.count():
            self.setCurrentRow((self.currentRow() + rows) % self.count())
