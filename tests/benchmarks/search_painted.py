"""Figure `search`, its last step: from a keystroke in the field to the rows painted below it.

The field, the list and the way between them are those of the intake page; the picture is drawn off-screen.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from statistics import median, quantiles
from time import perf_counter
from typing import TYPE_CHECKING

from tests.benchmarks.measure import Measurement
from tests.benchmarks.search import keystrokes, opened

if TYPE_CHECKING:
    from ui.kit.finder import Finder
    from workbench.people.queries import PeopleQueries

FRAME = 16.0
"""Milliseconds of one frame at 60 frames a second."""
EVERY = 3
"""Of the keystrokes of the search benchmark, one in so many is painted."""
HITS = 20


def run() -> Iterator[Measurement]:
    """Yield the median and the 95th percentile of keystroke to painted rows, beside one frame."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with opened() as (store, queries, _built):
        texts = keystrokes(store)[::EVERY]
        times = painted(queries, texts)
    yield Measurement("search: keystroke to painted rows, median", median(times), FRAME, "ms")
    yield Measurement("search: keystroke to painted rows, p95", quantiles(times, n=20)[-1], FRAME, "ms")


def painted(queries: PeopleQueries, texts: list[str]) -> list[float]:
    """Return the milliseconds of each keystroke, the least disturbed of two passes."""
    from PySide6.QtWidgets import QApplication

    from ui.background import Background
    from ui.theme.theme import Scheme, theme

    application = QApplication.instance() or QApplication([])
    theme().apply(Scheme.LIGHT)
    background = Background(application)
    finder = _window(queries, background)
    passes = [[_keystroke(finder, text) for text in texts] for _ in range(2)]
    finder.field.window().close()
    background.wait()
    return [min(each) for each in zip(*passes, strict=True)]


def _window(queries: PeopleQueries, background: object) -> Finder:
    from tests.ui.noting_window import NotingWindow
    from ui.kit.choices import ChoiceList
    from ui.kit.fields import SearchField
    from ui.kit.finder import Finder
    from ui.page import Page
    from ui.people.lines import choice_of_hit

    page = Page(None, NotingWindow(background))
    field, lines = SearchField("search"), ChoiceList("found")
    page.fill(field, lines)
    finder = Finder(page, field, lines, lambda text: list(map(choice_of_hit, queries.search(text, HITS))))
    page.resize(910, 660)
    page.show()
    return finder


def _keystroke(finder: Finder, text: str) -> float:
    """Change the text, wait for its answer, and paint the rows at once."""
    from PySide6.QtCore import QEventLoop

    loop = QEventLoop()
    _empty(finder)
    finder.found.connect(loop.quit)
    begun = perf_counter()
    finder.field.setText(text)
    loop.exec()
    finder.lines.viewport().repaint()
    spent = (perf_counter() - begun) * 1000
    finder.found.disconnect(loop.quit)
    return spent


def _empty(finder: Finder) -> None:
    """Empty the field unheard, so that the same text twice is a change both times."""
    finder.field.blockSignals(True)
    finder.field.clear()
    finder.field.blockSignals(False)
