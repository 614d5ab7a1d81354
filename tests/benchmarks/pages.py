"""Figure `pages`: the longest time for which showing a page keeps the window from answering."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tests.benchmarks.measure import Measurement
from tests.benchmarks.morning import TODAY, crowded_folder
from ui.background import Background
from ui.desk_answers import DeskSearch, status_reader
from ui.pages import PAGES
from ui.shell.window import Shell
from ui.signin.desk_gatekeeper import signed_in
from ui.translation import Language, use_language
from ui.warming import warm_up, warm_up_pages, warm_up_papers
from workbench.desk.demo.agenda import moment_on
from workbench.desk.demo.build import MORNING, demo_opening
from workbench.desk.demo.cast import PASSWORD, SUPERVISOR
from workbench.desk.folder import DataFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LIMIT_MS = 50
_WATCHED_MS = 700
"""For how long a page is watched after it was asked for; its answers have come by then."""


class Watchdog:
    """Asks to be called again at once, over and over: a gap between two calls is time nobody was answered."""

    def __init__(self) -> None:
        self._last, self.longest = perf_counter(), 0.0
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._called)

    def longest_ms(self, act: Callable[[], object]) -> float:
        """Return the longest gap, in milliseconds, while something is done and answered."""
        loop = QEventLoop()
        self._last, self.longest = perf_counter(), 0.0
        self._timer.start()
        QTimer.singleShot(0, act)
        QTimer.singleShot(_WATCHED_MS, loop.quit)
        loop.exec()
        self._timer.stop()
        return self.longest * 1000

    def _called(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def run() -> Iterator[Measurement]:
    """Yield, for every page, its first and its second showing on 100,000 residents."""
    application = QApplication.instance() or QApplication(["pages"])
    use_language(application, Language.CHINESE)
    warm_up()
    warm_up_pages()
    warm_up_papers()
    opening = demo_opening(DataFolder(crowded_folder()), lambda: moment_on(TODAY, MORNING))
    desk, background, dog = opening.sign_in(SUPERVISOR.account, PASSWORD), Background(application), Watchdog()
    shell = Shell(signed_in(desk), background, PAGES, DeskSearch(desk), status_reader(desk))
    shell.showNormal()
    dog.longest_ms(lambda: None)
    for time in ("first", "again"):
        for entry in PAGES:
            longest = dog.longest_ms(lambda key=entry.key: shell.open_page(key))
            yield Measurement(f"pages: {entry.key}, shown {time} (limit)", longest, LIMIT_MS, "ms")
    shell.close()
    background.wait()
    opening.close()
