"""Forms from the command line: expressions checked, forms filled, and what could not stand said."""

import json

import pytest
from pyxform.xls2xform import convert

from workbench.cli.command import FAILED, MISUSED, OK
from workbench.cli.main import COMMANDS, run

FORM = """
| survey |
| | type | name | label::中文 | label::English | required | constraint | constraint_message::中文 | constraint_message::English |
| | integer | age | 年龄 | Age | yes | . < 120 | 年龄太大 | Too old |
| | select_multiple pet | pets | 宠物 | Pets | | | | |
| | begin repeat | member | 成员 | Member | | | | |
| | text | name | 姓名 | Name | | | | |
| | end repeat | | | | | | | |
| choices |
| | list_name | name | label::中文 | label::English |
| | pet | cat | 猫 | Cat |
| | pet | dog | 狗 | Dog |
"""  # noqa: E501 - one row a line
CASE = {"id": "one", "xml": "<data><a>2</a></data>", "context": "/data", "expr": "a + 1", "type": "number"}


@pytest.fixture
def form(tmp_path):
    path = tmp_path / "form.xml"
    path.write_text(convert(FORM).xform, "utf-8")
    return path


@pytest.fixture
def fill(form, tmp_path, capsys):
    """Fill the form with answers; return the exit code, the lines said, and the submission's text."""

    def fill(answers, *options):
        given, out = tmp_path / "answers.json", tmp_path / "out.xml"
        given.write_text(json.dumps(answers), "utf-8")
        code = run(
            ["forms", "fill", str(form), "--answers", str(given), "--out", str(out), *options], COMMANDS
        )
        return code, capsys.readouterr().out.splitlines(), out.read_text("utf-8")

    return fill


def test_answers_of_every_json_kind_fill_the_form_and_its_repeats(fill):
    code, said, xml = fill(
        [
            ["/data/age", 30.0], ["/data/pets", ["dog", "cat"]], ["/data/member[1]/name", "演示甲"],
            ["/data/member[3]/name", True], ["/data/member/name", None],
        ]
    )  # fmt: skip
    assert code == OK
    assert "<age>30</age><pets>cat dog</pets>" in xml
    assert "<member><name/></member><member><name/></member><member><name>true</name></member>" in xml
    assert said == [said[-1]]
    assert "未接受 0 个，待处理 0 处" in said[-1]


def test_what_cannot_stand_is_said_and_the_submission_still_written(fill):
    code, said, xml = fill(
        [["/data/age", "abc"], ["/data/age", 130], ["/data/pets", "cow"], ["/data/no", 1], ["/data/age", {}]],
        "--language", "English",
    )  # fmt: skip
    assert code == FAILED
    assert said[:2] == ['/data/age = "abc"：请填整数，例如 12。', "/data/age = 130：Too old"]
    assert "没有“cow”" in said[2]
    assert "没有“/data/no”" in said[3]
    assert said[-3:-1] == [
        "/data/age 待处理：Too old",
        "/data/pets 待处理：选项中没有“cow”，请从列出的选项中选择。",
    ]
    assert "<age>130</age>" in xml


def test_what_is_required_and_missing_is_left_open(fill):
    code, said, _ = fill([])
    assert code == FAILED
    assert said[0].startswith("/data/age 待处理：")


def test_the_same_moment_and_seed_give_the_same_submission(fill):
    submissions = {fill([], "--now", "2026-11-24T09:00", "--seed", "3")[2] for _ in range(2)}
    assert len(submissions) == 1


def test_a_language_the_form_lacks_is_named_with_those_it_has(form, tmp_path, capsys):
    answers, out = tmp_path / "answers.json", tmp_path / "o.xml"
    answers.write_text("[]", "utf-8")
    arguments = [
        "forms",
        "fill",
        str(form),
        "--answers",
        str(answers),
        "--out",
        str(out),
        "--language",
        "Deutsch",
    ]
    assert run(arguments, COMMANDS) == FAILED
    assert "中文、English" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("content", ["{", '{"a": 1}'])
def test_answers_that_are_no_list_end_with_one_sentence(form, tmp_path, content, capsys):
    answers = tmp_path / "answers.json"
    answers.write_text(content, "utf-8")
    arguments = ["forms", "fill", str(form), "--answers", str(answers), "--out", str(tmp_path / "o.xml")]
    assert run(arguments, COMMANDS) == FAILED
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not (tmp_path / "o.xml").exists()


def test_the_submission_never_takes_the_place_of_the_form(form, tmp_path, capsys):
    answers = tmp_path / "answers.json"
    answers.write_text("[]", "utf-8")
    before = form.read_bytes()
    assert (
        run(["forms", "fill", str(form), "--answers", str(answers), "--out", str(form)], COMMANDS) == FAILED
    )
    assert form.read_bytes() == before


def test_cases_are_checked_line_by_line_and_counted(tmp_path, capsys):
    cases = tmp_path / "cases.json"
    wrong = {**CASE, "id": "two", "expected": 4}
    cases.write_text(json.dumps([{**CASE, "expected": 3}, wrong]), "utf-8")
    assert run(["forms", "check", str(cases)], COMMANDS) == FAILED
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["passed"] for line in lines[:2]] == [True, False]
    assert lines[2] == "1 passed, 1 failed"


def test_all_passed_is_success(tmp_path, capsys):
    cases = tmp_path / "cases.json"
    cases.write_text(json.dumps([{**CASE, "expected": 3}]), "utf-8")
    assert run(["forms", "check", str(cases)], COMMANDS) == OK


def test_one_of_the_two_words_is_needed(capsys):
    with pytest.raises(SystemExit) as left:
        run(["forms"], COMMANDS)
    assert left.value.code == MISUSED
