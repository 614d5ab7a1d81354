"""Cells of every kind of question become ODK's text, and hostile labels stay text in the template."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from tests.forms.batch.typed import write
from tests.forms.filling import NOON, opened
from workbench.forms.batch.cells import answer_of
from workbench.forms.batch.headings import Headings
from workbench.forms.batch.importing import import_workbook
from workbench.forms.batch.template import write_template
from workbench.forms.definition import form_from_xml
from workbench.forms.engine.setting import Setting
from workbench.forms.fields import Field, fields_of
from workbench.forms.form import ControlKind, Form
from workbench.forms.shipped import CENSUS_SHORT, NEEDS_SURVEY, SATISFACTION_POLL

EVERY_FIELD = [
    field for form in (CENSUS_SHORT, NEEDS_SURVEY, SATISFACTION_POLL) for field in fields_of(opened(form))
]
CHOOSING = [field for field in EVERY_FIELD if field.control.kind is ControlKind.SELECT_ONE]


@pytest.fixture(scope="module")
def form() -> Form:
    """A form with a question of every kind, some of its words made to hurt."""
    asked = [("text", "a", "=HYPERLINK(1)"), ("select_one o", "b", "@x"), ("acknowledge", "k", "Read?")]
    asked += [("begin repeat", "r", "R"), ("text", "a", "A"), ("begin repeat", "n", "N"), ("text", "z", "Z")]
    asked += [("end repeat", "n", ""), ("end repeat", "r", ""), ("geopoint", "g", "G"), ("date", "d", "D")]
    asked += [("time", "t", "T"), ("dateTime", "dt", "DT"), ("barcode", "bc", "BC"), ("image", "i", "I")]
    survey = [{"type": kind, "name": name, "label": label} for kind, name, label in asked]
    survey.append({"type": "range", "name": "rg", "label": "RG", "parameters": "start=1 end=5 step=1"})
    choices = [
        {"list_name": "o", "name": name, "label": label} for name, label in (("-1", "=1+1"), ("2", "two"))
    ]
    book = {"survey": survey, "choices": choices, "settings": [{"form_id": "kinds", "form_title": "A/B:[c]"}]}
    return form_from_xml(convert(book).xform.encode())


def test_cells_of_every_kind_are_taken(form: Form, tmp_path: Path) -> None:
    row = {"/data/a": "x", "b": -1, "k": "是", "g": "30.25 120.17", "d": date(2026, 1, 2), "t": time(9, 30)}
    row |= {"dt": datetime(2026, 1, 2, 9, 30), "bc": 12345, "rg": 3.0}
    result = import_workbook(form, write(tmp_path / "t.xlsx", {"s": [row]}), Setting(clock=lambda: NOON))
    (outcome,) = result.outcomes
    assert outcome.findings == ()
    submission = outcome.submission.decode()
    for stored in ("<a>x</a>", "<b>-1</b>", "<k>OK</k>", "<bc>12345</bc>", "<rg>3</rg>", "<d>2026-01-02</d>"):
        assert stored in submission
    assert "<t>09:30" in submission
    assert "<dt>2026-01-02T09:30" in submission


def test_a_repeat_in_a_repeat_is_said_to_be_left_out(form: Form, tmp_path: Path) -> None:
    result = import_workbook(form, write(tmp_path / "t.xlsx", {"s": [{"/data/a": "x", "z": "y"}]}))
    (unread,) = result.unread
    assert "不支持" in unread.why


def test_words_that_look_like_formulas_stay_words_in_the_template(form: Form, tmp_path: Path) -> None:
    write_template(form, tmp_path / "t.xlsx")
    book = load_workbook(tmp_path / "t.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "=HYPERLINK(1)" in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} == {"s"}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(CHOOSING), st.data())
def test_an_option_is_understood_by_code_by_words_and_by_both(field: Field, data: st.DataObject) -> None:
    option = data.draw(st.sampled_from(field.options))
    written = data.draw(st.sampled_from([option.value, *option.labels, option.shown, f" {option.shown} "]))
    assert answer_of(field, written) == option.value


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(EVERY_FIELD), st.text(max_size=12))
def test_a_heading_leads_to_its_question_or_to_none(field: Field, noise: str) -> None:
    headings = Headings(fields_of(field.form))
    target = headings.find(field.path)
    assert target is not None
    assert target.field.path == field.path
    unknown = headings.find(f"不是题目{noise}")
    assert unknown is None


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(EVERY_FIELD), st.text(max_size=30))
def test_whatever_is_typed_is_handed_on_and_never_breaks(field: Field, typed: str) -> None:
    assert isinstance(answer_of(field, typed), str)
