"""The pages that are open: made when first asked for, told when their records change, refreshed when seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from ui.kit.layouts import scrolled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QScrollArea

    from ui.page import Page, Workspace
    from ui.pages import PageEntry


class PageStack(QStackedWidget):
    """One widget a page, kept once made; ``shown`` carries the key of the page in front."""

    shown = Signal(str)

    def __init__(self, entries: Sequence[PageEntry], desk: Any, workspace: Workspace) -> None:
        super().__init__()
        self._entries = {entry.key: entry for entry in entries}
        self._desk, self._workspace = desk, workspace
        self._pages: dict[str, Page] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._stale: set[str] = set()

    def show_page(self, key: str) -> Page | None:
        """Bring a page to the front and give it the cursor; None if there is no such page here."""
        if key not in self._entries:
            return None
        fresh = key not in self._pages
        page = self._pages.get(key) or self._make(key)
        self.setCurrentWidget(self._areas[key])
        if fresh or key in self._stale:
            self._stale.discard(key)
            page.refresh()
        field = page.first_field()
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit(key)
        return page

    def show_record(self, kind: str, record_id: str) -> bool:
        """Show a record on the first page that declared its kind; return whether there is one."""
        key = next((key for key, entry in self._entries.items() if kind in entry.opens), "")
        page = self.show_page(key)
        if page is None:
            return False
        page.open_record(kind, record_id)
        return True

    def page(self, key: str) -> Page | None:
        """Return a page that is already made."""
        return self._pages.get(key)

    def current_key(self) -> str:
        """Return the key of the page in front, or nothing."""
        return next((key for key, area in self._areas.items() if area is self.currentWidget()), "")

    def entity_changed(self, entity: str) -> None:
        """Refresh the page in front if it shows this entity, and remember the others."""
        for key, page in self._pages.items():
            if entity in page.entities:
                if self._areas[key] is self.currentWidget():
                    page.refresh()
                else:
                    self._stale.add(key)

    def _make(self, key: str) -> Page:
        page = self._pages[key] = self._entries[key].create(self._desk, self._workspace)
        # A page scrolls as a whole only where the screen is smaller than its least size (200 %).
        self._areas[key] = area = scrolled(page)
        self.addWidget(area)
        return page
