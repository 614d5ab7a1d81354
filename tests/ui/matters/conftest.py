"""The matters page of a worker, and of the supervisor, on the small community."""

import pytest

from tests.ui.conftest import page_of
from ui.matters.page import MattersPage
from workbench.intake.kinds import MatterState
from workbench.intake.queries.lists import MatterList


def open_page(qtbot, desk, background):
    made = page_of(MattersPage, qtbot, desk, background, width=1000, height=700)
    qtbot.waitUntil(lambda: bool(made.names))
    return made


@pytest.fixture
def page(qtbot, desk, background):
    return open_page(qtbot, desk, background)


def opened(qtbot, page, matter_id):
    page.open_record("matter", matter_id)
    qtbot.waitUntil(lambda: page.is_open and page.matter.detail.row.id == matter_id)
    return page.matter


def some(desk, *states, wanted=lambda row: True):
    """Return an open or closed matter in one of the states."""
    lists = (MatterList.OPEN, MatterList.FINISHED)
    rows = (row for which in lists for row in desk.matters.rows(which))
    return next(row for row in rows if row.state in states and wanted(row))


def state_of(page) -> MatterState:
    return page.matter.detail.row.state
