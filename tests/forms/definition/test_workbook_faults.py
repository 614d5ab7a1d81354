"""A mistake in a workbook is told with its sheet, row and column, and in one Chinese sentence."""

from __future__ import annotations

import re

import pytest

from tests.forms.definition.workbooks import form, workbook
from workbench.forms.definition import FormFault
from workbench.forms.definition.workbook import compile_workbook
from workbench.forms.form import Origin

ASK = ["type", "name", "label"]
LIST = [["list_name", "name", "label"], ["x", "a", "甲"]]


def fault_of(survey, *sheets, **others) -> FormFault:
    with pytest.raises(FormFault) as caught:
        form(survey, *sheets, **others)
    assert re.search("[\u4e00-\u9fff]", caught.value.sentence)
    return caught.value


@pytest.mark.parametrize(
    ("survey", "row", "column", "word"),
    [
        ([[*ASK, "relevant"], ["text", "a", "A"], ["text", "b", "B", "${zz} = 1"]], 3, "relevant", "zz"),
        ([[*ASK, "Relevance"], ["text", "a", "A"], ["text", "b", "B", "${zz} = 1"]], 3, "Relevance", "zz"),
        ([ASK, ["text", "a", "A"], ["text", "a", "B"]], 3, "name", "“a”"),
        ([ASK, ["select_one x", "a", "A"]], 2, "type", "choices"),
        ([ASK, [], ["tekst", "a", "A"]], 3, "type", "tekst"),
        ([ASK, ["text", "a", None]], 2, "label", "题目文字"),
        ([ASK, ["text", "a", "A"], ["end_group", None, None]], 3, "type", "end_group"),
        ([ASK, ["begin group", "g", "G"], ["text", "a", "A"]], 2, "type", "“g”"),
        ([ASK, [None, "a", "A"]], 2, "type", "题型"),
        ([ASK, ["text", None, "A"]], 2, "name", "字段名"),
        ([["Type", "Name", "label"], ["text", "1a", "A"]], 2, "Name", "字母"),
        ([[*ASK, "calculation"], ["calculate", "c", None, None]], 2, "calculation", "计算式"),
        ([ASK, ["text", "a", "A ${b"]], 2, "label", "${字段名}"),
        ([["type", "name", "label::中文 (zh)"], ["text", "a", "A ${b}"]], 2, "label::中文 (zh)", "${b}"),
        ([[*ASK, "parameters"], ["range", "a", "A", "start=1 end=x"]], 2, "parameters", "end"),
        ([[*ASK, "parameters"], ["text", "a", "A", "colour=red"]], 2, "parameters", "colour"),
        ([[*ASK, "relevant", "relevance"], ["text", "a", "A", "1", "1"]], 1, "relevant", "relevance"),
        ([[*ASK, "trigger", "calculation"], ["calculate", "b", "", "${zz}", "1"]], 2, "trigger", "zz"),
    ],
)
def test_the_compilers_complaint_is_placed(survey, row, column, word):
    fault = fault_of(survey)
    assert fault.origin == Origin("survey", row, column)
    assert word in fault.sentence


@pytest.mark.parametrize(
    ("survey", "choices", "row", "word"),
    [
        ([ASK, ["select_multiple x", "a", "A"]], [LIST[0], ["x", "a b", "甲"]], 2, "空格"),
        ([ASK, ["select_one x", "a", "A"]], [*LIST, ["x", "a", "乙"]], 3, "重复"),
    ],
)
def test_a_complaint_about_choices_is_placed_in_their_sheet(survey, choices, row, word):
    fault = fault_of(survey, choices)
    assert fault.origin == Origin("choices", row, "name")
    assert word in fault.sentence


def test_a_list_that_does_not_exist_is_named():
    fault = fault_of([ASK, ["select_one y", "a", "A"]], LIST)
    assert (fault.origin, "“y”" in fault.sentence) == (Origin("survey", 2, "type"), True)


def test_the_sheets_name_is_told_as_it_is_written():
    content = workbook([], Survey=[ASK, ["text", "1a", "A"]])
    with pytest.raises(FormFault) as caught:
        compile_workbook(content)
    assert caught.value.origin == Origin("Survey", 2, "name")


def test_a_workbook_without_a_survey_says_so():
    assert "survey" in fault_of([]).sentence


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (["select_one_from_file towns.csv", "a", "A"], "type"),
        (["calculate", "a", None, "pulldata('towns', 'x', 'y', 1)"], "calculation"),
        (["select_one x", "a", "A", None, "minimal search('towns')"], "appearance"),
        (["csv-external", "towns"], "type"),
    ],
)
@pytest.mark.parametrize("media", [{}, {"towns.csv": b"\xff\xff\x81"}])
def test_a_file_that_is_missing_or_unreadable_is_placed_where_it_is_named(row, column, media):
    if row[0] == "csv-external":
        column = "name"
    fault = fault_of([[*ASK, "calculation", "appearance"], ["text", "t", "towns"], row], LIST, media=media)
    assert fault.origin == Origin("survey", 3, column)
    assert "towns.csv" in fault.sentence


def test_a_list_that_is_ranked_needs_its_choices_too():
    assert fault_of([ASK, ["text", "t", "T"], ["rank x", "a", "A"]]).origin == Origin("survey", 3, "type")


def test_a_bad_name_of_instances_is_placed_in_the_settings():
    fault = fault_of([ASK, ["text", "a", "A"]], (), [["form_id", "instance_name"], ["v", "concat(${a}"]])
    assert fault.origin == Origin("settings", 2, "instance_name")


def test_a_reference_that_the_compiler_finds_late_is_placed_where_it_stands():
    fault = fault_of([ASK, ["text", "a", "A"]], (), [["form_id", "instance_name"], ["v", "${b}"]])
    assert fault.origin == Origin("settings", 2, "instance_name")
