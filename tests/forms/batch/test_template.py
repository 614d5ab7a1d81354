"""The template opens ready to type into, and what is typed into it comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.forms.batch.typed import household_record, member_records
from tests.forms.filling import opened
from tests.forms.households import households
from workbench.forms.batch.headings import Headings
from workbench.forms.batch.importing import import_workbook
from workbench.forms.batch.layout import lay_out
from workbench.forms.batch.outcome import RowStatus
from workbench.forms.batch.reading import read_sheets
from workbench.forms.batch.template import write_template
from workbench.forms.fields import fields_of
from workbench.forms.shipped import CENSUS_SHORT, SHIPPED_FORMS, ShippedForm


@pytest.mark.parametrize("shipped", SHIPPED_FORMS, ids=lambda each: each.form_id)
def test_every_question_has_its_column_and_is_found_again(shipped: ShippedForm, tmp_path: Path) -> None:
    form = opened(shipped)
    write_template(form, tmp_path / "template.xlsx")
    fields = fields_of(form)
    layout = lay_out(read_sheets(tmp_path / "template.xlsx"), fields)
    assert layout is not None
    found = [target.field for sheet in (layout.main, *layout.repeats) for target in sheet.targets.values()]
    assert sorted(field.order for field in found) == [field.order for field in fields]
    assert layout.unread == ()


def test_columns_of_choices_offer_them_and_long_numbers_stay_text(tmp_path: Path) -> None:
    write_template(opened(CENSUS_SHORT), tmp_path / "template.xlsx")
    persons = load_workbook(tmp_path / "template.xlsx")["person"]
    heads = {cell.value: cell for cell in persons[1]}
    lists = {str(each.sqref).split("2:")[0] for each in persons.data_validations.dataValidation}
    assert {heads["D2 与户主关系"].column_letter, heads["D6 民族"].column_letter} <= lists
    identity = heads["D3 公民身份号码"]
    assert persons.column_dimensions[identity.column_letter].number_format == "@"
    assert identity.comment is not None
    assert "d3_id_number" in identity.comment.text
    assert "01 汉族" in [
        cell.value for row in load_workbook(tmp_path / "template.xlsx")["选项"].iter_rows() for cell in row
    ]


def test_households_typed_into_the_template_are_complete(tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    write_template(opened(CENSUS_SHORT), path)
    book = load_workbook(path)
    headings = Headings(fields_of(opened(CENSUS_SHORT)))
    main, persons = book.worksheets[:2]
    for row, family in enumerate(households(3), 1):
        for sheet, records in ((main, [household_record(family)]), (persons, member_records(family))):
            columns = {
                target.field.name: cell.column
                for cell in sheet[1]
                if (target := headings.find(str(cell.value))) is not None
            }
            for record in records:
                place = sheet.max_row + 1
                sheet.cell(place, 1, row)
                for name, value in record.items():
                    sheet.cell(place, columns[name], value)
    book.save(path)
    result = import_workbook(opened(CENSUS_SHORT), path)
    assert result.count(RowStatus.COMPLETE) == 3
