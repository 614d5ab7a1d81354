"""A supervisor plans a round, divides it by buildings, opens it, and closes it when all is signed."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace

import pytest

from tests.census.field import TERMS, Field
from workbench.census.kinds import CaseState, RoundKind, RoundState, RoundVerb
from workbench.census.wording import GuardFailed, Reason
from workbench.people.model import Dwelling
from workbench.security.roles import NotPermitted
from workbench.store import Actor


def refused(reason):
    return pytest.raises(GuardFailed, check=lambda error: error.reason is reason)


def test_areas_are_proposed_by_buildings_and_every_dwelling_becomes_a_household(field: Field):
    field.plan(target=4)
    rows = field.boss.queries.areas(field.round_id)
    assert [(row.code, row.name, sum(row.counts.values())) for row in rows] == [
        ("001", "第一网格第1小区", 4), ("002", "第一网格第2小区", 4),
    ]  # fmt: skip
    homes = field.boss.queries.cases(field.round_id)
    assert [row.place for row in homes[:2]] == ["桂花苑3幢1单元101室", "桂花苑3幢1单元201室"]
    assert {row.state for row in homes} == {CaseState.NOT_VISITED}
    vacant = field.case(homes[-1].id)
    assert (vacant.dwelling_id, vacant.household_id, vacant.serial) == ("d12-3", None, 4)


def test_a_small_community_may_be_one_area(field: Field):
    assert len(field.boss.service.propose_areas()) == 1


def test_a_round_is_divided_once_and_adjusted_after(field: Field):
    field.plan()
    with refused(Reason.DIVIDED_ALREADY):
        field.boss.service.divide(field.round_id, field.boss.service.propose_areas())
    third = field.boss.service.add_area(field.round_id, "a3", "东侧")
    assert field.boss.service.move_part("b12", "2", third) == 2
    rows = {row.code: row for row in field.boss.queries.areas(field.round_id)}
    assert [sum(rows[code].counts.values()) for code in ("001", "002", "A3")] == [4, 2, 2]
    with refused(Reason.AREA_NOT_EMPTY):
        field.boss.service.remove_area(third)
    field.boss.service.move_part("b12", None, rows["002"].id)
    field.boss.service.remove_area(third)
    field.boss.service.rename_area(rows["002"].id, "002B", "桂花苑东")
    assert [row.code for row in field.boss.queries.areas(field.round_id)] == ["001", "002B"]
    serials = [field.case(row.id).serial for row in field.boss.queries.cases(field.round_id)]
    assert len({*serials[4:]}) == 4, "numbers stay unique in an area"


def test_a_dwelling_registered_later_is_put_on_its_area_s_list(field: Field):
    field.plan()
    with field.store.write(Actor("system", "community-0001")) as work:
        work.add(Dwelling(id="new", building_id="b3", unit="2", room="301", floor=3))
    assert field.boss.service.add_dwellings(field.round_id) == 1
    assert field.boss.service.add_dwellings(field.round_id) == 0
    assert field.boss.queries.cases(field.round_id)[4].place == "桂花苑3幢2单元301室"


def test_a_building_somebody_has_worked_in_is_not_moved(field: Field):
    field.open()
    field.enumerator.service.note_vacant(field.cases()[0])
    with refused(Reason.PART_TOUCHED):
        field.boss.service.move_part("b3", None, field.areas[1])


def test_only_a_supervisor_plans(field: Field):
    for person in (field.worker, field.enumerator):
        with pytest.raises(NotPermitted):
            person.service.plan_round(TERMS)


def test_a_round_opens_winds_up_and_goes_back_with_a_reason(field: Field):
    field.plan()
    boss = field.boss.service
    boss.edit_round(field.round_id, replace(TERMS, form_version_id=None))
    with refused(Reason.FORM_NEEDED):
        boss.open_round(field.round_id)
    boss.edit_round(field.round_id, TERMS)
    boss.open_round(field.round_id)
    with refused(Reason.ROUND_NOT_NOW):
        boss.edit_round(field.round_id, TERMS)
    with refused(Reason.UNASSIGNED):
        boss.wind_up_round(field.round_id)
    boss.assign(field.cases(0) + field.cases(1), field.enumerator.staff_id)
    boss.wind_up_round(field.round_id)
    with refused(Reason.AREAS_OPEN):
        boss.close_round(field.round_id)
    with refused(Reason.REASON_NEEDED):
        boss.resume_round(field.round_id, " ")
    boss.resume_round(field.round_id, "漏了新建楼栋")
    row = field.boss.queries.round(field.round_id)
    assert (row.state, row.reason) == (RoundState.OPEN, "漏了新建楼栋")
    assert RoundVerb.WIND_UP in row.possible


def test_a_planned_round_may_be_given_up_with_its_lists(field: Field):
    field.plan()
    field.boss.service.remove_round(field.round_id)
    assert field.boss.queries.rounds() == ()


def test_a_poll_does_not_know_whose_household_answers(field: Field):
    field.plan(kind=RoundKind.POLL, prefill=False)
    assert {field.case(row.id).household_id for row in field.boss.queries.cases(field.round_id)} == {None}


def test_a_census_is_no_way_into_the_register(field: Field):
    with refused(Reason.CENSUS_CLOSED_BOOK):
        field.boss.service.plan_round(replace(TERMS, update_register=True))
    field.boss.service.plan_round(replace(TERMS, kind=RoundKind.SURVEY, update_register=True))


def test_a_round_of_vacant_dwellings_goes_all_the_way(field: Field):
    field.open(target=80, recheck_percent=0)
    for case_id in field.cases():
        field.enumerator.service.note_vacant(case_id)
    boss = field.boss.service
    boss.wind_up_round(field.round_id)
    assert boss.sign_off(field.areas[0]) == {"vacant": 8}
    boss.close_round(field.round_id)
    boss.tabulate_round(field.round_id)
    for person, seen in ((field.enumerator, False), (field.boss, True)):
        with nullcontext() if seen else refused(Reason.NO_ACCESS):
            person.queries.case(field.cases()[0])
    boss.reopen_round(field.round_id, "一处漏登")
    boss.reopen_area(field.areas[0], "一处漏登")
    assert field.boss.queries.round(field.round_id).counts == {CaseState.VACANT: 8}
