"""The resident's card beside every page."""

from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.conftest import shown
from tests.ui.noting_window import NotingWindow
from ui.page import Page
from ui.people.card import CardPanel
from workbench.intake.queries.lists import MatterList


def words_on(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_the_card_tells_the_whole_story_masked(qtbot, desk, background):
    row = desk.matters.rows(MatterList.OPEN)[0]
    page = Page(desk, NotingWindow(background))
    qtbot.addWidget(page)
    panel = CardPanel(page, row.applicant_id)
    qtbot.addWidget(panel)
    shown(qtbot, panel)
    qtbot.waitUntil(lambda: panel.story is not None)
    card, words = panel.story.card, words_on(panel)
    assert card.name in words
    assert card.address in words
    assert desk.applicant(card.id).id_number not in words
    assert any(matter.id == row.id for matter in panel.story.matters)


def test_a_matter_on_the_card_opens_and_a_member_takes_its_place(qtbot, desk, background):
    row = next(
        each for each in desk.matters.rows(MatterList.OPEN) if desk.residents.card(each.applicant_id).members
    )
    window = NotingWindow(background)
    page = Page(desk, window)
    qtbot.addWidget(page)
    panel = CardPanel(page, row.applicant_id)
    qtbot.addWidget(panel)
    shown(qtbot, panel)
    qtbot.waitUntil(lambda: panel.story is not None)
    links = {button.accessibleName(): button for button in panel.findChildren(QPushButton)}
    links[row.item_name].click()
    assert window.records[0][0] == "matter"
    member = panel.story.card.members[0]
    links[member.name].click()
    qtbot.waitUntil(lambda: panel.story.card.id == member.id)


def test_somebody_removed_is_told_in_the_card(qtbot, desk, background):
    page = Page(desk, NotingWindow(background))
    qtbot.addWidget(page)
    panel = CardPanel(page, "no such resident")
    qtbot.addWidget(panel)
    shown(qtbot, panel)
    qtbot.waitUntil(lambda: "找不到" in words_on(panel))
