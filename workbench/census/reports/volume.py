"""The tabulation volume of a census as a report (汇总表册): nothing small is shown in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.census.reports.printing import CONFIDENTIAL, HIDDEN, Printer
from workbench.census.suppression import Protected, protect
from workbench.census.tabulation.people import Basis
from workbench.documents.model import Block, ChartKind, Column, Fact, Heading, Paragraph, Report, Table

if TYPE_CHECKING:
    from workbench.census.tabulation import Indicator, Tabulation, Volume
    from workbench.documents.setting import ReportSetting

_BASES = {
    Basis.RESIDENT: "统计口径为常住人口：住在本地、户口也在本地或待定的人，住在本地、离开户口登记地半年以上"
    "的人，以及户口在本地、外出不满半年或在境外的人。",
    Basis.ENUMERATED: "统计口径为全部登记人口，包括户口在本地而居住在外和居住不满半年的人。",
}
_SEXES = (0, 1)


def volume_report(name: str, volume: Volume, setting: ReportSetting) -> Report:
    """Return every table of a round with its charts, protected together."""
    protected = protect(volume.tables)
    printers = {table.rows.name: Printer(table, protected) for table in volume.tables}
    moment = volume.moment
    subtitle = f"{name} · 标准时点 {moment.year}年{moment.month}月{moment.day}日零时"
    blocks: list[Block] = [
        Paragraph(_BASES[volume.basis]),
        Paragraph(CONFIDENTIAL),
        _leading(volume, protected),
    ]
    for heading, names in _SECTIONS:
        blocks.append(Heading(heading))
        for each in names:
            blocks += _blocks(each, printers[each])
    return setting.report("人口和住户汇总表", subtitle, facts=_facts(volume, protected), blocks=tuple(blocks))


def _blocks(name: str, printer: Printer) -> list[Block]:
    if name == "age":
        return [printer.chart(ChartKind.PYRAMID, "人口金字塔"), printer.table(ratio=_SEXES)]
    if name == "event":
        return [printer.plain()]
    table = printer.table(ratio=_SEXES if name in _BY_SEX else None)
    kind = _CHARTS.get(name)
    if kind is None:
        return [table]
    title = table.name.partition("和")[0].removeprefix("按")
    return [printer.totals_chart(kind, title, _NOT_CHARTED), table]


def _facts(volume: Volume, protected: Protected) -> tuple[Fact, ...]:
    people, homes = volume.people_tables[0], volume.household_tables[0]
    return (
        Fact(volume.basis.label, _total(people, protected)),
        Fact("户数", _total(homes, protected)),
        *(Fact(each.name, _figure(each, protected)) for each in volume.indicators[:6]),
    )


def _total(table: Tabulation, protected: Protected) -> str:
    shown = protected.shows(table.key(None, None))
    return f"{table.total:,} {table.unit}" if shown else HIDDEN


def _leading(volume: Volume, protected: Protected) -> Table:
    rows = [(each.name, _figure(each, protected)) for each in volume.indicators]
    return Table("主要指标", (Column("指标", width=40), Column("数值", width=20)), rows)


def _figure(indicator: Indicator, protected: Protected) -> str:
    """Return a figure as printed; hidden with any number it can be traced back to."""
    if not all(map(protected.shows, indicator.needs)):
        return HIDDEN
    if indicator.value is None:
        return "—"
    space = "" if indicator.unit in ("", "%") else " "
    return f"{indicator.value:,.2f}{space}{indicator.unit}"


_SECTIONS = (
    ("一、年龄和性别", ("age",)),
    ("二、受教育程度和识字", ("education", "literacy")),
    ("三、民族", ("ethnic_group",)),
    ("四、人户关系和流动", ("movement", "left_since", "left_reason")),
    ("五、家庭、户和人口变动", ("relation", "size", "generations", "event")),
    ("六、住房", ("dwelling", "rooms", "area")),
)
_BY_SEX = frozenset(
    {"education", "literacy", "ethnic_group", "movement", "left_since", "left_reason", "relation"}
)
_NOT_CHARTED = frozenset({"-", "stayed"})
"""Those who were not asked would dwarf those who were."""
_CHARTS = {
    "education": ChartKind.BAR,
    "movement": ChartKind.DONUT,
    "left_reason": ChartKind.BAR,
    "size": ChartKind.BAR,
    "dwelling": ChartKind.DONUT,
    "rooms": ChartKind.BAR,
    "area": ChartKind.BAR,
}
