"""Figure `pdf`: a slip warm, and a list of 1,000 pages beside the same strings on a bare reportlab canvas."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING

from tests.benchmarks.measure import Measurement, best_seconds, seconds
from workbench.documents.fonts import embedded_font
from workbench.documents.model import Column, ColumnKind, Report, Table
from workbench.documents.pdf import draw_report
from workbench.documents.preview import page_count
from workbench.documents.slip import draw_slip
from workbench.documents.slip_model import MaterialLine, MaterialState
from workbench.documents.slips import SlipSubject, build_acceptance
from workbench.documents.typeface import Face

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.documents.slip_model import Slip

ROWS = 41_500
SLIP_LIMIT_MS = 120.0
SLIP_LIMIT_KIB = 40.0
COLD_LIMIT_S = 1.5
COLUMNS = (
    Column("序号", ColumnKind.INTEGER),
    Column("姓名"),
    Column("住址"),
    Column("事项"),
    Column("受理日期", ColumnKind.DATE),
    Column("状态"),
)
MATERIALS = ("居民身份证", "居民户口簿", "高龄津贴申请表", "社会保障卡（或银行存折）", "一寸免冠照片")
_COMMON = 0x4E00


def name(number: int) -> str:
    """Return an invented name; now and then with a character not seen before."""
    return "王李张刘陈"[number % 5] + chr(_COMMON + number * 7 % 20_000) + "明芳伟静"[number % 4]


def row(number: int) -> tuple[object, ...]:
    """Return an invented row of the list."""
    address = f"{number % 14 + 1}幢{number % 3 + 1}单元{number % 18 + 1}01室"
    received = date(2026, 11, 1 + number % 24)
    return number + 1, f"居民{number % 977}", address, "高龄津贴申请", received, "已办结"


class Residents:
    """The rows, made one by one."""

    def __iter__(self) -> Iterator[tuple[object, ...]]:
        return map(row, range(ROWS))


def long_list(target: BytesIO) -> None:
    """Write the list as a report."""
    made = datetime(2026, 11, 24, 5, 40, tzinfo=UTC)
    table = Table("居民名册", COLUMNS, Residents())
    draw_report(Report(title="居民名册", generated_at=made, generated_by="王晓明", blocks=(table,)), target)


def bare_list(target: BytesIO) -> None:
    """Draw the same strings with the same font on a bare canvas, as many rows a page."""
    from reportlab.pdfgen.canvas import Canvas

    canvas, font = Canvas(target, invariant=1, pageCompression=1), embedded_font(Face.SANS)
    rows_a_page = -(-ROWS // 1000)
    for first in range(0, ROWS, rows_a_page):
        canvas.setFont(font.fontName, 8.5)
        for place, values in enumerate(map(row, range(first, min(first + rows_a_page, ROWS)))):
            for column, value in enumerate(values):
                canvas.drawString(50 + 80 * column, 780 - 17.5 * place, str(value))
        canvas.showPage()
    canvas.save()


def slip(number: int) -> Slip:
    """Return an acceptance notice for an invented resident."""
    subject = SlipSubject(
        issuer="云栖社区便民服务中心",
        number=f"云栖社〔2026〕受字第{number:04d}号",
        matter_number=f"YX-20261124-{number:04d}",
        applicant=name(number),
        id_number_masked="330106********0889",
        phone_masked="138****3746",
        item="高龄津贴申请",
        officer="王晓明",
        issued_on=date(2026, 11, 24),
        department="区民政局",
        accepted_on=date(2026, 11, 24),
        promised_on=date(2026, 12, 22),
        legal_basis="《中华人民共和国老年人权益保障法》第三十三条。",
        contact="云栖路18号一楼 · 0571-86000000",
    )
    materials = tuple(MaterialLine(each, MaterialState.RECEIVED, "1 份") for each in MATERIALS)
    return build_acceptance(subject, materials)


def cold_seconds() -> float:
    """Return the time from nothing loaded to the first slip, in a process of its own."""
    code = (
        "from time import perf_counter as t; s = t(); from io import BytesIO; "
        "from tests.benchmarks.pdf import draw_slip, slip; draw_slip(slip(1), BytesIO()); print(t() - s)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def run() -> Iterator[Measurement]:
    """Yield the cold slip, the warm slip, its size, and the long list."""
    yield Measurement("pdf: first slip of a process (limit)", cold_seconds(), COLD_LIMIT_S, "s")
    draw_slip(slip(0), BytesIO())
    numbers = count(1)
    times = sorted(seconds(lambda: draw_slip(slip(next(numbers)), BytesIO())) * 1000 for _ in range(100))
    yield Measurement("pdf: warm slip, slowest of 100 (limit)", times[-1], SLIP_LIMIT_MS, "ms")
    target = BytesIO()
    draw_slip(slip(1), target)
    yield Measurement("pdf: slip file size (limit)", len(target.getvalue()) / 1024, SLIP_LIMIT_KIB, "KiB")
    ours = best_seconds(lambda: long_list(BytesIO()), times=2)
    bare = best_seconds(lambda: bare_list(BytesIO()), times=2)
    target = BytesIO()
    long_list(target)
    yield Measurement(f"pdf: list of {page_count(target.getvalue()):,} pages", ours, bare, "s")
