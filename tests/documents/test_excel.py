"""A report as Excel: real numbers and dates, text that stays text, ready to filter, read and print."""

import tracemalloc
from datetime import date, datetime
from decimal import Decimal
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.chart import BarChart, DoughnutChart, LineChart

from tests.documents.builders import MADE, a_report, a_table
from workbench.documents.errors import DocumentNotWritten, TableMisshapen, TableTooLong
from workbench.documents.excel import write_excel
from workbench.documents.excel_rows import LAST_ROW, RowWriter, excel_serial
from workbench.documents.excel_tables import display_width, sheet_title
from workbench.documents.model import (
    Chart,
    ChartKind,
    Column,
    ColumnKind,
    Fact,
    Paragraph,
    Series,
    Signature,
    Table,
    Watermark,
)


@pytest.fixture
def opened(tmp_path):
    def write(*blocks, **more):
        path = tmp_path / "报表.xlsx"
        write_excel(a_report(*blocks, **more), path)
        return openpyxl.load_workbook(path)

    return write


HOSTILE = [
    "=1+1",
    "+86",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("http://x","y")',
    "=cmd|' /C calc'!A0",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_outside_never_becomes_a_formula(opened, text):
    book = opened(
        a_table([(text,)]),
        Paragraph(text),
        Chart(ChartKind.BAR, text, (text,), (Series(text, (1,)),)),
        facts=(Fact(text, text),),
        signatures=(Signature(text, text),),
    )
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    cell = book["办件"]["A4"]
    assert (cell.data_type, cell.value.replace("_x000D_", "\r").strip()) == ("s", text.strip())
    assert cell.quotePrefix
    assert book["概要"]["B5"].quotePrefix


def test_harmless_text_needs_no_quote(opened):
    assert not opened(a_table([("张三",)]))["办件"]["A4"].quotePrefix


def test_values_are_real_and_formatted_by_their_column(opened):
    row = ("在办", 12345, Decimal("1234.5"), 0.875, date(2026, 11, 24), MADE)
    cells = opened(a_table([row], *ColumnKind))["办件"][4]
    assert [cell.value for cell in cells] == [
        "在办", 12345, 1234.5, 0.875, datetime(2026, 11, 24), datetime(2026, 11, 24, 13, 40),
    ]  # fmt: skip
    assert [cell.number_format for cell in cells] == [
        "General", "#,##0", "#,##0.00", "0.0%", "yyyy-mm-dd", "yyyy-mm-dd hh:mm",
    ]  # fmt: skip


def test_values_of_another_kind_than_their_column_stay_what_they_are(opened):
    rows = [("不详", 5, 1.5), (float("nan"), date(1899, 1, 1), None)]
    sheet = opened(a_table(rows, ColumnKind.INTEGER, ColumnKind.DATE, ColumnKind.TEXT))["办件"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)] == [
        ["不详", 5, 1.5],
        ["nan", "1899-01-01", None],
    ]


def test_head_filter_print_and_origin_are_set_up(opened):
    table = Table(
        "办件", (Column("姓名"), Column("件数", ColumnKind.INTEGER)), [("张三", 1), ("李四", 2)], ("合计", 3)
    )
    sheet = opened(table, watermark=Watermark("王晓明", MADE, "R&D 例会"))["办件"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.dimensions) == ("A4", "A3:B5", "A1:B6")
    assert sheet.print_title_rows == "$3:$3"
    assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (9, 0)
    assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"
    assert sheet.oddFooter.left.text == "王晓明 · 2026-11-24 13:40 生成"
    assert sheet.oddHeader.right.text == "王晓明 · 2026-11-24 13:40 · R&&D 例会"
    assert [cell.value for cell in sheet[6]] == ["合计", 3]
    assert sheet["B6"].font.bold


def test_wide_tables_are_printed_across(opened):
    rows = [("很长的住址" * 4,) * 6]
    assert opened(a_table(rows, *[ColumnKind.TEXT] * 6))["办件"].page_setup.orientation == "landscape"
    assert opened(a_table([("短",)]))["办件"].page_setup.orientation == "portrait"


def test_chinese_counts_double_when_widths_are_measured(opened):
    sheet = opened(a_table([("高龄津贴申请审批表", "ABCDEFGHI")], ColumnKind.TEXT, ColumnKind.TEXT))["办件"]
    assert sheet.column_dimensions["A"].width > 18 > sheet.column_dimensions["B"].width
    assert display_width("一二\nabc") == pytest.approx(4.2)


def test_facts_words_and_signatures_are_on_the_overview(opened):
    book = opened(
        Paragraph("情况说明"),
        subtitle="11月",
        facts=(Fact("件数", "12"), Fact("率", "98%")),
        signatures=(Signature("审核人"),),
    )
    values = [cell.value for row in book["概要"].iter_rows() for cell in row if cell.value]
    assert values[0] == "月度受理报告"
    for told in ("件数", "12", "率", "98%", "情况说明", "审核人：", "王晓明 · 2026-11-24 13:40 生成"):
        assert told in values
    assert (book.properties.title, book.properties.creator) == ("月度受理报告", "王晓明")


def test_charts_are_native_over_their_numbers(opened):
    kinds = list(ChartKind)
    charts = [
        Chart(kind, f"图{kind}", ("一", "二"), (Series("甲", (1, 2)), Series("乙", (float("inf"), None))))
        for kind in kinds
    ]
    sheet = opened(*charts, Chart(ChartKind.BAR, "空", (), ()))["图表"]
    assert [type(chart) for chart in sheet._charts] == [
        BarChart,
        BarChart,
        LineChart,
        DoughnutChart,
        BarChart,
    ]
    assert sheet._charts[0].series[0].val.numRef.f == "'图表'!$B$3:$B$4"
    assert [sheet["A3"].value, sheet["B3"].value, sheet["C3"].value] == ["一", 1, None]


def test_a_pyramid_is_mirrored_without_showing_signs(opened):
    series = (Series("男", (12, 30, None)), Series("女", (11, 33.5, 2)))
    sheet = opened(Chart(ChartKind.PYRAMID, "年龄与性别", ("0—4岁", "5—9岁", "10岁及以上"), series))["图表"]
    (chart,) = sheet._charts
    assert (chart.type, chart.overlap, chart.x_axis.tickLblPos) == ("bar", 100, "low")
    assert chart.y_axis.numFmt.formatCode == "#,##0;#,##0"
    assert [[sheet.cell(row, column).value for column in (2, 3)] for row in (3, 4, 5)] == [
        [-12, 11],
        [-30, 33.5],
        [None, 2],
    ]
    assert sheet["B3"].number_format == "#,##0;#,##0"


def test_an_empty_table_says_so(opened):
    sheet = opened(a_table([]))["办件"]
    assert sheet["A4"].value == "本表没有数据"
    assert sheet.auto_filter.ref == "A3:A3"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x00\x0b\x1fb", "ab"),
        ("<b>&\"'", "<b>&\"'"),
        ("😀㛃䶮𬱖", "😀㛃䶮𬱖"),
        ("\ud800x", "x"),
        ("一\n二", "一\n二"),
        ("  x ", "  x "),
    ],
)
def test_any_text_is_kept_as_far_as_the_format_allows(opened, text, kept):
    book = opened(a_table([(text,)]), facts=(Fact("名", text),))
    assert book["办件"]["A4"].value == kept
    assert book["概要"]["B5"].value == kept


def test_a_cell_longer_than_excel_holds_is_cut_and_marked(opened):
    value = opened(a_table([("长" * 40_000,)]))["办件"]["A4"].value
    assert (len(value), value[-1]) == (32_767, "…")


def test_names_of_sheets_are_ones_excel_takes():
    assert sheet_title("a[b]:*?/\\c'", []) == "a b      c"
    assert sheet_title("办件", ["概要", "办件", "办件 2"]) == "办件 3"
    assert len(sheet_title("很" * 50, ["很" * 31])) == 31
    assert sheet_title("///", []) == "表"


def test_days_are_counted_as_excel_does():
    assert excel_serial(date(2026, 11, 24)) == 46350
    assert excel_serial(datetime(2026, 11, 24, 12)) == 46350.5
    assert excel_serial(date(1900, 2, 28)) is None


def test_a_row_of_the_wrong_length_is_refused_and_no_file_is_left(tmp_path):
    with pytest.raises(TableMisshapen, match="有 1 列"):
        write_excel(a_report(a_table([("一", "二")])), tmp_path / "x.xlsx")
    assert not list(tmp_path.iterdir())


def test_a_file_that_cannot_be_written_is_said_in_a_sentence(tmp_path):
    with pytest.raises(DocumentNotWritten, match="没有写成"):
        write_excel(a_report(), tmp_path / "nowhere" / "x.xlsx")


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path):
    from openpyxl import Workbook

    from workbench.documents.excel_styles import Styles

    writer = RowWriter(a_table([]), Styles(Workbook()), LAST_ROW - 1)
    with pytest.raises(TableTooLong, match="1,048,576"), (tmp_path / "rows").open("wb") as target:
        writer.write([("一",)] * 3, target)


def test_memory_does_not_grow_with_the_rows(tmp_path):
    def peak(count: int) -> int:
        tracemalloc.start()
        rows = ((f"居民{n}", n) for n in range(count))
        write_excel(a_report(a_table(rows, ColumnKind.TEXT, ColumnKind.INTEGER)), tmp_path / "x.xlsx")
        held = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return held

    peak(10)
    assert peak(8_000) < peak(1_000) + 2 * 2**20


def test_streamed_sheets_are_well_formed(opened, tmp_path):
    from xml.etree import ElementTree

    opened(a_table([("甲<",), (None,)]), a_table([("乙&",)], name="另一表"))
    with ZipFile(tmp_path / "报表.xlsx") as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(sheets) == 3
        for name in sheets:
            ElementTree.fromstring(archive.read(name))
