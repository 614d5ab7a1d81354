"""Figure `startup`: to the sign-in window painted, and from the password to Today, beside a bare window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

from tests.benchmarks.measure import Measurement, seconds
from tests.benchmarks.morning import PEOPLE, crowded_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RUNS = 9
BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(["bare"])
class Window(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, leave)
def leave():
    import os
    os._exit(0)
window = Window("Community Workbench")
window.resize(960, 640)
window.show()
application.exec()
"""
OURS = """
import os, sys
sys.argv = ["workbench", "--data", sys.argv[1]]
from ui.command import main
from ui.signin.window import SignInWindow
SignInWindow._after_first_paint = lambda window: os._exit(0)
main()
"""


def run() -> Iterator[Measurement]:
    """Yield both lines of the figure: medians of alternating runs, in milliseconds."""
    with tempfile.TemporaryDirectory() as data:
        pairs = [(_start(OURS, data), _start(BARE)) for _run in range(RUNS + 1)][1:]
    ours, bare = (sorted(times)[RUNS // 2] * 1000 for times in zip(*pairs, strict=True))
    yield Measurement("sign-in window painted", ours, bare, "ms")
    folder = crowded_folder()
    mornings = sorted(_morning(folder) for _run in range(RUNS))
    yield Measurement(f"password to Today, {PEOPLE:,} residents", mornings[RUNS // 2] * 1000, bare, "ms")


def _morning(folder: Path) -> float:
    """Return the seconds from the password to a Today page with its list, in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.morning", str(folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return float(subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout)


def _start(program: str, *arguments: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    command = [sys.executable, "-c", program, *arguments]
    return seconds(lambda: subprocess.run(command, env=environment, check=True, capture_output=True))
