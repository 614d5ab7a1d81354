"""The day sheet (日报、当日受理登记) and the list of matters in hand, overdue ones first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from workbench.documents.model import Chart, ChartKind, Column, ColumnKind, Fact, Report, Row, Series, Table
from workbench.intake.kinds import Lamp
from workbench.intake.rules.lamps import Signal, Watched
from workbench.standards.clock import local_date

if TYPE_CHECKING:
    from workbench.documents.setting import ReportSetting
    from workbench.intake.queries import DaySheet, MatterRow

_RECEIVED_COLUMNS = (
    Column("序号", ColumnKind.INTEGER, 6),
    Column("办件编号"),
    Column("收件时间", ColumnKind.DATETIME),
    Column("申请人"),
    Column("证件号码"),
    Column("代办人"),
    Column("事项"),
    Column("条线"),
    Column("渠道"),
    Column("状态"),
    Column("承诺办结", ColumnKind.DATE),
    Column("经办人"),
)
_OPEN_COLUMNS = (
    Column("序号", ColumnKind.INTEGER, 6),
    Column("期限"),
    Column("办件编号"),
    Column("申请人"),
    Column("证件号码"),
    Column("事项"),
    Column("条线"),
    Column("状态"),
    Column("收件日期", ColumnKind.DATE),
    Column("承诺办结", ColumnKind.DATE),
    Column("当前期限", ColumnKind.DATE),
    Column("剩余工作日", ColumnKind.INTEGER),
    Column("经办人"),
)
_PROVISIONAL = "承诺办结日期跨入尚未公布节假日安排的年度的，为暂定日期，公布后自动重算。"
_PROMISE_LATE = "容缺逾期"
_OPEN_LAMPS = (Lamp.RED, Lamp.YELLOW, Lamp.GREEN, Lamp.PAUSED)
# In the order of the chart's colours, so that late ones are drawn red and those in time green.
_DRAWN_LAMPS = (Lamp.PAUSED, Lamp.YELLOW, Lamp.GREEN, Lamp.RED)


def day_sheet_report(sheet: DaySheet, setting: ReportSetting) -> Report:
    """Return the register of what was received on a day."""
    rows = [_received(number, row, setting) for number, row in enumerate(sheet.received, 1)]
    facts = (
        Fact("收件件数", f"{len(sheet.received)} 件"),
        Fact("办结件数", f"{len(sheet.decided)} 件"),
        Fact("到访人次", f"{sheet.visits} 人次"),
        Fact("取号", f"{sheet.tickets} 个（已办 {sheet.served} 个）"),
    )
    table = Table("当日受理登记", _RECEIVED_COLUMNS, rows)
    return setting.report("当日受理登记", _day(sheet.day), facts=facts, blocks=(table,), landscape=True)


def open_matters_report(rows: Sequence[MatterRow], today: date, setting: ReportSetting) -> Report:
    """Return every matter in hand, overdue ones first."""
    lamps = Counter(row.signal.lamp for row in rows)
    facts = (
        Fact("在办", f"{len(rows)} 件"),
        *(Fact(lamp.label, f"{lamps[lamp]} 件") for lamp in _OPEN_LAMPS),
    )
    chart = Chart(
        ChartKind.DONUT,
        "在办件期限状况",
        tuple(lamp.label for lamp in _DRAWN_LAMPS),
        (Series("件数", tuple(float(lamps[lamp]) for lamp in _DRAWN_LAMPS)),),
        unit="件",
    )
    listed = [_open(number, row, setting) for number, row in enumerate(rows, 1)]
    table = Table("在办件明细", _OPEN_COLUMNS, listed, note=_PROVISIONAL)
    blocks = (chart, table) if rows else (table,)
    return setting.report("在办与逾期办件", f"截至{_day(today)}", facts=facts, blocks=blocks, landscape=True)


def _received(number: int, row: MatterRow, setting: ReportSetting) -> Row:
    return (
        number,
        row.number,
        row.received_at,
        row.applicant_name,
        row.applicant_id_number,
        row.agent_name,
        row.item_name,
        setting.post(row.post),
        row.channel.label,
        row.state.label,
        row.promised_on,
        setting.staff(row.owner_id),
    )


def _open(number: int, row: MatterRow, setting: ReportSetting) -> Row:
    return (
        number,
        _lamp_words(row.signal),
        row.number,
        row.applicant_name,
        row.applicant_id_number,
        row.item_name,
        setting.post(row.post),
        row.state.label,
        local_date(row.received_at),
        row.promised_on,
        row.signal.due,
        row.signal.days_left,
        setting.staff(row.owner_id),
    )


def _lamp_words(signal: Signal) -> str:
    """Return the lamp; what is late may be the resident's promise, and not the matter."""
    return _PROMISE_LATE if signal.watched is Watched.PROMISE else signal.lamp.label


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
