"""The picture of a building: every household once, walked by arrows, opened by Enter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from ui.census.doors import Door, lay_out, step
from ui.census.facade import Facade
from ui.census.state_looks import LOOKS
from workbench.census.kinds import CaseState


def door(unit: str, floor: int | None, room: str, state: CaseState = CaseState.NOT_VISITED) -> Door:
    return Door(f"{unit}-{room}", unit, floor, room, state, f"{unit}单元{room} {state.label}")


TWO_UNITS = [
    door("1", 2, "201"),
    door("1", 2, "202"),
    door("1", 1, "101"),
    door("2", 2, "201"),
    door("2", 1, "101"),
    door("10", 1, "101"),
    door("2", None, "架空"),
]


@pytest.fixture
def facade(qtbot):
    shown = Facade()
    qtbot.addWidget(shown)
    shown.show_doors("1幢", TWO_UNITS)
    shown.show()
    return shown


def test_the_highest_floor_stands_on_top_and_the_unknown_one_below():
    assert lay_out(TWO_UNITS).floors == (2, 1, None)


def test_units_stand_in_the_order_people_count():
    assert [name for name, _, _ in lay_out(TWO_UNITS).units] == ["1", "2", "10"]


@given(
    st.sets(
        st.tuples(
            st.sampled_from(["1", "2", "甲"]), st.one_of(st.none(), st.integers(-1, 9)), st.integers(1, 6)
        ),
        max_size=40,
    )
)
def test_every_door_stands_once_and_no_two_in_one_place(rooms):
    doors = [door(unit, floor, f"{floor}{room:02}") for unit, floor, room in rooms]
    layout = lay_out(doors)
    assert sorted(place.door.case_id for place in layout.places) == sorted(one.case_id for one in doors)
    assert len({(place.column, place.line) for place in layout.places}) == len(doors)
    assert all(place.column < layout.width for place in layout.places)


@given(st.integers(0, 6), st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1)]))
def test_a_step_and_its_opposite_never_leave_the_building(start, way):
    places = lay_out(TWO_UNITS).places
    gone = step(places, places[start], *way)
    assert gone in places
    back = step(places, gone, -way[0], -way[1])
    assert way[1] or gone == places[start] or back.line == places[start].line


def test_no_two_states_look_the_same():
    assert set(LOOKS) == set(CaseState)
    assert len({(look.tone, look.icon) for look in LOOKS.values()}) == len(LOOKS)
    assert len({look.icon for look in LOOKS.values()}) == len(LOOKS), "colour alone must not tell them apart"


def test_arrows_walk_and_enter_opens(qtbot, facade):
    assert facade.current() == "1-201"
    qtbot.keyClick(facade, Qt.Key.Key_Right)
    assert facade.current() == "1-202"
    qtbot.keyClick(facade, Qt.Key.Key_Right)
    assert facade.current() == "2-201"
    qtbot.keyClick(facade, Qt.Key.Key_Down)
    with qtbot.waitSignal(facade.opened) as opened:
        qtbot.keyClick(facade, Qt.Key.Key_Return)
    assert opened.args == ["2-101"]


def test_the_chosen_door_is_said_and_survives_a_refresh(qtbot, facade):
    qtbot.keyClick(facade, Qt.Key.Key_Down)
    facade.show_doors("1幢", [door("1", 1, "101", CaseState.VACANT), *TWO_UNITS[:2]])
    assert facade.current() == "1-101"
    assert "空户" in facade.accessibleName()


def test_a_click_chooses_the_door_under_the_mouse(qtbot, facade):
    qtbot.mouseClick(facade, Qt.MouseButton.LeftButton, pos=facade.box_of("2-101").center().toPoint())
    assert facade.current() == "2-101"


def test_an_empty_building_has_nothing_to_open(qtbot, facade):
    facade.show_doors("空", [])
    assert facade.current() == ""
    with qtbot.assertNotEmitted(facade.opened):
        qtbot.keyClick(facade, Qt.Key.Key_Return)
