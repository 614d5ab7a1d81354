"""Progress: the counts of the queries, doors on the picture of a building, and the story of a door."""

from PySide6.QtCore import Qt

from tests.ui.census.course import round_of
from ui.census.door_card import DoorCard
from ui.kit.labels import Caption
from ui.wording.labels import label_of
from workbench.census.kinds import CaseState


def section_of(qtbot, page):
    page.show_section("progress")
    section = page.section("progress")
    qtbot.waitUntil(lambda: bool(section.facade.current()))
    return section


def test_the_legend_counts_what_the_queries_count(qtbot, chief_page, chief_desk):
    section = section_of(qtbot, chief_page)
    counts = chief_desk.surveys.progress(round_of(chief_desk).id).counts
    shown = {state: figure.text() for state, figure in section.legend._figures.items()}
    assert shown == {state: str(counts.get(state, 0)) for state in CaseState}


def test_a_building_is_chosen_and_its_doors_are_its_own(qtbot, chief_page, chief_desk):
    section = section_of(qtbot, chief_page)
    first, cases = section.facade.current(), chief_desk.surveys.cases(round_of(chief_desk).id)
    section.building.setFocus()
    qtbot.keyClick(section.building, Qt.Key.Key_Down)
    section.building.activated.emit(section.building.currentIndex())
    qtbot.waitUntil(lambda: section.facade.current() not in ("", first))
    chosen = next(case for case in cases if case.id == section.facade.current())
    assert chosen.building_id == section.building.currentData()
    here = [case for case in cases if case.building_id == chosen.building_id]
    assert all(not section.facade.box_of(case.id).isEmpty() for case in here)


def test_the_chosen_building_survives_a_change(qtbot, chief_page):
    section = section_of(qtbot, chief_page)
    section.building.setCurrentIndex(2)
    section.building.activated.emit(2)
    chosen = section.building.currentData()
    chief_page.refresh()
    qtbot.wait(100)
    assert section.building.currentData() == chosen


def test_enter_tells_the_story_of_a_door(qtbot, chief_page, chief_desk, press):
    section = section_of(qtbot, chief_page)
    case = next(
        case
        for case in chief_desk.surveys.cases(round_of(chief_desk).id)
        if case.building_id == section.building.currentData() and case.state is CaseState.ENTERED
    )
    beside = []
    chief_page.workspace.show_beside = lambda widget, title="": beside.append(widget)
    qtbot.mouseClick(
        section.facade, Qt.MouseButton.LeftButton, pos=section.facade.box_of(case.id).center().toPoint()
    )
    assert section.facade.current() == case.id
    press(section.facade, Qt.Key.Key_Return)
    card = beside[0]
    qtbot.addWidget(card)
    qtbot.waitUntil(lambda: bool(card.title.text()))
    assert isinstance(card, DoorCard)
    assert card.title.text() == case.place
    story = " ".join(one.text() for one in card.findChildren(Caption))
    assert all(label_of(event.verb) in story for event in chief_desk.surveys.case(case.id).events)


def test_nobody_is_named_in_the_story(qtbot, chief_page, chief_desk):
    section = section_of(qtbot, chief_page)
    case_id = section.facade.current()
    card = DoorCard(chief_page, case_id)
    qtbot.addWidget(card)
    qtbot.waitUntil(lambda: bool(card.title.text()))
    people = chief_desk.residents.search(card.title.text(), 50)
    words = " ".join(one.text() for one in card.findChildren(Caption))
    assert not any(hit.name in words for hit in people)
