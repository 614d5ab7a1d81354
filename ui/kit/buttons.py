"""Buttons: one primary action a screen, ghosts beside it, quiet ones in tables and headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from ui.kit.redrawn import Redrawn
from ui.theme.icons import icon
from ui.theme.theme import colour, px

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent


class Button(Redrawn, QPushButton):
    """A button of one role; ``on_click`` is called without arguments. Enter presses it as well as Space."""

    role = "ghost"
    icon_token = "text_soft"

    def __init__(
        self,
        text: str,
        on_click: Callable[[], object] | None = None,
        *,
        icon_name: str = "",
        size: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self.setProperty("role", self.role)
        self.setProperty("size", size)
        self.setAccessibleName(text.replace("&", ""))
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.redraw()
        if on_click is not None:
            self.clicked.connect(lambda _checked=False: on_click())

    def setText(self, text: str) -> None:
        """Show other words, and say them to screen readers."""
        super().setText(text)
        self.setAccessibleName(text.replace("&", ""))

    def set_icon(self, name: str) -> None:
        """Change the icon."""
        self._icon_name = name
        self.redraw()

    def redraw(self) -> None:
        """Draw the icon in the colours of the theme."""
        if self._icon_name:
            self.setIcon(icon(self._icon_name, self.icon_token))
            self.setIconSize(QSize(px(18), px(18)))


class GhostButton(Button):
    """An action beside the primary one."""


class QuietButton(Button):
    """An action without a frame."""

    role = "quiet"


class LinkButton(Button):
    """An action that reads like a link in text."""

    role = "link"
    icon_token = "accent_text"


class FilledButton(Button):
    """A filled button; its focus ring lies inside, where it contrasts with the fill."""

    icon_token = "on_accent"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then the ring when it has the focus."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self.icon_token), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), px(4), px(4))


class PrimaryButton(FilledButton):
    """The one thing to do next on this screen."""

    role = "primary"


class DangerButton(FilledButton):
    """An action that takes something away."""

    role = "danger"
    icon_token = "on_danger"


class IconButton(Redrawn, QToolButton):
    """A button with an icon only; its name is the tooltip and what screen readers say."""

    def __init__(
        self,
        icon_name: str,
        name: str,
        on_click: Callable[[], object] | None = None,
        *,
        checkable: bool = False,
        size: int = 18,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._size = size
        self.setCheckable(checkable)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.redraw()
        if on_click is not None:
            self.clicked.connect(lambda _checked=False: on_click())

    def set_icon(self, name: str) -> None:
        """Change the icon."""
        self._icon_name = name
        self.redraw()

    def redraw(self) -> None:
        """Draw the icon in the colours of the theme."""
        self.setIcon(icon(self._icon_name, "text_soft", checked="accent_text", size=self._size))
        self.setIconSize(QSize(px(self._size), px(self._size)))
