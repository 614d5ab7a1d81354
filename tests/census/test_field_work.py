"""Enumerators knock, come back at another time, type, correct and explain; households change hands whole."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date, timedelta

import pytest

from tests.census.field import FACTS, LI, MORNING, WANG, Field, form
from tests.census.test_rounds_and_areas import refused
from workbench.census.keying import KeyingMode
from workbench.census.kinds import CaseState, CaseVerb
from workbench.census.service import draft_place, finding_key
from workbench.census.wording import Reason
from workbench.forms.errors import WrongSubmission
from workbench.forms.model import FormSubmission
from workbench.security.roles import Role
from workbench.store import Actor
from workbench.store.drafts import Drafts
from workbench.store.journal import JournalEntry, JournalKind


def drafts_of(field: Field, person) -> Drafts:
    return Drafts(field.store, Actor(person.staff_id, "community-0001"))


def views(field: Field, case_id: str) -> list[str]:
    with field.store.read() as reading:
        rows = reading.query(JournalEntry).filter_by(kind=JournalKind.VIEW, record_id=case_id)
        return [row.after for row in rows]


def test_a_household_not_met_is_on_the_list_of_the_day_agreed(field: Field):
    field.open()
    first = field.cases()[0]
    tomorrow = MORNING + timedelta(days=1, hours=10)
    field.enumerator.service.note_absent(first, tomorrow, "邻居说晚上在家")
    assert field.enumerator.queries.call_backs(field.round_id) == ()
    field.clock.advance(days=1)
    (due,) = field.enumerator.queries.call_backs(field.round_id)
    assert (due.case.id, due.at, due.late, due.case.note) == (first, tomorrow, False, "邻居说晚上在家")
    field.clock.advance(days=1)
    assert field.enumerator.queries.call_backs(field.round_id)[0].late
    assert field.boss.queries.progress(field.round_id).enumerators[0].due_today == 1


def test_after_a_morning_in_vain_an_evening_is_proposed(field: Field):
    field.open()
    first = field.cases()[0]
    field.enumerator.service.note_absent(first)
    proposed = field.enumerator.queries.case(first).proposed_visit
    assert proposed and proposed.hour == 11 and proposed > MORNING + timedelta(days=1)


def test_an_agreed_time_after_the_round_is_refused(field: Field):
    field.open()
    with refused(Reason.DAY_AHEAD):
        field.enumerator.service.note_absent(field.cases()[0], MORNING + timedelta(days=60))
    field.boss.service.extend_round(field.round_id, date(2027, 2, 1))
    field.enumerator.service.note_absent(field.cases()[0], MORNING + timedelta(days=60))
    with refused(Reason.PERIOD_TURNED):
        field.boss.service.extend_round(field.round_id, date(2026, 1, 1))


def test_a_form_is_typed_and_kept_with_how_it_was_typed(field: Field):
    field.open()
    first = field.cases()[0]
    start = field.enumerator.service.begin(first)
    assert start.form_version_id == "form-1" and start.xml is None
    assert start.prefilled["/data/address/district_code"] == "001"
    assert start.prefilled["/data/address/household_no"] == "001"
    assert start.prefilled["/data/address/county"] == "西湖区"
    xml = form(WANG, LI)
    handed = field.enumerator.service.complete(first, xml, FACTS)
    assert {finding.number for finding in handed.findings} == {"P03"}, "nobody's identity number was filled"
    case = field.case(first)
    assert (case.state, case.keyer_id, case.hard_edits) == (CaseState.ENTERED, "enumerator", 0)
    (sitting,) = field.boss.queries.keying(field.round_id)
    assert (sitting.mode, sitting.facts, sitting.fields) == (KeyingMode.ENTRY, FACTS, 32)
    assert field.enumerator.queries.submission(first) == xml
    assert '"what":"submission"' in views(field, first)[-1]


def test_what_the_register_said_is_kept_beside_what_was_found(field: Field):
    field.open()
    first = field.cases()[0]
    field.enumerator.service.begin(first)
    assert ['"what":"prefilled"' in each for each in views(field, first)] == [True], "seen, and journalled"
    known = field.enumerator.queries.prefilled(first)
    assert "王30" in known.values()
    assert len(views(field, first)) == 2


def test_a_round_that_may_not_ask_the_register_does_not(field: Field):
    field.open(prefill=False, basis="")
    start = field.enumerator.service.begin(field.cases()[0])
    assert "王30" not in start.prefilled.values()
    assert field.case(field.cases()[0]).prefilled is None


def test_the_wrong_form_or_no_form_at_all_is_refused(field: Field):
    field.open()
    first = field.cases()[0]
    field.enumerator.service.begin(first)
    hostile = b'<!DOCTYPE x [<!ENTITY e "x">]><data id="census_short">&e;</data>'
    for bad in (b'<data id="needs_survey"/>', hostile, b'<data id="census_short"/>'):
        with pytest.raises(WrongSubmission):
            field.enumerator.service.complete(first, bad, FACTS)
    assert field.case(first).state is CaseState.IN_ENTRY


def test_a_resident_s_correction_replaces_the_form_and_keeps_the_old_one(field: Field):
    field.open()
    first = field.cases()[0]
    before = form(WANG, LI)
    field.fill(first, before)
    after = form(WANG, replaces=before)
    with refused(Reason.REASON_NEEDED):
        field.enumerator.service.correct(first, after, FACTS, " ")
    assert field.enumerator.service.reopen_form(first).xml == before
    field.enumerator.service.correct(first, after, FACTS, "住户来电：李秀英不住这里")
    with field.store.read() as reading:
        kept = list(reading.query(FormSubmission).filter_by(subject_id=first))
    old, new = sorted(kept, key=lambda row: row.superseded_by_id is None)
    assert (old.superseded_by_id, new.correction_reason) == (new.id, "住户来电：李秀英不住这里")
    assert field.case(first).submission_id == new.id
    assert [event.verb for event in field.boss.queries.case(first).events][-1] is CaseVerb.CORRECT


def test_what_cannot_be_is_held_against_the_form_and_what_is_odd_may_be_explained(field: Field):
    field.open()
    first = field.cases()[0]
    field.enumerator.service.begin(first)
    odd = form(WANG, ("王小花", "2", "2", "1950"))
    handed = field.enumerator.service.complete(first, odd, FACTS)
    assert handed.findings and field.enumerator.queries.findings(first) == handed.findings
    row = field.boss.queries.cases(field.round_id)[0]
    assert row.hard_edits + row.soft_edits == len(handed.findings)
    soft = [each for each in handed.findings if each.severity.value == "soft"]
    for finding in handed.findings:
        with nullcontext() if finding in soft else refused(Reason.NOTHING_TO_EXPLAIN):
            field.enumerator.service.explain(first, finding_key(finding), "已核对证件，属实")
    assert 0 < len(soft) < len(handed.findings)
    row = field.boss.queries.cases(field.round_id)[0]
    assert row.soft_edits == 0
    assert row.hard_edits == sum(each.severity.value == "hard" for each in handed.findings)


def test_an_explanation_does_not_pass_to_somebody_else(field: Field):
    field.open()
    first = field.cases()[0]
    before = form(WANG, LI)
    field.fill(first, before)
    for position in "12":
        field.enumerator.service.explain(first, f"P03:{position}", "申报人未带证件")
    after = form(WANG, ("陈静", "1", "2", "1964"), replaces=before)
    field.enumerator.service.correct(first, after, FACTS, "配偶是陈静")
    assert set(field.case(first).explanations) == {"P03:1"}
    assert field.case(first).soft_edits == 1


def test_a_reassigned_household_keeps_its_draft_and_what_was_done(field: Field):
    field.open()
    first = field.cases()[0]
    field.enumerator.service.begin(first)
    drafts_of(field, field.enumerator).save(draft_place(first), {"values": {"/data/h2_here": "2"}})
    field.boss.service.assign([first], field.worker.staff_id, "原登记员请假")
    assert drafts_of(field, field.enumerator).load(draft_place(first)) is None
    assert drafts_of(field, field.worker).load(draft_place(first)).content["values"]
    assert field.case(first).state is CaseState.IN_ENTRY
    with refused(Reason.NO_ACCESS):
        field.enumerator.service.complete(first, form(WANG), FACTS)
    field.worker.service.complete(first, form(WANG, LI), FACTS)


def test_loads_are_proposed_even_and_neighbours_together(field: Field):
    field.plan()
    shares = field.boss.service.propose_assignment(field.areas, ["enumerator", "worker"])
    assert list(shares) == field.cases(0) + field.cases(1)
    assert list(shares.values()) == ["enumerator"] * 4 + ["worker"] * 4
    assert field.enumerator and field.worker
    field.boss.service.assign_all(shares)
    field.boss.service.assign(field.cases(0)[:2], "worker")
    progress = {
        row.staff_id: sum(row.counts.values())
        for row in field.boss.queries.progress(field.round_id).enumerators
    }
    assert progress == {"enumerator": 2, "worker": 6}


def test_households_go_only_to_who_may_enter(field: Field):
    field.plan()
    field.person("clerk", Role.ADMINISTRATOR)
    with refused(Reason.NOT_ENUMERATOR):
        field.boss.service.assign(field.cases(), "clerk")


def test_a_second_household_and_an_unregistered_dwelling_are_put_on_the_list(field: Field):
    field.open()
    first = field.cases()[0]
    second = field.enumerator.service.add_household(first)
    shed = field.enumerator.service.add_dwelling(first, "", "车库1")
    rows = {row.id: row for row in field.enumerator.queries.cases(field.round_id)}
    assert rows[second].place == "桂花苑3幢1单元101室第2户"
    assert rows[shed].place == "桂花苑3幢车库1室"
    with refused(Reason.HOUSEHOLD_THERE):
        field.enumerator.service.add_dwelling(first, "1", "101")
    field.enumerator.service.take_off_list(second)
    with refused(Reason.PART_TOUCHED):
        field.enumerator.service.take_off_list(first)
    assert len(field.enumerator.queries.cases(field.round_id)) == 5


def test_a_building_is_drawn_as_its_doors_from_the_top(field: Field):
    field.open()
    field.enumerator.service.note_vacant(field.cases()[0])
    drawn = field.boss.queries.building_map(field.round_id, "b3")
    assert [stair.unit for stair in drawn.stairs] == ["1", "2"]
    assert [[door.state for door in floor.doors] for floor in drawn.stairs[0].floors] == [
        [CaseState.NOT_VISITED], [CaseState.VACANT],
    ]  # fmt: skip
    progress = field.boss.queries.progress(field.round_id)
    assert [(row.building, sum(row.counts.values())) for row in progress.buildings] == [("3", 4), ("12", 4)]


def test_work_is_listed_with_what_is_urgent_first(field: Field):
    field.open()
    corrected, begun, waiting, fresh = field.cases()
    field.fill(corrected)
    field.boss.service.send_back(corrected, "户主关系有误")
    field.enumerator.service.begin(begun)
    field.enumerator.service.note_absent(waiting, MORNING + timedelta(days=2))
    work = [row.id for row in field.enumerator.queries.my_work(field.round_id)]
    assert work == [corrected, begun, fresh, waiting]


@pytest.mark.parametrize("verb", ["note_absent", "note_vacant", "begin"])
def test_nothing_happens_in_a_round_that_is_not_open(field: Field, verb: str):
    field.plan()
    field.boss.service.assign(field.cases(), field.enumerator.staff_id)
    with refused(Reason.ROUND_NOT_NOW):
        getattr(field.enumerator.service, verb)(field.cases()[0])
