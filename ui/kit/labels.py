"""Text on a page, by its role; the style sheet gives each role its size and colour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui.kit.layouts import show_if


class RoleLabel(QLabel):
    """A label of one role; plain text unless said otherwise, so that data never becomes markup."""

    role = "body"

    def __init__(self, text: str = "", parent: QWidget | None = None, *, wrap: bool = False) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", self.role)
        self.setWordWrap(wrap)


class Display(RoleLabel):
    """The one large line of a screen that stands alone (sign-in, lock)."""

    role = "display"


class Heading(RoleLabel):
    """The name of a page."""

    role = "heading"


class Title(RoleLabel):
    """The name of a card, a dialog or a section."""

    role = "title"


class Strong(RoleLabel):
    """A word that stands out in running text."""

    role = "strong"


class Body(RoleLabel):
    """Running text."""


class Soft(RoleLabel):
    """Running text of second rank."""

    role = "soft"


class Caption(RoleLabel):
    """Small text: hints, times, units."""

    role = "caption"


class Figure(RoleLabel):
    """A number to be read from two metres away."""

    role = "figure"


class ErrorText(RoleLabel):
    """What is wrong with the field above; hidden while it says nothing."""

    role = "error"

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent, wrap=True)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show the text, or disappear when it is empty."""
        super().setText(text)
        show_if(self, bool(text))


class KeyHint(RoleLabel):
    """A keyboard shortcut, drawn as a key."""

    role = "key"

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class Hairline(QFrame):
    """A thin line between two things, lying or standing."""

    def __init__(self, parent: QWidget | None = None, *, standing: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("role", "hairline")
        if standing:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class Elided(RoleLabel):
    """One line that ends in … when the room is short; the whole text is its tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None, role: str = "body") -> None:
        super().__init__("", parent)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = text
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text, shortened to the width there is."""
        self._whole = text
        self.setAccessibleName(text)
        self._shorten()

    def resizeEvent(self, event: object) -> None:
        """Shorten again when the width changes."""
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 0))
        super().setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")
