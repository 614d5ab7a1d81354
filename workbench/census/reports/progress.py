"""The progress report (进度表): households by state, by area, building and enumerator."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbench.census.kinds import AreaState, CaseState
from workbench.census.views import total
from workbench.documents.model import Chart, ChartKind, Column, ColumnKind, Fact, Report, Row, Series, Table
from workbench.standards.clock import local_date

if TYPE_CHECKING:
    from workbench.census.views import AreaRow, Counts, Progress, RoundRow
    from workbench.documents.setting import ReportSetting

_WITHOUT_FORM = frozenset({CaseState.NOT_VISITED, CaseState.ABSENT, CaseState.IN_ENTRY})
_SETTLED = frozenset(CaseState) - _WITHOUT_FORM
"""What needs no further visit: entered or beyond, refused, vacant."""
_CHARTED = (
    ("已验收", (CaseState.SIGNED_OFF,)),
    ("已录入未验收", (CaseState.ENTERED, CaseState.VERIFIED, CaseState.RECHECKED)),
    ("待更正", (CaseState.TO_CORRECT,)),
    ("未遇、拒绝、录入中", (CaseState.ABSENT, CaseState.REFUSED, CaseState.IN_ENTRY)),
    ("空户", (CaseState.VACANT,)),
    ("未入户", (CaseState.NOT_VISITED,)),
)
_MOST_BUILDINGS = 24
_COUNT = ColumnKind.INTEGER


def progress_report(found: RoundRow, progress: Progress, setting: ReportSetting) -> Report:
    """Return how far a round is; nothing in it names a resident."""
    blocks = (
        _by_state(progress.counts),
        _by_building(progress),
        _areas(progress.areas),
        _buildings(progress),
        _enumerators(progress, setting),
    )
    today = local_date(setting.generated_at)
    subtitle = f"{found.name} · 截至{today.year}年{today.month}月{today.day}日"
    facts = _facts(progress.counts, progress.areas)
    return setting.report("登记进度表", subtitle, facts=facts, blocks=blocks, landscape=True)


def _facts(counts: Counts, areas: Iterable[AreaRow]) -> tuple[Fact, ...]:
    whole, several = total(counts), tuple(areas)
    signed = sum(area.state is AreaState.SIGNED_OFF for area in several)
    return (
        Fact("应登记", f"{whole:,} 户"),
        Fact("已有结果", f"{_settled(counts):,} 户（{_percent(_share(counts))}）"),
        Fact("敲门未遇", f"{counts.get(CaseState.ABSENT, 0):,} 户"),
        Fact("拒绝登记", f"{counts.get(CaseState.REFUSED, 0):,} 户"),
        Fact("待更正", f"{counts.get(CaseState.TO_CORRECT, 0):,} 户"),
        Fact("已验收户", f"{counts.get(CaseState.SIGNED_OFF, 0):,} 户"),
        Fact("已验收小区", f"{signed} / {len(several)} 个"),
    )


def _by_state(counts: Counts) -> Chart:
    values = tuple(float(sum(counts.get(state, 0) for state in states)) for _, states in _CHARTED)
    names = tuple(name for name, _ in _CHARTED)
    return Chart(ChartKind.DONUT, "各户状态", names, (Series("户数", values),), unit="户")


def _by_building(progress: Progress) -> Chart:
    """Show the buildings with most left to do, at most as many as can be read."""
    open_first = sorted(progress.buildings, key=lambda each: _settled(each.counts) - total(each.counts))
    drawn = open_first[:_MOST_BUILDINGS]
    done = tuple(float(_settled(each.counts)) for each in drawn)
    left = tuple(float(total(each.counts)) - one for each, one in zip(drawn, done, strict=True))
    title = "各楼栋登记情况" if len(drawn) == len(open_first) else f"剩余最多的{len(drawn)}栋楼"
    names = tuple(_building(each.building, each.estate) for each in drawn)
    return Chart(
        ChartKind.STACKED_BAR, title, names, (Series("已有结果", done), Series("未完成", left)), unit="户"
    )


def _areas(areas: Iterable[AreaRow]) -> Table:
    columns = (Column("普查小区"), Column("名称"), Column("承担单位"), *_state_columns(), Column("验收"))
    rows = [
        (area.code, area.name, area.organisation or "社区", *_figures(area.counts), area.state.label)
        for area in areas
    ]
    return Table("按普查小区", columns, rows)


def _buildings(progress: Progress) -> Table:
    columns = (Column("楼栋"), *_state_columns())
    rows = [(_building(each.building, each.estate), *_figures(each.counts)) for each in progress.buildings]
    return Table("按楼栋", columns, rows, totals=("合计", *_figures(progress.counts)) if rows else None)


def _enumerators(progress: Progress, setting: ReportSetting) -> Table:
    columns = (Column("登记人员"), Column("单位"), *_state_columns(), Column("今日再访", _COUNT))
    rows = [
        (setting.staff(each.staff_id), each.organisation or "社区", *_figures(each.counts), each.due_today)
        for each in progress.enumerators
    ]
    return Table("按登记人员", columns, rows)


def _state_columns() -> tuple[Column, ...]:
    states = (Column(state.label, _COUNT) for state in CaseState)
    return (Column("应登记", _COUNT), *states, Column("完成率", ColumnKind.PERCENT))


def _figures(counts: Counts) -> Row:
    return (total(counts), *(counts.get(state, 0) for state in CaseState), _share(counts))


def _settled(counts: Counts) -> int:
    return sum(count for state, count in counts.items() if state in _SETTLED)


def _share(counts: Counts) -> float | None:
    whole = total(counts)
    return _settled(counts) / whole if whole else None


def _percent(share: float | None) -> str:
    return "—" if share is None else f"{share:.1%}"


def _building(building: str, estate: str) -> str:
    return f"{estate}{building}"
