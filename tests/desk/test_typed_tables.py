"""A table typed from paper becomes forms of one's own households, and every other row is told."""

import openpyxl
import pytest

from tests.forms.batch.typed import typed_for
from workbench.census.kinds import CaseState
from workbench.security.roles import NotPermitted


@pytest.fixture
def round_id(enumerator_desk):
    return enumerator_desk.surveys.rounds()[0].id


@pytest.fixture
def waiting(enumerator_desk, round_id):
    return list(enumerator_desk.surveys.my_work(round_id))[:2]


def test_every_complete_row_is_handed_in(enumerator_desk, round_id, waiting, tmp_path):
    path = typed_for(waiting, tmp_path / "typed.xlsx")
    taken = enumerator_desk.typed_tables.take_in(round_id, path)
    assert taken.left == ()
    assert taken.places == tuple(one.place for one in waiting)
    states = {enumerator_desk.surveys.case(one.id).row.state for one in waiting}
    assert states == {CaseState.ENTERED}


def test_a_household_of_somebody_else_is_left_out_and_named(
    enumerator_desk, staff_enumerator_desk, round_id, tmp_path
):
    others = [
        one
        for one in staff_enumerator_desk.surveys.my_work(round_id)
        if one.enumerator_id == staff_enumerator_desk.session.staff_id
    ][:1]
    taken = enumerator_desk.typed_tables.take_in(round_id, typed_for(others, tmp_path / "typed.xlsx"))
    assert taken.places == ()
    assert others[0].area_code in taken.left[0].reason
    assert staff_enumerator_desk.surveys.case(others[0].id).row.state is others[0].state


def test_a_row_with_a_problem_leaves_its_household_as_it_was(enumerator_desk, round_id, waiting, tmp_path):
    path = typed_for(waiting, tmp_path / "typed.xlsx", h7_rooms="many")
    taken = enumerator_desk.typed_tables.take_in(round_id, path)
    assert taken.places == ()
    assert len(taken.left) == len(waiting)
    assert [enumerator_desk.surveys.case(one.id).row.state for one in waiting] == [
        one.state for one in waiting
    ]


def test_the_same_table_again_hands_nothing_in_twice(enumerator_desk, round_id, waiting, tmp_path):
    path = typed_for(waiting, tmp_path / "typed.xlsx")
    enumerator_desk.typed_tables.take_in(round_id, path)
    assert enumerator_desk.typed_tables.take_in(round_id, path).places == ()


def test_the_report_names_every_row(enumerator_desk, round_id, waiting, tmp_path):
    taken = enumerator_desk.typed_tables.take_in(round_id, typed_for(waiting, tmp_path / "typed.xlsx"))
    enumerator_desk.typed_tables.write_report(taken, tmp_path / "rows.xlsx")
    cells = {
        str(cell)
        for sheet in openpyxl.load_workbook(tmp_path / "rows.xlsx")
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    }
    assert {f"{one.serial:03d}" for one in waiting} <= cells


def test_who_may_not_enumerate_may_not_take_a_table_in(
    census_opening, enumerator_desk, round_id, waiting, tmp_path
):
    path = typed_for(waiting, tmp_path / "typed.xlsx")
    trainee = census_opening.sign_in("zhoumo", "yanshi-2026")
    with pytest.raises(NotPermitted):
        trainee.typed_tables.take_in(round_id, path)
