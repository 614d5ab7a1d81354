"""Chinese is complete, current and compiled; the language follows the person, then the system."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.translations import CHINESE, collect, compiled, missing, sources
from ui.catalogue.words import days_words
from ui.pages import WORDS
from ui.translation import TRANSLATIONS, Language, chosen_language, use_language

PLURALS = TRANSLATIONS / "en" / "plurals.ts"
"""Kept by hand: only what is counted needs words of its own in English."""


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The translation files as an update of today's sources would leave them."""
    folder = tmp_path_factory.mktemp("zh_CN")
    for file in CHINESE.glob("*.ts"):
        (folder / file.name).write_bytes(file.read_bytes())
    collect(folder)
    return folder


FOLDERS = sorted(sources())


@pytest.mark.parametrize("name", FOLDERS)
def test_every_string_has_its_chinese(fresh: Path, name: str):
    assert missing(fresh / f"{name}.ts") == []


@pytest.mark.parametrize("name", FOLDERS)
def test_the_file_holds_the_strings_of_the_sources_and_no_others(fresh: Path, name: str):
    assert _words(fresh / f"{name}.ts") == _words(CHINESE / f"{name}.ts")


@pytest.mark.parametrize("name", FOLDERS)
def test_what_is_compiled_is_what_is_written(tmp_path: Path, name: str):
    source = CHINESE / f"{name}.ts"
    if source.exists():
        again = compiled(source, tmp_path / f"{name}.qm")
        assert again.read_bytes() == source.with_suffix(".qm").read_bytes()


def test_the_rail_speaks_chinese_and_english(qapp: QApplication):
    assert {qapp.translate("Pages", word) for word in WORDS} >= {"今日", "受理"}
    use_language(qapp, Language.ENGLISH)
    assert qapp.translate("Pages", "Today") == "Today"


def test_english_has_one_and_many_of_everything_counted(qapp: QApplication, tmp_path: Path):
    counted = {
        (context, source)
        for name in FOLDERS
        for context, source, _chinese in _words(CHINESE / f"{name}.ts")
        if "%n" in source
    }
    assert {(context, source) for context, source, _forms in _words(PLURALS)} == counted
    assert missing(PLURALS) == []
    assert compiled(PLURALS, tmp_path / "plurals.qm").read_bytes() == PLURALS.with_suffix(".qm").read_bytes()
    use_language(qapp, Language.ENGLISH)
    assert [days_words(days) for days in (1, 2)] == ["1 working day", "2 working days"]


@pytest.mark.parametrize(
    ("asked", "system", "spoken"),
    [
        (Language.SYSTEM, "zh_CN", Language.CHINESE),
        (Language.SYSTEM, "C", Language.CHINESE),
        (Language.SYSTEM, "en_GB", Language.ENGLISH),
        (Language.ENGLISH, "zh_CN", Language.ENGLISH),
        (Language.CHINESE, "en_US", Language.CHINESE),
    ],
)
def test_the_language_follows_the_person_then_the_system(asked: Language, system: str, spoken: Language):
    assert chosen_language(asked, system) is spoken


def _words(file: Path) -> list[tuple[str, ...]]:
    """Every string with its context and Chinese; how a tool escapes them in the file does not matter."""
    contexts = ET.parse(file).iter("context") if file.exists() else ()
    return [
        (context.findtext("name", ""), message.findtext("source", ""), _chinese(message))
        for context in contexts
        for message in context.iter("message")
    ]


def _chinese(message: ET.Element) -> str:
    translation = message.find("translation")
    return "" if translation is None else "".join(translation.itertext()).strip()
