"""Outsiders see the areas of a contract that is signed and runs, staff what is assigned, others nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.census.rules.access import Ground, Membership, Standing, may_verify, may_work, open_contracts
from workbench.census.rules.contracts import (
    ContractTerms,
    Worked,
    check_assignee,
    check_contract,
    check_member,
)
from workbench.census.wording import GuardFailed, Reason
from workbench.security.roles import Permission, Role, permissions_of

TODAY = date(2026, 11, 24)
CONTRACT = Membership("contract-1", "甲调查公司", date(2026, 11, 1), date(2026, 11, 30), date(2026, 10, 28))
THEIRS = Ground("contract-1", "outsider")

days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
memberships = st.builds(
    Membership,
    st.sampled_from(["contract-1", "contract-2"]),
    st.just("甲调查公司"),
    days,
    days,
    st.none() | days,
    st.none() | days,
    st.none() | days,
)


@given(
    st.lists(memberships, max_size=3),
    days,
    st.booleans(),
    st.booleans(),
    st.sampled_from(["outsider", "other"]),
)
def test_access_never_outlives_a_contract(held, today, manages, verifies, enumerator):
    standing = Standing("outsider", manages, verifies, tuple(held))
    ground = Ground("contract-1", enumerator)
    if held and (may_work(standing, ground, today) or may_verify(standing, ground, today)):
        assert any(
            each.contract_id == "contract-1"
            and each.since <= today <= each.until
            and each.agreement_signed_on is not None
            and each.agreement_signed_on <= today
            and (each.ended_on is None or today < each.ended_on)
            and (each.left_on is None or today < each.left_on)
            for each in held
        )
    if may_work(standing, ground, today) and not (manages and not held):
        assert enumerator == "outsider"


@given(memberships, days)
def test_once_over_a_contract_opens_nothing_on_any_later_day(held, today):
    if today > held.until or (held.ended_on and today >= held.ended_on):
        assert not any(held.opens(today + timedelta(days=more)) for more in range(40))


@pytest.mark.parametrize(
    ("changes", "opens"),
    [
        ({}, True),
        ({"until": TODAY}, True),
        ({"until": TODAY - timedelta(days=1)}, False),
        ({"since": TODAY + timedelta(days=1)}, False),
        ({"agreement_signed_on": None}, False),
        ({"ended_on": TODAY}, False),
        ({"left_on": TODAY}, False),
        ({"left_on": TODAY + timedelta(days=1)}, True),
    ],
)
def test_an_outsider_works_from_the_first_day_through_the_last(changes, opens):
    standing = Standing("outsider", memberships=(replace(CONTRACT, **changes),))
    assert may_work(standing, THEIRS, TODAY) is opens
    assert open_contracts(standing, TODAY) == (frozenset({"contract-1"}) if opens else frozenset())


def test_an_outsider_sees_neither_a_colleague_s_households_nor_areas_without_contract():
    standing = Standing("outsider", memberships=(CONTRACT,))
    assert not may_work(standing, Ground("contract-1", "colleague"), TODAY)
    assert not may_work(standing, Ground(None, "outsider"), TODAY)
    assert not may_work(standing, Ground("contract-2", "outsider"), TODAY)


def test_staff_see_what_is_assigned_to_them_and_a_supervisor_everything():
    worker, supervisor = Standing("worker"), Standing("boss", manages=True)
    assert may_work(worker, Ground(None, "worker"), TODAY)
    assert not may_work(worker, Ground(None, "colleague"), TODAY)
    assert not may_work(worker, Ground("contract-1", "worker"), TODAY)
    assert may_work(supervisor, Ground("contract-1", "outsider"), TODAY)


def test_an_outsider_does_not_manage_whatever_the_account_says():
    assert not may_work(Standing("outsider", manages=True, memberships=(CONTRACT,)), Ground(None, "x"), TODAY)


def test_only_verifiers_type_again():
    assert may_verify(Standing("worker", verifies=True), THEIRS, TODAY)
    assert not may_verify(Standing("worker"), THEIRS, TODAY)


def test_a_contract_needs_its_name_number_order_and_a_past_agreement():
    terms = ContractTerms("甲调查公司", "HT-2026-07", date(2026, 11, 1), date(2026, 11, 30), TODAY)
    check_contract(terms, TODAY)
    for changes, reason in (
        ({"organisation": " "}, Reason.CONTRACT_NAME),
        ({"number": ""}, Reason.CONTRACT_NAME),
        ({"until": date(2026, 10, 1)}, Reason.PERIOD_TURNED),
        ({"agreement_signed_on": TODAY + timedelta(days=1)}, Reason.AGREEMENT_AHEAD),
    ):
        with pytest.raises(GuardFailed) as refusal:
            check_contract(replace(terms, **changes), TODAY)
        assert refusal.value.reason is reason


@pytest.mark.parametrize(
    ("roles", "elsewhere", "reason"),
    [
        (["worker"], [], Reason.NOT_ENUMERATOR),
        (["enumerator", "worker"], [], Reason.OUTSIDER_STAFF),
        (["enumerator"], ["乙调查公司"], Reason.MEMBER_ELSEWHERE),
    ],
)
def test_only_a_plain_enumerator_s_account_joins_a_contract(roles, elsewhere, reason):
    check_member(["enumerator"], [])
    with pytest.raises(GuardFailed) as refusal:
        check_member(roles, elsewhere)
    assert refusal.value.reason is reason


@pytest.mark.parametrize(
    ("worked", "held", "reason"),
    [
        (Worked("001"), (CONTRACT,), Reason.OUTSIDER_HERE),
        (Worked("001", "contract-1", "甲"), (), Reason.OTHER_SIDE),
        (Worked("001", "contract-2", "乙"), (CONTRACT,), Reason.OTHER_SIDE),
        (Worked("001", "contract-1"), (replace(CONTRACT, agreement_signed_on=None),), Reason.NO_AGREEMENT),
        (Worked("001", "contract-1"), (replace(CONTRACT, until=date(2026, 11, 2)),), Reason.CONTRACT_OVER),
    ],
)
def test_households_go_to_the_side_their_area_is_on(worked, held, reason):
    with pytest.raises(GuardFailed) as refusal:
        check_assignee(worked, held, TODAY)
    assert refusal.value.reason is reason


def test_households_may_be_given_out_before_the_contract_begins():
    check_assignee(Worked("001", "contract-1"), (replace(CONTRACT, since=date(2026, 11, 25)),), TODAY)
    check_assignee(Worked("001"), (), TODAY)


def test_enumerators_only_enter_workers_also_check_and_the_supervisor_manages():
    census = {Permission.ENTER_CENSUS, Permission.VERIFY_CENSUS, Permission.MANAGE_CENSUS}
    assert permissions_of([Role.ENUMERATOR]) == {Permission.ENTER_CENSUS}
    assert permissions_of([Role.WORKER]) & census == census - {Permission.MANAGE_CENSUS}
    assert permissions_of([Role.SUPERVISOR]) >= census
    for role in (Role.TRAINEE, Role.ADMINISTRATOR):
        assert not permissions_of([role]) & census
