"""Reports on the register: how many people live here, and who (人口统计表, 居民名册)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from workbench.documents.model import (
    Chart,
    ChartKind,
    Column,
    ColumnKind,
    Fact,
    Report,
    Row,
    Series,
    Signature,
    Table,
    Watermark,
)

if TYPE_CHECKING:
    from workbench.people.population import Count, Population
    from workbench.people.views import PersonHit


@dataclass(frozen=True, slots=True)
class Issued:
    """Who issues a report for which community, and when (UTC)."""

    by: str
    community: str
    at: datetime


class RosterRows:
    """The lines of a roster, numbered anew each time they are gone through."""

    def __init__(self, people: Iterable[PersonHit]) -> None:
        self._people = people

    def __iter__(self) -> Iterator[Row]:
        for number, one in enumerate(self._people, 1):
            yield (
                number, one.name, one.sex.label, one.age, one.id_number, one.phone, one.address,
                "、".join(tag.label for tag in one.tags), one.status.label,
            )  # fmt: skip


def population_report(population: Population, issued: Issued) -> Report:
    """Return the population report: by grid, building, age, registration and tag, with two charts."""
    total = population.total
    return Report(
        title="社区人口统计表",
        subtitle=f"截至 {population.on:%Y-%m-%d}",
        issuer=issued.community,
        facts=(
            Fact("在住人口", f"{total.total:,} 人"),
            Fact("住户", f"{total.households:,} 户"),
            Fact("男", f"{total.male:,} 人"),
            Fact("女", f"{total.female:,} 人"),
        ),
        blocks=(
            _table("按网格", "网格", population.by_grid, total),
            _table("按楼栋", "楼栋", population.by_building, total),
            _table("按年龄", "年龄段", population.by_age, total),
            Chart(ChartKind.STACKED_BAR, "年龄与性别", *_by_sex(population.by_age), unit="人"),
            _table("按户籍", "户籍情况", population.by_registration, total),
            _table("重点人群", "类别", population.by_tag, None),
            Chart(ChartKind.BAR, "重点人群", *_totals(population.by_tag), unit="人"),
        ),
        signatures=(Signature("填报人"), Signature("审核人")),
        generated_at=issued.at,
        generated_by=issued.by,
    )


def roster_report(title: str, people: Iterable[PersonHit], issued: Issued, purpose: str) -> Report:
    """Return a list of residents, masked, watermarked with who took it and for what."""
    columns = (
        Column("序号", ColumnKind.INTEGER, 6), Column("姓名", width=12), Column("性别", width=6),
        Column("年龄", ColumnKind.INTEGER, 6), Column("身份号码", width=22), Column("电话", width=14),
        Column("住址", width=26), Column("标签", width=24), Column("状态", width=8),
    )  # fmt: skip
    return Report(
        title=title,
        issuer=issued.community,
        blocks=(Table("名册", columns, RosterRows(people)),),
        watermark=Watermark(issued.by, issued.at, purpose),
        landscape=True,
        generated_at=issued.at,
        generated_by=issued.by,
    )


def _table(name: str, heading: str, counts: tuple[Count, ...], total: Count | None) -> Table:
    columns = (
        Column(heading, width=24),
        *(Column(header, ColumnKind.INTEGER, 10) for header in ("人数", "男", "女", "户数")),
        *((Column("占比", ColumnKind.PERCENT, 10),) if total else ()),
    )
    rows = [_row(count, total) for count in counts]
    return Table(name, columns, rows, _row(total, total) if total else None)


def _row(count: Count, total: Count | None) -> Row:
    numbers = (count.label, count.total, count.male, count.female, count.households)
    if total is None:
        return numbers
    return (*numbers, count.total / total.total if total.total else None)


def _by_sex(counts: tuple[Count, ...]) -> tuple[tuple[str, ...], tuple[Series, ...]]:
    men = Series("男", tuple(float(count.male) for count in counts))
    women = Series("女", tuple(float(count.female) for count in counts))
    return tuple(count.label for count in counts), (men, women)


def _totals(counts: tuple[Count, ...]) -> tuple[tuple[str, ...], tuple[Series, ...]]:
    present = [count for count in counts if count.total]
    return tuple(c.label for c in present), (Series("人数", tuple(float(c.total) for c in present)),)
