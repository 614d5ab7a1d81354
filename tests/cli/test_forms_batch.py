"""`workbench forms template` and `workbench forms import`, as a script runs them."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.forms.batch.typed import household_record, member_records, write
from tests.forms.households import Household, households
from workbench.cli.main import COMMANDS, run


def forms(*arguments: object) -> int:
    return run(["forms", *map(str, arguments)], COMMANDS)


def typed(path: Path, families: tuple[Household, ...]) -> Path:
    members = [
        {"household_no": family.number} | record for family in families for record in member_records(family)
    ]
    return write(path, {"户": [household_record(family) for family in families], "人": members})


def test_a_template_of_a_shipped_form_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert forms("template", "needs_survey", "--out", tmp_path / "t.xlsx") == 0
    assert "1. 您家现在的住房是？" in [
        cell.value for cell in load_workbook(tmp_path / "t.xlsx").worksheets[0][1]
    ]
    assert "模板" in capsys.readouterr().out


def test_typed_households_become_submissions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = typed(tmp_path / "typed.xlsx", households(2))
    code = forms("import", "census_short", data, "--out", tmp_path / "out", "--report", tmp_path / "r.xlsx")
    assert code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["000002.xml", "000003.xml"]
    assert "完整 2" in capsys.readouterr().out
    assert (tmp_path / "r.xlsx").is_file()


def test_a_row_with_a_problem_lies_apart_and_the_code_says_so(tmp_path: Path) -> None:
    families = households(2)
    rows = [household_record(families[0]), household_record(families[1]) | {"h7_rooms": 0}]
    members = [
        {"household_no": family.number} | each for family in families for each in member_records(family)
    ]
    data = write(tmp_path / "typed.xlsx", {"户": rows, "人": members})
    code = forms("import", "census_short", data, "--out", tmp_path / "out", "--report", tmp_path / "r.xlsx")
    assert code == 1
    assert [path.name for path in (tmp_path / "out" / "problems").iterdir()] == ["000003.xml"]
    cells = [cell.value for row in load_workbook(tmp_path / "r.xlsx")["问题明细"].iter_rows() for cell in row]
    assert "h7_rooms" in cells


def test_nothing_is_written_among_others_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = typed(tmp_path / "typed.xlsx", households(1))
    report = tmp_path / "r.xlsx"
    assert forms("import", "census_short", data, "--out", tmp_path, "--report", report) == 1
    assert "已有文件" in capsys.readouterr().err
    assert not report.exists()


def test_the_report_does_not_take_the_place_of_the_data(tmp_path: Path) -> None:
    data = typed(tmp_path / "typed.xlsx", households(1))
    before = data.read_bytes()
    assert forms("import", "census_short", data, "--out", tmp_path / "out", "--report", data) == 1
    assert data.read_bytes() == before
