"""The look in force: colours, scale and font, held by the application and followed by every widget."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import ui_family, ui_font
from ui.theme.palette import DARK, LIGHT, Palette
from ui.theme.style import style_sheet

BASE_FONT = 14
"""Body text in pixels at 100 %."""


class Scheme(StrEnum):
    """Which colours the person asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The one look of the application; ``changed`` is sent after colours or scale were applied."""

    changed = Signal()

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self.setObjectName("theme")
        self.scheme = Scheme.SYSTEM
        self.scale = 1.0
        self.palette: Palette = LIGHT
        self._family = ""
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def apply(self, scheme: Scheme, scale: float = 1.0) -> None:
        """Dress the whole application; ``scale`` is 1.0 to 2.0."""
        self.scheme, self.scale = scheme, scale
        self.palette = DARK if self._is_dark() else LIGHT
        self._family = self._family or ui_family()
        QApplication.setStyle("Fusion")
        QApplication.setFont(ui_font(self._family, self.px(BASE_FONT)))
        QApplication.setPalette(_qt_palette(self.palette))
        QApplication.instance().setStyleSheet(style_sheet(self.palette, scale))
        self.changed.emit()

    def px(self, size: float) -> int:
        """Return a size given for 100 % in the pixels of the scale in force."""
        return max(1, round(size * self.scale)) if size > 0 else round(size * self.scale)

    def colour(self, token: str) -> QColor:
        """Return the colour of a palette token by its name."""
        return QColor(getattr(self.palette, token))

    def _is_dark(self) -> bool:
        if self.scheme is Scheme.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self.scheme is Scheme.DARK

    def _follow_system(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            self.apply(self.scheme, self.scale)


def theme() -> Theme:
    """Return the application's theme, made on first use."""
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("A theme needs a running QApplication.")
    found = application.findChild(Theme, "theme", Qt.FindChildOption.FindDirectChildrenOnly)
    return found or Theme(application)


def px(size: float) -> int:
    """Return a size given for 100 % in the pixels of the scale in force."""
    return theme().px(size)


def colour(token: str) -> QColor:
    """Return the colour in force of a palette token."""
    return theme().colour(token)


def _qt_palette(tokens: Palette) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.window,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.sunken,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.ToolTipBase: tokens.raised,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.text_faint,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.Link: tokens.accent_text,
        QPalette.ColorRole.Accent: tokens.accent,
    }
    for role, value in roles.items():
        palette.setColor(role, QColor(value))
    return palette
