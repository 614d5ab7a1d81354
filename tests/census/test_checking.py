"""A second person types blind, differences are settled, samples interviewed again, areas signed."""

from __future__ import annotations

import pytest

from tests.census.field import FACTS, LI, WANG, Field, form
from tests.census.test_rounds_and_areas import refused
from workbench.census.keying import KeyingMode
from workbench.census.kinds import AreaState, CaseState, Fault
from workbench.census.rules.sampling import sample
from workbench.census.wording import GuardFailed, Reason
from workbench.forms.model import FormSubmission, SubmissionStatus
from workbench.security.roles import NotPermitted
from workbench.store.journal import JournalEntry, JournalKind

ZHAO = ("赵小明", "2", "1", "1990")


def filled(field: Field, **changes) -> list[str]:
    """An open round whose first area has four forms, each of two people."""
    field.open(**changes)
    for case_id in field.cases():
        field.fill(case_id)
    return field.cases()


def test_verification_takes_the_next_form_until_the_share_is_reached(field: Field):
    filled(field)
    seen = []
    while (start := field.worker.service.next_double(field.round_id)) is not None:
        assert start.entry.xml is None
        assert {path.rpartition("/")[0] for path in start.entry.prefilled} == {"/data/address"}, "blind"
        assert field.worker.service.type_again(start.double_id, form(WANG, LI), FACTS).differences == ()
        seen.append(start.entry.case_id)
    assert len(seen) == len(set(seen)) == 2, "half of four"
    assert {field.case(case_id).state for case_id in seen} == {CaseState.VERIFIED}
    (share,) = field.worker.queries.verification_shares(field.round_id)
    assert (share.with_form, share.verified, share.wanted) == (4, 2, 0)


def test_a_verifier_goes_on_with_the_form_begun_before(field: Field):
    filled(field)
    first = field.worker.service.next_double(field.round_id)
    again = field.worker.service.next_double(field.round_id)
    assert again.double_id == first.double_id
    other = field.boss.service.next_double(field.round_id)
    assert other.entry.case_id != first.entry.case_id
    with refused(Reason.NOT_YOUR_DOUBLE):
        field.boss.service.begin_double(first.entry.case_id)
    field.worker.service.drop_double(first.double_id)
    assert field.boss.service.begin_double(first.entry.case_id).double_id != first.double_id


def test_nobody_verifies_what_they_typed_themselves(field: Field):
    field.open()
    field.boss.service.assign(field.cases(), "worker" if field.worker else "")
    for case_id in field.cases():
        field.fill(case_id, who=field.worker)
    assert field.worker.service.next_double(field.round_id) is None
    with refused(Reason.SAME_TYPIST):
        field.worker.service.begin_double(field.cases()[0])
    with pytest.raises(NotPermitted):
        field.enumerator.service.next_double(field.round_id)


def test_differences_are_settled_one_by_one_and_make_the_form_that_holds(field: Field):
    field.open()
    first = field.cases()[0]
    field.fill(first, form(WANG, LI, area=88))
    start = field.worker.service.begin_double(first)
    second = form(WANG, ("李秀英", "1", "2", "1946"), ZHAO, area=90)
    typed = field.worker.service.type_again(start.double_id, second, FACTS)
    assert [each.difference.path for each in typed.differences] == [
        "/data/household/h2_here", "/data/household/h6_area_m2", "/data/person[2]/d5_birth_year",
        "/data/person[3]",
    ]  # fmt: skip
    with refused(Reason.DOUBLE_TYPED):
        field.worker.service.begin_double(first)
    settle = field.worker.service.settle
    assert settle(start.double_id, "/data/household/h2_here", Fault.KEYER) == 3
    assert settle(start.double_id, "/data/household/h6_area_m2", Fault.VERIFIER) == 2
    with refused(Reason.VALUE_NEEDED):
        settle(start.double_id, "/data/person[2]/d5_birth_year", Fault.BOTH, "1946")
    assert settle(start.double_id, "/data/person[2]/d5_birth_year", Fault.BOTH, "1945") == 1
    assert field.case(first).state is CaseState.ENTERED
    rows = field.worker.queries.differences(start.double_id)
    assert [(row.fault, row.value) for row in rows][-1] == (None, "")
    assert settle(start.double_id, "/data/person[3]", Fault.KEYER) == 0
    assert field.case(first).state is CaseState.VERIFIED
    holding = field.boss.queries.submission(first).decode()
    for words in ("<h2_here>3<", "<h6_area_m2>88<", "<d5_birth_year>1945<", "赵小明"):
        assert words in holding
    (sitting,) = [
        each for each in field.boss.queries.keying(field.round_id) if each.mode is KeyingMode.VERIFICATION
    ]
    assert (sitting.staff_id, sitting.keyer_id) == ("worker", "enumerator")
    assert (sitting.keyer_wrong, sitting.verifier_wrong, sitting.compared) == (3, 2, 32)
    with refused(Reason.NO_DOUBLE):
        settle(start.double_id, "/data/person[3]", Fault.KEYER)


def test_the_settled_form_replaces_the_first_and_both_typings_stay(field: Field):
    field.open()
    first = field.cases()[0]
    field.fill(first, form(WANG, LI, area=88))
    start = field.worker.service.begin_double(first)
    field.worker.service.type_again(start.double_id, form(WANG, LI, area=90), FACTS)
    field.worker.service.settle(start.double_id, "/data/household/h6_area_m2", Fault.KEYER)
    with field.store.read() as reading:
        kept = {row.id: row for row in reading.query(FormSubmission)}
    assert len(kept) == 3
    holding = kept[field.case(first).submission_id]
    assert (holding.status, holding.correction_reason) == (SubmissionStatus.VERIFIED, "双录差异核定")
    assert [row.superseded_by_id for row in kept.values()].count(holding.id) == 1


def test_the_keyer_does_not_settle_and_waits_with_corrections_while_a_form_is_typed_again(field: Field):
    field.open()
    field.boss.service.assign(field.cases(), "boss")
    first = field.cases()[0]
    before = form(WANG, LI)
    field.fill(first, before, who=field.boss)
    start = field.worker.service.begin_double(first)
    with refused(Reason.DOUBLE_RUNNING):
        field.boss.service.correct(first, form(WANG, replaces=before), FACTS, "更正")
    field.worker.service.type_again(start.double_id, form(WANG), FACTS)
    with refused(Reason.SAME_TYPIST):
        field.boss.service.settle(start.double_id, "/data/person[2]", Fault.VERIFIER)


def test_a_form_sent_back_ends_its_second_typing(field: Field):
    field.open()
    first = field.cases()[0]
    field.fill(first)
    start = field.worker.service.begin_double(first)
    field.worker.service.send_back(first, "户主填错")
    assert field.case(first).state is CaseState.TO_CORRECT
    assert field.worker.queries.doubles(field.round_id) == ()
    with pytest.raises(Exception, match="找不到"):
        field.worker.service.type_again(start.double_id, form(WANG), FACTS)


def checked(field: Field) -> list[str]:
    """A filled area whose double keying is done and whose sample is drawn; return the sample."""
    filled(field)
    while start := field.worker.service.next_double(field.round_id):
        field.worker.service.type_again(start.double_id, form(WANG, LI), FACTS)
    assert field.boss.service.draw_rechecks(field.areas) == 2, "the second area is not filled yet"
    return [row.id for row in field.worker.queries.rechecks(field.round_id)]


def test_the_sample_can_be_drawn_again_from_its_seed(field: Field):
    checked(field)
    rows = field.boss.queries.rechecks(field.round_id)
    assert {row.case.id for row in rows} == set(sample(7, field.cases(), 50))
    assert {(row.seed, row.enumerator_id) for row in rows} == {(7, "enumerator")}
    with refused(Reason.DRAWN_ALREADY):
        field.boss.service.draw_rechecks([field.areas[0]])


def test_a_sample_is_drawn_only_when_everything_is_entered(field: Field):
    field.open()
    field.fill(field.cases()[0])
    with refused(Reason.DRAW_EARLY):
        field.boss.service.draw_rechecks([field.areas[0]])


def test_a_second_interview_is_somebody_else_s_and_finds_errors(field: Field):
    one, other = checked(field)
    assert field.worker.service.begin_recheck(one).entry.xml is None
    done = field.worker.service.complete_recheck(one, form(WANG, LI, area=91), FACTS)
    assert (done.compared, done.errors) == (32, 1)
    field.worker.service.complete_recheck(other, form(WANG, LI), FACTS)
    with refused(Reason.RECHECK_DONE):
        field.worker.service.complete_recheck(one, form(WANG, LI), FACTS)
    figures = field.boss.queries.recheck_figures(field.round_id)
    (rate,) = figures.enumerators
    assert (rate.label, rate.rate.errors, rate.rate.compared, rate.failed) == ("enumerator", 1, 64, False)
    (difference,) = field.worker.queries.recheck_differences(one)
    assert (difference.first, difference.second) == ("88", "91")


def test_whoever_keyed_it_does_not_recheck_it(field: Field):
    field.open(double_key_percent=0)
    field.boss.service.assign(field.cases(), "boss")
    for case_id in field.cases():
        field.fill(case_id, who=field.boss)
    field.boss.service.draw_rechecks([field.areas[0]])
    with refused(Reason.SAME_ENUMERATOR):
        field.boss.service.begin_recheck(field.boss.queries.rechecks(field.round_id)[0].id)


def test_an_area_that_fails_goes_back_whole_and_is_sampled_anew(field: Field):
    area = None
    for recheck in checked(field):
        field.worker.service.complete_recheck(recheck, form(WANG, ("李", "1", "1", "1954"), area=60), FACTS)
    area = field.areas[0]
    assert field.boss.queries.recheck_figures(field.round_id).areas[0].failed
    with refused(Reason.SOFT_EDITS):
        field.boss.service.sign_off(area)
    assert any("整个小区退回" in each for each in field.boss.queries.obstacles(area))
    field.boss.service.send_area_back(area, "抽查差错率超标")
    assert {field.case(case_id).state for case_id in field.cases()} == {CaseState.TO_CORRECT}
    assert field.boss.queries.rechecks(field.round_id) == ()
    with refused(Reason.NOT_FAILED):
        field.boss.service.send_area_back(area, "再退")
    correct_all(field)
    field.boss.service.draw_rechecks([area])
    assert {row.seed for row in field.boss.queries.rechecks(field.round_id)} == {8}, "other doors than before"


def correct_all(field: Field) -> None:
    for case_id in field.cases():
        before = field.enumerator.service.reopen_form(case_id).xml
        field.enumerator.service.correct(case_id, form(WANG, LI, replaces=before), FACTS, "整体返工")


def explain_all(field: Field) -> None:
    for case_id in field.cases():
        for finding in field.enumerator.queries.findings(case_id):
            key = ":".join((finding.number, *map(str, finding.members)))
            field.enumerator.service.explain(case_id, key, "申报人未带证件")


def test_an_area_is_signed_off_when_all_is_reached_and_opened_again_with_a_reason(field: Field):
    samples = checked(field)
    area = field.areas[0]
    explain_all(field)
    with refused(Reason.RECHECK_OPEN):
        field.boss.service.sign_off(area)
    for recheck in samples:
        field.worker.service.complete_recheck(recheck, form(WANG, LI), FACTS)
    assert field.boss.queries.obstacles(area) == ()
    counts = field.boss.service.sign_off(area, "资料齐全")
    assert sum(counts.values()) == 4
    row = field.boss.queries.areas(field.round_id)[0]
    assert (row.state, row.signed_off_by_id, row.sign_off["note"]) == (
        AreaState.SIGNED_OFF,
        "boss",
        "资料齐全",
    )
    with refused(Reason.CASE_NOT_NOW):
        field.enumerator.service.begin(field.cases()[0])
    with refused(Reason.AREA_SIGNED):
        field.boss.service.sign_off(area)
    with refused(Reason.REASON_NEEDED):
        field.boss.service.reopen_area(area, "")
    field.boss.service.reopen_area(area, "补登一户")
    assert field.boss.queries.areas(field.round_id)[0].state is AreaState.OPEN
    assert CaseState.SIGNED_OFF not in {field.case(case_id).state for case_id in field.cases()}


def test_an_unfinished_area_is_not_signed_off(field: Field):
    field.open()
    with pytest.raises(GuardFailed, match="4 户没有登记完"):
        field.boss.service.sign_off(field.areas[0])
    with pytest.raises(NotPermitted):
        field.worker.service.sign_off(field.areas[0])


def test_reading_all_forms_takes_a_supervisor_and_a_purpose_that_is_kept(field: Field):
    filled(field)
    assert len(field.boss.queries.submitted(field.round_id, "汇总")) == 4
    with pytest.raises(NotPermitted):
        field.worker.queries.submitted(field.round_id, "汇总")
    with field.store.read() as reading:
        rows = reading.query(JournalEntry).filter_by(kind=JournalKind.VIEW, record_id=field.round_id)
        assert [row.purpose for row in rows] == ["汇总"]
