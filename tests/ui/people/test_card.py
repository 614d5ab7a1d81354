"""The resident's card beside every page."""

from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.conftest import shown
from tests.ui.noting_window import NotingWindow
from ui.page import Page
from ui.pages import PAGES
from ui.people.card import CardPanel, show_card_beside
from ui.shell.window import Shell
from ui.signin.desk_gatekeeper import signed_in
from ui.wording.labels import label_of
from workbench.intake.kinds import MatterState
from workbench.intake.queries.lists import MatterList
from workbench.people.vocabulary import TagKind


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


def test_the_card_follows_what_happens_and_leaves_the_cursor_alone(qtbot, desk, background):
    row = next(
        each for each in desk.matters.rows(MatterList.OPEN) if desk.residents.card(each.applicant_id).members
    )
    shell = Shell(signed_in(desk), background, PAGES)
    qtbot.addWidget(shell)
    stop = desk.subscribe(shell.changes.told)
    shown(qtbot, shell)
    panel = show_card_beside(Page(desk, shell), row.applicant_id)
    qtbot.waitUntil(lambda: panel.story is not None)
    member = panel.story.card.members[0].name
    next(link for link in panel.findChildren(QPushButton) if link.accessibleName() == member).setFocus()
    desk.intake.withdraw(row.id, "本人撤回")
    qtbot.waitUntil(lambda: label_of(MatterState.WITHDRAWN) in words_on(panel))
    qtbot.waitUntil(lambda: QApplication.focusWidget().accessibleName() == member)
    shell.search.setFocus()
    desk.people.add_tag(row.applicant_id, TagKind.BEREAVED_PARENT, desk.today())
    qtbot.waitUntil(lambda: label_of(TagKind.BEREAVED_PARENT) in words_on(panel))
    assert shell.search.hasFocus()
    shell.open_page("people")
    assert not shell.side.isVisible()
    shell.open_page("today")
    assert shell.side.isVisible()
    stop()
