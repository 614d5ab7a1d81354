"""The search field of the window and the list that opens below it while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.kit.choice_lines import Choice
from ui.kit.choices import ChoiceList
from ui.kit.fields import SearchField
from ui.kit.labels import Soft
from ui.kit.layouts import column
from ui.shell.search import SearchGroup, SearchHit, SearchProvider, matching_commands
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.background import Background
    from ui.shell.search import Command

KEYS_OF_THE_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SearchPopup(QFrame):
    """The groups found, below the field; the field keeps the cursor and steers the list."""

    chosen = Signal(object)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("role", "raised")
        self.list = ChoiceList(self.tr("Search results"))
        self.list.setProperty("frameless", True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing = Soft(self.tr("Nothing found. Try the initials, part of a number, or other words."))
        self.setLayout(column(self.list, self.nothing, margins=8))
        self._hits: dict[str, SearchHit] = {}
        self.list.chosen.connect(self._choose)
        self.hide()

    def show_groups(self, groups: Sequence[SearchGroup]) -> None:
        """List the groups, each under its heading."""
        self._hits = {f"{hit.kind}:{hit.record_id}": hit for group in groups for hit in group.hits}
        self.list.show_choices([line for group in groups for line in _lines(group)])
        self.list.setVisible(bool(self._hits))
        self.nothing.setVisible(not self._hits)

    def open_below(self, field: QWidget) -> None:
        """Show the list below the field, as wide, as high as it needs within the window."""
        corner = field.mapTo(self.parentWidget(), QPoint(0, field.height() + px(4)))
        room = self.parentWidget().height() - corner.y() - px(48)
        wanted = sum(self.list.sizeHintForRow(at) for at in range(self.list.count())) + px(28)
        self.setGeometry(corner.x(), corner.y(), field.width(), min(max(wanted, px(52)), room))
        self.show()
        self.raise_()

    def choose_current(self) -> None:
        """Open the line that is current."""
        self._choose(self.list.current())

    def _choose(self, key: str) -> None:
        if key in self._hits:
            self.chosen.emit(self._hits[key])


class SearchBox(SearchField):
    """The window's one search field (Ctrl+K); ``opened`` carries the hit that was chosen."""

    opened = Signal(object)

    def __init__(self, window: QWidget, background: Background, provider: SearchProvider | None) -> None:
        super().__init__("", parent=window)
        self.setAccessibleName(self.tr("Search everything"))
        self.setPlaceholderText(self.tr("Search people, items, matters, commands    Ctrl+K"))
        self.commands: tuple[Command, ...] = ()
        self._shown_for = ""
        self._enter_waits = False
        self.popup = SearchPopup(window)
        self._background, self._provider = background, provider
        self.textEdited.connect(self._look)
        self.textChanged.connect(lambda text: None if text else self.popup.hide())
        self.popup.chosen.connect(self._open)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Steer the list from the field; close it when the field loses the cursor."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._steer(event.key(), event) or super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut:
            self.popup.hide()
        return super().eventFilter(watched, event)

    def open_empty(self) -> None:
        """Take the cursor and show the commands."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._look(self.text())

    def _look(self, text: str) -> None:
        self._enter_waits = False
        if self._provider is None or not text.strip():
            self._show(text, ())
            return
        provider = self._provider
        self._background.run_latest(
            self, "search", lambda: provider.search(text), lambda got: self._show(text, got)
        )

    def _show(self, text: str, found: Sequence[SearchGroup]) -> None:
        commands = matching_commands(self.commands, text)
        own = (SearchGroup(self.tr("Commands"), "keyboard", commands),) if commands else ()
        self.popup.show_groups((*found, *own))
        self._shown_for = text
        if self._enter_waits:
            self.popup.choose_current()
        elif self.hasFocus():
            self.popup.open_below(self)

    def _steer(self, key: int, event: QKeyEvent) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (self.text() or self.popup.isVisible()):
            self._open_current()
        elif not self.popup.isVisible():
            return False
        elif key in KEYS_OF_THE_LIST:
            self.popup.list.keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self.popup.hide()
        else:
            return False
        return True

    def _open_current(self) -> None:
        # A scanner presses Enter before the desk answers: what is listed may be of an older text.
        self._enter_waits = self._shown_for != self.text()
        if not self._enter_waits:
            self.popup.choose_current()

    def _open(self, hit: SearchHit) -> None:
        self.popup.hide()
        self.clear()
        self.opened.emit(hit)


def _lines(group: SearchGroup) -> list[Choice]:
    heading = Choice("", group.heading, heading=True)
    return [
        heading,
        *(
            Choice(f"{hit.kind}:{hit.record_id}", hit.title, hit.detail, hit.mark, hit.tone, group.icon)
            for hit in group.hits
        ),
    ]
