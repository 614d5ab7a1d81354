"""The operator report (录入员统计表): how fast and how right everybody types, as typist and as verifier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from workbench.census.operators import Accuracy, ModeFigures, OperatorFigures, all_together
from workbench.documents.model import Chart, ChartKind, Column, ColumnKind, Fact, Report, Row, Series, Table

if TYPE_CHECKING:
    from workbench.documents.setting import ReportSetting

_NOTE = (
    "每小时击键数按扣除停顿后的录入时间计算，超过一分钟没有击键的为停顿；每千次击键差错数＝核定为其差错的字段数÷"
    "相应表的击键数×1000。"
)
_WHOLE = ColumnKind.INTEGER
_TYPING = (
    Column("户数", _WHOLE), Column("字段数", _WHOLE), Column("击键数", _WHOLE),
    Column("录入时间（小时）", ColumnKind.DECIMAL), Column("停顿（小时）", ColumnKind.DECIMAL),
    Column("每小时击键数", _WHOLE), Column("每小时户数", ColumnKind.DECIMAL),
    Column("每字段击键数", ColumnKind.DECIMAL), Column("退改率", ColumnKind.PERCENT),
)  # fmt: skip
_ERRORS = (
    Column("双录比对字段", _WHOLE), Column("差错字段", _WHOLE), Column("差错率", ColumnKind.PERCENT),
    Column("每千次击键差错", ColumnKind.DECIMAL),
)  # fmt: skip


def operator_report(name: str, figures: Sequence[OperatorFigures], setting: ReportSetting) -> Report:
    """Return what the typists of a round did."""
    whole = all_together(figures)
    blocks = (
        _speed(figures, setting),
        _accuracy_chart(figures, setting),
        _typed("首次录入和更正", figures, setting, lambda each: each.entry),
        _typed("双录复核", figures, setting, lambda each: each.verification),
        _accuracy("录入差错（作为录入员）", figures, setting, lambda each: each.as_keyer),
        _accuracy("录入差错（作为复核员）", figures, setting, lambda each: each.as_verifier),
    )
    facts = (
        Fact("录入户数", f"{whole.entry.cases:,} 户"),
        Fact("平均每小时击键", _figure(whole.entry.keystrokes_an_hour, ",.0f")),
        Fact("录入员每千次击键差错", _figure(whole.as_keyer.errors_a_thousand, ".2f")),
        Fact("复核员每千次击键差错", _figure(whole.as_verifier.errors_a_thousand, ".2f")),
    )
    return setting.report("录入员统计表", name, facts=facts, blocks=blocks, landscape=True)


def _typed(
    name: str,
    figures: Sequence[OperatorFigures],
    setting: ReportSetting,
    part: Callable[[OperatorFigures], ModeFigures],
) -> Table:
    rows = [(setting.staff(each.staff_id), *_mode(part(each))) for each in figures if part(each).sittings]
    totals = ("合计", *_mode(part(all_together(figures)))) if rows else None
    return Table(name, (Column("人员"), *_TYPING), rows, totals=totals, note=_NOTE)


def _mode(mode: ModeFigures) -> Row:
    return (
        mode.cases, mode.fields, mode.keystrokes, mode.active / 3600, mode.pause / 3600,
        _whole(mode.keystrokes_an_hour), mode.cases_an_hour, mode.keystrokes_a_field, mode.correction_rate,
    )  # fmt: skip


def _accuracy(
    name: str,
    figures: Sequence[OperatorFigures],
    setting: ReportSetting,
    part: Callable[[OperatorFigures], Accuracy],
) -> Table:
    rows = [(setting.staff(each.staff_id), *_errors(part(each))) for each in figures if part(each).compared]
    totals = ("合计", *_errors(part(all_together(figures)))) if rows else None
    return Table(name, (Column("人员"), *_ERRORS), rows, totals=totals, note=_NOTE)


def _errors(accuracy: Accuracy) -> Row:
    return accuracy.compared, accuracy.wrong, accuracy.error_rate, accuracy.errors_a_thousand


def _speed(figures: Sequence[OperatorFigures], setting: ReportSetting) -> Chart:
    drawn = [each for each in figures if each.entry.keystrokes_an_hour is not None]
    names = tuple(setting.staff(each.staff_id) for each in drawn)
    values = tuple(_whole(each.entry.keystrokes_an_hour) for each in drawn)
    return Chart(ChartKind.BAR, "每小时击键数（扣除停顿）", names, (Series("击键数", values),), unit="次")


def _accuracy_chart(figures: Sequence[OperatorFigures], setting: ReportSetting) -> Chart:
    drawn = [each for each in figures if each.as_keyer.compared or each.as_verifier.compared]
    names = tuple(setting.staff(each.staff_id) for each in drawn)
    keyer = Series("作为录入员", tuple(each.as_keyer.errors_a_thousand for each in drawn))
    verifier = Series("作为复核员", tuple(each.as_verifier.errors_a_thousand for each in drawn))
    return Chart(ChartKind.BAR, "每千次击键差错数", names, (keyer, verifier), unit="个")


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


def _figure(value: float | None, pattern: str) -> str:
    return "—" if value is None else format(value, pattern)
