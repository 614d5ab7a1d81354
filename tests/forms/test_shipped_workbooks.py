"""The shipped workbooks compile, say everything in both languages, and are neat to open in Excel."""

from __future__ import annotations

import re
from typing import Any

import pytest
from openpyxl import load_workbook
from pyxform.xls2xform import convert

from workbench.forms.shipped import CENSUS_SHORT, NEEDS_SURVEY, SHIPPED_FORMS, ShippedForm

CENSUS_FIELDS = {
    "address": "province city county town area_code district_code building_no unit_no household_no",
    "household": "h1_kind h2_here h2_away h3_born_male h3_born_female h4_died_male h4_died_female h5_dwelling"
    " h6_area_m2 h7_rooms",
    "person": "d1_name d2_relation d3_id_number d4_sex d5_birth_year d5_birth_month d6_ethnic d7_residence"
    " d7_residence_place d8_registration d8_registration_place d9_left_since d10_left_reason d11_education"
    " d12_literate",
    "respondent": "name phone read_back signed",
}
EVERY_FORM = pytest.mark.parametrize("form", SHIPPED_FORMS, ids=lambda form: form.form_id)
QUESTION = re.compile(r"select_one |select_multiple |rank |integer|text|range")


def rows(form: ShippedForm, sheet: str) -> list[dict[str, Any]]:
    """Return a sheet's rows by heading."""
    head, *body = load_workbook(form.path).__getitem__(sheet).iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


@EVERY_FORM
def test_compiles_without_a_warning(form: ShippedForm) -> None:
    warnings: list[str] = []
    xml = convert(str(form.path), warnings=warnings).xform
    assert warnings == []
    assert f'id="{form.form_id}"' in xml
    assert f"<h:title>{form.title}</h:title>" in xml


@EVERY_FORM
def test_says_everything_in_chinese_and_english(form: ShippedForm) -> None:
    for row in rows(form, "survey") + rows(form, "choices"):
        for heading in ("label", "hint", "constraint_message", "required_message"):
            chinese, english = row.get(f"{heading}::中文(zh)"), row.get(f"{heading}::English(en)")
            assert bool(chinese) == bool(english), row


@EVERY_FORM
def test_every_rule_says_what_is_wrong(form: ShippedForm) -> None:
    for row in rows(form, "survey"):
        for rule, message in (("constraint", "constraint_message"), ("required", "required_message")):
            if row.get(rule):
                assert row[f"{message}::中文(zh)"], row["name"]


@EVERY_FORM
def test_cites_its_sources_and_opens_neatly(form: ShippedForm) -> None:
    workbook = load_workbook(form.path)
    assert workbook.sheetnames == ["survey", "choices", "settings", "依据与说明"]
    assert all(row["来源或依据"] for row in rows(form, "依据与说明"))
    for sheet in workbook.worksheets:
        assert sheet.freeze_panes in {"A2", "C2"}
        assert all(cell.fill.fgColor.rgb == "001F5F5B" for cell in sheet[1])
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row)


@EVERY_FORM
def test_opens_with_what_is_kept_confidential(form: ShippedForm) -> None:
    first = next(row for row in rows(form, "survey") if row["label::中文(zh)"])
    assert first["type"] == "note"
    assert re.search(r"不.*提供|不记名", first["label::中文(zh)"])


def test_the_census_form_has_the_agreed_fields() -> None:
    found: dict[str, list[str]] = {}
    group = ""
    for row in rows(CENSUS_SHORT, "survey"):
        match row["type"].split():
            case ["begin", _]:
                group = row["name"]
            case ["end", *_]:
                group = ""
            case [kind, *_] if group and kind != "calculate":
                found.setdefault(group, []).append(row["name"])
    assert {name: " ".join(fields) for name, fields in found.items()} == CENSUS_FIELDS


def test_the_needs_survey_asks_twenty_five_to_forty_questions() -> None:
    questions = [row for row in rows(NEEDS_SURVEY, "survey") if QUESTION.match(row["type"])]
    numbered = [row for row in questions if re.match(r"\d+\. ", row["label::中文(zh)"])]
    assert 25 <= len(numbered) <= 40
    assert [int(row["label::中文(zh)"].split(".")[0]) for row in numbered] == list(
        range(1, len(numbered) + 1)
    )
