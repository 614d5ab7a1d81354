"""Every official slip says what the law and the resident need it to say."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.documents.builders import a_subject, pdf_of, words_of
from workbench.documents.preview import page_count
from workbench.documents.slip_model import MaterialLine, MaterialState, Paper
from workbench.documents.slips import (
    build_acceptance,
    build_deferred_acceptance,
    build_delivery,
    build_promise,
    build_receipt,
    build_refusal,
    build_supplement,
)

DUE = date(2026, 12, 8)
HELD = MaterialLine("居民身份证", MaterialState.HELD, "复印件 1 份")
RECEIVED = (HELD, MaterialLine("申请表", MaterialState.RECEIVED))
FOLLOWS = (MaterialLine("社会保障卡", MaterialState.FOLLOWS, "复印件 1 份", DUE),)
MISSING = (MaterialLine("居民户口簿", MaterialState.MISSING, "原件核验", DUE, "缺少变更登记页。"),)
HOSTILE_NAMES = ["王" * 80, "\x00\x07", "=cmd|' /C calc'!A0", "😀👨‍👩‍👧", "(\\) Tj ET", "㛃\n䶮"]
REFUSAL = ("社区没有核实的权限。", "请到居住地派出所申请。")


def every_slip(subject):
    return [
        build_acceptance(subject, RECEIVED),
        build_deferred_acceptance(subject, RECEIVED + FOLLOWS),
        build_promise(subject, FOLLOWS),
        build_supplement(subject, MISSING, DUE),
        build_refusal(subject, *REFUSAL),
        build_receipt(subject, RECEIVED),
        build_delivery(subject, "准予发放", DUE, "窗口领取", RECEIVED),
    ]


@pytest.mark.parametrize("place", range(7))
def test_every_slip_is_one_small_sheet_with_number_name_and_title(place):
    slip = every_slip(a_subject(agent="欧阳志强（儿子）", licensing=True, provisional=True))[place]
    pdf = pdf_of(slip)
    words = words_of(pdf)
    assert page_count(pdf) == 1
    assert len(pdf) <= 40 * 1024
    known = ("YX-20261124-0012", "欧阳𬱖", "330106********0889", "第1页共1页", "一式两份")
    assert [told for told in (slip.title, slip.number, *known) if told not in words] == []


def test_an_acceptance_names_the_promised_day_and_that_it_is_provisional():
    words = words_of(pdf_of(build_acceptance(a_subject(provisional=True), RECEIVED)))
    assert "2026年12月22日（暂定）" in words
    assert "放假安排尚未公布" in words
    assert "暂定" not in words_of(pdf_of(build_acceptance(a_subject(), RECEIVED)))


def test_a_supplement_notice_lists_reason_deadline_and_that_this_is_everything():
    words = words_of(pdf_of(build_supplement(a_subject(licensing=True), MISSING, DUE)))
    for told in (
        "缺少变更登记页。",
        "请于2026年12月8日（含当日）前补正",
        "受理之日",
        "全部内容",
        "行政许可法",
    ):
        assert told in words


def test_a_refusal_gives_reason_other_place_and_both_remedies():
    words = words_of(pdf_of(build_refusal(a_subject(), *REFUSAL, review_body="区人民政府")))
    for told in (*REFUSAL, "六十日内，依法向区人民政府申请行政复议", "六个月内", "提起行政诉讼"):
        assert told in words


def test_the_licensing_law_is_only_named_where_it_applies():
    assert "行政许可法" not in words_of(pdf_of(build_refusal(a_subject(licensing=False), *REFUSAL)))
    assert "即为受理" in words_of(pdf_of(build_receipt(a_subject(licensing=True), RECEIVED)))
    assert "即为受理" not in words_of(pdf_of(build_receipt(a_subject(licensing=False), RECEIVED)))


def test_a_promise_is_addressed_to_the_counter_and_signed_by_both():
    words = words_of(pdf_of(build_promise(a_subject(agent="欧阳志强"), FOLLOWS)))
    for told in ("云栖社区便民服务中心：", "社会保障卡", "复印件1份", "12月8日止"):
        assert told in words
    assert "承诺人（申请人）签名" in words and "代办人签名" in words
    assert "印章" not in words


def test_who_came_in_place_of_the_applicant_signs():
    assert "代办人签收" in words_of(pdf_of(build_acceptance(a_subject(agent="欧阳志强"), RECEIVED)))
    assert "申请人签收" in words_of(pdf_of(build_acceptance(a_subject(), RECEIVED)))


def test_a_receipt_is_small_unless_a_full_sheet_is_wanted():
    small = PdfReader(BytesIO(pdf_of(build_receipt(a_subject(), RECEIVED)))).pages[0].mediabox
    full = PdfReader(BytesIO(pdf_of(build_receipt(a_subject(), RECEIVED, Paper.A4)))).pages[0].mediabox
    assert (round(small.width), round(full.width)) == (420, 595)


def test_a_reprint_is_the_same_to_the_byte():
    assert pdf_of(build_acceptance(a_subject(), RECEIVED)) == pdf_of(build_acceptance(a_subject(), RECEIVED))


def test_the_file_says_what_it_is_and_who_made_it():
    about = PdfReader(BytesIO(pdf_of(build_acceptance(a_subject(), RECEIVED)))).metadata
    assert (about.title, about.author) == ("受理通知书 云栖社〔2026〕受字第0012号", "云栖社区便民服务中心")


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_hostile_name_is_printed_and_nothing_more(name):
    pdf = pdf_of(build_acceptance(a_subject(applicant=name, item=name), RECEIVED))
    assert page_count(pdf) <= 2
    assert "受理通知书" in words_of(pdf)


def test_a_very_long_list_goes_on_over_pages_with_its_head():
    many = tuple(MaterialLine(f"材料{n}" + "很长" * 20, MaterialState.RECEIVED) for n in range(60))
    pdf = pdf_of(build_acceptance(a_subject(), many))
    assert page_count(pdf) > 3
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    words = words_of(pdf)
    assert all("材料名称" in page for page in pages if "很长很长" in page)
    assert all(f"材料{n}很长" in words for n in range(60))
    assert f"共{len(pages)}页" in words
