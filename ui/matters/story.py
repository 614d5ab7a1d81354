"""What happened to a matter, the latest first: verb, who, when, and what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.labels import Caption, Hairline, Soft, Strong
from ui.kit.layouts import STRETCH, clear, column, row
from ui.kit.pill import Pill
from ui.matters.state_tones import STATE_TONES
from ui.wording.dates import moment_words
from ui.wording.labels import label_of, listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.intake.queries.details import EventDetail


class StoryView(QWidget):
    """The time line of a matter in words."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("What happened"))
        self._lines: QVBoxLayout = column(gap=8, margins=(4, 4, 8, 4))
        self.setLayout(self._lines)

    def show_events(self, events: Sequence[EventDetail], names: Mapping[str, str]) -> None:
        """Show the events."""
        clear(self._lines)
        for at, event in enumerate(reversed(events)):
            if at:
                self._lines.addWidget(Hairline())
            self._lines.addLayout(self._line(event, names))
        self._lines.addStretch(1)

    def _line(self, event: EventDetail, names: Mapping[str, str]) -> QVBoxLayout:
        moved = event.from_state is not event.to_state
        state = [Pill(label_of(event.to_state), STATE_TONES[event.to_state])] if moved else []
        who = Caption(f"{names.get(event.actor_id, '')}  {moment_words(event.at)}")
        line = column(row(Strong(label_of(event.verb)), *state, STRETCH, who), gap=2)
        for words in (self._materials(event), event.note):
            if words:
                line.addWidget(Soft(words, wrap=True))
        return line

    def _materials(self, event: EventDetail) -> str:
        names = event.details.get("materials") or ()
        return self.tr("Materials: {names}").format(names=listed(names)) if names else ""
