"""A community that never counted: every section opens, says so, and offers nothing that cannot be done."""

import pytest

from tests.ui.conftest import page_of
from ui.census.page import CensusPage


@pytest.fixture
def empty_page(qtbot, desk, background):
    return page_of(CensusPage, qtbot, desk, background, width=1290, height=700)


def test_every_section_opens_quietly(qtbot, empty_page, background):
    for key in empty_page.section_keys():
        empty_page.show_section(key)
        background.wait()
        qtbot.wait(20)
        assert not empty_page.notice.isVisible(), key


def test_nothing_is_offered_that_needs_a_round(qtbot, empty_page, background):
    offers = {
        "double": "next_button",
        "recheck": "draw_button",
        "areas": "divide_button",
        "contracts": "add_button",
        "figures": "excel",
    }
    for key, button in offers.items():
        empty_page.show_section(key)
        section = empty_page.section(key)
        background.wait()
        qtbot.waitUntil(lambda button=button, section=section: not getattr(section, button).isEnabled())
    assert not empty_page.section("figures").proposals.isVisible()
