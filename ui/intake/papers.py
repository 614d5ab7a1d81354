"""The papers of a talk: pictures of the slips for the preview, and printing them all at once."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.intake.sheet import first_page
from ui.preview.printing import Printing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.intake.done import DonePanel
    from ui.intake.talk import Talk
    from ui.page import Page


class Papers(QObject):
    """Draws slips in the background and prints what the talk left behind."""

    def __init__(self, page: Page, panel: DonePanel) -> None:
        super().__init__(page)
        self._page, self._desk, self._panel = page, page.desk, panel
        self._printing = Printing(page.workspace.background, page)
        self._printing.failed.connect(page.notice.say_error)
        self._printing.printed.connect(lambda _pages: self._note())
        self._ids: list[str] = []

    def preview(self, slip_id: str) -> None:
        """Show a slip."""
        self._page.ask_latest(
            "slip", lambda: first_page(self._desk.slips.pdf(slip_id)), self._panel.show_page
        )

    def print_all(self, talk: Talk) -> None:
        """Print every slip of the talk, as one document."""
        ids = self._ids = [slip.slip_id for result in talk.results for slip in result.slips]
        if ids:
            title = " ".join(result.number for result in talk.results)
            self._page.ask(
                lambda: joined(self._desk.slips.pdf(slip_id) for slip_id in ids),
                lambda pdf: self._printing.ask_and_print(pdf, title),
            )

    def _note(self) -> None:
        ids = self._ids
        self._page.ask(lambda: self._desk.intake.mark_printed(ids), lambda _nothing: None)


def joined(papers: Iterable[bytes]) -> bytes:
    """Return the pages of several PDFs as one."""
    import pypdfium2

    whole = pypdfium2.PdfDocument.new()
    for paper in papers:
        whole.import_pages(pypdfium2.PdfDocument(paper))
    target = BytesIO()
    whole.save(target)
    return target.getvalue()
