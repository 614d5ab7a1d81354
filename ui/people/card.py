"""The resident's card (居民卡片): the whole story of one person, at the right of every page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import GhostButton, PrimaryButton
from ui.kit.labels import Caption, Heading, Soft
from ui.kit.layouts import STRETCH, clear, column, row
from ui.kit.marks import Avatar
from ui.page import LiveCard
from ui.people.card_sections import CardSections, identity_line, tags_of
from workbench.people.views import ENTITIES

if TYPE_CHECKING:
    from ui.page import Page
    from workbench.intake.queries.rows import MatterRow
    from workbench.people.views import ResidentCard


@dataclass(frozen=True, slots=True)
class Story:
    """What the card shows: the register's part and the matters."""

    card: ResidentCard
    matters: tuple[MatterRow, ...]


def show_card_beside(page: Page, resident_id: str) -> CardPanel:
    """Show a resident's card at the right of a page."""
    panel = CardPanel(page, resident_id)
    page.workspace.show_beside(panel, panel.title())
    return panel


class CardPanel(LiveCard):
    """Reads a resident and shows everything known; members and matters open by a click or Enter."""

    entities: ClassVar[frozenset[str]] = ENTITIES | {"matter", "holiday_override"}

    def __init__(self, page: Page, resident_id: str, *, actions: bool = True) -> None:
        super().__init__()
        self._page, self._actions = page, actions
        self.resident_id = resident_id
        self.story: Story | None = None
        self._column: QVBoxLayout = column(gap=14, margins=(16, 4, 16, 16))
        self._column.addWidget(Soft(self.tr("Reading…")))
        self._column.addStretch(1)
        self.setLayout(self._column)
        self.load(resident_id)

    def title(self) -> str:
        """Return what stands above the card."""
        return self.tr("Resident")

    def load(self, resident_id: str) -> None:
        """Show somebody else in the same place."""
        self.resident_id = resident_id
        background = self._page.workspace.background
        background.run_latest(self, "card", lambda: self._read(resident_id), self.show_story, self._failed)

    def refresh(self) -> None:
        """Read the same resident again."""
        self.load(self.resident_id)

    def show_story(self, story: Story) -> None:
        """Show what was read; what is the same already stays as it is, with the cursor in it."""
        if story == self.story:
            return
        held = self._name_in_focus()
        self.story = story
        self._draw(story)
        if held:
            # The new widgets are shown, and can have the cursor, only after this turn of the event loop.
            QTimer.singleShot(0, self, lambda: self._focus_again(held))

    def _draw(self, story: Story) -> None:
        clear(self._column)
        self.setAccessibleName(story.card.name)
        sections = CardSections(self._page, self.load)
        self._column.addLayout(self._head(story.card))
        if story.card.tags:
            self._column.addWidget(tags_of(story.card))
        if self._actions:
            self._column.addLayout(self._buttons(story.card))
        for section in sections.all(story.card, story.matters):
            self._column.addWidget(section)
        self._column.addStretch(1)

    def _name_in_focus(self) -> str:
        focused = QApplication.focusWidget()
        return focused.accessibleName() if focused is not None and self.isAncestorOf(focused) else ""

    def _focus_again(self, name: str) -> None:
        """Give the cursor back to the widget of this name, if the card still has one."""
        for one in self.findChildren(QWidget):
            if one.accessibleName() == name and one.isVisible() and one.focusPolicy():
                one.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _read(self, resident_id: str) -> Story:
        desk = self._page.desk
        return Story(desk.residents.card(resident_id), tuple(desk.matters.by_resident([resident_id], 30)))

    def _failed(self, error: Exception) -> None:
        self.story = None
        clear(self._column)
        self._column.addWidget(Soft(str(error), wrap=True))
        self._column.addStretch(1)

    def _head(self, card: ResidentCard) -> QHBoxLayout:
        words = column(Heading(card.name), Caption(identity_line(card), wrap=True), gap=0)
        head = row(Avatar(card.name, 44), gap=12)
        head.addLayout(words, 1)
        return head

    def _buttons(self, card: ResidentCard) -> QHBoxLayout:
        workspace = self._page.workspace
        record = GhostButton(
            self.tr("Open the record"), lambda: workspace.open_record("person", card.id), size="small"
        )
        serve = PrimaryButton(
            self.tr("Serve"), lambda: workspace.open_record("serve", card.id), icon_name="plus", size="small"
        )
        return row(serve, record, STRETCH, gap=6)
