"""Walks a signed-in person's window through every page and the states of it worth looking at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QPushButton, QWidget

from ui.desk_answers import DeskSearch, status_reader
from ui.kit.labels import Elided
from ui.pages import PAGES
from ui.shell.window import Shell
from ui.signin.desk_gatekeeper import signed_in
from workbench.intake.queries.lists import MatterList

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.ui.gallery import Look
    from ui.background import Background
    from workbench.desk.desk import Desk
    from workbench.intake.queries.rows import MatterRow

ITEM, SECOND_ITEM = "AG-003", "DP-001"


def open_shell(desk: Desk, background: Background, look: Look | None = None) -> Shell:
    """Open the window of whoever sits at a desk."""
    shell = Shell(signed_in(desk), background, PAGES, DeskSearch(desk), status_reader(desk))
    # The offscreen screen is 800 by 800: a window that fills it would not take another size.
    shell.showNormal()
    shell.resize(look.width if look else 1366, look.height if look else 768)
    shell.activateWindow()
    return shell


def close_for_good(shell: Shell) -> None:
    """Close a window and delete it now: one that lingers would be dressed again with the next look."""
    shell.close()
    shell.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Tour:
    """Each stop yields its name once everything shown there has been read."""

    def __init__(self, shell: Shell, background: Background, desk: Desk, roster: Path | None = None) -> None:
        self.shell, self._background, self._desk, self._roster = shell, background, desk, roster

    def stops(self) -> Iterator[str]:
        """Walk through every registered page, and into those that have more to show."""
        for entry in PAGES:
            self.shell.open_page(entry.key)
            self.settle()
            yield entry.key
            more = getattr(self, f"_in_{entry.key}", None)
            if more is not None:
                for name in more():
                    self.settle()
                    yield f"{entry.key}-{name}"

    def settle(self) -> None:
        """Wait until nothing is being read and everything is laid out; a page may ask twice in a row."""
        for _ in range(4):
            self._background.wait()
            QApplication.processEvents()
            QApplication.processEvents()

    def _in_intake(self) -> Iterator[str]:
        page = self.shell.pages.page("intake")
        page.conversation.greet(self._row().applicant_id)
        yield "items"
        page.conversation.add_item(ITEM)
        yield "work"
        page.conversation.tick_all()
        page.conversation.add_item(SECOND_ITEM)
        yield "two"
        page.serve_next()

    def _in_matters(self) -> Iterator[str]:
        self.shell.pages.page("matters").list.choose(MatterList.OPEN)
        yield "open"
        self.shell.open_record("matter", self._row().id)
        yield "one"

    def _in_people(self) -> Iterator[str]:
        self.shell.open_record("person", self._row().applicant_id)
        yield "one"
        parts = self.shell.pages.page("people").record.parts
        for key in ("matters", "history"):
            parts.choose(key)
            yield key

    def _in_roster(self) -> Iterator[str]:
        if self._roster is not None:
            page = self.shell.pages.page("roster")
            page.read(self._roster)
            yield "columns"
            page.mapping.confirm()
            yield "rows"

    def _in_manage(self) -> Iterator[str]:
        page = self.shell.pages.page("manage")
        for key in page.section_keys():
            page.show_section(key)
            yield key

    def _row(self) -> MatterRow:
        return self._desk.matters.rows(MatterList.OPEN)[0]


def sideways(shell: Shell) -> list[str]:
    """Return what would have to be scrolled sideways."""
    areas = shell.findChildren(QAbstractScrollArea)
    return [_named(area) for area in areas if area.isVisible() and area.horizontalScrollBar().maximum() > 0]


def cut_off(shell: Shell) -> list[str]:
    """Return labels and buttons that have less room than their words; those that say so with … are fine."""
    words = (*shell.findChildren(QLabel), *shell.findChildren(QPushButton))
    return [_named(one) for one in words if one.isVisible() and not isinstance(one, Elided) and _is_cut(one)]


def _is_cut(one: QLabel | QPushButton) -> bool:
    if isinstance(one, QLabel) and one.wordWrap():
        return one.heightForWidth(one.width()) > one.height() + 2
    return bool(one.text()) and one.minimumSizeHint().width() > one.width() + 1


def _named(widget: QWidget) -> str:
    words = getattr(widget, "text", str)()
    above = widget.parentWidget()
    return f"{type(above).__name__} > {type(widget).__name__} “{widget.accessibleName() or words}”"
