"""Languages of the window: English in the source, Chinese in ``resources/translations``, one file a folder.

English has a file too, for its plurals.

How to add words: write ``self.tr("English")``; run ``python -m tests.ui.translations update FOLDER``; fill
in what it lists; commit the ``.ts`` and the ``.qm`` beside it.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources

TRANSLATIONS = Path(resources.__file__).parent / "translations"


class Language(StrEnum):
    """Which language the person asked for."""

    SYSTEM = "system"
    CHINESE = "zh_CN"
    ENGLISH = "en"


def chosen_language(asked: Language, system: str) -> Language:
    """Return the language to use: the one asked for, else English on an English system, else Chinese."""
    if asked is not Language.SYSTEM:
        return asked
    return Language.ENGLISH if system.lower().startswith("en") else Language.CHINESE


def use_language(application: QCoreApplication, asked: Language) -> Language:
    """Load the translations of a language, unload those before, and return the language."""
    language = chosen_language(asked, QLocale.system().name())
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    for file in _files(language):
        _install(application, file)
    QLocale.setDefault(QLocale(language.value))
    return language


def _files(language: Language) -> list[Path]:
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language.value}.qm"
    return [qt, *sorted((TRANSLATIONS / language.value).glob("*.qm"))]


def _install(application: QCoreApplication, file: Path) -> None:
    translator = QTranslator(application)
    if translator.load(str(file)):
        application.installTranslator(translator)
