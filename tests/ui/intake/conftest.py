"""The intake page of a worker on the small community, with somebody's hands at the keyboard."""

import pytest

from tests.ui.conftest import page_of
from tests.ui.intake.counter import Worker
from ui.intake.page import IntakePage


def open_page(qtbot, desk, background):
    made = page_of(IntakePage, qtbot, desk, background, width=1000, height=690)
    made.person.setFocus()
    return made


@pytest.fixture
def page(qtbot, worker_desk, background):
    return open_page(qtbot, worker_desk, background)


@pytest.fixture
def worker(qtbot, page):
    return Worker(qtbot, page)
