"""The sections of the resident's card: facts, household, matters, held documents, what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit.buttons import LinkButton
from ui.kit.facts import FactList
from ui.kit.flow import FlowLayout
from ui.kit.labels import Caption, Elided, Hairline, Soft, Strong
from ui.kit.layouts import STRETCH, column, panel, row
from ui.kit.marks import Lamp
from ui.kit.pill import Pill
from ui.kit.tones import Tone
from ui.matters.state_tones import LAMP_LEVELS, STATE_TONES
from ui.matters.wording import deadline_words
from ui.people.lines import TAG_TONES, sex_and_age, status_pills
from ui.people.numbers import number_field
from ui.wording.labels import label_of, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ui.page import Page
    from workbench.intake.queries.rows import MatterRow
    from workbench.people.views import HeldView, MemberView, ResidentCard

MOST = 6
"""Matters and events shown on the card; the record shows all."""
ITEM_LONGEST = 12
"""Characters of an item's name on the card; the tooltip has all of it."""


def identity_line(card: ResidentCard) -> str:
    """Return sex, age, birth date and stage of life on one line."""
    born = card.birth_date.isoformat() if card.birth_date else ""
    stage = label_of(card.stage) if card.stage else ""
    return " · ".join(filter(None, (sex_and_age(card.sex, card.age), born, stage)))


def tags_of(card: ResidentCard) -> QWidget:
    """Return status and tags as pills that wrap."""
    current = ((label_of(tag.kind), TAG_TONES[tag.colour]) for tag in card.tags if not tag.ended)
    pills = (Pill(words, tone) for words, tone in (*status_pills(card.status), *current))
    return panel(FlowLayout(*pills, gap=6))


class CardSections(QObject):
    """Makes the sections for one page; ``follow`` shows another resident in place of this one."""

    def __init__(self, page: Page, follow: Callable[[str], object]) -> None:
        super().__init__(page)
        self._page, self._follow = page, follow

    def all(self, card: ResidentCard, matters: Sequence[MatterRow]) -> list[QWidget]:
        """Return every section that has something to say, in the order of the card."""
        return [
            self.facts(card),
            *self.household(card),
            *self._section(self.tr("Matters"), map(self._matter, matters[:MOST])),
            *self._section(self.tr("The community holds"), map(self._held, card.held)),
            *self.story(card),
        ]

    def household(self, card: ResidentCard) -> list[QWidget]:
        """Return who lives with the resident, and relatives elsewhere."""
        return [
            *self._section(self.tr("Household"), map(self._member, card.members)),
            *self._section(self.tr("Relatives elsewhere"), map(self._member, card.relatives)),
        ]

    def story(self, card: ResidentCard) -> list[QWidget]:
        """Return what happened to the resident, the latest first."""
        return self._section(self.tr("Moves and tags"), self._events(card))

    def facts(self, card: ResidentCard) -> FactList:
        """Return the facts, numbers masked."""
        relation = " · ".join(filter(None, (label_of(card.registration), card.relation)))
        facts = [
            (
                self.tr("Identity no."),
                self._number(card, self.tr("Identity number"), "id_number", card.id_number),
            ),
            (self.tr("Phone"), self._number(card, self.tr("Phone"), "phone", card.phone)),
            (self.tr("Address"), card.address or "—"),
            (self.tr("Register"), relation),
        ]
        if card.other_phone:
            other = self._number(card, self.tr("Other phone"), "other_phone", card.other_phone)
            facts.insert(2, (self.tr("Other phone"), other))
        rest = (
            (self.tr("Grid"), card.grid),
            (self.tr("Ethnic group"), card.ethnic_group),
            (self.tr("Education"), card.education),
            (self.tr("Note"), card.note),
        )
        return FactList([*facts, *((name, text) for name, text in rest if text)], label_width=64)

    def _number(self, card: ResidentCard, name: str, field: str, masked: str) -> QWidget:
        return number_field(self._page, name, card.id, field, masked)

    def _section(self, title: str, lines: Iterable[QHBoxLayout]) -> list[QWidget]:
        shown = list(lines)
        if not shown:
            return []
        return [panel(column(Hairline(), Strong(title), *shown, gap=6))]

    def _member(self, member: MemberView) -> QHBoxLayout:
        name = LinkButton(member.name, lambda: self._follow(member.id))
        detail = " · ".join(filter(None, (member.relation, sex_and_age(member.sex, member.age))))
        gone = [Pill(words, tone) for words, tone in status_pills(member.status)]
        line = row(name, gap=4)
        line.addWidget(Elided(detail, role="caption"), 1)
        for pill in gone:
            line.addWidget(pill)
        return line

    def _matter(self, matter: MatterRow) -> QHBoxLayout:
        lamp = Lamp(LAMP_LEVELS[matter.signal.lamp], deadline_words(matter.signal))
        name = LinkButton(
            shortened(matter.item_name, ITEM_LONGEST),
            lambda: self._page.workspace.open_record("matter", matter.id),
        )
        name.setAccessibleName(matter.item_name)
        name.setToolTip(f"{matter.item_name} {matter.number}")
        return row(lamp, name, STRETCH, Pill(label_of(matter.state), STATE_TONES[matter.state]), gap=4)

    def _held(self, held: HeldView) -> QHBoxLayout:
        until = held.valid_until
        words = self.tr("until {day}").format(day=until.isoformat()) if until else self.tr("no expiry")
        mark = Pill(self.tr("expired"), Tone.WARNING) if held.expired else Caption(words)
        line = row(gap=6)
        line.addWidget(Soft(held.label), 1)
        line.addWidget(mark)
        return line

    def _events(self, card: ResidentCard) -> Iterable[QHBoxLayout]:
        for event in card.story[:MOST]:
            line = row(Caption(event.on.isoformat()), gap=8)
            line.addWidget(Elided(" ".join(filter(None, (event.text, event.note))), role="soft"), 1)
            yield line
