"""What comes out of a round at the desk: who may take it, under which mark, and what the register learns."""

import csv

import pytest
from openpyxl import load_workbook

from tests.ui.census.course import begin_round, interview, plan, round_of
from workbench.census.kinds import RoundKind
from workbench.census.proposals import ProposalKind, UpdateNotPermitted
from workbench.desk.census_figures import FigureKind
from workbench.security.roles import NotPermitted
from workbench.standards.codes import EDUCATION
from workbench.store.journal import JournalKind

EDUCATED = "/data/person[1]/d11_education"
STRANGER = {"/data/person[1]/d1_name": "陌生新客", "/data/person[1]/d3_id_number": ""}


@pytest.mark.parametrize("kind", list(FigureKind))
def test_each_report_says_of_which_round_it_is(chief_desk, kind):
    chosen = round_of(chief_desk)
    report = chief_desk.census_figures.build(chosen.id, kind)
    assert chosen.name in f"{report.title} {report.subtitle}"
    assert report.blocks


@pytest.mark.parametrize("kind", list(FigureKind))
def test_who_does_not_lead_the_round_gets_no_figures(staff_enumerator_desk, chief_desk, kind):
    with pytest.raises(NotPermitted):
        staff_enumerator_desk.census_figures.build(round_of(chief_desk).id, kind)


def test_what_leaves_is_marked_and_journalled(chief_desk, tmp_path):
    target = tmp_path / "progress.xlsx"
    round_id = round_of(chief_desk).id
    chief_desk.census_figures.write(round_id, FigureKind.PROGRESS, "xlsx", target, "街道例会")
    assert all("街道例会" in sheet.oddHeader.right.text for sheet in load_workbook(target))
    [last, *_] = chief_desk.access_log.rows()
    assert (last.kind, last.purpose) == (JournalKind.EXPORT, "街道例会")


def test_microdata_tells_nobody_apart(chief_desk, tmp_path):
    files = chief_desk.census_figures.microdata(round_of(chief_desk).id, tmp_path, "研究")
    assert [path.suffix for path in files] == [".csv", ".csv", ".sav", ".xlsx"]
    with files[0].open(encoding="utf-8-sig") as lines:
        people = list(csv.DictReader(lines))
    assert people
    names = {hit.name for hit in chief_desk.residents.search("", 500)}
    assert not names & {value for person in people for value in person.values()}


def test_a_person_found_who_is_not_registered_is_added(chief_desk, staff_enumerator_desk):
    round_id = survey(chief_desk, staff_enumerator_desk)
    interview(staff_enumerator_desk, round_id, **STRANGER)
    proposed = chief_desk.census_figures.proposals(round_id)
    added = next(one for one in proposed if one.proposal.kind is ProposalKind.ADD)
    chief_desk.census_figures.accept(added)
    assert "陌生新客" in {hit.name for hit in chief_desk.residents.search("陌生新客", 9)}


def test_a_change_that_is_taken_over_is_not_proposed_again(chief_desk, staff_enumerator_desk):
    round_id = survey(chief_desk, staff_enumerator_desk)
    for level in ("3", "2"):
        interview(staff_enumerator_desk, round_id, **{EDUCATED: level})
    figures = chief_desk.census_figures
    change = next(one for one in figures.proposals(round_id) if one.proposal.field == "education")
    figures.accept(change)
    card = chief_desk.residents.card(change.proposal.resident_id)
    assert card.education == EDUCATION[change.proposal.after]
    assert change.proposal not in [one.proposal for one in figures.proposals(round_id)]


def test_somebody_not_found_is_moved_out(chief_desk, staff_enumerator_desk):
    round_id = survey(chief_desk, staff_enumerator_desk)
    interview(staff_enumerator_desk, round_id, **STRANGER)
    figures = chief_desk.census_figures
    gone = [one for one in figures.proposals(round_id) if one.proposal.kind is ProposalKind.GONE]
    for one in gone:
        figures.accept(one)
    left = figures.proposals(round_id)
    assert not [one for one in left if one.proposal.kind is ProposalKind.GONE]


@pytest.mark.parametrize("kind", [RoundKind.CENSUS, RoundKind.POLL])
def test_only_a_survey_may_correct_the_register(chief_desk, staff_enumerator_desk, kind):
    round_id = plan(chief_desk, "closed book", kind, prefill=kind is RoundKind.CENSUS)
    begin_round(chief_desk, round_id, staff_enumerator_desk)
    case = staff_enumerator_desk.surveys.my_work(round_id)
    assert case
    if kind is RoundKind.CENSUS:
        interview(staff_enumerator_desk, round_id)
        with pytest.raises(UpdateNotPermitted):
            chief_desk.census_figures.proposals(round_id)


def test_a_survey_that_was_not_opened_for_it_proposes_nothing(chief_desk, staff_enumerator_desk):
    round_id = survey(chief_desk, staff_enumerator_desk, update_register=False)
    interview(staff_enumerator_desk, round_id)
    with pytest.raises(UpdateNotPermitted):
        chief_desk.census_figures.proposals(round_id)


def survey(chief, enumerator, **terms):
    round_id = plan(chief, "survey", **{"prefill": True, "update_register": True, **terms})
    begin_round(chief, round_id, enumerator)
    return round_id
