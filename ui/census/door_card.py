"""The story of one household's form at the right of the progress map; nobody's name is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.census.case_tables import moment_words, note_words
from ui.census.state_looks import LOOKS
from ui.kit.facts import FactList
from ui.kit.labels import Caption, Strong, Title
from ui.kit.layouts import STRETCH, column, row
from ui.kit.pill import Pill
from ui.page import LiveCard
from ui.wording.labels import label_of

if TYPE_CHECKING:
    from ui.page import Page
    from workbench.census.views import CaseDetail, EventRow


class DoorCard(LiveCard):
    """Where the household is, how far its form is, and what was done so far."""

    entities = frozenset({"census_case"})

    def __init__(self, page: Page, case_id: str) -> None:
        super().__init__()
        self._page, self._case_id = page, case_id
        self._names: dict[str, str] = {}
        self.title, self.state = Title(""), Pill("")
        self.facts, self.story = FactList(()), column(gap=8)
        whole = column(row(self.title, STRETCH, self.state), self.facts, Strong(self.tr("So far")), gap=12)
        whole.addLayout(self.story)
        whole.addStretch(1)
        self.setLayout(whole)
        self.refresh()

    def refresh(self) -> None:
        """Read the household again."""
        desk = self._page.desk
        self._page.ask(lambda: (desk.surveys.case(self._case_id), desk.staff_names()), self._show)

    def _show(self, answer: tuple[CaseDetail, dict[str, str]]) -> None:
        detail, self._names = answer
        one = detail.row
        self.title.setText(one.place)
        self.state.say(label_of(one.state), LOOKS[one.state].tone)
        self.facts.show_facts(
            (
                (self.tr("Area"), one.area_code),
                (self.tr("Enumerator"), self._names.get(one.enumerator_id or "", "—")),
                (self.tr("Tries"), str(one.tries)),
                (self.tr("Come again"), moment_words(one.next_visit_at) or "—"),
                (self.tr("Note"), note_words(one) or "—"),
            )
        )
        while self.story.count():
            self.story.takeAt(0).widget().deleteLater()
        for event in reversed(detail.events):
            self.story.addWidget(Caption(self._words(event), wrap=True))

    def _words(self, event: EventRow) -> str:
        who = self._names.get(event.actor_id, "")
        parts = (moment_words(event.at), label_of(event.verb), who, event.note)
        return " · ".join(part for part in parts if part)
