"""The picture of a building: every household once, walked by arrows, opened by Enter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from ui.census.doors import lay_out, step
from ui.census.facade import Facade
from ui.census.state_looks import LOOKS
from ui.wording.labels import label_of
from workbench.census.kinds import CaseState
from workbench.census.views import BuildingMap, Door, Floor, Stair


def building(*rooms: tuple[str, int | None, str]) -> BuildingMap:
    """A building of rooms given as stair, floor and number, in the order they are named."""
    stairs: dict[str, dict[int | None, list[Door]]] = {}
    for unit, floor, room in rooms:
        state = CaseState.VACANT if room == "202" else CaseState.NOT_VISITED
        door = Door(f"{unit}-{room}", room, 1, state, None, mine=False)
        stairs.setdefault(unit, {}).setdefault(floor, []).append(door)
    return BuildingMap(
        "b",
        "1幢",
        "",
        tuple(
            Stair(unit, tuple(Floor(floor, tuple(doors)) for floor, doors in floors.items()))
            for unit, floors in stairs.items()
        ),
    )


ROOMS = (
    ("1", 2, "201"),
    ("1", 2, "202"),
    ("1", 1, "101"),
    ("2", 2, "201"),
    ("2", 1, "101"),
    ("2", None, "架空"),
    ("10", 1, "101"),
)


@pytest.fixture
def facade(qtbot):
    shown = Facade()
    qtbot.addWidget(shown)
    shown.show_building(building(*ROOMS))
    shown.show()
    return shown


def test_the_highest_floor_stands_on_top_and_the_unknown_one_below():
    assert lay_out(building(*ROOMS)).floors == (2, 1, None)


@given(
    st.sets(
        st.tuples(
            st.sampled_from(["1", "2", "甲"]), st.one_of(st.none(), st.integers(-1, 9)), st.integers(1, 6)
        ),
        max_size=40,
    )
)
def test_every_door_stands_once_and_no_two_in_one_place(rooms):
    named = sorted((unit, floor, f"{floor}{room:02}") for unit, floor, room in rooms if floor is not None)
    layout = lay_out(building(*named))
    assert sorted(place.door.case_id for place in layout.places) == sorted(
        f"{unit}-{room}" for unit, _, room in named
    )
    assert len({(place.column, place.line) for place in layout.places}) == len(named)
    assert all(place.column < layout.width for place in layout.places)


@given(st.integers(0, 6), st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1)]))
def test_a_step_and_its_opposite_never_leave_the_building(start, way):
    places = lay_out(building(*ROOMS)).places
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
    qtbot.keyClick(facade, Qt.Key.Key_Up)
    qtbot.keyClick(facade, Qt.Key.Key_Right)
    facade.show_building(building(*ROOMS[:3]))
    assert facade.current() == "1-202"
    assert label_of(CaseState.VACANT) in facade.accessibleName()


def test_a_click_chooses_the_door_under_the_mouse(qtbot, facade):
    qtbot.mouseClick(facade, Qt.MouseButton.LeftButton, pos=facade.box_of("2-101").center().toPoint())
    assert facade.current() == "2-101"


def test_an_empty_building_has_nothing_to_open(qtbot, facade):
    facade.show_building(building())
    assert facade.current() == ""
    with qtbot.assertNotEmitted(facade.opened):
        qtbot.keyClick(facade, Qt.Key.Key_Return)
