"""The square code on a slip opens its matter when scanned into the search field."""

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.builders import a_subject, pdf_of
from workbench.documents.palette import A4
from workbench.documents.preview import render_pages
from workbench.documents.qr import matter_number_from, payload_for_matter
from workbench.documents.slip_style import style_for
from workbench.documents.slips import build_acceptance


@given(st.from_regex(r"[A-Z]{2}-[0-9]{8}-[0-9]{4}", fullmatch=True))
def test_the_number_comes_back_from_the_code(number):
    assert matter_number_from(payload_for_matter(number)) == number


@pytest.mark.parametrize("typed", ["cwb:m:YX-1", " CWB:M:YX-1\r\n", "ＣＷＢ：Ｍ：ＹＸ－１", "CWB：M：YX-1"])
def test_scanners_may_change_case_width_and_line_end(typed):
    assert matter_number_from(typed) == "YX-1"


@pytest.mark.parametrize("typed", ["", "张三", "CWB:M:", "CWB:P:1", "https://x/CWB:M:1", "CWB:M:a b"])
def test_anything_else_is_not_a_matter(typed):
    assert matter_number_from(typed) is None


def test_the_code_on_paper_is_the_one_that_was_meant():
    slip = build_acceptance(a_subject(), ())
    page = render_pages(pdf_of(slip), 4)[0]
    style, wanted = style_for(slip.paper), segno.make(slip.qr_payload, error="m", micro=False).matrix
    module = style.qr / len(wanted)
    left = A4[0] - style.margin - style.qr

    def dark(down: int, across: int) -> bool:
        x, y = int((left + (across + 0.5) * module) * 4), int((style.top + (down + 0.5) * module) * 4)
        return page.rgba[(y * page.width + x) * 4] < 128

    size = range(len(wanted))
    found = [[int(dark(down, across)) for across in size] for down in size]
    assert found == [list(row) for row in wanted]
