"""Figure `form_view`: opening long forms on the screen, and how long a key keeps the window, at any size."""

from __future__ import annotations

import os
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.measure import Measurement
from tests.ui.forms.made import YES_NO, form, question
from ui.background import Background
from ui.forms.view import FormView
from ui.forms.ways import Ways
from ui.theme.theme import Scheme, theme
from ui.translation import Language, use_language
from workbench.forms.engine.session import FormSession

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.forms.form import Form

FRAME_MS = 16
"""One frame: what takes no longer is not felt."""
OPEN_MS = 300
FIELDS, MEMBERS, MEMBER_FIELDS, GROUP = 3000, 500, 30, 50
ENTERS = 200
_KINDS = ("text", "integer", "select_one yn", "date", "decimal")
_TYPED = {"integer": "12", "chips": "1", "list": "1", "date": "2020-1-2", "decimal": "3.5"}


def run() -> Iterator[Measurement]:
    """Yield opening, Enter to the next question, and typing, for a long form and for a long table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(["form_view"])
    use_language(application, Language.CHINESE)
    theme().apply(Scheme.LIGHT)
    background = Background(application)
    yield from _measured(f"{FIELDS} fields", FormSession(long_form()), background)
    for members in (10, MEMBERS):
        yield from _measured(f"{members} members", table_of(members), background, adding=members == MEMBERS)
    background.wait()


def _measured(
    name: str, session: FormSession, background: Background, *, adding: bool = False
) -> Iterator[Measurement]:
    begun = perf_counter()
    view = FormView(session, background, Ways(keep=lambda _draft: None))
    view.resize(1290, 640)
    view.show()
    view.activateWindow()
    QApplication.processEvents()
    view.begin()
    QApplication.processEvents()
    yield Measurement(f"form_view: {name}, opened (limit)", _since(begun), OPEN_MS, "ms")
    rest(1500)
    enters = sorted(_strike(Qt.Key.Key_Return) for _time in range(ENTERS))
    yield Measurement(f"form_view: {name}, Enter p95 (frame)", _p95(enters), FRAME_MS, "ms")
    strokes = sorted(stroke for _time in range(ENTERS // 3) for stroke in _answer(view))
    yield Measurement(f"form_view: {name}, typing p95 (frame)", _p95(strokes), FRAME_MS, "ms")
    if adding:
        added = _strike(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
        yield Measurement(f"form_view: {name}, one more (limit)", added, 50, "ms")
    view.close()


def long_form() -> Form:
    """Return a flat form of 3,000 questions in groups of fifty, with skips and limits."""
    rows: list[dict[str, str]] = []
    for group in range(FIELDS // GROUP):
        rows.append(question("begin group", f"g{group}", label=f"第{group + 1}组"))
        rows += _questions(group * GROUP, GROUP)
        rows.append({"type": "end group"})
    return form(rows, YES_NO)


def table_of(members: int) -> FormSession:
    """Return a session with a repeat of so many members of thirty questions."""
    rows = [
        question("begin repeat", "m", label="成员"),
        *_questions(0, MEMBER_FIELDS),
        {"type": "end repeat"},
    ]
    session = FormSession(form(rows, YES_NO))
    place = session.node("/data/m")
    while len(place.instances) < members:
        session.add(place)
    return session


def rest(milliseconds: int) -> None:
    """Let the window do what it does when the keys rest."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _questions(first: int, count: int) -> list[dict[str, str]]:
    made = []
    for at in range(first, first + count):
        kind = _KINDS[at % len(_KINDS)]
        more = {"relevant": f"${{q{at - 1}}} = '1'"} if kind == "date" else {}
        more |= {"constraint": ". >= 0 and . <= 150"} if kind == "integer" else {}
        made.append(question(kind, f"q{at}", label=f"第 {at} 题：请填写这一题的内容", **more))
    return made


def _answer(view: FormView) -> Iterator[float]:
    assert view.field is not None
    way, node = view.field.asked.way.value, view.filling.cursor
    for letter in _TYPED.get(way, "abc"):
        yield _strike(letter)
    if view.filling.cursor is node:
        yield _strike(Qt.Key.Key_Return)


def _strike(key: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> float:
    begun = perf_counter()
    QTest.keyClick(QApplication.focusWidget(), key, held)
    QApplication.processEvents()
    return _since(begun)


def _since(begun: float) -> float:
    return (perf_counter() - begun) * 1000


def _p95(sorted_values: list[float]) -> float:
    return sorted_values[int(len(sorted_values) * 0.95)]
