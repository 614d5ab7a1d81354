"""The lines the two search fields of intake offer: residents and items found, or the usual ones."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.catalogue.words import limit_words
from ui.intake.guide import KIND_TONES
from ui.kit.choice_lines import Choice
from ui.people.lines import choice_of_hit
from ui.wording.labels import label_of
from workbench.intake.queries.lists import MatterList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.catalogue.rules import ServiceItem

NEWCOMER = "newcomer"
"""The key of the line that enters somebody new."""
MOST = 20
USUAL = 12
RECENT = 200


class Suggestions(QObject):
    """Answers both search fields; its methods run in the background."""

    def __init__(self, parent: QObject, desk: Any) -> None:
        super().__init__(parent)
        self._desk = desk
        self.resident_id = ""

    def residents(self, text: str) -> Sequence[Choice]:
        """Return the residents a text may mean, and the way to enter somebody new."""
        if not text:
            return self._recent_residents()
        found = [choice_of_hit(hit) for hit in self._desk.residents.search(text, MOST)]
        words = self.tr("Enter “{text}” as a new resident").format(text=text)
        return [*found, Choice(NEWCOMER, words, icon="plus")]

    def items(self, text: str) -> Sequence[Choice]:
        """Return the items a text may mean, or the usual ones of resident and worker."""
        if text:
            return [self._item_line(hit.item, hit.matched) for hit in self._desk.items.find(text, MOST)]
        earlier = self._headed(self.tr("This resident had before"), self._earlier_codes())
        return [*earlier, *self._headed(self.tr("You often accept"), self._usual_codes())]

    def _recent_residents(self) -> list[Choice]:
        rows = self._desk.matters.rows(MatterList.OPEN, mine=True)
        latest = sorted(rows, key=lambda each: each.received_at, reverse=True)
        ids = list(dict.fromkeys(each.applicant_id for each in latest))[:8]
        lines = [choice_of_hit(hit) for hit in self._desk.residents.hits(ids)]
        return [Choice("", self.tr("Served recently"), heading=True), *lines] if lines else []

    def _earlier_codes(self) -> list[str]:
        rows = self._desk.matters.by_resident([self.resident_id], 20) if self.resident_id else []
        return list(dict.fromkeys(each.item_code for each in rows))[:4]

    def _usual_codes(self) -> list[str]:
        lists = (MatterList.OPEN, MatterList.FINISHED)
        rows = [each for which in lists for each in self._desk.matters.rows(which, mine=True, limit=RECENT)]
        usual = [code for code, _times in Counter(each.item_code for each in rows).most_common(USUAL)]
        return usual or [hit.item.code for hit in self._desk.items.find("", USUAL)]

    def _headed(self, heading: str, codes: Iterable[str]) -> list[Choice]:
        known = {item.code: item for item in self._desk.items.items()}
        lines = [self._item_line(known[code]) for code in codes if code in known]
        return [Choice("", heading, heading=True), *lines] if lines else []

    def _item_line(self, item: ServiceItem, matched: str = "") -> Choice:
        also = self.tr("also called {word}").format(word=matched) if matched not in ("", item.name) else ""
        count = len([material for material in item.materials if material.required])
        needs = self.tr("{count} materials").format(count=count) if count else ""
        detail = " · ".join(filter(None, (limit_words(item), needs, item.department, also)))
        return Choice(item.code, item.name, detail, label_of(item.kind), KIND_TONES[item.kind], "catalogue")
