"""Pages become pictures for the window and the printer."""

import pytest

from tests.documents.builders import a_subject, pdf_of
from workbench.documents.errors import DocumentUnreadable
from workbench.documents.preview import page_count, render_pages
from workbench.documents.slip import write_slip
from workbench.documents.slips import build_acceptance

SLIP = build_acceptance(a_subject(), ())


def test_a_page_is_four_bytes_a_point_and_white_at_its_edge(tmp_path):
    path = tmp_path / "受理通知书.pdf"
    write_slip(SLIP, path)
    (page,) = render_pages(path, 1)
    assert (page.width, page.height, len(page.rgba)) == (596, 842, 596 * 842 * 4)
    assert page.rgba[:4] == b"\xff\xff\xff\xff"


def test_the_accent_is_red_in_the_order_of_bytes_promised():
    (page,) = render_pages(pdf_of(SLIP), 1)
    pixels = [page.rgba[at : at + 3] for at in range(0, len(page.rgba), 4)]
    assert any(red > 150 and green < 90 and blue < 90 for red, green, blue in pixels)


def test_single_pages_can_be_asked_for():
    assert len(render_pages(pdf_of(SLIP), 0.2, pages=[0])) == page_count(pdf_of(SLIP)) == 1


@pytest.mark.parametrize("content", [b"", b"not a pdf", b"%PDF-1.7\n"])
def test_what_is_no_pdf_is_said_in_a_sentence(content, tmp_path):
    path = tmp_path / "x.pdf"
    path.write_bytes(content)
    with pytest.raises(DocumentUnreadable, match="不是可以显示的 PDF"):
        page_count(path)
    with pytest.raises(DocumentUnreadable):
        render_pages(tmp_path / "missing.pdf", 1)
