"""Turns the pages of a PDF into pictures, for the preview in the window and for printing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from workbench.documents.errors import DocumentUnreadable

if TYPE_CHECKING:
    from collections.abc import Sequence


_PDFIUM = Lock()
"""pdfium serves one thread at a time."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as a picture: four bytes a point, red, green, blue, alpha, rows from the top without gaps."""

    width: int
    height: int
    rgba: bytes


def page_count(source: Path | bytes) -> int:
    """Return the number of pages; raises DocumentUnreadable."""
    with _PDFIUM, _open(source) as document:
        return len(document)


def render_pages(source: Path | bytes, scale: float, pages: Sequence[int] | None = None) -> list[PageImage]:
    """Return pages as pictures, all of them or those whose places (from 0) are given.

    `scale` 1 is 72 points to the inch; 2 is for a sharp screen, 4.17 (300 to the inch) for paper. Raises
    DocumentUnreadable.
    """
    with _PDFIUM, _open(source) as document:
        wanted = range(len(document)) if pages is None else pages
        return [_render(document[place], scale) for place in wanted]


def _render(page: Any, scale: float) -> PageImage:
    bitmap = page.render(scale=scale, rev_byteorder=True, force_bitmap_format=_bgra())
    row = bitmap.width * 4
    data = bytes(bitmap.buffer)
    if bitmap.stride != row:
        data = b"".join(data[at : at + row] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
    return PageImage(bitmap.width, bitmap.height, data)


def _bgra() -> int:
    import pypdfium2.raw

    return int(pypdfium2.raw.FPDFBitmap_BGRA)


def _open(source: Path | bytes) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(source)
    except (pypdfium2.PdfiumError, FileNotFoundError) as fault:
        name = source.name if isinstance(source, Path) else "预览"
        raise DocumentUnreadable(f"“{name}”不是可以显示的 PDF 文件；文件未改动，请重新生成。") from fault
