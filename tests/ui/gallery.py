"""Draws every kit widget and every screen as a picture: ``python -m tests.ui.gallery FOLDER [NAME…]``."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.ui.samples import kit_page, shell_with_samples, sign_in_window
from ui.background import Background
from ui.settings.dialog import SettingsDialog
from ui.settings.preferences import Preferences
from ui.theme.theme import Scheme, theme
from ui.translation import Language, use_language

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look at a screen."""

    name: str
    width: int
    height: int
    scheme: Scheme = Scheme.LIGHT
    scale: float = 1.0
    language: Language = Language.CHINESE


LOOKS = (
    Look("1366-light", 1366, 768),
    Look("1366-dark", 1366, 768, Scheme.DARK),
    Look("1920-light", 1920, 1080),
    Look("1920-200", 1920, 1080, Scheme.LIGHT, 2.0),
    Look("1366-200", 1366, 768, Scheme.LIGHT, 2.0),
    Look("1366-en", 1366, 768, language=Language.ENGLISH),
)


def settle(milliseconds: int = 160) -> None:
    """Let the background answer and the layouts settle."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def picture(screen: QWidget, look: Look, path: Path) -> None:
    """Show a screen at a size and save what it paints."""
    if not isinstance(screen, QDialog):
        screen.resize(look.width, look.height)
    screen.show()
    settle()
    screen.grab().save(str(path))


def dressed(application: QApplication, look: Look) -> None:
    """Put the application into a look."""
    use_language(application, look.language)
    theme().apply(look.scheme, look.scale)


def draw(folder: Path, name: str, make: Callable[[], QWidget], looks: tuple[Look, ...] = LOOKS) -> list[Path]:
    """Draw one screen in several looks and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([])
    drawn = []
    for look in looks:
        dressed(application, look)
        screen = make()
        path = folder / f"{name}-{look.name}.png"
        picture(screen, look, path)
        screen.close()
        drawn.append(path)
    return drawn


def screens() -> dict[str, Callable[[], QWidget]]:
    """Every screen the foundation owns."""
    background = Background(QApplication.instance())
    return {
        "kit": lambda: kit_page(1),
        "kit2": lambda: kit_page(2),
        "shell": lambda: shell_with_samples(background),
        "search": lambda: shell_with_samples(background, searching="wang"),
        "signin": lambda: sign_in_window(background),
        "setup": lambda: sign_in_window(background, new=True),
        "passphrase": lambda: sign_in_window(background, new=True, created=True),
        "lock": lambda: shell_with_samples(background, locked=True),
        "settings": lambda: SettingsDialog(Preferences()),
    }


def main(folder: str, *names: str) -> None:
    """Draw the named screens, or all."""
    application = QApplication.instance() or QApplication([])
    dressed(application, LOOKS[0])
    for name, make in screens().items():
        if not names or name in names:
            draw(Path(folder), name, make)


if __name__ == "__main__":
    main(*sys.argv[1:])
