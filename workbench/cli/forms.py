"""`workbench forms check` and `workbench forms fill`: expressions and forms worked out from scripts."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.cli import forms_batch
from workbench.cli.command import FAILED, OK, Command, say
from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from random import Random

    from workbench.forms.scripted import Filled

_FILL_HELP = """按顺序填写一张表单，写出 ODK 答卷 fill a form from a script and write its submission.

ANSWERS.json: [[path, value], ...] in order. A path is absolute, with or without positions, as in
/data/member[2]/age; an instance that is the next one of its repeat is added where its number is free.
A value is a string, number, true or false, null (clears), or a list of choices; of a picture, sound or
file it is the file's name.

One line is printed for each answer that cannot stand (path = value: message), one for each question that
still has a problem at the end, and a closing line. The submission is written in any case. Exit code: 0 when
no answer was refused and nothing is left open, 1 otherwise (or when form or answers cannot be read).
"""


class UnreadableInput(WorkbenchError):
    """A JSON file does not hold what the command needs."""


def _configure(parser: ArgumentParser) -> None:
    words = parser.add_subparsers(metavar="check|fill|import|template", required=True)
    check = words.add_parser("check", help="核对表达式 evaluate XPath cases", allow_abbrev=False)
    check.add_argument(
        "cases", type=Path, metavar="CASES.json", help="[{id, xml, context, expr, type, expected}]"
    )
    check.add_argument("--now", type=_moment, metavar="ISO", help="当前时间 what now() is")
    check.set_defaults(work=_check)
    fill = words.add_parser(
        "fill", help="填写表单 fill a form", description=_FILL_HELP, allow_abbrev=False,
        formatter_class=RawDescriptionHelpFormatter,
    )  # fmt: skip
    _configure_fill(fill)
    forms_batch.add_words(words)


def _configure_fill(fill: ArgumentParser) -> None:
    fill.add_argument("form", type=Path, metavar="FORM", help="表单 .xlsx, .xls or .xml")
    fill.add_argument(
        "--answers", type=Path, required=True, metavar="ANSWERS.json", help="[[path, value], ...]"
    )
    fill.add_argument("--out", type=Path, required=True, metavar="SUBMISSION.xml", help="答卷 the submission")
    fill.add_argument("--language", default="", help="题目语言 language of texts and messages of the form")
    fill.add_argument(
        "--seed",
        type=int,
        help="随机数起点 where chance and the instanceID come from, for the same run again",
    )
    fill.add_argument(
        "--now", type=_moment, metavar="ISO", help="当前时间 what now() is, e.g. 2026-11-24T09:00"
    )
    fill.set_defaults(work=_fill)


def _run(options: Namespace) -> int:
    return int(options.work(options))


def _check(options: Namespace) -> int:
    from workbench.forms.cases import check_cases

    cases = _list_in(options.cases)
    if not all(isinstance(case, dict) for case in cases):
        raise UnreadableInput(f"{options.cases} 应是一列用例（对象），没有核对；请检查文件。")
    passed = 0
    for checked in check_cases(cases, options.now):
        passed += checked.passed
        say(json.dumps(checked.line(), ensure_ascii=False))
    say(f"{passed} passed, {len(cases) - passed} failed")
    return OK if passed == len(cases) else FAILED


def _fill(options: Namespace) -> int:
    from random import Random

    from workbench.forms.definition.files import read_form
    from workbench.forms.engine.session import FormSession
    from workbench.forms.engine.setting import Setting
    from workbench.forms.scripted import fill
    from workbench.standards.clock import utc_now

    if options.out.resolve() in (options.form.resolve(), options.answers.resolve()):
        raise UnreadableInput(f"{options.out} 就是要读取的文件，没有写入，原文件未改动；请另取文件名。")
    answers = _list_in(options.answers)
    form = read_form(options.form)
    clock = utc_now if options.now is None else lambda: options.now
    new_uuid = partial(_uuid_from, Random(options.seed))
    setting = Setting(clock=clock, language=options.language, seed=options.seed, new_uuid=new_uuid)
    session = FormSession(form, setting)
    if options.language not in ("", session.language):
        known = "、".join(session.languages) or "（只有一种，不必指定）"
        raise UnreadableInput(f"表单没有“{options.language}”这种语言，没有填写；可用的语言：{known}。")
    filled = fill(session, answers)
    options.out.write_bytes(session.submission())
    return _report(filled, options.out)


def _uuid_from(random: Random) -> str:
    from uuid import UUID

    return str(UUID(int=random.getrandbits(128), version=4))


def _report(filled: Filled, out: Path) -> int:
    for refusal in filled.refused:
        say(f"{refusal.path} = {json.dumps(refusal.value, ensure_ascii=False)}：{refusal.message}")
    for remaining in filled.left:
        say(f"{remaining.path} 待处理：{remaining.message}")
    for fault in filled.faults:
        say(fault)
    refused, left = len(filled.refused), len(filled.left)
    say(f"已写出 {out}：答案 {filled.taken} 个，未接受 {refused} 个，待处理 {left} 处。")
    return FAILED if filled.refused or filled.left else OK


def _list_in(path: Path) -> list[Any]:
    try:
        content = json.loads(path.read_text("utf-8-sig"))
    except ValueError as error:
        raise UnreadableInput(f"{path} 不是 UTF-8 编码的 JSON，没有执行；请检查文件。") from error
    if not isinstance(content, list):
        raise UnreadableInput(f"{path} 应是一个列表 [...]，没有执行；请检查文件。")
    return content


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return _in_shanghai(moment) if moment.tzinfo is None else moment.astimezone(UTC)


def _in_shanghai(moment: datetime) -> datetime:
    from workbench.standards.clock import SHANGHAI

    return moment.replace(tzinfo=SHANGHAI).astimezone(UTC)


COMMAND = Command("forms", "核对表达式、填写表单 check expressions and fill forms", _configure, _run)
