"""`workbench forms import` and `workbench forms template`: typed paper answers become submissions."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.access import check_target
from workbench.cli.command import FAILED, OK, say
from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.forms.batch.outcome import BatchResult, RowOutcome
    from workbench.forms.form import Form

_FORM_HELP = "表单 .xlsx, .xls or .xml, 或随附表单的名称 or the name of a shipped form"
_IMPORT_HELP = (
    "批量导入纸质表的录入 import typed paper answers. Writes a submission for each row that is complete, and "
    "the others under problems/; exit code 1 when any row is not complete."
)
_PROBLEMS = "problems"


class FolderNotEmpty(WorkbenchError):
    """Submissions would stand among others' files; nothing was written."""


def add_words(words: _SubParsersAction[ArgumentParser]) -> None:
    """Add `import` and `template` to the words after `workbench forms`."""
    reading = words.add_parser(
        "import", help="批量导入 batch import", description=_IMPORT_HELP, allow_abbrev=False
    )
    reading.add_argument("form", metavar="FORM", help=_FORM_HELP)
    reading.add_argument("data", type=Path, metavar="DATA.xlsx", help="录入的工作簿 the typed workbook")
    reading.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="答卷文件夹，须为空 an empty folder"
    )
    reading.add_argument("--report", type=Path, required=True, metavar="OUT.xlsx", help="逐行结果 every row")
    reading.set_defaults(work=_import)
    template = words.add_parser("template", help="录入模板 a workbook to type into", allow_abbrev=False)
    template.add_argument("form", metavar="FORM", help=_FORM_HELP)
    template.add_argument("--out", type=Path, required=True, metavar="T.xlsx", help="模板 the template")
    template.set_defaults(work=_template)


def _import(options: Namespace) -> int:
    from workbench.documents.excel import write_excel
    from workbench.forms.batch.importing import import_workbook
    from workbench.forms.batch.report import batch_report
    from workbench.standards.clock import utc_now

    for target in (options.out, options.report):
        check_target(options, target, options.data)
    _check_empty(options.out)
    result = import_workbook(_form(options.form), options.data)
    write_excel(batch_report(result, utc_now()), options.report)
    for outcome in result.outcomes:
        _write(options.out, outcome)
    return _tell(result, options.report)


def _template(options: Namespace) -> int:
    from workbench.forms.batch.template import write_template

    check_target(options, options.out, Path(options.form))
    write_template(_form(options.form), options.out)
    say(f"模板已写出：{options.out}")
    return OK


def _form(name: str) -> Form:
    from workbench.forms.definition import read_form
    from workbench.forms.shipped import SHIPPED_FORMS

    shipped = {form.form_id: form.path for form in SHIPPED_FORMS}
    return read_form(shipped.get(name, Path(name)))


def _check_empty(folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()):
        raise FolderNotEmpty(f"文件夹 {folder} 里已有文件，没有写入；请另指定一个空文件夹。")
    folder.mkdir(parents=True, exist_ok=True)


def _write(folder: Path, outcome: RowOutcome) -> None:
    """Write a submission under the number of its row; sheets and keys are from outside and name no file."""
    from workbench.forms.batch.outcome import RowStatus

    if outcome.status is RowStatus.REFUSED:
        return
    within = folder if outcome.status is RowStatus.COMPLETE else folder / _PROBLEMS
    within.mkdir(exist_ok=True)
    (within / f"{outcome.place.row:06}.xml").write_bytes(outcome.submission)


def _tell(result: BatchResult, report: Path) -> int:
    from workbench.forms.batch.outcome import RowStatus

    words = "，".join(f"{status.label} {result.count(status)}" for status in RowStatus)
    say(f"导入完成：{words}。报告：{report}")
    return OK if result.count(RowStatus.COMPLETE) == len(result.outcomes) else FAILED
