"""The report on verification and re-checks (复核与抽查质量表): double keying, error rates with intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.census.recheck import ContentError, Coverage, Verdict
from workbench.documents.model import Chart, ChartKind, Column, ColumnKind, Fact, Report, Row, Series, Table

if TYPE_CHECKING:
    from workbench.census.views import VerificationShare
    from workbench.documents.setting import ReportSetting

_COUNT, _PERCENT = ColumnKind.INTEGER, ColumnKind.PERCENT
_NOTE = (
    "差错率＝抽查与登记不一致的字段数÷比对字段数；区间为95%置信区间，按户聚集的差错已放宽。差错率不超过限度、"
    "但区间上限超过的为“合格，样本偏少”，建议增加抽查户。"
)
_COVERAGE_NOTE = (
    "漏登：抽查时有而登记时没有的人；多登：登记时有而抽查时没有的人；净漏登率＝（漏登－多登）÷实有人数。"
)


@dataclass(frozen=True, slots=True)
class Quality:
    """What is known of the quality of a round; `limit` is the allowed error rate as a fraction.

    `areas` are content errors by area, whose `enumerator_id` is then the area's code.
    """

    shares: Sequence[VerificationShare]
    enumerators: Sequence[ContentError]
    areas: Sequence[ContentError]
    limit: float
    coverage: Coverage = Coverage()


def quality_report(name: str, quality: Quality, setting: ReportSetting) -> Report:
    """Return how double keying stands and what the re-interviews found."""
    named = {each.enumerator_id: setting.staff(each.enumerator_id) for each in quality.enumerators}
    blocks = (
        _shares(quality.shares),
        _rates_chart(quality, named),
        _rates("抽查差错率：按登记人员", "登记人员", quality.enumerators, quality.limit, named),
        _rates("抽查差错率：按普查小区", "普查小区", quality.areas, quality.limit, {}),
        *((_coverage(quality.coverage),) if quality.coverage != Coverage() else ()),
    )
    return setting.report("复核与抽查质量表", name, facts=_facts(quality), blocks=blocks, landscape=True)


def _facts(quality: Quality) -> tuple[Fact, ...]:
    verified = sum(each.verified for each in quality.shares)
    forms = sum(each.with_form for each in quality.shares)
    compared = sum(each.compared for each in quality.enumerators)
    errors = sum(each.errors for each in quality.enumerators)
    failed = sum(each.verdict(quality.limit) is Verdict.FAILED for each in quality.areas)
    return (
        Fact("双录复核", f"{verified:,} / {forms:,} 户"),
        Fact("抽查户数", f"{sum(each.households for each in quality.enumerators):,} 户"),
        Fact("总差错率", f"{errors / compared:.2%}" if compared else "—"),
        Fact("允许差错率", f"{quality.limit:.2%}"),
        Fact("不合格小区", f"{failed} 个"),
    )


def _shares(shares: Sequence[VerificationShare]) -> Table:
    columns = (
        Column("普查小区"), Column("已录入", _COUNT), Column("已复核", _COUNT),
        Column("复核率", _PERCENT), Column("尚需复核", _COUNT),
    )  # fmt: skip
    rows = [
        (each.area_code, each.with_form, each.verified, _share(each.verified, each.with_form), each.wanted)
        for each in shares
    ]
    return Table("双录复核进度", columns, rows)


def _rates(
    name: str, heading: str, rates: Sequence[ContentError], limit: float, names: dict[str, str]
) -> Table:
    columns = (
        Column(heading), Column("抽查户数", _COUNT), Column("比对字段", _COUNT),
        Column("差错字段", _COUNT), Column("差错率", _PERCENT), Column("区间下限", _PERCENT),
        Column("区间上限", _PERCENT), Column("结论"),
    )  # fmt: skip
    rows: list[Row] = [
        (
            names.get(each.enumerator_id, each.enumerator_id), each.households, each.compared, each.errors,
            each.rate, each.interval.low if each.interval else None,
            each.interval.high if each.interval else None, each.verdict(limit).label,
        )
        for each in rates
    ]  # fmt: skip
    return Table(name, columns, rows, note=_NOTE)


def _rates_chart(quality: Quality, names: dict[str, str]) -> Chart:
    drawn = [each for each in quality.enumerators if each.rate is not None]
    known = [(each, each.rate or 0.0, each.interval) for each in drawn]
    rates = Series("差错率", tuple(rate * 100 for _, rate, _ in known))
    highs = Series("区间上限", tuple(None if inside is None else inside.high * 100 for _, _, inside in known))
    labels = tuple(names.get(each.enumerator_id, each.enumerator_id) for each in drawn)
    return Chart(ChartKind.BAR, "登记人员抽查差错率", labels, (rates, highs), unit="%")


def _coverage(coverage: Coverage) -> Table:
    columns = (
        Column("两次都有", _COUNT), Column("漏登", _COUNT), Column("多登", _COUNT),
        Column("漏登率", _PERCENT), Column("多登率", _PERCENT), Column("净漏登率", _PERCENT),
    )  # fmt: skip
    row = (
        coverage.matched, coverage.missed, coverage.surplus,
        coverage.omission_rate, coverage.surplus_rate, coverage.net_rate,
    )  # fmt: skip
    return Table("登记覆盖", columns, [row], note=_COVERAGE_NOTE)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
