"""The guide to one item, written for somebody who does it for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.catalogue.materials import MaterialList
from ui.catalogue.words import KIND_TONES, days_words
from ui.kit.buttons import GhostButton, IconButton, PrimaryButton
from ui.kit.callout import Callout
from ui.kit.facts import FactList
from ui.kit.flow import FlowLayout
from ui.kit.labels import Caption, Heading, Strong, Title
from ui.kit.layouts import STRETCH, clear, column, panel, row, scrolled, show_if
from ui.kit.pill import Pill
from ui.kit.tones import Tone
from ui.theme.theme import px
from ui.wording.labels import label_of, listed
from workbench.catalogue.rules import ItemKind

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from workbench.catalogue.rules import ServiceItem

ROOM_FOR_KEYS = 530
"""Below this width (at 100 %) the buttons do not say their keys."""


class ItemGuide(QFrame):
    """Shows one item; ``start_wanted`` and ``retire_wanted`` carry its code."""

    start_wanted = Signal(str)
    retire_wanted = Signal(str)

    def __init__(self, *, may_retire: bool) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.item: ServiceItem | None = None
        self.name = Heading("", wrap=True)
        self.code = Caption("", wrap=True)
        self.sample = Callout(
            Tone.WARNING, "", self.tr("A sample: check it against the local list before use.")
        )
        self.instead = Callout(Tone.DANGER, self.tr("The community must not issue this certificate"))
        self.tip = Callout(Tone.INFO, self.tr("For the first time"))
        self.pills, self.limits = FlowLayout(gap=6), FlowLayout(gap=12, fill=True)
        self.materials, self.facts = MaterialList(), FactList(label_width=72)
        self._materials_title = Title(self.tr("What to bring"))
        self.start = PrimaryButton(self._start_words(), self.start_now, icon_name="plus")
        self.refuse = GhostButton(self.tr("Refuse in writing"), self.start_now)
        self.retire = IconButton("trash", self.tr("Offer this item no longer"), self._retire)
        show_if(self.retire, may_retire)
        self.setLayout(self._arranged())

    def show_item(self, item: ServiceItem, post: str) -> None:
        """Show an item of a post."""
        self.item = item
        forbidden = item.kind is ItemKind.FORBIDDEN
        self.name.setText(item.name)
        self.setAccessibleName(item.name)
        version = self.tr("version {number}").format(number=item.version)
        self.code.setText(" · ".join((item.code, post, version)))
        self._show_pills(item)
        self._show_limits(item)
        self.materials.show_materials(item.materials)
        self.facts.show_facts(self._facts(item))
        never = self.tr("The community must not issue this certificate")
        self.instead.say(Tone.DANGER, never, item.instead or "")
        self.tip.say(Tone.INFO, self.tr("For the first time"), item.tips)
        for part in (self.materials, self._materials_title, self.start, self._limits_part):
            part.setVisible(not forbidden)
        self.instead.setVisible(forbidden)
        self.refuse.setVisible(forbidden)
        self.tip.setVisible(bool(item.tips))
        self.sample.setVisible(item.sample)
        self._area.verticalScrollBar().setValue(0)

    def start_now(self) -> None:
        """Ask to begin a matter of the item shown."""
        if self.item is not None:
            self.start_wanted.emit(self.item.code)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the key out of the button where the room is short."""
        super().resizeEvent(event)
        self.start.setText(self._start_words(short=self.width() < px(ROOM_FOR_KEYS)))

    def _start_words(self, *, short: bool = False) -> str:
        return self.tr("Start") if short else self.tr("Start a matter  Ctrl+Enter")

    def _retire(self) -> None:
        if self.item is not None:
            self.retire_wanted.emit(self.item.code)

    def _show_pills(self, item: ServiceItem) -> None:
        clear(self.pills)
        self.pills.addWidget(Pill(label_of(item.kind), KIND_TONES[item.kind]))
        if item.licensing:
            self.pills.addWidget(Pill(self.tr("administrative licence"), Tone.WARNING))
        if item.kind is not ItemKind.FORBIDDEN:
            agent = self.tr("an agent may come") if item.agent_allowed else self.tr("in person only")
            self.pills.addWidget(Pill(agent, Tone.NEUTRAL))

    def _show_limits(self, item: ServiceItem) -> None:
        clear(self.limits)
        for name, words in (
            (self.tr("Promised"), days_words(item.promised_days)),
            (self.tr("Legal limit"), days_words(item.legal_days)),
            (self.tr("Fee"), item.fee),
        ):
            self.limits.addWidget(LimitBox(name, words))

    def _facts(self, item: ServiceItem) -> list[tuple[str, str]]:
        found = (
            (self.tr("For whom"), item.audience),
            (self.tr("Result"), item.outcome),
            (self.tr("Department"), item.department),
            (self.tr("Handled by"), item.unit),
            (self.tr("Legal basis"), item.legal_basis),
            (self.tr("Also called"), listed(item.keywords)),
        )
        return [(name, words) for name, words in found if words]

    def _arranged(self) -> QVBoxLayout:
        head = row(column(self.name, self.code, gap=2), gap=12)
        head.setStretch(0, 1)
        for action in (self.retire, self.refuse, self.start):
            head.addWidget(action)
        self._limits_part = panel(self.limits)
        body = column(panel(self.pills), self.instead, self._limits_part, gap=14, margins=(20, 4, 16, 20))
        for part in (self._materials_title, self.materials, self.tip, self.facts):
            body.addWidget(part)
        body.addStretch(1)
        self._area = scrolled(panel(body))
        whole = column(panel(_inset(head)), gap=0)
        whole.addWidget(self._area, 1)
        whole.addLayout(column(self.sample, margins=(12, 0, 12, 12)))
        return whole


class LimitBox(QFrame):
    """One thing a resident asks at once: how long, how much."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.setProperty("role", "well")
        self.setLayout(column(Caption(name), Strong(words or "—", wrap=True), gap=2, margins=(12, 8, 12, 8)))
        self.setAccessibleName(f"{name}: {words}")


def _inset(layout: QVBoxLayout) -> QVBoxLayout:
    return column(layout, gap=0, margins=(20, 16, 16, 8))


def placeholder(words: QWidget) -> QFrame:
    """Return a card that holds words in place of a guide."""
    card = QFrame()
    card.setProperty("role", "card")
    card.setLayout(column(STRETCH, words, STRETCH, margins=16))
    return card
