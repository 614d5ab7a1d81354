"""A PDF with its tools: which page, how large, fit; pages are rendered in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.kit.buttons import IconButton
from ui.kit.empty import EmptyState
from ui.kit.fields import TextField
from ui.kit.labels import Caption, Hairline
from ui.kit.layouts import STRETCH, column, panel, row
from ui.preview.canvas import PageCanvas
from ui.preview.sheets import Fit
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.background import Background
    from workbench.documents.preview import PageImage
    from workbench.standards.errors import WorkbenchError


class PreviewView(QWidget):
    """Shows one PDF; ``shown`` tells that it is there, ``failed`` why it is not."""

    shown = Signal(int)
    failed = Signal(object)

    def __init__(self, background: Background, *actions: QWidget) -> None:
        super().__init__()
        self._background = background
        self.pdf = b""
        self.canvas = PageCanvas(self.tr("Preview"))
        self.empty = EmptyState("file", self.tr("Nothing to show yet"), "")
        self._make_tools()
        self._arrange(actions)
        self.canvas.wanted.connect(self._render)
        self.canvas.moved.connect(self._show_place)
        self.canvas.zoomed.connect(self._show_zoom)
        self._add_keys()
        self.show_nothing(self.tr("Nothing to show yet"), "")

    def take_focus(self) -> None:
        """Put the cursor on the sheets; a focus proxy would let Tab pass over the tools before them."""
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_pdf(self, pdf: bytes) -> None:
        """Show a document from its first page; the one before it is forgotten."""
        self.pdf = pdf
        self._background.run_latest(self, "open", lambda: _opened(pdf), self._show_opened, self.failed.emit)

    def show_nothing(self, title: str, sentence: str) -> None:
        """Show words in place of a document."""
        self.pdf = b""
        self.canvas.show_document(0, 595, 842)
        self.empty.say(title, sentence)
        self._stack.setCurrentWidget(self.empty)
        self._tools.setEnabled(False)

    def _show_opened(self, opened: tuple[bytes, int, PageImage]) -> None:
        pdf, count, first = opened
        if pdf is not self.pdf:
            return
        self._stack.setCurrentWidget(self.canvas)
        self._tools.setEnabled(True)
        self.canvas.show_document(count, first.width, first.height)
        self.canvas.show_picture(0, 1.0, first)
        self.page.setValidator(QIntValidator(1, count, self))
        self.shown.emit(count)

    def _render(self, places: Sequence[int], scale: float) -> None:
        # One page at a time: the first one that shows is there soonest.
        for place in places:
            self._background.run(self, lambda at=place: self._picture(at, scale), self._take, _ignore)

    def _picture(self, place: int, scale: float) -> tuple[bytes, int, float, PageImage]:
        from workbench.documents.preview import render_pages

        pdf = self.pdf
        return pdf, place, scale, render_pages(pdf, scale, (place,))[0]

    def _take(self, answer: tuple[bytes, int, float, PageImage]) -> None:
        pdf, place, scale, picture = answer
        if pdf is self.pdf and pdf:
            self.canvas.show_picture(place, scale, picture)

    def _make_tools(self) -> None:
        self.before = IconButton("up", self.tr("Previous page (Page Up)"), lambda: self._turn(-1))
        self.after = IconButton("down", self.tr("Next page (Page Down)"), lambda: self._turn(1))
        self.page = TextField(self.tr("Page number"))
        self.page.setFixedWidth(px(46))
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page.editingFinished.connect(self._go_to_typed)
        self.pages = Caption("")
        self.smaller = IconButton("minus", self.tr("Smaller (Ctrl+-)"), self._zoom_out)
        self.larger = IconButton("plus", self.tr("Larger (Ctrl++)"), self._zoom_in)
        self.percent = Caption("100 %")
        self.percent.setMinimumWidth(px(40))
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fit_width = IconButton("fit-width", self.tr("Fit the width (Ctrl+0)"), self._fit_width)
        self.fit_page = IconButton("fit-page", self.tr("Whole page (Ctrl+9)"), self._fit_page)

    def _arrange(self, actions: Sequence[QWidget]) -> None:
        turning = row(self.before, self.after, self.page, self.pages, gap=4)
        zooming = row(self.smaller, self.percent, self.larger, self.fit_width, self.fit_page, gap=2)
        self._tools = panel(row(turning, STRETCH, zooming, gap=8))
        bar = row(gap=8, margins=(8, 6, 8, 6))
        bar.addWidget(self._tools, 1)
        for action in actions:
            bar.addWidget(action)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.empty)
        whole = column(bar, Hairline(), gap=0)
        whole.addWidget(self._stack, 1)
        self.setLayout(whole)

    def _add_keys(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (
            ("Ctrl++", self._zoom_in),
            ("Ctrl+=", self._zoom_in),
            ("Ctrl+-", self._zoom_out),
            ("Ctrl+0", self._fit_width),
            ("Ctrl+9", self._fit_page),
        ):
            QShortcut(QKeySequence(keys), self, act, context=inside)

    def _turn(self, way: int) -> None:
        self.canvas.go_to(self.canvas.front + way)

    def _go_to_typed(self) -> None:
        if self.page.hasAcceptableInput() and self.page.isModified():
            self.page.setModified(False)
            self.canvas.go_to(int(self.page.text()) - 1)

    def _zoom_in(self) -> None:
        self.canvas.zoom_by_step(larger=True)

    def _zoom_out(self) -> None:
        self.canvas.zoom_by_step(larger=False)

    def _fit_width(self) -> None:
        self.canvas.fit_to(Fit.WIDTH)

    def _fit_page(self) -> None:
        self.canvas.fit_to(Fit.PAGE)

    def _show_place(self, place: int) -> None:
        count = self.canvas.count
        if not self.page.hasFocus() or not self.page.isModified():
            self.page.setText(str(place + 1) if count else "")
        self.pages.setText(self.tr("of {count}").format(count=count) if count else "")
        self.before.setEnabled(place > 0)
        self.after.setEnabled(place + 1 < count)

    def _show_zoom(self, zoom: float) -> None:
        self.percent.setText(f"{zoom:.0%}")


def _opened(pdf: bytes) -> tuple[bytes, int, PageImage]:
    from workbench.documents.preview import page_count, render_pages

    return pdf, page_count(pdf), render_pages(pdf, 1.0, (0,))[0]


def _ignore(_error: WorkbenchError) -> None:
    """Leave a sheet blank whose document was replaced while it was being drawn."""
