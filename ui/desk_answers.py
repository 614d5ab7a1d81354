"""Turns what the desk answers into what the window shows: search groups and the status bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.catalogue.words import KIND_TONES, limit_words
from ui.kit.tones import Tone
from ui.matters.state_tones import STATE_TONES
from ui.people.lines import tag_tone
from ui.shell.search import SearchGroup, SearchHit
from ui.shell.status import DeskStatus
from ui.wording.labels import label_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.catalogue.finding import ItemHit
    from workbench.desk.desk import Desk
    from workbench.intake.queries import MatterRow
    from workbench.people.views import PersonHit

translate = QCoreApplication.translate


class DeskSearch:
    """The search field's answers, read from the desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def search(self, text: str) -> list[SearchGroup]:
        """Return people, items and matters in groups; numbers are masked."""
        found = self._desk.find(text)
        groups = (
            SearchGroup(translate("Search", "People"), "person", tuple(map(_person, found.people))),
            SearchGroup(translate("Search", "Items"), "catalogue", tuple(map(_item, found.items))),
            SearchGroup(translate("Search", "Matters"), "file", tuple(map(_matter, found.matters))),
        )
        return [group for group in groups if group.hits]


def status_reader(desk: Desk) -> Callable[[], DeskStatus]:
    """Return the reader of the status bar."""

    def read() -> DeskStatus:
        return DeskStatus(desk.matters.counts().tickets_waiting, desk.sync.state(), desk.today())

    return read


def _person(hit: PersonHit) -> SearchHit:
    age = "" if hit.age is None else translate("Search", "aged {age}").format(age=hit.age)
    detail = _joined(label_of(hit.sex), age, hit.address, hit.id_number)
    if hit.gone:
        return SearchHit("person", hit.id, hit.name, detail, label_of(hit.status), Tone.NEUTRAL)
    if not hit.tags:
        return SearchHit("person", hit.id, hit.name, detail)
    return SearchHit("person", hit.id, hit.name, detail, label_of(hit.tags[0]), tag_tone(hit.tags[0]))


def _item(hit: ItemHit) -> SearchHit:
    matched = "" if hit.matched == hit.item.name else hit.matched
    detail = _joined(hit.item.code, limit_words(hit.item), matched)
    kind = hit.item.kind
    return SearchHit("item", hit.item.code, hit.item.name, detail, label_of(kind), KIND_TONES[kind])


def _matter(row: MatterRow) -> SearchHit:
    detail = _joined(row.number, row.applicant_name)
    return SearchHit("matter", row.id, row.item_name, detail, label_of(row.state), STATE_TONES[row.state])


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))
