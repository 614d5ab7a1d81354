r"""Keeps the Chinese: ``python -m tests.ui.translations update|missing|compile [FOLDER…]``.

``update`` collects the strings of folders of ``ui`` into one ``.ts`` each; ``missing`` lists those without
Chinese, to be completed as ``English<TAB>Chinese``; ``fill --from FILE [FOLDER…]`` reads such lines (``\n``
for a line break). All but ``missing`` compile the ``.qm``. Name your folder, to leave other people's alone.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from pathlib import Path

import PySide6

import ui
from ui.translation import TRANSLATIONS

TOOLS = Path(PySide6.__file__).parent
UI = Path(ui.__file__).parent
CHINESE = TRANSLATIONS / "zh_CN"


def sources() -> dict[str, list[Path]]:
    """Return the Python files by translation file: one a folder, ``window`` for those beside them."""
    folders = sorted(path for path in UI.iterdir() if path.is_dir() and list(path.glob("*.py")))
    found = {folder.name: sorted(folder.rglob("*.py")) for folder in folders}
    return {"window": sorted(UI.glob("*.py")), **found}


def collect(folder: Path, names: Sequence[str] = ()) -> list[Path]:
    """Bring the ``.ts`` files in a folder up to date with the sources, some or all, and return them."""
    written = []
    for name, files in sources().items():
        if names and name not in names:
            continue
        target = folder / f"{name}.ts"
        listed = [str(file) for file in files]
        _tool(
            "lupdate",
            *listed,
            "-ts",
            str(target),
            "-no-obsolete",
            "-locations",
            "none",
            "-target-language",
            "zh_CN",
        )
        if _messages(target):
            written.append(target)
        else:
            target.unlink(missing_ok=True)
    return written


def compiled(file: Path, target: Path) -> Path:
    """Compile one ``.ts`` into a ``.qm``."""
    # A running window has the old file mapped into memory: it is replaced, never overwritten.
    fresh = target.with_suffix(".qm.new")
    _tool("lrelease", "-silent", str(file), "-qm", str(fresh))
    return fresh.replace(target)


def missing(file: Path) -> list[str]:
    """Return the English strings of a ``.ts`` that have no Chinese."""
    return [message.findtext("source", "") for message in _messages(file) if not _is_done(message)]


def fill(file: Path, chinese: dict[str, str]) -> None:
    """Write Chinese into a ``.ts`` wherever its English is among the pairs."""
    tree = ET.parse(file)
    for message in tree.iter("message"):
        text = chinese.get(message.findtext("source", ""))
        translation = message.find("translation")
        if text is None or translation is None:
            continue
        translation.attrib.pop("type", None)
        form = translation.find("numerusform")
        (translation if form is None else form).text = text
    body = ET.tostring(tree.getroot(), encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")


def _messages(file: Path) -> list[ET.Element]:
    return list(ET.parse(file).iter("message")) if file.exists() else []


def _is_done(message: ET.Element) -> bool:
    translation = message.find("translation")
    return (
        translation is not None
        and "type" not in translation.attrib
        and bool("".join(translation.itertext()).strip())
    )


def _tool(name: str, *arguments: str) -> None:
    subprocess.run([str(TOOLS / name), *arguments], check=True, capture_output=True)


def _pairs(lines: list[str]) -> dict[str, str]:
    cut = (line.rstrip("\n").replace("\\n", "\n").split("\t") for line in lines if "\t" in line)
    return {pair[0]: pair[1] for pair in cut}


def main(arguments: list[str]) -> None:
    """Do what the command line asks, for some folders or for all."""
    parser = argparse.ArgumentParser(prog="tests.ui.translations")
    parser.add_argument("command", choices=("update", "missing", "fill", "compile"))
    parser.add_argument("--from", dest="pairs", type=Path, help="lines of English<TAB>Chinese, for fill")
    parser.add_argument("folders", nargs="*", help="folders of ui; all when none is named")
    asked = parser.parse_intermixed_args(arguments)
    CHINESE.mkdir(parents=True, exist_ok=True)
    if asked.command == "update":
        collect(CHINESE, asked.folders)
    files = [file for file in sorted(CHINESE.glob("*.ts")) if not asked.folders or file.stem in asked.folders]
    for file in files:
        if asked.command == "fill":
            fill(file, _pairs(asked.pairs.read_text("utf-8").splitlines()))
        if asked.command != "missing":
            compiled(file, file.with_suffix(".qm"))
        for english in missing(file):
            sys.stdout.write(english.replace("\n", "\\n") + "\t\n")


if __name__ == "__main__":
    main(sys.argv[1:])
