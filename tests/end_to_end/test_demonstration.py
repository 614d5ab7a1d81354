"""`workbench demo` without a display: a whole day at the desk, in the real windows, from the command line."""

import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from workbench.census.reports.printing import HIDDEN

LONGEST = 240
"""Seconds; alone it takes about forty, and it must not hang a test run for ever."""


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    out = tmp_path_factory.mktemp("demonstration") / "workbench-demo"
    hidden = ("DISPLAY", "WAYLAND_DISPLAY")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    done = subprocess.run(
        [sys.executable, "-c", "from ui.command import main; main()", "demo", "--out", str(out)],
        check=False,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        env=environment,
        stdin=subprocess.DEVNULL,
    )
    return done, out


def test_it_says_that_there_is_no_display_and_finishes(demonstration):
    done, _ = demonstration
    assert done.returncode == 0, done.stderr
    assert "没有显示器" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("step", ["登录", "查找", "受理", "一次性告知", "送达", "普查", "导出", "两台终端"])
def test_every_step_of_the_day_is_told(demonstration, step):
    done, _ = demonstration
    assert step in done.stdout


def test_two_desks_that_wrote_the_same_field_agree_in_the_end(demonstration):
    done, _ = demonstration
    assert "两台终端内容一致" in done.stdout


def test_every_file_it_names_is_there(demonstration):
    done, _ = demonstration
    lines = [line for line in done.stdout.splitlines() if line.startswith(("  图片", "  文件"))]
    named = [line.split(maxsplit=1)[1] for line in lines]
    assert len(named) >= 20
    assert all(Path(name).stat().st_size > 1000 for name in named)


@pytest.mark.parametrize("kind", ["受理通知书", "一次性告知书", "办结送达单"])
def test_the_slips_of_the_day_are_real_documents(demonstration, kind):
    _, out = demonstration
    [first, *_] = sorted(out.glob(f"{kind}-*.pdf"))
    text = PdfReader(first).pages[0].extract_text()
    assert kind[:3] in text.replace(" ", "") and "演示" in text


def test_the_supervisor_takes_the_day_and_the_month_along(demonstration):
    _, out = demonstration
    for name in ("day-sheet", "monthly-intake"):
        rows = sum(sheet.max_row for sheet in openpyxl.load_workbook(out / f"{name}.xlsx"))
        assert rows > 10
        assert PdfReader(out / f"{name}.pdf").pages


def test_the_census_tables_are_a_workbook_and_a_paper_with_small_numbers_hidden(demonstration):
    _, out = demonstration
    book = openpyxl.load_workbook(out / "census-tables.xlsx")
    cells = {str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert HIDDEN in cells, "a table of two dozen households has cells that would show somebody"
    assert "汇总表" in PdfReader(out / "census-tables.pdf").pages[0].extract_text().replace(" ", "")
