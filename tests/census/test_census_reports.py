"""The reports of a census, written, opened again and read."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

import resources
from tests.census.field import FACTS, LI, WANG, form
from tests.census.people import a_neighbourhood
from tests.census.test_operators import LOG
from tests.documents.builders import words_of
from workbench.census.kinds import AreaState, CaseState, RoundKind, RoundState
from workbench.census.operators import operator_figures
from workbench.census.recheck import Coverage, content_errors
from workbench.census.reports import (
    CensusReports,
    operator_report,
    progress_report,
    quality_report,
    survey_report,
    volume_report,
)
from workbench.census.reports.printing import HIDDEN, Printer
from workbench.census.reports.quality import Quality
from workbench.census.rules.acceptance import Rechecked
from workbench.census.suppression import all_values, protect
from workbench.census.tabulation import (
    Basis,
    Question,
    answers_from,
    questions_of,
    tables_of,
    tabulate,
)
from workbench.census.views import (
    AreaRow,
    BuildingProgress,
    EnumeratorProgress,
    Progress,
    RoundRow,
    VerificationShare,
)
from workbench.documents.excel import write_excel
from workbench.documents.model import Chart, ChartKind, Table
from workbench.documents.pdf import draw_report
from workbench.documents.setting import ReportSetting
from workbench.forms.definition import form_from_xml, read_form

MOMENT = date(2020, 11, 1)
NOW = datetime(2026, 11, 24, 5, 40, tzinfo=UTC)
SETTING = ReportSetting("云栖社区", "王晓明", NOW, {"甲": "赵敏", "乙": "钱军"})
COUNTS = {CaseState.SIGNED_OFF: 40, CaseState.ABSENT: 6, CaseState.NOT_VISITED: 50, CaseState.VACANT: 4}


def pdf(report):
    target = BytesIO()
    draw_report(report, target)
    return words_of(target.getvalue())


@pytest.fixture
def workbook(tmp_path):
    def opened(report):
        write_excel(report, tmp_path / "报表.xlsx")
        return openpyxl.load_workbook(tmp_path / "报表.xlsx")

    return opened


def a_round():
    until = MOMENT + timedelta(40)
    return RoundRow(
        "r", "2026年社区普查", RoundKind.CENSUS, RoundState.OPEN, "f", NOW, MOMENT, until, "依据",
        True, False, 10, 5, 2.0, "", 2, 1, COUNTS, (),
    )  # fmt: skip


def an_area(code, state=AreaState.OPEN, organisation=""):
    return AreaRow(
        "a", "r", code, "一区", None, None, organisation, state, None, None, {}, ("甲",), 0, COUNTS
    )


def a_progress():
    buildings = tuple(
        BuildingProgress(str(n), f"{n}幢", "桂花苑", None, None, {CaseState.ENTERED: n, CaseState.ABSENT: 3})
        for n in range(1, 31)
    )
    areas = (an_area("01", AreaState.SIGNED_OFF), an_area("02", organisation="某调查公司"))
    return Progress("r", COUNTS, buildings, areas, (EnumeratorProgress("甲", "", COUNTS, 2),))


def test_the_progress_report_tells_how_far_a_round_is(workbook):
    report = progress_report(a_round(), a_progress(), SETTING)
    words = pdf(report)
    for told in ("登记进度表", "2026年社区普查·截至2026年11月24日", "44户（44.0%）", "敲门未遇6户",
                 "1/2个", "赵敏", "某调查公司", "剩余最多的24栋楼"):  # fmt: skip
        assert told in words, told
    sheet = workbook(report)["按楼栋"]
    assert [cell.value for cell in sheet[3]][:2] == ["楼栋", "应登记"]
    assert (sheet["A4"].value, sheet["B4"].value) == ("桂花苑1幢", 4)
    assert sheet["B34"].value == 100


def test_an_empty_round_has_a_report_too():
    words = pdf(progress_report(a_round(), Progress("r", {}, (), (), ()), SETTING))
    assert "应登记0户" in words and "没有可画的数据" in words


def test_the_operator_report_keeps_typist_and_verifier_apart(workbook):
    report = operator_report("2026年社区普查", operator_figures(LOG), SETTING)
    words = pdf(report)
    for told in ("录入员统计表", "每千次击键差错", "作为录入员", "作为复核员", "赵敏", "钱军", "2,013"):
        assert told in words, told
    keyer = workbook(report)["录入差错（作为录入员）"]
    assert [cell.value for cell in keyer[4]] == ["赵敏", 50, 4, 0.08, pytest.approx(6.25)]


def test_the_quality_report_judges_with_uncertainty(workbook):
    rows = [Rechecked("01", "甲", 100, 1)] * 30 + [Rechecked("02", "乙", 50, 5)] * 10
    shares = (VerificationShare("a", "01", 40, 4, 0), VerificationShare("b", "02", 0, 0, 0))
    by_person = content_errors(rows)
    quality = Quality(shares, by_person, (), 0.02, Coverage(97, 2, 1))
    report = quality_report("2026年社区普查", quality, SETTING)
    words = pdf(report)
    for told in ("双录复核4/40户", "不合格", "合格", "漏登", "95%置信区间"):
        assert told in words, told
    sheet = workbook(report)["抽查差错率：按登记人员"]
    told = {row[0]: row[-1] for row in sheet.iter_rows(4, 5, values_only=True)}
    assert told == {"赵敏": "合格", "钱军": "不合格"}


@pytest.fixture(scope="module")
def volume():
    return tabulate(a_neighbourhood(120), MOMENT)


def test_the_volume_shows_nothing_small_and_marks_what_it_hides(volume, workbook):
    report = volume_report("2026年社区普查", volume, SETTING)
    protected, values = protect(volume.tables), all_values(volume.tables)
    assert protected.hidden
    for table in (block for block in report.blocks if isinstance(block, Table) and block.name != "主要指标"):
        counts = [row[1 : -1 - (table.columns[-1].header == "性别比")] for row in _lines(table)]
        assert not [cell for row in counts for cell in row if isinstance(cell, int) and 0 < cell < 3]
        if any(HIDDEN in row for row in counts):
            assert "隐去" in table.note
    words = pdf(report)
    assert "人口金字塔" in words and HIDDEN in words and "标准时点2020年11月1日零时" in words
    assert "本期出生和死亡" in words
    sheet = workbook(report)["按年龄和性别"]
    assert [cell.value for cell in sheet[3]] == ["年龄", "男", "女", "合计", "占比", "性别比"]
    assert sheet["A4"].value == "0—14岁"
    assert sum(value > 0 for value in values.values()) > len(protected.hidden)


def _lines(table):
    """The rows with their totals; a table of what makes no whole has none."""
    return [*table.rows, table.totals] if table.totals else [(*row, None) for row in table.rows]


def test_charts_and_leading_figures_do_not_give_hidden_numbers_away(volume):
    protected = protect(volume.tables)
    ages = volume.people_tables[0]
    chart = Printer(ages, protected).chart(ChartKind.PYRAMID, "")
    for place, code in enumerate(ages.rows.codes):
        for column, series in enumerate(chart.series):
            shown = protected.shows(ages.key(place, column))
            assert (series.values[place] is not None) is shown, code
    report = volume_report("", volume, SETTING)
    figures = {row[0]: row[1] for row in report.blocks[2].rows}
    for indicator in volume.indicators:
        hidden = not all(map(protected.shows, indicator.needs))
        assert (figures[indicator.name] == HIDDEN) is hidden


def test_a_place_of_a_few_people_publishes_next_to_nothing():
    report = volume_report("", tabulate(a_neighbourhood(1), MOMENT), SETTING)
    for table in (block for block in report.blocks if isinstance(block, Table) and block.name != "主要指标"):
        assert not [cell for row in table.rows for cell in row if isinstance(cell, int) and 0 < cell < 3]
    assert pdf(report)


@pytest.mark.parametrize("basis", Basis)
def test_the_volume_says_whom_it_counts(basis):
    words = pdf(volume_report("", tabulate(a_neighbourhood(30), MOMENT, basis), SETTING))
    assert {Basis.RESIDENT: "口径为常住人口", Basis.ENUMERATED: "全部登记人口"}[basis] in words


def test_the_tables_of_a_poll_are_protected_together(workbook):
    satisfied = Question("/poll/q1", "总体满意度", {"1": "满意", "2": "一般", "3": "不满意"})
    age = Question("/poll/age", "年龄", {"a": "60岁以下", "b": "60岁及以上"})
    wishes = Question("/poll/q2", "最需要的服务", {"meal": "助餐", "nurse": "护理"}, many=True)
    filled = [
        answers_from(f"<poll><q1>{q1}</q1><age>{a}</age><q2>{q2}</q2></poll>".encode())
        for q1, a, q2, many in (("1", "a", "meal nurse", 20), ("1", "b", "nurse", 15), ("2", "a", "meal", 9),
                                ("2", "b", "nurse", 8), ("3", "a", "meal", 1), ("3", "b", "meal", 7))
        for _ in range(many)
    ]  # fmt: skip
    answered = tables_of(filled, (satisfied, age, wishes), crossed_by=age)
    report = survey_report("满意度测评", len(filled), answered, SETTING)
    assert sum(isinstance(block, Chart) for block in report.blocks) == 3
    sheet = workbook(report)["总体满意度×年龄"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(4, 6, max_col=4)] == [
        ["满意", 20, 15, 35],
        ["一般", HIDDEN, HIDDEN, 17],
        ["不满意", HIDDEN, HIDDEN, 8],
    ]
    options = next(block for block in report.blocks if isinstance(block, Table) and "可多选" in block.name)
    assert options.rows == [
        ("助餐", 37, 23, pytest.approx(37 / 60)),
        ("护理", 43, 17, pytest.approx(43 / 60)),
    ]
    words = pdf(report)
    assert "最需要的服务（可多选）" in words and "回收份数60份" in words


def test_the_reports_of_a_round_come_from_its_queries(field):
    field.open()
    for case_id in field.cases(0):
        field.fill(case_id)
    reports = CensusReports(field.boss.queries, SETTING)
    assert "人口普查演练" in pdf(reports.progress(field.round_id))
    assert "每小时击键" in pdf(reports.operators(field.round_id))
    assert "允许差错率5.00%" in pdf(reports.quality(field.round_id))
    volume = reports.volume(field.round_id, Basis.RESIDENT, "汇总")
    assert f"常住人口{2 * len(field.cases(0))}人" in pdf(volume)


def test_who_was_missed_is_counted_from_the_second_interviews(field):
    field.open(recheck_percent=100)
    (first, *others) = field.cases(0)
    for case_id in (first, *others):
        field.fill(case_id, form(WANG, LI))
    field.boss.service.draw_rechecks([field.areas[0]])
    for place, row in enumerate(field.worker.queries.rechecks(field.round_id)):
        child = ("王小明", "2", "1", "2015")
        field.worker.service.begin_recheck(row.id)
        again = form(WANG, LI, child) if place == 0 else form(WANG) if place == 1 else form(WANG, LI)
        field.worker.service.complete_recheck(row.id, again, FACTS)
    whole = 2 * len(field.cases(0))
    assert field.boss.queries.recheck_coverage(field.round_id) == Coverage(whole - 1, 1, 1)
    assert field.worker.queries.recheck_coverage(field.round_id) == Coverage(), "figures are the supervisor's"
    assert "净漏登率" in pdf(CensusReports(field.boss.queries, SETTING).quality(field.round_id))


def test_every_select_question_of_a_shipped_form_can_be_tabulated():
    form = read_form(Path(resources.__file__).parent / "forms" / "satisfaction_poll.xlsx")
    questions = {question.path: question for question in questions_of(form)}
    overall = questions["/data/poll/overall"]
    assert overall.options["5"] == "非常满意" and not overall.many
    assert questions["/data/poll/faults"].many
    filled = [answers_from(b"<data><poll><channel>1</channel><overall>5</overall></poll></data>")] * 4
    tables = tables_of(filled, questions.values(), questions["/data/poll/channel"])
    assert next(each.tables[0].total for each in tables if each.question == overall) == 4
    assert "回收份数4份" in pdf(survey_report("测评", len(filled), tables, SETTING))


def test_questions_without_translations_keep_their_own_words():
    xml = (
        b'<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head>'
        b"<h:title>t</h:title><model><instance><data id='t'><a/></data></instance>"
        b"<bind nodeset='/data/a' type='string'/></model></h:head><h:body><select1 ref='/data/a'>"
        b"<label>Q</label><item><label>Yes</label><value>y</value></item></select1></h:body></h:html>"
    )
    assert questions_of(form_from_xml(xml)) == (Question("/data/a", "Q", {"y": "Yes"}),)


def test_a_question_that_has_only_a_long_form_of_its_words_is_called_by_it():
    xml = (
        b'<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head>'
        b"<h:title>t</h:title><model><itext><translation lang='zh'><text id='q'><value form='short'>S</value>"
        b"<value form='long'>Long</value></text></translation></itext><instance><data id='t'><a/></data>"
        b"</instance><bind nodeset='/data/a' type='string'/></model></h:head><h:body><select1 ref='/data/a'>"
        b"<label ref=\"jr:itext('q')\"/><item><label>Yes</label><value>y</value></item></select1></h:body>"
        b"</h:html>"
    )
    assert questions_of(form_from_xml(xml)) == (Question("/data/a", "Long", {"y": "Yes"}),)
