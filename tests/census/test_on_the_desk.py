"""The whole course of a census at the desk: the shipped form, typed through the engine by two people."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.census.field import FACTS, TERMS
from tests.forms.households import Household, household
from workbench.census.kinds import CaseState, Fault, RoundState
from workbench.census.records import household_from
from workbench.census.service import finding_key
from workbench.desk.desk import Desk
from workbench.forms.engine.session import FormSession
from workbench.forms.engine.setting import Setting
from workbench.forms.shipped import CENSUS_SHORT
from workbench.security.roles import NotPermitted

FAMILY = household(7, size=3)
SEVENTH = datetime(2020, 10, 31, 16, tzinfo=UTC)
"""The reference moment of the form that is shipped: 2020-11-01 00:00 in Shanghai."""

AREA = "/data/household/h6_area_m2"


def typed(desk: Desk, start, family: Household = FAMILY, **changes: str) -> bytes:
    """Open the form as the page does, type a household into it and hand it in."""
    session = FormSession(desk.forms.open(start.form_version_id), Setting(prefilled=start.prefilled))
    for position in range(len(family.members), 0, -1):
        session.reach(f"/data/person[{position}]")
    for path, value in {**family.typed, **changes}.items():
        if not path.startswith("/data/address"):
            session.answer(session.reach(path), value)
    return session.submission()


@pytest.fixture
def round_id(desk: Desk, sign_in) -> str:
    """An open round over the small community, all of it the enumerator's."""
    form = desk.forms.publish(CENSUS_SHORT.path)
    terms = replace(
        TERMS, moment=SEVENTH, form_version_id=form.id, double_key_percent=100, error_limit_percent=100
    )
    round_id = desk.census.plan_round(terms)
    areas = desk.census.divide(round_id, desk.census.propose_areas())
    staff = {row.name: row.id for row in desk.staff.staff()}
    desk.census.assign_all(desk.census.propose_assignment(areas, [staff["pucha"]]))
    desk.census.open_round(round_id)
    return round_id


def test_a_census_goes_its_whole_course(desk: Desk, sign_in, round_id: str):
    enumerator, verifier = sign_in("pucha"), sign_in("chenyu")
    first, *others = enumerator.surveys.my_work(round_id)
    start = enumerator.census.begin(first.id)
    assert start.prefilled["/data/person[1]/d1_name"]
    handed = enumerator.census.complete(first.id, typed(enumerator, start), FACTS)
    assert [each for each in handed.findings if each.severity == "hard"] == []
    for other in others:
        enumerator.census.note_vacant(other.id)

    double = verifier.census.next_double(round_id)
    again = typed(verifier, double.entry, **{AREA: "77"})
    (difference,) = verifier.census.type_again(double.double_id, again, FACTS).differences
    assert difference.difference.path == AREA
    verifier.census.settle(double.double_id, AREA, Fault.KEYER)
    held = household_from(desk.surveys.submission(first.id))
    assert (held.area_m2, len(held.persons)) == (77, 3)
    assert held.address.district_code == first.area_code

    areas = [row.id for row in desk.surveys.areas(round_id)]
    desk.census.draw_rechecks([first.area_id])
    (drawn,) = verifier.surveys.rechecks(round_id)
    begun = verifier.census.begin_recheck(drawn.id)
    verifier.census.complete_recheck(drawn.id, typed(verifier, begun.entry, **{AREA: "77"}), FACTS)
    desk.census.wind_up_round(round_id)
    for finding in enumerator.surveys.findings(first.id):
        enumerator.census.explain(first.id, finding_key(finding), "已核对")
    for area_id in areas:
        desk.census.sign_off(area_id)
    desk.census.close_round(round_id)
    desk.census.tabulate_round(round_id)
    row = desk.surveys.round(round_id)
    assert row.state is RoundState.TABULATED
    assert row.counts == {CaseState.SIGNED_OFF: len(others) + 1}
    assert len(desk.surveys.submitted(round_id, "汇总")) == 1


def test_a_member_only_the_verifier_found_is_settled_into_a_form_the_engine_accepts(sign_in, round_id, desk):
    enumerator, verifier = sign_in("pucha"), sign_in("chenyu")
    first = enumerator.surveys.my_work(round_id)[0]
    enumerator.census.complete(first.id, typed(enumerator, enumerator.census.begin(first.id)), FACTS)
    whole = replace(FAMILY, members=household(7, size=4).members)
    double = verifier.census.begin_double(first.id)
    found = verifier.census.type_again(double.double_id, typed(verifier, double.entry, whole), FACTS)
    assert [each.difference.member for each in found.differences] == [False, True]
    for each in found.differences:
        verifier.census.settle(double.double_id, each.difference.path, Fault.KEYER)
    start = enumerator.census.reopen_form(first.id)
    session = FormSession.edit(desk.forms.open(start.form_version_id), start.xml)
    assert session.problems() == ()
    assert [session.node(f"/data/person[{n}]/person_no").value for n in range(1, 5)] == list("1234")


def test_an_enumerator_s_desk_opens_neither_register_nor_history(sign_in, round_id: str, desk: Desk):
    enumerator = sign_in("pucha")
    first = enumerator.surveys.my_work(round_id)[0]
    for act in (
        lambda: enumerator.residents.search("王"),
        lambda: enumerator.history("census_case", first.id),
        lambda: enumerator.form_list.submissions(enumerator.surveys.round(round_id).form_version_id),
        lambda: sign_in("chenyu").history("census_case", first.id),
    ):
        with pytest.raises(NotPermitted):
            act()
    assert desk.history("census_case", first.id)
