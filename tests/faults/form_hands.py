"""Hands that type into the real form view until they are killed; started by ``test_kill_form``.

The libraries are loaded once; for each line ``store pause seed`` a child is forked that opens the store,
shows the form with autosave on and types. Each letter is written beside the store, with its moment.
"""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.store_fixtures import KEY
from tests.ui.forms.made import form, question
from ui.background import Background
from ui.forms.view import FormView
from ui.forms.ways import Ways
from workbench.forms.engine.session import FormSession
from workbench.store import Actor, Store
from workbench.store.drafts import Drafts

PLACE, FIELDS, LETTERS = "form", 60, 9
FORM = form([question("text", f"q{at:02}") for at in range(FIELDS)])


def type_until_killed(store_path: Path, pause: float, seed: int) -> None:
    """Type letters at about one every ``pause`` seconds, and Enter after each word; never return."""
    application, dice = QApplication([]), random.Random(seed)
    drafts = Drafts(Store.open(store_path, KEY), Actor("staff", "community"))
    view = FormView(FormSession(FORM), Background(application), Ways(keep=lambda it: drafts.save(PLACE, it)))
    view.show()
    view.activateWindow()
    application.processEvents()
    view.begin()
    told = os.open(f"{store_path}.typed", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    state = {"left": LETTERS}

    def strike() -> None:
        if not state["left"]:
            state["left"] = dice.randint(1, LETTERS)
            QTest.keyClick(view.field.focus_widget(), Qt.Key.Key_Return)
        else:
            state["left"] -= 1
            letter = dice.choice("abcdefghijkmnpqrstuvwxyz")
            QTest.keyClick(view.field.focus_widget(), letter)
            os.write(told, f"{time.monotonic():.4f} {letter}\n".encode())
        QTimer.singleShot(round(dice.uniform(0.4, 1.6) * pause * 1000), strike)

    strike()
    application.exec()


def main() -> None:
    """Fork a pair of hands for each line of the input, and tell its process."""
    for line in sys.stdin:
        path, pause, seed = line.split()
        child = os.fork()
        if not child:
            type_until_killed(Path(path), float(pause), int(seed))
            os._exit(0)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()
