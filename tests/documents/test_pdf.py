"""A report as PDF: everything is on it, whatever the data."""

from datetime import date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.documents.builders import MADE, a_report, a_table, words_of
from workbench.documents.errors import DocumentNotWritten, TableMisshapen
from workbench.documents.model import (
    Chart,
    ChartKind,
    ColumnKind,
    Fact,
    Heading,
    Paragraph,
    Series,
    Signature,
    Watermark,
)
from workbench.documents.pdf import draw_report, write_pdf
from workbench.documents.preview import page_count


def pdf(*blocks, **more) -> bytes:
    target = BytesIO()
    draw_report(a_report(*blocks, **more), target)
    return target.getvalue()


def test_a_report_tells_its_facts_words_and_signatures():
    words = words_of(
        pdf(
            Heading("本月情况"),
            Paragraph("共受理一千二百零四件。" * 8),
            subtitle="2026年11月",
            issuer="云栖社区",
            facts=(Fact("按时办结率", "98.6%"),) * 5,
            signatures=(Signature("填报人", "王晓明", date(2026, 11, 24)), Signature("审核人")),
        )
    )
    for told in (
        "月度受理报告",
        "2026年11月",
        "云栖社区",
        "按时办结率98.6%",
        "填报人：王晓明",
        "2026-11-24",
        "审核人：",
    ):
        assert told in words
    assert words.count("共受理一千二百零四件。") == 8
    assert "王晓明·2026-11-2413:40生成" in words


def test_values_are_printed_by_their_kind():
    kinds = (*ColumnKind,)
    row = ("在办", 12345, 1234.5, 0.875, date(2026, 11, 24), MADE)
    words = words_of(pdf(a_table([row], *kinds)))
    assert "在办12,3451,234.5087.5%2026-11-242026-11-2413:40" in words


def test_every_page_repeats_the_head_and_says_which_it_is():
    made = pdf(a_table((f"行{n}",) for n in range(200)))
    pages = [page.extract_text() for page in PdfReader(BytesIO(made)).pages]
    assert len(pages) == page_count(made) >= 4
    assert all("列1" in page for page in pages)
    assert all(
        f"第 {number} 页" in page and f"共 {len(pages)} 页" in page for number, page in enumerate(pages, 1)
    )
    assert [n for page in pages for n in page.split() if n.startswith("行")] == [f"行{n}" for n in range(200)]


def test_a_cell_taller_than_a_page_is_continued_and_loses_nothing():
    made = pdf(a_table([("长" * 10_000, "短")], ColumnKind.TEXT, ColumnKind.TEXT))
    assert page_count(made) > 1
    assert words_of(made).count("长") == 10_000


@pytest.mark.parametrize("text", ["=1+1", "a\x00b\x1f", "😀", "a\u202eb", "(\\) Tj", "\n\n", "\ud800"])
def test_hostile_text_is_only_text(text):
    assert page_count(pdf(a_table([(text,)]), Paragraph(text), facts=(Fact(text, text),), subtitle=text)) == 1


def test_an_empty_table_says_so_and_keeps_its_totals():
    table = a_table([], ColumnKind.TEXT, ColumnKind.INTEGER)
    assert "本表没有数据" in words_of(pdf(table))


def test_a_row_of_the_wrong_length_is_refused_and_no_file_is_left(tmp_path):
    with pytest.raises(TableMisshapen, match="有 1 列"):
        write_pdf(a_report(a_table([("一", "二")])), tmp_path / "x.pdf")
    assert not list(tmp_path.iterdir())


def test_a_file_that_cannot_be_written_is_said_in_a_sentence(tmp_path):
    with pytest.raises(DocumentNotWritten, match="原有内容未改动"):
        write_pdf(a_report(), tmp_path / "nowhere" / "x.pdf")


def test_a_failed_rewrite_leaves_the_older_file(tmp_path):
    path = tmp_path / "x.pdf"
    write_pdf(a_report(), path)
    before = path.read_bytes()
    with pytest.raises(TableMisshapen):
        write_pdf(a_report(a_table([("一", "二")])), path)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [before]


def test_the_watermark_is_on_every_page():
    mark = Watermark("王晓明", MADE, "例会使用")
    made = pdf(a_table([("行",)] * 100), watermark=mark)
    assert words_of(made).count("王晓明·2026-11-2413:40·例会使用") == 3 * page_count(made)


def test_the_same_report_gives_the_same_bytes_and_says_its_title():
    assert pdf(a_table([("行",)])) == pdf(a_table([("行",)]))
    about = PdfReader(BytesIO(pdf())).metadata
    assert (about.title, about.author) == ("月度受理报告", "王晓明")


def test_landscape_is_wider_than_high():
    box = PdfReader(BytesIO(pdf(landscape=True))).pages[0].mediabox
    assert box.width > box.height


CHARTS = [
    (ChartKind.BAR, ("民政", "社保"), ((3, 5),), ("3", "5", "民政")),
    (
        ChartKind.BAR,
        tuple(f"很长的事项名称第{n}号" for n in range(12)),
        (tuple(range(12)),),
        ("很长的事项名称第11号", "11"),
    ),
    (ChartKind.BAR, ("一", "二"), ((3, None), (4, -2)), ("系列0", "系列1")),
    (ChartKind.STACKED_BAR, ("一", "二"), ((3, 5), (4, None)), ("7", "5")),
    (
        ChartKind.LINE,
        tuple(f"{n}月" for n in range(1, 13)),
        ((1, 2, None, 4, 5, 6, 7, 8, 9, 10, 11, 12),),
        ("12月",),
    ),
    (ChartKind.DONUT, ("即办", "承诺"), ((30, 10),), ("75.0%", "25.0%", "40")),
    (ChartKind.DONUT, ("即办", "承诺"), ((0, 0),), ("0.0%",)),
    (ChartKind.PYRAMID, ("0—4岁", "5—9岁"), ((12, None), (1100, 7)), ("0—4岁", "12", "1,100", "系列1")),
    (ChartKind.PYRAMID, tuple(f"{age}岁" for age in range(101)), (range(101), range(101)), ("100岁",)),
]


@pytest.mark.parametrize(("kind", "names", "values", "told"), CHARTS)
def test_a_chart_names_what_it_shows(kind, names, values, told):
    series = tuple(Series(f"系列{place}", each) for place, each in enumerate(values))
    words = words_of(pdf(Chart(kind, "受理件数", names, series, "件")))
    assert "受理件数（件）" in words
    assert all(each in words for each in told)


@pytest.mark.parametrize("kind", list(ChartKind))
@pytest.mark.parametrize("series", [(), (Series("件数", ()),), (Series("件数", (None, float("nan"))),)])
def test_a_chart_without_data_says_so(kind, series):
    assert "没有可画的数据" in words_of(pdf(Chart(kind, "空图", ("一",) if series else (), series)))


@pytest.mark.parametrize("kind", list(ChartKind))
def test_a_heading_stands_on_the_page_of_its_chart(kind):
    chart = Chart(kind, "办件图", tuple("甲乙丙丁"), (Series("件", (1, 2, 3, 4)), Series("人", (1, 2, 3, 4))))
    for lines in range(20, 36):
        filler = [Paragraph("一行。")] * lines
        pages = PdfReader(BytesIO(pdf(*filler, Heading("小标题"), chart))).pages
        (heading,) = [page for page in (page.extract_text() for page in pages) if "小标题" in page]
        assert "办件图" in heading


def test_naive_times_are_taken_as_local():
    assert "2026-11-2409:30" in words_of(
        pdf(a_table([(datetime(2026, 11, 24, 9, 30),)], ColumnKind.DATETIME))
    )
