"""The draft is handed over while it is typed, one at a time, and never holds up the keys."""

import threading
import time

import pytest

from tests.ui.forms.made import form, question
from ui.forms.autosave import WITHIN
from ui.forms.ways import Ways
from workbench.forms.engine.session import FormSession
from workbench.standards.errors import WorkbenchError

LONG = 200
"""Keys without a pause; a busy machine may need more than one draft's time for a draft."""

TWO = [question("text", "a"), question("text", "b")]


def test_what_is_half_typed_is_kept_within_seven_tenths_of_a_second(fill, qtbot):
    kept = []
    typist = fill(form(TWO), Ways(keep=lambda draft: kept.append((time.monotonic(), draft))))
    qtbot.waitUntil(lambda: bool(kept))
    kept.clear()

    typed = time.monotonic()
    typist.type("wan")
    qtbot.waitUntil(lambda: any(draft["values"].get("/data/a") == "wan" for _at, draft in kept))

    assert WITHIN <= 700
    assert kept[-1][0] - typed < 1.0


def test_steady_typing_does_not_put_the_draft_off(fill, qtbot):
    kept = []
    typist = fill(form(TWO), Ways(keep=lambda draft: kept.append(draft["values"].get("/data/a", ""))))
    for _key in range(LONG):
        typist.type("a")
        qtbot.wait(50)
        if len(set(kept)) >= 3:
            return
    raise AssertionError("a draft waits for a pause that never comes")


def test_only_one_draft_is_on_its_way_and_the_last_one_wins(fill, qtbot):
    busy, most, kept = [0], [0], []
    lock = threading.Lock()

    def keep(draft):
        with lock:
            busy[0] += 1
            most[0] = max(most[0], busy[0])
        time.sleep(0.15)
        with lock:
            busy[0] -= 1
            kept.append(draft["values"].get("/data/a", ""))

    typist = fill(form(TWO), Ways(keep=keep))
    for _word in range(4):
        typist.type("ab")
        typist.view.save_now()
    qtbot.waitUntil(lambda: bool(kept) and kept[-1] == "abababab", timeout=4000)
    assert most[0] == 1


def test_a_draft_that_cannot_be_kept_is_told_and_tried_again(fill, qtbot):
    full = [True]
    kept = []

    def keep(draft):
        if full[0]:
            raise WorkbenchError("磁盘已满，草稿没有存下。")
        kept.append(draft)

    typist = fill(form(TWO), Ways(keep=keep))
    typist.type("a")
    qtbot.waitUntil(lambda: "磁盘已满" in typist.view.notice.text())
    full[0] = False
    typist.type("b")
    qtbot.waitUntil(lambda: bool(kept))
    assert kept[-1]["values"]["/data/a"] == "ab"


def test_a_finished_form_is_not_kept_again(fill, qtbot):
    kept = []
    typist = fill(form(TWO), Ways(keep=kept.append))
    qtbot.waitUntil(lambda: bool(kept))
    typist.type("a")
    typist.view.verbs.complete()
    count = len(kept)
    qtbot.wait(WITHIN + 100)
    assert len(kept) == count


def test_a_draft_on_its_way_lands_before_the_form_is_finished(fill, qtbot):
    told = []

    def keep(_draft):
        time.sleep(0.1)
        told.append("kept")

    typist = fill(form(TWO), Ways(keep=keep))
    typist.view.finished.connect(lambda _xml: told.append("finished"))
    typist.type("a")
    typist.view.save_now()
    typist.view.verbs.complete()
    qtbot.waitUntil(lambda: "finished" in told)
    assert told[-1] == "finished"


@pytest.mark.parametrize("text", ["wang", "王样一"])
def test_a_draft_opens_with_what_was_half_typed_under_the_cursor(fill, text):
    made = form(TWO)
    typist = fill(made)
    typist.enter()
    typist.type(text)

    again = fill(FormSession(made, draft=typist.view.draft()))

    assert (again.at, again.view.field.line.text()) == ("/data/b", text)
