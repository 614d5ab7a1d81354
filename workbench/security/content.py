"""Makes what people attach safe to keep: photos without their metadata, PDF as it is, nothing else."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.standards.errors import WorkbenchError

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes of the largest file taken in."""

LONGEST_SIDE = 4000
"""Pixels; an A4 page scanned at 300 dpi has 3508, so that print stays readable."""

MOST_PIXELS = 80_000_000

_PDF_HEAD = b"%PDF-"
_JPEG_QUALITY = 88
_BEGINNINGS = {
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"BM": "BMP",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"RIFF": "WEBP",
}


@dataclass(frozen=True, slots=True)
class SafeContent:
    """Content fit for the vault, and what it is."""

    content: bytes = field(repr=False)
    media_type: str


class FileRefused(WorkbenchError):
    """The file cannot be attached; nothing was kept."""


def check_size(size: int) -> None:
    """Let a file of so many bytes pass or raise FileRefused; a file is asked before it is read."""
    if not size:
        raise FileRefused("这个文件是空的，未保存；请重新选择文件。")
    if size > LARGEST_FILE:
        raise FileRefused(f"文件超过 {LARGEST_FILE // 1024 // 1024} MB，未保存；请压缩或分成几个文件。")


def made_safe(content: bytes) -> SafeContent:
    """Return the content as it may be kept, its type judged by itself and not by its name.

    Raises FileRefused for other types, damaged or oversized files and decompression bombs.
    """
    check_size(len(content))
    if content.startswith(_PDF_HEAD):
        return SafeContent(content, "application/pdf")
    for beginning, name in _BEGINNINGS.items():
        if content.startswith(beginning):
            return _redrawn(content, name)
    raise FileRefused("只能添加照片（JPEG、PNG、BMP、TIFF、WebP）或 PDF 文件，未保存；请转换格式后重试。")


def _redrawn(content: bytes, name: str) -> SafeContent:
    """Draw the picture anew: whatever was beside the pixels (place, camera, owner) stays behind."""
    import PIL.Image

    try:
        # Pillow's warnings are about what is checked here anyway, or about metadata that is dropped.
        with warnings.catch_warnings(action="ignore"):
            picture = PIL.Image.open(io.BytesIO(content), formats=[name])
            _check_size(picture)
            return _encoded(_upright(picture), lossy=name in ("JPEG", "WEBP"))
    except PIL.Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, LookupError) as error:
        raise FileRefused("图片已损坏或无法读取，未保存；请重新拍摄或扫描。") from error


def _check_size(picture: Image) -> None:
    if picture.width * picture.height > MOST_PIXELS:
        raise _too_many_pixels()
    if getattr(picture, "n_frames", 1) > 1:
        raise FileRefused("图片含有多页或动画，未保存；请扫描成 PDF 文件后添加。")


def _upright(picture: Image) -> Image:
    """Return the picture the right way up and no larger than needed."""
    from PIL import ImageOps

    # Lets the JPEG decoder work at a fraction of the size: less memory, and faster.
    picture.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
    turned = ImageOps.exif_transpose(picture)
    turned.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return turned


def _encoded(picture: Image, *, lossy: bool) -> SafeContent:
    out = io.BytesIO()
    if lossy and "A" not in picture.getbands():
        _bare(picture, "L" if picture.mode == "L" else "RGB").save(out, "JPEG", quality=_JPEG_QUALITY)
        return SafeContent(out.getvalue(), "image/jpeg")
    mode = picture.mode if picture.mode in ("1", "L", "RGB", "RGBA") else "RGBA"
    _bare(picture, mode).save(out, "PNG")
    return SafeContent(out.getvalue(), "image/png")


def _bare(picture: Image, mode: str) -> Image:
    """Return the pixels alone, without the notes Pillow would otherwise write out again."""
    import PIL.Image

    drawn = picture.convert(mode)
    bare = PIL.Image.new(mode, drawn.size)
    bare.paste(drawn)
    return bare


def _too_many_pixels() -> FileRefused:
    return FileRefused(f"图片超过 {MOST_PIXELS // 10_000} 万像素，未保存；请缩小后重试。")
