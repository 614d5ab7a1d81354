"""One matter from first to last: where it stands, what may be done, and everything that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.journal.view import HistoryView
from ui.kit.buttons import QuietButton
from ui.kit.card import Card
from ui.kit.facts import FactList
from ui.kit.halves import Halves
from ui.kit.labels import Caption, Elided, Soft
from ui.kit.layouts import STRETCH, column, panel, row, scrolled
from ui.kit.marks import Lamp
from ui.kit.painting import LampLevel
from ui.kit.pill import Pill
from ui.kit.segments import Tabs
from ui.kit.stack import Stack
from ui.kit.timeline import StateTimeline
from ui.kit.tones import Tone
from ui.matters.facts import MatterFacts
from ui.matters.follow_up_view import RatingView
from ui.matters.materials_view import MaterialsView
from ui.matters.slips_view import SlipsView
from ui.matters.state_tones import LAMP_LEVELS, STATE_TONES
from ui.matters.steps import steps_of
from ui.matters.story import StoryView
from ui.matters.verbs import VerbBar, offers_of
from ui.matters.wording import due_words
from ui.theme.theme import px
from ui.wording.labels import label_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.journal.lines import HistoryLine
    from workbench.intake.queries.details import MatterDetail


ROOM_FOR_FACTS = 600
"""Pixels (at 100 %) in which the facts stand beside the parts."""
LEAST_HEIGHT = 150


class MatterView(QWidget):
    """Shows a MatterDetail; ``left`` is the way back to the list."""

    left = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.detail: MatterDetail | None = None
        self._facts = MatterFacts(self)
        self.back = QuietButton(
            self.tr("Back to the list  Esc"), self.left.emit, icon_name="left", size="small"
        )
        self.title = Elided("", role="title")
        self.number = Caption("")
        self.state, self.urgent = Pill(""), Pill(self.tr("urgent"), Tone.DANGER)
        self.lamp, self.due = Lamp(), Soft("")
        self.line = StateTimeline((), self.tr("Where it stands"))
        self.verbs = VerbBar(page)
        self.facts = FactList((), label_width=72)
        self.story, self.materials, self.slips = StoryView(), MaterialsView(), SlipsView()
        self.rating, self.history = RatingView(), HistoryView()
        self.parts = Tabs(self.tr("Parts of the matter"), tuple(self._words().items()))
        self._stack = Stack()
        self._pages = dict(zip(self._words(), self._parts(), strict=True))
        self._arrange()
        self.parts.chosen.connect(lambda key: self._stack.setCurrentWidget(self._pages[key]))

    def show_matter(
        self, detail: MatterDetail, history: Sequence[HistoryLine], names: Mapping[str, str], desk: Any
    ) -> None:
        """Show a matter."""
        self.detail, row_ = detail, detail.row
        self.title.setText(row_.item_name)
        self.number.setText(row_.number)
        self.state.say(label_of(row_.state), STATE_TONES[row_.state])
        self.urgent.setVisible(row_.urgent)
        self.lamp.setVisible(LAMP_LEVELS[row_.signal.lamp] is not LampLevel.OFF)
        self.lamp.show_level(LAMP_LEVELS[row_.signal.lamp], label_of(row_.signal.lamp))
        self.due.setText(due_words(row_.signal))
        self.line.show_steps(steps_of(detail))
        self.verbs.show_offers(offers_of(detail, desk))
        self.facts.show_facts(self._facts.of(detail, names))
        self.story.show_events(detail.events, names)
        self.materials.show_materials(detail.materials)
        self.slips.show_slips(detail.slips)
        self.rating.show_matter(detail)
        self.history.show_lines(history)
        self._count(detail)

    def _count(self, detail: MatterDetail) -> None:
        counts = {"materials": len(detail.materials), "slips": len(detail.slips)}
        for key, words in self._words().items():
            self.parts.relabel(key, f"{words} {counts[key]}" if counts.get(key) else words)

    def _words(self) -> dict[str, str]:
        return {
            "story": self.tr("What happened"),
            "materials": self.tr("Materials"),
            "slips": self.tr("Papers"),
            "rating": self.tr("Rating"),
            "history": self.tr("Changes"),
        }

    def _parts(self) -> list[QWidget]:
        rolled = [scrolled(part) for part in (self.story, self.materials, self.slips, self.rating)]
        return [*rolled, self.history]

    def _arrange(self) -> None:
        for part in self._pages.values():
            self._stack.addWidget(part)
        title = row(gap=8)
        title.addWidget(self.title, 1)
        for mark in (self.urgent, self.state, self.lamp, self.due):
            title.addWidget(mark)
        head = Card("", title, self.number, self.line, self.verbs, gap=8, padding=14)
        parts = Card("", self.parts, padding=12, gap=8)
        parts.body.addWidget(self._stack, 1)
        facts = Card("", scrolled(panel(column(self.facts, STRETCH))), padding=12)
        parts.setMinimumHeight(px(LEAST_HEIGHT))
        facts.setMinimumHeight(px(LEAST_HEIGHT))
        whole = column(head, gap=8)
        whole.addWidget(Halves(parts, facts, room=ROOM_FOR_FACTS, shares=(7, 4)), 1)
        self.setLayout(whole)
