"""The monthly report of intake (受理月报): by item, post and worker, with rates and charts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from workbench.documents.model import Chart, ChartKind, Column, ColumnKind, Fact, Report, Row, Series, Table
from workbench.intake.queries import Span
from workbench.intake.rules.tally import Tally, total

if TYPE_CHECKING:
    from workbench.documents.setting import ReportSetting
    from workbench.intake.queries.statistics import Counted, DayFigures

_FIGURES: tuple[tuple[Column, Callable[[Tally], int | float | None]], ...] = (
    (Column("收件", ColumnKind.INTEGER), lambda tally: tally.received),
    (Column("受理", ColumnKind.INTEGER), lambda tally: tally.accepted),
    (Column("补正", ColumnKind.INTEGER), lambda tally: tally.supplemented),
    (Column("不予受理", ColumnKind.INTEGER), lambda tally: tally.refused),
    (Column("撤回", ColumnKind.INTEGER), lambda tally: tally.withdrawn),
    (Column("办结", ColumnKind.INTEGER), lambda tally: tally.decided),
    (Column("按时办结率", ColumnKind.PERCENT), lambda tally: tally.on_time_rate),
    (Column("平均用时（工作日）", ColumnKind.DECIMAL), lambda tally: tally.average_days),
    (Column("送达", ColumnKind.INTEGER), lambda tally: tally.finished),
    (Column("最多跑一次率", ColumnKind.PERCENT), lambda tally: tally.once_rate),
    (Column("评价", ColumnKind.INTEGER), lambda tally: tally.rated),
    (Column("满意率", ColumnKind.PERCENT), lambda tally: tally.satisfaction),
    (Column("差评", ColumnKind.INTEGER), lambda tally: tally.bad),
    (Column("差评整改率", ColumnKind.PERCENT), lambda tally: tally.follow_up_rate),
)
_NOTE = (
    "最多跑一次率：已送达办件中到窗口次数不超过一次的比例；满意率：非常满意、满意、基本满意占全部评价的比例。"
)
_TOP = 10


def monthly_report(
    span: Span,
    by_item: Sequence[Counted],
    by_post: Sequence[Counted],
    by_worker: Sequence[Counted],
    days: Sequence[DayFigures],
    setting: ReportSetting,
) -> Report:
    """Return the report of a month, or of what has passed of it: counted three ways, and day by day."""
    whole = total(each.tally for each in by_post)
    blocks = (
        _by_day(days),
        _by_post(by_post, setting),
        _table("按条线", "条线", by_post, lambda each: setting.post(each.key)),
        _busiest(by_item),
        _table("按事项", "事项", by_item, lambda each: each.label),
        _table("按经办人", "经办人", by_worker, lambda each: setting.staff(each.key)),
    )
    return setting.report("受理工作月报", _month(span), facts=_facts(whole), blocks=blocks, landscape=True)


def _month(span: Span) -> str:
    month = f"{span.first.year}年{span.first.month}月"
    if span.last < span.first:
        return f"{month}（尚未开始）"
    whole = Span.of_month(span.first.year, span.first.month)
    return month if span == whole else f"{month}（截至{span.last.day}日）"


def _facts(whole: Tally) -> tuple[Fact, ...]:
    return (
        Fact("收件", f"{whole.received} 件"),
        Fact("受理", f"{whole.accepted} 件"),
        Fact("办结", f"{whole.decided} 件"),
        Fact("按时办结率", _percent(whole.on_time_rate)),
        Fact("最多跑一次率", _percent(whole.once_rate)),
        Fact("满意率", _percent(whole.satisfaction)),
        Fact("差评", f"{whole.bad} 件（已整改 {whole.followed_up} 件）"),
    )


def _percent(share: float | None) -> str:
    return "—" if share is None else f"{share:.1%}"


def _table(name: str, heading: str, lines: Sequence[Counted], label: Callable[[Counted], str]) -> Table:
    columns = (Column(heading), *(column for column, _ in _FIGURES))
    rows = [_row(label(each), each.tally) for each in lines]
    totals = _row("合计", total(each.tally for each in lines))
    return Table(name, columns, rows, totals=totals if rows else None, note=_NOTE)


def _row(label: str, tally: Tally) -> Row:
    return (label, *(figure(tally) for _, figure in _FIGURES))


def _by_day(days: Sequence[DayFigures]) -> Chart:
    return Chart(
        ChartKind.LINE,
        "每日收件与办结",
        tuple(str(each.day.day) for each in days),
        (
            Series("收件", tuple(float(each.received) for each in days)),
            Series("办结", tuple(float(each.decided) for each in days)),
        ),
        unit="件",
    )


def _by_post(lines: Sequence[Counted], setting: ReportSetting) -> Chart:
    return Chart(
        ChartKind.BAR,
        "各条线收件与办结",
        tuple(setting.post(each.key) for each in lines),
        (
            Series("收件", tuple(float(each.tally.received) for each in lines)),
            Series("办结", tuple(float(each.tally.decided) for each in lines)),
        ),
        unit="件",
    )


def _busiest(lines: Sequence[Counted]) -> Chart:
    top = lines[:_TOP]
    return Chart(
        ChartKind.BAR,
        f"收件最多的{len(top)}个事项",
        tuple(each.label for each in top),
        (Series("收件", tuple(float(each.tally.received) for each in top)),),
        unit="件",
    )
