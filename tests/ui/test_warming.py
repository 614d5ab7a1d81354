"""What the window will need is loaded before anybody asks for it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.ui.samples import PASSWORD, SampleDoor
from ui.application import Workbench
from ui.settings.preferences import Preferences, save_preferences

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

LOADED = """
import sys
from ui.warming import warm_up_papers
heavy = ("reportlab.pdfgen.canvas", "fontTools.cffLib", "segno", "pypdfium2", "workbench.intake.slips")
assert not set(heavy) & set(sys.modules)
warm_up_papers()
assert set(heavy) <= set(sys.modules), set(heavy) - set(sys.modules)
"""


def test_an_empty_sheet_loads_everything_a_paper_needs():
    subprocess.run([sys.executable, "-c", LOADED], check=True, timeout=60)


def test_pages_and_papers_are_loaded_once_the_window_stands_idle(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    loaded = []
    monkeypatch.setattr("ui.session.PAGES", ())
    monkeypatch.setattr("ui.session.UNTIL_IDLE_MS", 0)
    monkeypatch.setattr("ui.session.warm_up_papers", lambda: loaded.append("papers"))
    monkeypatch.setattr("ui.session.warm_up_pages", lambda: loaded.append("pages"))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    save_preferences(tmp_path, Preferences(language="zh_CN", scheme="light"))
    workbench, door = Workbench(qapp, tmp_path, SampleDoor()), SampleDoor()
    workbench.let_in(door.sign_in("wangxl", PASSWORD))
    qtbot.waitUntil(lambda: sorted(loaded) == ["pages", "papers"])
    workbench.session.close()
    assert workbench.background.wait()
