"""The intake page of a worker on the small community, with somebody's hands at the keyboard."""

import pytest

from tests.ui.conftest import shown
from tests.ui.intake.counter import Worker
from tests.ui.noting_window import NotingWindow
from ui.intake.page import IntakePage


def open_page(qtbot, desk, background):
    made = IntakePage(desk, NotingWindow(background))
    qtbot.addWidget(made)
    made.resize(1000, 690)
    shown(qtbot, made)
    made.refresh()
    made.person.setFocus()
    return made


@pytest.fixture
def page(qtbot, worker_desk, background):
    return open_page(qtbot, worker_desk, background)


@pytest.fixture
def worker(qtbot, page):
    return Worker(qtbot, page)
