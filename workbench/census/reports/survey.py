"""The tables of a survey or poll as a report (调查汇总表), whatever its form asks: nothing small is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.census.reports.printing import CONFIDENTIAL, HIDDEN, HIDDEN_NOTE, Printer
from workbench.census.suppression import Protected, protect
from workbench.documents.model import (
    Block,
    Chart,
    ChartKind,
    Column,
    ColumnKind,
    Fact,
    Paragraph,
    Report,
    Row,
    Series,
    Table,
)

if TYPE_CHECKING:
    from workbench.census.tabulation import Tabulation
    from workbench.census.tabulation.answers import Answered
    from workbench.documents.setting import ReportSetting

_CHOSEN, _NOT_CHOSEN = 0, 1
"""The rows of an option's table."""


def survey_report(name: str, filled: int, answered: Sequence[Answered], setting: ReportSetting) -> Report:
    """Return the answers of `filled` forms, all questions protected together, each with its chart."""
    tables = [table for each in answered for table in each.tables]
    protected = protect(tables)
    blocks: list[Block] = [Paragraph(CONFIDENTIAL)]
    for each in answered:
        blocks += _many(each, protected) if each.question.many else _one(each.tables[0], protected)
    shown = all(protected.shows(table.key(None, None)) for table in tables)
    facts = (Fact("回收份数", f"{filled:,} 份" if shown else HIDDEN), Fact("题数", f"{len(answered)} 题"))
    return setting.report("调查汇总表", name, facts=facts, blocks=tuple(blocks))


def _one(table: Tabulation, protected: Protected) -> list[Block]:
    # Not stacked: where a part is hidden the height of the stack would be wrong.
    printer = Printer(table, protected)
    return [printer.chart(ChartKind.BAR, table.name), printer.table()]


def _many(answered: Answered, protected: Protected) -> list[Block]:
    """List the options of a question with how many chose each, of those who answered it."""
    options = list(zip(answered.question.options.values(), answered.tables, strict=True))
    rows = [_option(label, table, protected) for label, table in options]
    values = tuple(float(row[1]) if isinstance(row[1], int) else None for row in rows)
    labels = tuple(label for label, _ in options)
    label = answered.question.label
    name = label if "多选" in label else f"{label}（可多选）"
    columns = (
        Column("选项"), Column("选择", ColumnKind.INTEGER), Column("未选", ColumnKind.INTEGER),
        Column("占回答者", ColumnKind.PERCENT),
    )  # fmt: skip
    note = HIDDEN_NOTE if any(HIDDEN in row for row in rows) else ""
    return [
        Chart(ChartKind.BAR, name, labels, (Series("选择", values),), unit="份"),
        Table(name, columns, rows, note=note),
    ]


def _option(label: str, table: Tabulation, protected: Protected) -> Row:
    chosen, others = table.row_totals[_CHOSEN], table.row_totals[_NOT_CHOSEN]
    shown = [protected.shows(table.key(row, None)) for row in (_CHOSEN, _NOT_CHOSEN)]
    share: float | str | None = HIDDEN
    if all(shown):
        share = chosen / (chosen + others) if chosen + others else None
    counts = zip((chosen, others), shown, strict=True)
    return (label, *(count if open_ else HIDDEN for count, open_ in counts), share)
