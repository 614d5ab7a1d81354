"""What every section of Manage is: a title with a sentence and actions, and a body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit.labels import Soft, Title
from ui.kit.layouts import column, row, show_if
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from ui.page import Page, Workspace


INSIDE_ONLY = frozenset({"Del", "Esc"})
"""Keys that mean something else wherever the cursor is, so that it must be in the section for them."""


ROOM_FOR_SENTENCE = 460
"""Below this width of a section (at 100 %) its title stands alone."""


class Section(QWidget):
    """The base of every section; it speaks to the desk through its page."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.desk: Any = page.desk
        self.workspace: Workspace = page.workspace
        self.title, self.sentence = Title(""), Soft("", wrap=True)
        self.actions = row()
        self.body: QVBoxLayout = column(gap=12)
        head = row(gap=12)
        head.addLayout(column(self.title, self.sentence, gap=2), 1)
        head.addLayout(self.actions)
        whole = column(head, gap=12)
        whole.addLayout(self.body, 1)
        self.setLayout(whole)

    def name_section(self, title: str, sentence: str = "", actions: Sequence[QWidget] = ()) -> None:
        """Set the translated title, what the section is for, and its buttons."""
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.setAccessibleName(title)
        for action in actions:
            self.actions.addWidget(action, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the sentence out where it would stand in a column of a few words."""
        super().resizeEvent(event)
        show_if(self.sentence, bool(self.sentence.text()) and self.width() >= px(ROOM_FOR_SENTENCE))

    def refresh(self) -> None:
        """Read again what is shown; called whenever the section appears."""

    def first_field(self) -> QWidget | None:
        """Return the widget that takes the cursor when the section is opened by Enter."""
        return None

    def on_key(self, keys: str, act: Callable[[], object]) -> None:
        """Let keys do something while the section shows, also from the list of sections."""
        shortcut = QShortcut(QKeySequence(keys), self, act)
        if keys in INSIDE_ONLY:
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
