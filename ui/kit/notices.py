"""Notices: a bar in the page for what needs reading, a toast for what only needs a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.kit.buttons import Button, GhostButton, IconButton
from ui.kit.empty import IconLabel
from ui.kit.labels import Body, Strong
from ui.kit.layouts import clear, column, row
from ui.kit.tones import Tone
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Callable

TOAST_SECONDS = 5


class InlineNotice(QFrame):
    """A bar in the page: what happened, what was kept, what to do; hidden until it has something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._icon = IconLabel("info", "info")
        self._title = Strong("", wrap=True)
        self._detail = Body("", wrap=True)
        self._actions = row()
        self._close = IconButton("close", self.tr("Close the notice"), self.hide, size=14)
        words = column(self._title, self._detail, gap=2)
        whole = row(self._icon, gap=10, margins=(12, 8, 8, 8))
        whole.addLayout(words, 1)
        whole.addLayout(self._actions)
        whole.addWidget(self._close)
        self.setLayout(whole)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def say(
        self,
        tone: Tone,
        title: str,
        detail: str = "",
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        """Show a notice, with at most one action."""
        self.setProperty("tone", tone.value)
        self._icon.show_icon(tone.icon_name, tone.token)
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(f"{title} {detail}".strip())
        clear(self._actions)
        if action:
            self._actions.addWidget(GhostButton(action, on_action, size="small"))
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    def say_error(self, error: Exception) -> None:
        """Show an expected error: its message is already written for the person."""
        self.say(Tone.DANGER, str(error))

    def text(self) -> str:
        """Return what is being said, or nothing."""
        return "" if self.isHidden() else self.accessibleName()


class Toast(QFrame):
    """A line over the lower edge of its window that leaves by itself; its action (undo) stays as long."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("role", "toast")
        self._icon = IconLabel("success", "success")
        self._text = Body("")
        self._action = Button("", size="small")
        self._action.setAccessibleName(self.tr("Action"))
        self._act: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=TOAST_SECONDS * 1000)
        self.setLayout(row(self._icon, self._text, self._action, gap=10, margins=(16, 10, 16, 10)))
        self._action.clicked.connect(self._acted)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def say(
        self,
        text: str,
        tone: Tone = Tone.SUCCESS,
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        """Show a line for five seconds."""
        self._icon.show_icon(tone.icon_name, tone.token)
        self._text.setText(text)
        self.setAccessibleName(text)
        self._action.setText(action)
        self._action.setAccessibleName(action or text)
        self._action.setVisible(bool(action))
        self._act = on_action
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower edge when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _acted(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()

    def _place(self) -> None:
        self.adjustSize()
        over = self.parentWidget()
        self.move((over.width() - self.width()) // 2, over.height() - self.height() - px(48))
