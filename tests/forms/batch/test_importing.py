"""Paper answers typed into Excel become submissions, and every doubt is told with its cell."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string

from tests.forms.batch.typed import Cell, household_record, member_records, write
from tests.forms.filling import NOON, opened
from tests.forms.households import Household, household, households
from workbench.documents.excel import write_excel
from workbench.forms.batch.importing import import_workbook
from workbench.forms.batch.outcome import BatchResult, RowStatus
from workbench.forms.batch.reading import UnreadableData
from workbench.forms.batch.report import batch_report
from workbench.forms.engine.setting import Setting
from workbench.forms.shipped import CENSUS_SHORT, NEEDS_SURVEY, ShippedForm

SETTING = Setting(clock=lambda: NOON, seed=1)


def imported(path: Path, form: ShippedForm = CENSUS_SHORT) -> BatchResult:
    return import_workbook(opened(form), path, SETTING)


def two_sheets(path: Path, families: tuple[Household, ...], **changed: Cell) -> Path:
    """Type households on one sheet and their members on another; `changed` goes over every household."""
    members = [
        {"household_no": family.number} | record for family in families for record in member_records(family)
    ]
    return write(path, {"户": [household_record(family) | changed for family in families], "人": members})


def messages(result: BatchResult) -> list[str]:
    return [finding.message for outcome in result.outcomes for finding in outcome.findings]


def test_households_with_members_on_a_second_sheet_are_complete(tmp_path: Path) -> None:
    result = imported(two_sheets(tmp_path / "typed.xlsx", households(3)))
    assert messages(result) == []
    assert result.count(RowStatus.COMPLETE) == len(result.submissions) == 3
    assert result.submissions[0].count(b"<d1_name>") == 4
    assert result.unread == ()


def test_members_in_numbered_columns_are_complete_too(tmp_path: Path) -> None:
    family = household(7)
    row = household_record(family)
    for position, record in enumerate(member_records(family), 1):
        row |= {f"{name}_{position}": value for name, value in record.items()}
    result = imported(write(tmp_path / "typed.xlsx", {"户": [row]}))
    assert messages(result) == []
    assert result.submissions[0].count(b"<d1_name>") == 4


def one_sheet(path: Path, **changed: Cell) -> Path:
    """Type a row for each member, the household's answers beside the first and the number beside all."""
    rows = []
    for family in households(2):
        first, *others = member_records(family)
        rows.append(household_record(family) | first)
        rows += [{"household_no": family.number} | each | changed for each in others]
    return write(path, {"人": rows})


def test_a_row_for_each_member_on_one_sheet_is_enough(tmp_path: Path) -> None:
    result = imported(one_sheet(tmp_path / "typed.xlsx"))
    assert messages(result) == []
    assert [outcome.place.row for outcome in result.outcomes] == [2, 6]
    assert result.submissions[1].count(b"<d1_name>") == 4


def test_rows_of_a_household_that_contradict_each_other_are_told(tmp_path: Path) -> None:
    result = imported(one_sheet(tmp_path / "typed.xlsx", h7_rooms=9))
    assert result.count(RowStatus.PROBLEMS) == 2
    assert all("第 2 行" in finding.message for finding in result.outcomes[0].findings)
    assert [finding.place.row for finding in result.outcomes[0].findings] == [3, 4, 5]


def test_headings_may_be_labels_and_cells_words(tmp_path: Path) -> None:
    rows = [
        {
            "您愿意参加这次调查吗": "是",
            "1. Your home is …": "Own",
            "在本社区住了多久？": "10年以上",
            "people": 2,
            "situation": "有长期患病需要照料的、有退役军人",
        }
    ]
    result = imported(write(tmp_path / "typed.xlsx", {"问卷": rows}), NEEDS_SURVEY)
    submission = result.outcomes[0].submission
    assert result.unread == ()
    for found in (b"<consent>1<", b"<tenure>own<", b"<years_here>4<", b"<situation>ill veteran<"):
        assert found in submission


def test_a_title_over_the_headings_does_no_harm(tmp_path: Path) -> None:
    families = households(1)
    members = [{"household_no": "001"} | record for record in member_records(families[0])]
    path = write(
        tmp_path / "typed.xlsx",
        {"户": [household_record(families[0])], "人": members},
        above=[["入户登记表"], []],
    )
    assert imported(path).count(RowStatus.COMPLETE) == 1


def test_numbers_that_lost_their_zero_are_the_code_they_were(tmp_path: Path) -> None:
    family = household(1)
    members = [{"household_no": 1} | record | {"d6_ethnic": 1} for record in member_records(family)]
    path = write(
        tmp_path / "typed.xlsx", {"户": [household_record(family) | {"household_no": 1}], "人": members}
    )
    result = imported(path)
    assert messages(result) == []
    assert b"<d6_ethnic>01<" in result.submissions[0]


def test_a_problem_names_sheet_row_and_column(tmp_path: Path) -> None:
    family = household(1)
    records = member_records(family)
    records[2]["d3_id_number"] = "330106201011130031"
    members = [{"household_no": family.number} | record for record in records]
    result = imported(write(tmp_path / "typed.xlsx", {"户": [household_record(family)], "人": members}))
    (outcome,) = result.outcomes
    assert outcome.status is RowStatus.PROBLEMS
    (finding,) = outcome.findings
    assert (finding.place.sheet, finding.place.row, finding.place.heading) == ("人", 4, "d3_id_number")
    assert "校验码" in finding.message
    sheet = load_workbook(tmp_path / "typed.xlsx")["人"]
    assert sheet.cell(4, column_index_from_string(finding.place.letter)).value == "330106201011130031"


def test_a_missing_answer_points_to_its_row(tmp_path: Path) -> None:
    family = household(1)
    records = member_records(family)
    del records[1]["d1_name"]
    members = [{"household_no": family.number} | record for record in records]
    result = imported(write(tmp_path / "typed.xlsx", {"户": [household_record(family)], "人": members}))
    (finding,) = result.outcomes[0].findings
    assert (finding.place.sheet, finding.place.row, finding.place.column) == ("人", 3, 0)
    assert "姓名" in finding.question


def test_a_word_that_is_no_option_is_told(tmp_path: Path) -> None:
    result = imported(two_sheets(tmp_path / "typed.xlsx", households(1), h5_dwelling="别墅"))
    assert any("别墅" in message for message in messages(result))


def test_what_need_not_be_answered_is_left_out_and_said(tmp_path: Path) -> None:
    result = imported(two_sheets(tmp_path / "typed.xlsx", households(1), h5_dwelling="2"))
    (outcome,) = result.outcomes
    assert outcome.status is RowStatus.COMPLETE
    assert {finding.question for finding in outcome.findings} == {
        "H6 本户现住房建筑面积（平方米）",
        "H7 本户现住房间数（间）",
    }
    assert all(finding.is_notice for finding in outcome.findings)
    assert b"h6_area_m2" not in outcome.submission


def test_answers_given_before_they_are_asked_still_count(tmp_path: Path) -> None:
    record = household_record(household(1))
    turned = dict(reversed(record.items()))
    members = [{"household_no": "001"} | each for each in member_records(household(1))]
    assert (
        imported(write(tmp_path / "typed.xlsx", {"户": [turned], "人": members})).count(RowStatus.COMPLETE)
        == 1
    )


def test_a_long_number_stored_as_a_number_is_not_believed(tmp_path: Path) -> None:
    family = household(1)
    records = member_records(family)
    records[0]["d3_id_number"] = float(family.members[0].id_number[:17] + "0")
    members = [{"household_no": family.number} | record for record in records]
    result = imported(write(tmp_path / "typed.xlsx", {"户": [household_record(family)], "人": members}))
    assert any("后几位已丢失" in message for message in messages(result))


def test_a_formula_is_not_read(tmp_path: Path) -> None:
    result = imported(two_sheets(tmp_path / "typed.xlsx", households(1), h6_area_m2="=50+39"))
    assert any("公式" in message for message in messages(result))
    assert result.outcomes[0].status is RowStatus.PROBLEMS


def test_members_of_no_household_and_doubled_households_are_refused(tmp_path: Path) -> None:
    family = household(1)
    members = [{"household_no": family.number} | record for record in member_records(family)]
    members.append({"household_no": "888", "d1_name": "样孤一"})
    rows = [household_record(family), household_record(family)]
    result = imported(write(tmp_path / "typed.xlsx", {"户": rows, "人": members}))
    assert [outcome.status for outcome in result.outcomes] == [
        RowStatus.COMPLETE,
        RowStatus.REFUSED,
        RowStatus.REFUSED,
    ]
    assert result.outcomes[1].submission == b""
    assert "888" in messages(result)[-1]


def test_unknown_and_ambiguous_columns_are_listed(tmp_path: Path) -> None:
    result = imported(two_sheets(tmp_path / "typed.xlsx", households(1), 备注="无", H2="4"))
    assert [(note.heading, note.sheet) for note in result.unread] == [("备注", "户"), ("H2", "户")]
    assert "household/h2_here" in result.unread[1].why


def test_a_workbook_of_something_else_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "other.xlsx", {"账": [{"日期": "2026-01-01", "金额": 3}]})
    with pytest.raises(UnreadableData, match="没有找到表单"):
        imported(path)


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "typed.xlsx"
    path.write_text("not a workbook", encoding="utf-8")
    with pytest.raises(UnreadableData):
        imported(path)


def test_entities_in_a_sheet_are_refused(tmp_path: Path) -> None:
    good, bad = two_sheets(tmp_path / "good.xlsx", households(1)), tmp_path / "bad.xlsx"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + content
            target.writestr(name, content)
    with pytest.raises(UnreadableData, match="XML"):
        imported(bad)


def test_a_cell_far_out_costs_nothing_and_too_many_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = two_sheets(tmp_path / "typed.xlsx", households(1))
    book = load_workbook(path)
    book["户"].cell(1, 16_384, "far")
    book.save(path)
    assert imported(path).count(RowStatus.COMPLETE) == 1
    monkeypatch.setattr("workbench.forms.batch.reading.MOST_CELLS", 10)
    with pytest.raises(UnreadableData, match="单元格超过"):
        imported(path)


def test_the_report_says_what_became_of_each_row_and_holds_no_formula(tmp_path: Path) -> None:
    families = households(2)
    path = two_sheets(tmp_path / "typed.xlsx", families, household_no=None)
    members = [{"编号": "=1+1", "d1_name": "样孤一"}]
    write(path, {"户": [household_record(families[0]) | {"编号": "=2"}], "人": members})
    result = imported(path)
    write_excel(batch_report(result, NOON), tmp_path / "report.xlsx")
    book = load_workbook(tmp_path / "report.xlsx")
    assert {"逐行结果", "问题明细"} <= set(book.sheetnames)
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)


def test_dates_are_understood_as_people_write_them() -> None:
    from workbench.forms.batch.cells import answer_of
    from workbench.forms.fields import Field
    from workbench.forms.form import Bind, Control, ControlKind, DataType

    form = opened(CENSUS_SHORT)
    dated = type(form)(
        form.form_id, "", "", form.instance, {"/data/day": Bind("/data/day", DataType.DATE)}, (), {}, {}
    )
    field = Field(dated, Control(ControlKind.INPUT, "/data/day"), 0, (), 0)
    for typed in ("2026年1月31日", "2026/1/31", date(2026, 1, 31), 46053):
        assert answer_of(field, typed) == "2026-01-31"
    assert answer_of(field, "不知道") == "不知道"
