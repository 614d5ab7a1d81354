"""How sheets are understood: headings in odd places, tables side by side, sheets without residents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.people.roster.invented import invent
from tests.people.roster.writing import write_xlsx
from workbench.people.roster.fields import Field, field_of_heading, plain_heading
from workbench.people.roster.outcome import RowOutcome
from workbench.people.roster.plan import RosterDraft
from workbench.people.roster.reasons import Outcome
from workbench.people.roster.service import outcomes_of, read_draft
from workbench.people.vocabulary import ResidentStatus, TagKind

TODAY = date(2026, 11, 24)
PEOPLE = invent(12, 3)
ONE, TWO, THREE = PEOPLE[:3]


def _read(tmp_path: Path, rows: Sequence[Sequence[Any]], name: str = "居民", **more: Any) -> RosterDraft:
    return read_draft(write_xlsx(tmp_path / "花名册.xlsx", {name: rows, **more.pop("extra", {})}, **more))


def _people(draft: RosterDraft) -> list[RowOutcome]:
    return [outcome for outcome in outcomes_of(draft, TODAY) if outcome.person is not None]


def _skipped(draft: RosterDraft) -> list[str]:
    return [outcome.skipped for outcome in outcomes_of(draft, TODAY) if outcome.skipped]


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ("姓  名", Field.NAME),
        ("身份证号码（必填）*", Field.ID_NUMBER),
        ("联系电话1", Field.PHONE),
        ("手机/固话", Field.OTHER_PHONE),
        ("与户主关系：", Field.RELATION),
        ("现居住地址", Field.ADDRESS),
        ("户口所在地", Field.REGISTERED_ADDRESS),
        ("是否低保", Field.TAG),
    ],
)
def test_headings_are_known_however_they_are_written(written: str, field: Field) -> None:
    known = field_of_heading(plain_heading(written))
    assert known is not None
    assert known[0] is field


def test_a_place_is_no_heading() -> None:
    assert field_of_heading(plain_heading("3幢1单元")) is None


def test_title_and_remarks_stand_above_the_heading(tmp_path: Path) -> None:
    rows = [["3幢居民登记表"], ["填表人：王", "", "2026年"], ["姓名", "室号", "证件号码"]]
    rows.append([ONE.name, "201", ONE.number])
    draft = _read(tmp_path, rows)
    assert _skipped(draft) == ["title", "title", "header"]
    assert _people(draft)[0].person.place == (None, "3", None, "201")


def test_an_address_merged_over_three_columns_is_building_unit_and_room(tmp_path: Path) -> None:
    rows = [["姓名", "身份证号", "住址", "", ""], [ONE.name, ONE.number, "3", "2", "501"]]
    draft = _read(tmp_path, rows, merges=[(0, 2, 0, 4)])
    assert _people(draft)[0].person.place == (None, "3", "2", "501")


def test_a_cell_merged_down_holds_for_all_its_rows(tmp_path: Path) -> None:
    rows = [
        ["姓名", "身份证号", "幢", "室", "电话", "备注"],
        [ONE.name, ONE.number, "3", "501", "13800000001", "低保"],
        [TWO.name, TWO.number, "", "", "", ""],
        [THREE.name, THREE.number, "3", "502", "", ""],
    ]
    draft = _read(tmp_path, rows, merges=[(1, column, 2, column) for column in (2, 3, 4, 5)])
    _, second, third = (outcome.person for outcome in _people(draft))
    assert (second.place.room, second.phone, second.tags) == ("501", "13800000001", (TagKind.SUBSISTENCE,))
    assert (third.place.room, third.phone, third.tags) == ("502", None, ())


def test_columns_without_headings_are_known_by_what_they_hold(tmp_path: Path) -> None:
    rows = [[person.number, "13800000001", person.name, "3-1-201"] for person in PEOPLE[:5]]
    draft = _read(tmp_path, rows)
    assert [use.field for use in draft.mapping.sheets[0].sections[0].columns] == [
        Field.ID_NUMBER, Field.PHONE, Field.NAME, Field.ADDRESS,
    ]  # fmt: skip
    assert draft.mapping.sheets[0].sections[0].confidence < 0.6
    assert len(_people(draft)) == 5


def test_cells_win_over_a_heading_they_plainly_deny(tmp_path: Path) -> None:
    rows = [["姓名", "联系电话"], *([person.name, person.number] for person in PEOPLE[:5])]
    use = _read(tmp_path, rows).mapping.sheets[0].sections[0].columns[1]
    assert (use.field, use.confidence) == (Field.ID_NUMBER, 0.5)


def test_people_side_by_side_are_all_found(tmp_path: Path) -> None:
    rows = [["序号", "姓名", "身份证号"] * 2]
    pairs = zip(PEOPLE[:6], PEOPLE[6:], strict=True)
    rows += [[n, one.name, one.number, n + 6, two.name, two.number] for n, (one, two) in enumerate(pairs)]
    draft = _read(tmp_path, rows)
    assert [outcome.person.name for outcome in _people(draft) if outcome.block == 1] == [
        person.name for person in PEOPLE[6:]
    ]
    assert len(_people(draft)) == 12


def test_heads_in_columns_of_their_own_are_people_too(tmp_path: Path) -> None:
    rows = [
        ["户主信息", "", "", "家庭成员信息", "", "", "房号"],
        ["姓名", "身份证号", "电话", "姓名", "身份证号", "关系", ""],
        [ONE.name, ONE.number, "13800000001", TWO.name, TWO.number, "子", "3-1-201"],
        ["", "", "", THREE.name, THREE.number, "女", ""],
    ]
    draft = _read(tmp_path, rows, merges=[(0, 0, 0, 2), (0, 3, 0, 5)])
    people = [outcome.person for outcome in _people(draft)]
    assert [(person.name, person.phone, person.relation) for person in people] == [
        (ONE.name, "13800000001", "户主"), (TWO.name, None, "子"), (THREE.name, None, "女"),
    ]  # fmt: skip
    assert {(person.household, person.household_head, person.place.room) for person in people} == {
        (1, ONE.name, "201")
    }


def test_only_heads_of_household_and_empty_flats(tmp_path: Path) -> None:
    rows = [["楼号", "房号", "户主", "身份证号码"], ["3号楼", 201, ONE.name, ONE.number]]
    draft = _read(tmp_path, [*rows, ["3号楼", 202, "空户", ""]])
    (head,) = _people(draft)
    assert (head.person.relation, head.person.household_head) == ("户主", ONE.name)
    assert _skipped(draft)[-1] == "vacant dwelling"


def test_rows_that_name_a_building_hold_for_the_people_below(tmp_path: Path) -> None:
    rows = [["姓名", "室号", "身份证号"], ["3幢1单元", "", ""], [ONE.name, "201", ONE.number]]
    draft = _read(tmp_path, [*rows, ["4幢", "", ""], [TWO.name, "101", TWO.number]])
    assert [outcome.person.place[1:] for outcome in _people(draft)] == [("3", "1", "201"), ("4", None, "101")]


def test_the_sheet_names_the_building_and_other_sheets_are_left_alone(tmp_path: Path) -> None:
    extra = {
        "统计": [["楼幢", "户数", "人数"], ["5幢", 1, 1]],
        "说明": [["请如实填写"]],
        "下拉": [["姓名", "身份证号"], [TWO.name, TWO.number]],
    }
    rows = [["室号", "姓名", "身份证号", "是否残疾"], ["101", ONE.name, ONE.number, "√"]]
    draft = _read(tmp_path, rows, name="5幢", extra=extra, hidden=["下拉"])
    (only,) = _people(draft)
    assert (only.person.place.building, only.person.tags) == ("5", (TagKind.DISABLED,))
    assert set(_skipped(draft)) == {"header", "no residents on this sheet", "hidden sheet"}


def test_headings_repeated_on_each_page_and_a_second_table_below(tmp_path: Path) -> None:
    rows = [
        ["姓名", "身份证号", "电话"], [ONE.name, ONE.number, ""], ["本页小计", 1, ""],
        ["姓名", "身份证号", "电话"], [TWO.name, TWO.number, ""], ["", "", ""],
        ["租户登记表", "", ""], ["序号", "身份证号", "姓名"], [1, THREE.number, THREE.name],
    ]  # fmt: skip
    draft = _read(tmp_path, rows)
    assert [outcome.person.name for outcome in _people(draft)] == [ONE.name, TWO.name, THREE.name]
    assert _skipped(draft) == ["header", "subtotal", "header", "blank", "title", "header"]


def test_the_person_may_say_what_a_column_means(tmp_path: Path) -> None:
    draft = _read(tmp_path, [["姓名", "编码", "身份证号"], [ONE.name, "8-301", ONE.number]])
    mapping = draft.mapping.with_column("居民", 0, 1, Field.ADDRESS)
    (found,) = [outcome for outcome in outcomes_of(draft, TODAY, mapping) if outcome.person]
    assert found.person.place == (None, "8", None, "301")
    left_out = outcomes_of(draft, TODAY, draft.mapping.without_sheet("居民"))
    assert {outcome.outcome for outcome in left_out} == {Outcome.SKIP}


def test_notes_tell_of_tags_moves_and_deaths(tmp_path: Path) -> None:
    rows = [
        ["姓名", "身份证号", "备注", "民族", "文化程度"],
        [ONE.name, ONE.number, "独居，党员", "汉", "本科"],
        [TWO.name, TWO.number, "2023年迁出", "", ""],
        [f"{THREE.name}（已故）", THREE.number, "未迁出", "", ""],
    ]
    first, second, third = (outcome.person for outcome in _people(_read(tmp_path, rows)))
    assert first.tags == (TagKind.LIVING_ALONE_ELDER, TagKind.PARTY_MEMBER)
    assert (first.ethnic_group, first.note) == ("01", "")
    assert (second.status, second.note) == (ResidentStatus.MOVED_OUT, "2023年迁出")
    assert (third.name, third.status) == (THREE.name, ResidentStatus.DECEASED)


def test_formulas_without_a_value_are_shown_but_never_calculated(tmp_path: Path) -> None:
    rows = [["姓名", "身份证号", "楼幢"], ["=1+1", ONE.number, "3"], [TWO.name, TWO.number, "=C2"]]
    first, second = _people(_read(tmp_path, rows))
    assert first.outcome is Outcome.REFUSED
    assert second.person.place.building == "3"  # as a blank cell, which means the row above
