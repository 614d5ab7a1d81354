"""Photos lose what they tell beside the picture; what is neither photo nor PDF is refused."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zlib

import PIL.Image
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.security.pictures import CAMERA, gps_of, opened, pages, photo, png_with_notes
from workbench.security import content
from workbench.security.content import FileRefused, made_safe

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "TIFF", "PNG"])
def test_place_and_camera_are_gone_and_the_picture_stays(kind: str) -> None:
    taken = photo(kind=kind)
    assert CAMERA.encode() in taken and (gps_of(taken) or kind == "TIFF")
    safe = made_safe(taken)
    assert gps_of(safe.content) == {} and dict(opened(safe.content).getexif()) == {}
    assert CAMERA.encode() not in safe.content
    red, green, blue = opened(safe.content).convert("RGB").getpixel((5, 20))
    assert red > 240 and green < 20 and blue < 20
    assert safe.media_type == ("image/jpeg" if kind in ("JPEG", "WEBP") else "image/png")


def test_text_chunks_of_a_png_are_gone_and_its_transparency_stays() -> None:
    safe = made_safe(png_with_notes())
    assert CAMERA.encode() not in safe.content
    assert opened(safe.content).getpixel((3, 3)) == (0, 0, 255, 128)


def test_a_photo_taken_sideways_stands_upright() -> None:
    # Orientation 6: the camera's top is the picture's right, so the red half must end up on top.
    picture = opened(made_safe(photo(60, 40, orientation=6)).content).convert("RGB")
    assert picture.size == (40, 60)
    assert picture.getpixel((20, 5))[1] < 20
    assert picture.getpixel((20, 55))[1] > 240


def test_a_huge_photo_is_made_smaller() -> None:
    assert opened(made_safe(photo(5000, 1000)).content).size == (4000, 800)


def test_a_scan_at_300_dpi_keeps_every_pixel() -> None:
    assert opened(made_safe(photo(2480, 3508, kind="PNG")).content).size == (2480, 3508)


def test_a_pdf_passes_untouched() -> None:
    safe = made_safe(PDF)
    assert (safe.content, safe.media_type) == (PDF, "application/pdf")


def test_a_file_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "LARGEST_FILE", len(PDF))
    made_safe(PDF)
    with pytest.raises(FileRefused, match="MB"):
        made_safe(PDF + b"\n")


def bomb(side: int) -> bytes:
    """A PNG of a few bytes that claims to be `side` pixels square."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [9_000, 12_000, 60_000])
def test_a_decompression_bomb_is_refused_before_it_unfolds(side: int) -> None:
    tracemalloc.start()
    with pytest.raises(FileRefused, match="万像素"):
        made_safe(bomb(side))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


def test_several_pages_in_one_picture_are_refused_rather_than_lost() -> None:
    made_safe(pages(1))
    with pytest.raises(FileRefused, match="PDF"):
        made_safe(pages(2))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MZ\x90\x00 a program",
        b"PK\x03\x04 an archive",
        b"GIF89a",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        "说明.txt".encode(),
        b" %PDF-1.7",
    ],
)
def test_other_kinds_of_file_are_refused(content: bytes) -> None:
    with pytest.raises(FileRefused):
        made_safe(content)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_photo_cut_short_is_refused(share: float) -> None:
    whole = photo(300, 200)
    with pytest.raises(FileRefused, match="损坏"):
        made_safe(whole[: int(len(whole) * share)])


HEADS = [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"BM", b"II*\x00", b"MM\x00*", b"RIFF\x00\x00\x00\x00WEBP"]


@given(st.sampled_from(HEADS), st.binary(max_size=200))
def test_nonsense_that_looks_like_a_picture_is_refused_in_words(head: bytes, rest: bytes) -> None:
    try:
        made_safe(head + rest)
    except FileRefused as refusal:
        assert "未保存" in str(refusal)


def test_a_palette_picture_and_a_colour_separation_are_kept() -> None:
    for mode, kind in (("P", "PNG"), ("CMYK", "JPEG"), ("I;16", "PNG"), ("1", "TIFF"), ("L", "JPEG")):
        out = io.BytesIO()
        PIL.Image.new(mode, (30, 20)).save(out, kind)
        assert opened(made_safe(out.getvalue()).content).size == (30, 20)
