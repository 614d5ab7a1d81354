"""Writes microdata as CSV with a codebook, and as an SPSS file (.sav) with labels and missing values."""

from __future__ import annotations

import csv
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from workbench.census.microdata.variables import missing_of
from workbench.documents.files import replacing
from workbench.documents.model import Column, ColumnKind, Report, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from workbench.census.microdata.sample import Microdata

ID, ID_LABEL = "id", "序号（随机，与登记资料无关）"
_LABEL, _NOTE_LINE = 21, 26
"""Chinese characters that fit the 64 bytes of a file's label and the 80 of a line of its notes (SPSS)."""
_MEASURES = {"nominal": "分类", "ordinal": "顺序", "scale": "数值"}


def write_csv(data: Microdata, path: Path) -> None:
    """Write the lines as CSV (UTF-8 with a mark that Excel knows). Raises DocumentNotWritten."""
    with replacing(path) as target:
        text = TextIOWrapper(target, "utf-8-sig", newline="", write_through=True)
        writer = csv.writer(text)
        writer.writerow([ID, *(variable.name for variable in data.variables)])
        writer.writerows(data.lines)
        text.detach()


def write_codebook_csv(data: Microdata, path: Path) -> None:
    """Write the codebook as CSV: a line for each value of each variable. Raises DocumentNotWritten."""
    with replacing(path) as target:
        text = TextIOWrapper(target, "utf-8-sig", newline="", write_through=True)
        writer = csv.writer(text)
        writer.writerow([column.header for column in _COLUMNS])
        writer.writerows(_codebook_rows(data))
        text.detach()


def codebook(data: Microdata, title: str, generated_by: str, generated_at: datetime) -> Report:
    """Return the codebook (数据说明) as a report, to be written as Excel or PDF."""
    return Report(
        title=f"{title}数据说明",
        generated_by=generated_by,
        generated_at=generated_at,
        blocks=(Table("变量和代码", _COLUMNS, tuple(_codebook_rows(data)), note=_note(data)),),
    )


def write_sav(data: Microdata, path: Path, title: str) -> None:
    """Write the lines as an SPSS file with labels, scales and missing values. Raises DocumentNotWritten."""
    from pandas import DataFrame
    from pyreadstat import write_sav as write

    names = [ID, *(variable.name for variable in data.variables)]
    frame = DataFrame(list(data.lines), columns=names, dtype="int64")
    # pyreadstat takes only a path; it is written aside, and moved in whole like any other document.
    with TemporaryDirectory() as folder, replacing(path) as target:
        draft = Path(folder) / "data.sav"
        write(frame, str(draft), file_label=title[:_LABEL], note=_note_lines(data), **_described(data))
        target.write(draft.read_bytes())


def _described(data: Microdata) -> dict[str, Any]:
    every = data.variables
    return {
        "column_labels": {ID: ID_LABEL} | {each.name: each.label for each in every},
        "variable_value_labels": {each.name: {**each.values, **missing_of(each)} for each in every},
        "missing_ranges": {each.name: list(missing_of(each)) for each in every},
        "variable_measure": {ID: "nominal"} | {each.name: each.measure for each in every},
        "variable_format": dict.fromkeys([ID, *(each.name for each in every)], "F8.0"),
    }


_COLUMNS = (
    Column("变量名", width=14),
    Column("变量含义", width=30),
    Column("类型", width=8),
    Column("代码", ColumnKind.INTEGER, 8),
    Column("代码含义", width=34),
    Column("缺失值", width=8),
)


def _codebook_rows(data: Microdata) -> Iterator[Row]:
    yield ID, ID_LABEL, _MEASURES["nominal"], None, "", ""
    for variable in data.variables:
        measure, missing = _MEASURES[variable.measure], missing_of(variable)
        if not variable.values:
            yield variable.name, variable.label, measure, None, "数值", ""
        for code, label in variable.values.items():
            yield variable.name, variable.label, measure, code, label, ""
        for code, label in missing.items():
            yield variable.name, variable.label, measure, code, label, "是"


def _note(data: Microdata) -> str:
    return (
        f"共{len(data.lines)}条；不含姓名、号码、电话、住址和出生年月，顺序随机。任何可被熟人知道的特征组合至少有"
        f"{data.smallest}人相同，为此隐去了{data.hidden}个值。只供统计分析，不得用于识别个人（《统计法》）。"
    )


def _note_lines(data: Microdata) -> list[str]:
    note = _note(data)
    return [note[at : at + _NOTE_LINE] for at in range(0, len(note), _NOTE_LINE)]
