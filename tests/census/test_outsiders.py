"""People of an organisation see the areas of their contract while it runs, and nothing else, ever."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.census.field import FACTS, LI, WANG, Field, form
from tests.census.test_field_work import drafts_of
from tests.census.test_rounds_and_areas import refused
from workbench.census.rules.contracts import ContractTerms
from workbench.census.service import draft_place
from workbench.census.wording import GuardFailed, Reason
from workbench.people.queries import PeopleQueries
from workbench.security.roles import NotPermitted, Role
from workbench.store import RecordNotFound

TERMS = ContractTerms(
    "甲调查公司", "HT-2026-07", date(2026, 11, 1), date(2026, 11, 25), agreement_signed_on=date(2026, 10, 28)
)


def contracted(field: Field) -> str:
    """An open round whose second area is the organisation's; return the contract."""
    field.open()
    contract = field.boss.service.add_contract(field.round_id, TERMS)
    field.boss.service.add_member(contract, field.outsider.staff_id)
    field.boss.service.give_areas([field.areas[1]], contract)
    field.boss.service.assign(field.cases(1), field.outsider.staff_id)
    return contract


def reads(field: Field, person, case_id: str):
    """Every way in which one household may be read."""
    queries = person.queries
    return (
        lambda: queries.case(case_id),
        lambda: queries.prefilled(case_id),
        lambda: queries.submission(case_id),
        lambda: queries.findings(case_id),
        lambda: queries.propose_visit(case_id),
    )


def verbs(person, case_id: str):
    """Every verb an enumerator has on one household."""
    service = person.service
    return (
        lambda: service.begin(case_id),
        lambda: service.complete(case_id, form(WANG, LI), FACTS),
        lambda: service.reopen_form(case_id),
        lambda: service.correct(case_id, form(WANG, LI), FACTS, "更正"),
        lambda: service.put_back(case_id),
        lambda: service.explain(case_id, "P03:1", "属实"),
        lambda: service.note_absent(case_id),
        lambda: service.note_refused(case_id, "拒绝"),
        lambda: service.note_vacant(case_id),
        lambda: service.add_household(case_id),
        lambda: service.add_dwelling(case_id, "1", "999"),
        lambda: service.take_off_list(case_id),
    )


def nothing_opens(field: Field, person, case_id: str) -> None:
    before = field.case(case_id)
    for act in (*reads(field, person, case_id), *verbs(person, case_id)):
        with refused(Reason.NO_ACCESS):
            act()
    after = field.case(case_id)
    assert (before.state, before.tries, before.submission_id) == (
        after.state,
        after.tries,
        after.submission_id,
    )


def test_an_outsider_works_in_the_contract_s_area(field: Field):
    contracted(field)
    for case_id in field.cases(1):
        field.fill(case_id, who=field.outsider)
    assert field.outsider.queries.case(field.cases(1)[0]).row.area_code == "002"


def test_an_outsider_s_lists_hold_the_contract_s_area_only(field: Field):
    contracted(field)
    queries = field.outsider.queries
    own = set(field.cases(1))
    assert {row.id for row in queries.cases(field.round_id)} == own
    assert queries.cases(field.round_id, area_id=field.areas[0]) == ()
    assert {row.id for row in queries.my_work(field.round_id)} == own
    assert [row.code for row in queries.areas(field.round_id)] == ["002"]
    progress = queries.progress(field.round_id)
    assert sum(progress.counts.values()) == 4
    assert [row.building for row in progress.buildings] == ["12"]
    assert [row.staff_id for row in progress.enumerators] == ["outsider"]
    assert queries.building_map(field.round_id, "b3").stairs == ()
    assert sum(queries.round(field.round_id).counts.values()) == 4


@pytest.mark.parametrize("area", [0, 1])
def test_neither_side_reads_or_touches_a_household_of_the_other(field: Field, area: int):
    contracted(field)
    stranger = field.outsider if area == 0 else field.enumerator
    nothing_opens(field, stranger, field.cases(area)[0])
    nothing_opens(field, field.worker, field.cases(area)[0])


def test_an_outsider_neither_checks_nor_manages_nor_sees_the_register(field: Field):
    contract = contracted(field)
    person = field.outsider
    for act in (
        lambda: person.service.next_double(field.round_id),
        lambda: person.service.begin_double(field.cases(1)[0]),
        lambda: person.service.sign_off(field.areas[1]),
        lambda: person.service.assign(field.cases(1), "outsider"),
        lambda: person.service.end_contract(contract, "x"),
        lambda: person.queries.submitted(field.round_id, "汇总"),
        lambda: person.queries.contracts(field.round_id),
        lambda: person.queries.rechecks(field.round_id),
        lambda: PeopleQueries(field.store, person.service._session, field.clock).search("王"),
    ):
        with pytest.raises(NotPermitted):
            act()


def test_access_ends_with_the_last_day_of_the_contract(field: Field):
    contracted(field)
    first, *_ = field.cases(1)
    field.clock.now += timedelta(days=2)
    field.outsider.service.begin(first)
    field.clock.now += timedelta(days=1)
    nothing_opens(field, field.outsider, first)
    queries = field.outsider.queries
    assert (
        queries.rounds() == () and queries.cases(field.round_id) == () and queries.areas(field.round_id) == ()
    )
    with pytest.raises(RecordNotFound):
        queries.round(field.round_id)


def test_access_ends_at_once_when_the_contract_is_ended_or_the_person_leaves(field: Field):
    contract = contracted(field)
    first, *_ = field.cases(1)
    field.boss.service.member_left(contract, "outsider")
    nothing_opens(field, field.outsider, first)
    field.boss.service.add_member(contract, "outsider")
    field.outsider.service.begin(first)
    with refused(Reason.REASON_NEEDED):
        field.boss.service.end_contract(contract, " ")
    field.boss.service.end_contract(contract, "人员泄露资料")
    nothing_opens(field, field.outsider, first)
    with refused(Reason.CONTRACT_ENDED):
        field.boss.service.add_member(contract, "outsider")
    (row,) = field.boss.queries.contracts(field.round_id)
    assert (row.runs, row.ended_reason, row.area_codes) == (False, "人员泄露资料", ("002",))


def test_whoever_leaves_takes_no_draft_along(field: Field):
    contract = contracted(field)
    first, second, *_ = field.cases(1)
    for case_id in (first, second):
        field.outsider.service.begin(case_id)
        drafts_of(field, field.outsider).save(draft_place(case_id), {"values": {"case": case_id}})
    field.boss.service.member_left(contract, "outsider")
    assert drafts_of(field, field.outsider).all() == []
    field.boss.service.add_member(contract, "outsider")
    field.boss.service.give_areas([field.areas[1]], None)
    field.boss.service.assign([first], "enumerator")
    assert drafts_of(field, field.enumerator).load(draft_place(first)).content["values"] == {"case": first}


def test_without_a_confidentiality_agreement_nothing_opens(field: Field):
    field.plan()
    contract = field.boss.service.add_contract(
        field.round_id, ContractTerms("乙调查公司", "HT-2", TERMS.since, TERMS.until)
    )
    field.boss.service.add_member(contract, field.outsider.staff_id)
    field.boss.service.give_areas([field.areas[1]], contract)
    with refused(Reason.NO_AGREEMENT):
        field.boss.service.assign(field.cases(1), "outsider")


def test_areas_go_to_one_side_and_their_households_to_its_people(field: Field):
    contract = contracted(field)
    with refused(Reason.OUTSIDER_HERE):
        field.boss.service.assign(field.cases(0), "outsider")
    with refused(Reason.OTHER_SIDE):
        field.boss.service.assign(field.cases(1), "enumerator")
    field.boss.service.give_areas([field.areas[1]], None)
    assert {field.case(case_id).enumerator_id for case_id in field.cases(1)} == {None}
    field.boss.service.give_areas([field.areas[1]], contract)


def test_whoever_was_an_outsider_once_is_never_staff(field: Field):
    contract = contracted(field)
    field.boss.service.member_left(contract, "outsider")
    with refused(Reason.OUTSIDER_HERE):
        field.boss.service.assign(field.cases(0), "outsider")


def test_staff_who_join_an_organisation_lose_what_was_assigned_to_them(field: Field):
    field.open()
    contract = field.boss.service.add_contract(field.round_id, TERMS)
    field.boss.service.add_member(contract, "enumerator")
    assert {field.case(case_id).enumerator_id for case_id in field.cases(0)} == {None}


def test_only_plain_enumerators_of_no_other_organisation_join(field: Field):
    contract = contracted(field)
    other = field.boss.service.add_contract(field.round_id, TERMS)
    with refused(Reason.MEMBER_ELSEWHERE):
        field.boss.service.add_member(other, "outsider")
    with refused(Reason.NOT_ENUMERATOR):
        field.boss.service.add_member(contract, field.worker.staff_id)
    field.person("both", Role.ENUMERATOR, Role.WORKER)
    with refused(Reason.OUTSIDER_STAFF):
        field.boss.service.add_member(contract, "both")
    with pytest.raises(GuardFailed):
        field.boss.service.add_contract(field.round_id, ContractTerms("", "1", TERMS.since, TERMS.until))
