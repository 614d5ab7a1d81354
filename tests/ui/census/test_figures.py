"""Figures: reports that draw and leave, microdata without names, and what the register may learn."""

import csv
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt

from tests.ui.census.course import begin_round, interview, plan, round_of
from ui.census.figures import PROPOSALS
from workbench.desk.census_figures import FigureKind
from workbench.standards.codes import EDUCATION

CTRL = Qt.KeyboardModifier.ControlModifier


def section_of(qtbot, page, round_id=None):
    if round_id is not None:
        page.setProperty("census_round", round_id)
    page.show_section("figures")
    section = page.section("figures")
    qtbot.waitUntil(lambda: section.round is not None and round_id in (None, section.round.id))
    return section


@pytest.mark.parametrize("kind", list(FigureKind))
def test_each_report_is_drawn(qtbot, chief_page, chief_desk, kind):
    section = section_of(qtbot, chief_page)
    section.which.choose(kind.value)
    qtbot.waitUntil(lambda: bool(section.preview.pdf), timeout=20_000)
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(section.preview.pdf)).pages)
    assert round_of(chief_desk).name in text
    assert not chief_page.notice.isVisible()


def test_a_report_leaves_only_with_a_purpose(qtbot, chief_page, chief_desk, tmp_path, press, monkeypatch):
    section = section_of(qtbot, chief_page)
    targets = iter((tmp_path / "progress.xlsx", tmp_path / "progress.pdf"))
    monkeypatch.setattr(section.leaving, "_ask_file", lambda name, go_on: go_on(next(targets)))
    for modifiers in (CTRL, CTRL | Qt.KeyboardModifier.ShiftModifier):
        press(chief_page.list, Qt.Key.Key_E, modifiers)
        section.leaving.dialog.purpose.setEditText("")
        section.leaving.dialog._agree()
        assert section.leaving.dialog.isVisible(), "no purpose, no file"
        section.leaving.dialog.purpose.setEditText("for the meeting")
        section.leaving.dialog._agree()
    qtbot.waitUntil(lambda: len(chief_page.workspace.said) == 2, timeout=20_000)
    book = load_workbook(tmp_path / "progress.xlsx")
    assert any(
        cell.value == "001" or "001" in str(cell.value) for sheet in book for row in sheet for cell in row
    )
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "progress.pdf").pages)
    assert "登记进度表" in text
    assert "for the meeting" in text


def test_microdata_leaves_without_names_or_numbers(qtbot, chief_page, chief_desk, tmp_path, monkeypatch):
    section = section_of(qtbot, chief_page)
    monkeypatch.setattr(section.leaving, "_ask_folder", lambda go_on: go_on(tmp_path))
    section.microdata.click()
    section.leaving.dialog._agree()
    qtbot.waitUntil(lambda: bool(chief_page.workspace.said) or chief_page.notice.isVisible(), timeout=20_000)
    files = sorted(path.name for path in tmp_path.glob("*.*"))
    name = round_of(chief_desk).name
    if not chief_page.workspace.said:
        assert files == []
        return
    assert files == sorted([f"{name}-microdata.csv", "codebook.csv", f"{name}.sav", "codebook.xlsx"])
    with (tmp_path / f"{name}-microdata.csv").open(encoding="utf-8-sig") as lines:
        table = list(csv.DictReader(lines))
    assert not {"name", "id_number"} & {key.lower() for key in table[0]}


def survey(chief, enumerator, **terms):
    round_id = plan(chief, "survey", prefill=True, **terms)
    begin_round(chief, round_id, enumerator)
    return round_id


def test_what_a_survey_found_is_taken_over_one_by_one(
    qtbot, chief_page, chief_desk, staff_enumerator_desk, press
):
    round_id = survey(chief_desk, staff_enumerator_desk, update_register=True)
    interview(staff_enumerator_desk, round_id, **{"/data/person[1]/d11_education": "3"})
    interview(staff_enumerator_desk, round_id, **{"/data/person[1]/d11_education": "2"})
    proposed = chief_desk.census_figures.proposals(round_id)
    section = section_of(qtbot, chief_page, round_id)
    section.which.choose(PROPOSALS)
    qtbot.waitUntil(lambda: bool(section.proposals.table.records()))
    assert [one.proposal for one in section.proposals.table.records()] == [one.proposal for one in proposed]
    at = next(at for at, one in enumerate(proposed) if one.proposal.field == "education")
    chosen = proposed[at].proposal
    section.proposals.table.view.selectRow(at)
    press(section.proposals.table.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(section.proposals.table.records()) == len(proposed) - 1)
    assert chief_desk.residents.card(chosen.resident_id).education == EDUCATION[chosen.after]
    left = [one.proposal for one in chief_desk.census_figures.proposals(round_id)]
    assert chosen not in left
    press(section.proposals.table.view, Qt.Key.Key_Delete)
    assert len(section.proposals.table.records()) == len(proposed) - 2
    assert [one.proposal for one in chief_desk.census_figures.proposals(round_id)] == left


def test_a_census_proposes_nothing_and_says_why(qtbot, chief_page):
    section = section_of(qtbot, chief_page)
    section.which.choose(PROPOSALS)
    qtbot.waitUntil(chief_page.notice.isVisible)
    assert not section.proposals.table.records()


def test_a_survey_offers_no_microdata(qtbot, chief_page, chief_desk, staff_enumerator_desk):
    round_id = survey(chief_desk, staff_enumerator_desk)
    section = section_of(qtbot, chief_page, round_id)
    qtbot.waitUntil(lambda: not section.microdata.isVisible())
