"""Figure `excel`: 100,000 rows of 12 columns, styled, beside bare openpyxl write-only of the same cells."""

from __future__ import annotations

import tracemalloc
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from openpyxl import Workbook

from tests.benchmarks.measure import Measurement, best_seconds
from workbench.documents.excel import write_excel
from workbench.documents.model import Column, ColumnKind, Report, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

ROWS = 100_000
COLUMNS = (
    Column("序号", ColumnKind.INTEGER),
    Column("办件编号"),
    Column("申请人"),
    Column("事项"),
    Column("条线"),
    Column("状态"),
    Column("受理时间", ColumnKind.DATETIME),
    Column("承诺办结", ColumnKind.DATE),
    Column("用时（工作日）", ColumnKind.INTEGER),
    Column("进度", ColumnKind.PERCENT),
    Column("金额", ColumnKind.DECIMAL),
    Column("经办人"),
)
_ITEMS = ("高龄津贴申请", "失业登记", "残疾人证申办", "居住证申领服务", "公共租赁住房资格初审")


class Matters:
    """Invented matters, made one by one."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        for n in range(self._count):
            yield (
                n + 1, f"YX-20261124-{n:06d}", f"居民{n % 977}", _ITEMS[n % 5], "民政", "在办",
                datetime(2026, 11, 24, 9, n % 60), date(2026, 12, 1 + n % 28),
                n % 20, n % 11 / 10, n * 0.35, "王晓明",
            )  # fmt: skip


def report(count: int) -> Report:
    """Return a report with `count` rows."""
    made = datetime(2026, 11, 24, 5, 40, tzinfo=UTC)
    table = Table("办件", COLUMNS, Matters(count))
    return Report(title="办件明细", generated_at=made, generated_by="王晓明", blocks=(table,))


def bare(path: Path) -> None:
    """Write the same cells with nothing but openpyxl's fastest writer."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("办件")
    sheet.append([column.header for column in COLUMNS])
    for row in Matters(ROWS):
        sheet.append(row)
    book.save(path)


def peak_mebibytes(path: Path, count: int) -> float:
    """Return the most memory Python held while a report was written."""
    tracemalloc.start()
    write_excel(report(count), path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 2**20


def run() -> Iterator[Measurement]:
    """Yield the time, then the memory for twice as many rows beside that for half of them."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.xlsx"
        ours = best_seconds(lambda: write_excel(report(ROWS), path), times=2)
        reference = best_seconds(lambda: bare(path), times=1)
        yield Measurement("excel: 100,000 rows x 12 columns", ours, reference, "s")
        yield Measurement("excel: peak memory, 60,000 to 30,000 rows", *_peaks(path), "MiB")


def _peaks(path: Path) -> tuple[float, float]:
    peak_mebibytes(path, 100)
    return peak_mebibytes(path, 60_000), peak_mebibytes(path, 30_000)
