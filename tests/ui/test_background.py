"""Work in the background: answers arrive in the GUI thread, in time or not at all."""

from __future__ import annotations

import logging
from threading import Event, current_thread, main_thread
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from ui.background import Cancelled
from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.background import Background


@pytest.fixture
def owner(qapp: object) -> QObject:
    return QObject()


def test_work_runs_elsewhere_and_its_answer_arrives_here(
    qtbot: QtBot, background: Background, owner: QObject
):
    threads = []
    background.run(owner, current_thread, lambda worker: threads.append((worker, current_thread())))
    qtbot.waitUntil(lambda: bool(threads))
    worker, here = threads[0]
    assert worker is not main_thread()
    assert here is main_thread()


def test_an_expected_error_goes_to_who_asked(qtbot: QtBot, background: Background, owner: QObject):
    errors = []
    background.run(owner, _refuse, pytest.fail, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "No room on the disk."


def test_an_expected_error_nobody_asked_for_is_announced(
    qtbot: QtBot, background: Background, owner: QObject
):
    with qtbot.waitSignal(background.explained) as told:
        background.run(owner, _refuse, pytest.fail)
    assert str(told.args[0]) == "No room on the disk."


def test_a_fault_of_ours_is_logged_and_announced(
    qtbot: QtBot, background: Background, owner: QObject, caplog: pytest.LogCaptureFixture
):
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(background.broke) as told:
        background.run(owner, lambda: 1 // 0, pytest.fail, pytest.fail)
    assert isinstance(told.args[0], ZeroDivisionError)
    assert "broke" in caplog.text


def test_an_owner_that_is_gone_gets_no_answer(qtbot: QtBot, background: Background):
    owner, gate = QObject(), Event()
    background.run(owner, gate.wait, pytest.fail)
    owner.deleteLater()
    qtbot.wait(10)
    gate.set()
    assert background.wait()
    qtbot.wait(10)


def test_of_searches_while_typing_only_the_latest_answers(
    qtbot: QtBot, background: Background, owner: QObject
):
    answers, gate = [], Event()
    background.run_latest(owner, "search", lambda: gate.wait() and "w", answers.append)
    background.run_latest(owner, "search", lambda: "wang", answers.append)
    background.run_latest(owner, "other", lambda: "other", answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
    gate.set()
    assert background.wait()
    qtbot.wait(10)
    assert sorted(answers) == ["other", "wang"]


def test_long_work_reports_its_steps(qtbot: QtBot, background: Background, owner: QObject):
    steps, answers = [], []
    background.run_with_progress(
        owner,
        lambda report, _token: [report(at, 3) for at in (1, 2, 3)],
        lambda done, total: steps.append((done, total)),
        answers.append,
    )
    qtbot.waitUntil(lambda: bool(answers))
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_long_work_stops_when_it_is_cancelled(qtbot: QtBot, background: Background, owner: QObject):
    errors, started = [], Event()

    def endless(report: object, _token: object) -> None:
        while True:
            started.set()
            report(1, 2)

    token = background.run_with_progress(owner, endless, lambda *_steps: None, pytest.fail, errors.append)
    assert started.wait(5)
    token.cancel()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Cancelled)


def _refuse() -> None:
    raise WorkbenchError("No room on the disk.")
