"""Any character of a name is embedded and can be read back."""

from io import BytesIO

import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.boundsPen import BoundsPen
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from workbench.documents.fonts import Alphabet, embedded_font, subset_tag, width_runs
from workbench.documents.typeface import Face, missing_characters, typeface


def drawn(text: str, face: Face = Face.SANS) -> bytes:
    target = BytesIO()
    canvas = Canvas(target, invariant=1)
    canvas.setFont(embedded_font(face).fontName, 12)
    canvas.drawString(50, 700, text)
    canvas.save()
    return target.getvalue()


def read_back(pdf: bytes) -> str:
    return PdfReader(BytesIO(pdf)).pages[0].extract_text().strip()


@pytest.mark.parametrize("name", ["张建国", "㛃䶮", "𬱖", "仇·买买提", "O'Neill (x) \\"])
@pytest.mark.parametrize("face", list(Face))
def test_a_name_can_be_copied_from_the_page_as_it_was_written(name, face):
    assert read_back(drawn(name, face)) == name


def test_a_character_outside_the_typeface_is_a_visible_box_and_still_copies_right():
    face = typeface(Face.SANS)
    assert face.glyph(ord("😀")) == 0
    assert len(face.outline(0)) > 20
    assert read_back(drawn("王😀")) == "王😀"


def test_the_worker_can_be_told_which_characters_are_missing():
    assert missing_characters("王😀㛃😀\n") == "😀"


def test_only_the_glyphs_used_are_embedded_with_their_outlines():
    font = PdfReader(BytesIO(drawn("国A"))).pages[0]["/Resources"]["/Font"]["/F2"]
    program = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]["/FontFile3"].get_data()
    cff = CFFFontSet()
    cff.decompile(BytesIO(program), None)
    top = cff.topDictIndex[0]
    assert (top.charset, top.ROS) == ([".notdef", "cid00001", "cid00002"], ("Adobe", "Identity", 0))
    pen = BoundsPen(None)
    top.CharStrings["cid00001"].draw(pen)
    assert pen.bounds == pytest.approx((86, -80, 914, 795), abs=2)
    top.CharStrings["cid00002"].draw(BoundsPen(None))
    assert top.CharStrings["cid00002"].width == typeface(Face.SANS).advance(
        typeface(Face.SANS).glyph(ord("A"))
    )


def test_the_same_text_gives_the_same_bytes():
    assert drawn("社区全科工作台") == drawn("社区全科工作台")


def test_subsets_of_other_characters_carry_another_mark():
    assert subset_tag([1, 2]) != subset_tag([1, 3])
    assert subset_tag([1, 2]).isupper()


@given(st.text(min_size=1, max_size=40))
def test_every_character_gets_one_code_of_its_own(text):
    alphabet = Alphabet()
    codes = alphabet.encode(text)
    assert len(codes) == 2 * len(text)
    assert len(set(alphabet.values())) == len(alphabet) == len(set(text))


def test_widths_of_a_whole_em_are_left_to_the_default():
    first, widths, second, others = width_runs([1000, 555, 600, 1000, 300])
    assert (first, widths.sequence, second, others.sequence) == (2, [555, 600], 5, [300])
