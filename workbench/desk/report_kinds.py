"""Which reports there are: light, for the command line lists them before anything else is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Period(StrEnum):
    """What a report is about in time: one day, one month, or how things stand now."""

    DAY = "day"
    MONTH = "month"
    NOW = "now"


@dataclass(frozen=True, slots=True)
class ReportKind:
    """One report in the list: the name scripts use, title, what it tells, and its period."""

    name: str
    title: str
    summary: str
    period: Period


KINDS = (
    ReportKind("day-sheet", "当日受理登记表", "某一天受理、办结和评价的逐件登记", Period.DAY),
    ReportKind("open-matters", "在办与逾期办件", "现在在办的全部办件，逾期的排在前面", Period.NOW),
    ReportKind("monthly-intake", "受理月报", "按事项、条线和人员统计，含最多跑一次率和满意度", Period.MONTH),
    ReportKind("population", "社区人口统计表", "按网格、楼栋、年龄和重点人群统计在住人口", Period.NOW),
    ReportKind("roster", "居民名册", "在住居民名册，证件和电话为掩码", Period.NOW),
)
"""The reports, in the order of the list."""

REPORT_NAMES = tuple(kind.name for kind in KINDS)
"""What scripts call them."""
