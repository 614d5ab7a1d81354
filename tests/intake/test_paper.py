"""Slips and reports: the right words in them, the same sheet on a reprint, nobody's number unmasked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.intake.conftest import APPLICANT, STRANGER, Counter
from tests.intake.samples import ALLOWANCE, CERTIFICATE, FORBIDDEN, promised, there
from tests.intake.test_counter import ALL, DAUGHTER
from tests.intake.test_lists import reads
from tests.intake.test_statistics import a_month_of_work
from workbench.documents.excel import write_excel
from workbench.documents.model import Chart, Table
from workbench.documents.pdf import write_pdf
from workbench.documents.setting import ReportSetting
from workbench.documents.slip import draw_slip
from workbench.documents.slip_model import MaterialState as PrintedState
from workbench.documents.slip_model import Slip
from workbench.intake.kinds import Decision, RefusalGround, SlipKind, Verb
from workbench.intake.reports import IntakeReports
from workbench.intake.requests import Delivery, Refusal
from workbench.intake.slips import Letterhead, slip_of

ITEM = replace(ALLOWANCE, department="区民政局", legal_basis="老年人权益保障法", outcome="高龄津贴发放")
LETTERHEAD = Letterhead("清波社区便民服务中心", "清波路1号 0571-00000000", {"staff-0001": "王晓明"})
SETTING = ReportSetting(
    "清波社区便民服务中心", "王晓明", datetime(2026, 12, 31, 8, tzinfo=UTC),
    {"staff-0001": "王晓明", "staff-0002": "李静"}, {"elderly": "老龄", "civil": "民政"},
)  # fmt: skip


def slip(counter: Counter, clock, matter_id: str, kind: SlipKind, item=ITEM) -> Slip:
    detail = reads(counter, clock).matter(matter_id)
    issued = next(each for each in detail.slips if each.kind is kind)
    return slip_of(detail, issued, item, LETTERHEAD)


def states(printed: Slip) -> dict[str, PrintedState]:
    return {line.name: line.state for line in printed.materials}


def facts(printed: Slip) -> dict[str, str]:
    return {fact.label: fact.value for fact in printed.facts}


def test_the_notice_of_acceptance(worker: Counter, clock) -> None:
    matter = worker.open(ticks=ALL, agent=DAUGHTER).matter_id
    printed = slip(worker, clock, matter, SlipKind.ACCEPTANCE)
    assert printed.title == "受理通知书"
    assert printed.number == "清波受字〔2026〕0100001号"
    assert facts(printed)["代办人"] == "沈小红（女儿）"
    assert facts(printed)["承诺办结"].startswith("2026年12月7日")
    assert facts(printed)["证件号码"] == "330102********002X"
    assert "王晓明" in {signature.name for signature in printed.signatures}
    assert reads(worker, clock).by_number(printed.qr_payload) == matter


def test_the_same_sheet_on_a_reprint_after_the_promise_was_kept(worker: Counter, clock) -> None:
    matter = worker.open(ticks=(promised("photo", date(2026, 11, 30)),)).matter_id
    before = [slip(worker, clock, matter, kind) for kind in (SlipKind.ACCEPTANCE, SlipKind.PROMISE)]
    assert states(before[1]) == {"一寸照片": PrintedState.FOLLOWS}
    assert before[1].materials[0].due == date(2026, 11, 30)
    clock.advance(days=2)
    worker.service.keep_promise(matter, there("photo"))
    assert [slip(worker, clock, matter, kind) for kind in (SlipKind.ACCEPTANCE, SlipKind.PROMISE)] == before


def test_old_paper_keeps_the_day_that_was_promised_then(worker: Counter, supervisor: Counter, clock) -> None:
    matter = worker.open(ticks=ALL).matter_id
    before = slip(worker, clock, matter, SlipKind.ACCEPTANCE)
    clock.advance(days=1)
    supervisor.service.extend(matter, "需核验")
    assert slip(worker, clock, matter, SlipKind.ACCEPTANCE) == before


def test_the_one_notice_of_what_is_missing(worker: Counter, clock) -> None:
    matter = worker.open(outcome=Verb.REQUEST_SUPPLEMENT, applicant=STRANGER).matter_id
    before = slip(worker, clock, matter, SlipKind.SUPPLEMENT)
    assert set(states(before)) == {"居民身份证", "户口簿", "一寸照片"}
    assert "2026年12月14日" in facts(before)["补正期限"]
    clock.advance(days=1)
    worker.service.supplement_received(matter, there("idcard"))
    assert slip(worker, clock, matter, SlipKind.SUPPLEMENT) == before


def test_the_notice_tells_whether_the_limit_begins_or_goes_on_with_what_is_brought(
    worker: Counter, clock
) -> None:
    before = worker.open(outcome=Verb.REQUEST_SUPPLEMENT, applicant=STRANGER, ticks=there("book")).matter_id
    after = worker.open(ticks=ALL).matter_id
    clock.advance(minutes=1)
    worker.service.request_supplement(after, {"idcard": "已过期"})
    told = [
        "".join(
            line
            for section in slip(worker, clock, each, SlipKind.SUPPLEMENT).sections
            for line in section.paragraphs
        )
        for each in (before, after)
    ]
    assert "即为受理之日" in told[0] and "继续计算" in told[1] and "受理之日" not in told[1]


def test_refusal_receipt_and_delivery(worker: Counter, clock) -> None:
    why = Refusal(RefusalGround.FORBIDDEN, "属于不得出具的证明", "凭户口簿办理")
    refused = worker.open(FORBIDDEN, Verb.REFUSE, refusal=why).matter_id
    said = [
        section.paragraphs for section in slip(worker, clock, refused, SlipKind.REFUSAL, FORBIDDEN).sections
    ]
    assert (why.reason,) in said and (why.instead,) in said
    received = worker.open(outcome=Verb.RECEIVE, ticks=there("photo")).matter_id
    printed = slip(worker, clock, received, SlipKind.RECEIPT)
    assert states(printed)["居民身份证"] is PrintedState.HELD
    denied = worker.open(ticks=ALL).matter_id
    worker.service.decide(denied, Decision.DENIED, "未满80周岁")
    worker.service.deliver(denied, Delivery("沈月英"))
    ending = slip(worker, clock, denied, SlipKind.DELIVERY)
    assert facts(ending)["办理结果"] == "不予：未满80周岁"
    assert set(states(ending).values()) == {PrintedState.RETURNED}


@pytest.mark.parametrize("outcome", [Verb.ACCEPT, Verb.RECEIVE])
def test_every_slip_can_be_drawn(worker: Counter, clock, outcome: Verb) -> None:
    opened = worker.open(outcome=outcome, ticks=ALL)
    target = BytesIO()
    draw_slip(slip(worker, clock, opened.matter_id, opened.slips[0].kind), target)
    assert target.getvalue().startswith(b"%PDF")


def reports(worker: Counter, clock) -> IntakeReports:
    return IntakeReports(reads(worker, clock), SETTING)


def test_the_monthly_report_counts_three_ways(worker: Counter, colleague: Counter, clock) -> None:
    a_month_of_work(worker, colleague, clock)
    report = reports(worker, clock).monthly(2026, 11)
    tables = [block for block in report.blocks if isinstance(block, Table)]
    assert [table.name for table in tables] == ["按条线", "按事项", "按经办人"]
    assert len({tuple(table.totals or ())[1:] for table in tables}) == 1
    assert {row[0] for row in tables[2].rows} == {"王晓明", "李静"}
    assert {row[0] for row in tables[0].rows} == {"老龄", "民政"}
    assert {fact.label: fact.value for fact in report.facts}["最多跑一次率"] == "100.0%"
    assert sum(isinstance(block, Chart) for block in report.blocks) == 3


@pytest.mark.parametrize(
    ("month", "subtitle", "days"),
    [
        ((2026, 11), "2026年11月（截至23日）", 23),
        ((2026, 10), "2026年10月", 31),
        ((2026, 12), "2026年12月（尚未开始）", 0),
    ],
)
def test_a_month_under_way_ends_today(worker: Counter, clock, month, subtitle, days) -> None:
    worker.open(ticks=ALL)
    setting = replace(SETTING, generated_at=clock())
    report = IntakeReports(reads(worker, clock), setting).monthly(*month)
    by_day = next(block for block in report.blocks if isinstance(block, Chart))
    assert (report.subtitle, len(by_day.categories)) == (subtitle, days)
    assert sum(by_day.series[0].values) == (1 if month == (2026, 11) else 0)


def test_the_day_sheet_and_the_matters_in_hand(worker: Counter, clock) -> None:
    worker.open(CERTIFICATE, Verb.COMPLETE_AT_ONCE)
    late = worker.open(ticks=ALL).number
    clock.advance(days=20)
    worker.open(ticks=ALL)
    sheet = reports(worker, clock).day_sheet(date(2026, 11, 23))
    assert [row[1] for row in sheet.blocks[0].rows] == ["QB20261123010001", "QB20261123010002"]
    in_hand = reports(worker, clock).open_matters()
    listed = list(in_hand.blocks[1].rows)
    assert [(row[1], row[2]) for row in listed][0] == ("逾期", late)
    assert {fact.label: fact.value for fact in in_hand.facts}["逾期"] == "1 件"


def test_a_late_promise_of_the_resident_is_told_from_a_late_matter(worker: Counter, clock) -> None:
    worker.open(ticks=(promised("photo", date(2026, 11, 24)),))
    clock.advance(days=3)
    listed = list(reports(worker, clock).open_matters().blocks[1].rows)
    assert [row[1] for row in listed] == ["容缺逾期"]


def test_reports_become_excel_and_pdf_without_a_number_in_clear(
    worker: Counter, colleague: Counter, clock, tmp_path: Path
) -> None:
    a_month_of_work(worker, colleague, clock)
    made = reports(worker, clock)
    for name, report in (
        ("month", made.monthly(2026, 11)), ("day", made.day_sheet(date(2026, 11, 23))),
        ("open", made.open_matters()), ("empty", made.monthly(2025, 1)),
    ):  # fmt: skip
        write_excel(report, tmp_path / f"{name}.xlsx")
        write_pdf(report, tmp_path / f"{name}.pdf")
        cells = [
            cell.value
            for sheet in load_workbook(tmp_path / f"{name}.xlsx")
            for row in sheet.iter_rows()
            for cell in row
        ]
        assert APPLICANT.id_number not in cells
        assert (tmp_path / f"{name}.pdf").read_bytes().startswith(b"%PDF")
