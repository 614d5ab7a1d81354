"""A page of sections: a quiet list of them at the left, the chosen one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.kit.choice_lines import Choice
from ui.kit.choices import ChoiceList
from ui.kit.layouts import panel, row, scrolled
from ui.page import Page
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent

    from ui.page import Workspace
    from ui.sections.entries import Group, SectionEntry
    from ui.sections.section import Section

NAMES_WIDTH, ICONS_WIDTH = 196, 60
ROOM_FOR_NAMES = 760
"""Below this width of the page (at 100 %) the list shows its icons only."""


class SectionedPage(Page):
    """Sections by group, as far as this person may see them; each is made when first shown."""

    def __init__(self, desk: Any, workspace: Workspace, title: str, groups: Sequence[Group]) -> None:
        super().__init__(desk, workspace)
        self._groups = groups
        self._entries = {entry.key: entry for group in groups for entry in group.entries if self._may(entry)}
        self._sections: dict[str, Section] = {}
        self._areas: dict[str, QWidget] = {}
        self.list = ChoiceList(
            QCoreApplication.translate("SectionedPage", "Sections"), tuple(self._choices())
        )
        self.list.setProperty("frameless", True)
        self.list.setFixedHeight(_height(self.list))
        for at in range(self.list.count()):
            self.list.item(at).setToolTip(self.list.item(at).text())
        self.stack, self.whole = QStackedWidget(), QStackedWidget()
        self.name_page(title)
        line = row(gap=20)
        line.addWidget(self.list, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.stack, 1)
        self.whole.addWidget(panel(line))
        self.body.addWidget(self.whole, 1)
        self.list.currentRowChanged.connect(lambda _row: self.show_section(self.list.current()))
        self.list.chosen.connect(lambda _key: self._enter())
        self.show_section(self.list.current())

    def show_section(self, key: str) -> None:
        """Show a section and read it anew."""
        if key not in self._entries:
            return
        self.notice.hide()
        section = self.section(key)
        self.stack.setCurrentWidget(self._areas[key])
        if self.list.current() != key:
            self.list.make_current(key)
        section.refresh()

    def section_keys(self) -> tuple[str, ...]:
        """Return the sections this person may see, in the order of the list."""
        return tuple(self._entries)

    def section(self, key: str) -> Section:
        """Return a section, made when first asked for."""
        if key not in self._sections:
            made = self._sections[key] = self._entries[key].create(self)
            area = self._areas[key] = scrolled(made)
            self.stack.addWidget(area)
        return self._sections[key]

    def cover(self, widget: QWidget) -> None:
        """Let a widget take the whole page until it is uncovered: a form that needs the room."""
        self.notice.hide()
        self.workspace.show_beside(None)
        self.whole.addWidget(widget)
        self.whole.setCurrentWidget(widget)

    def uncover(self) -> None:
        """Let the widget on top go, and show what lay under it anew."""
        top = self.whole.currentWidget()
        if self.whole.indexOf(top) > 0:
            self.whole.removeWidget(top)
            top.deleteLater()
        self.refresh()

    def covered(self) -> QWidget | None:
        """Return the widget that has taken the page, if there is one."""
        top = self.whole.currentWidget()
        return top if self.whole.indexOf(top) > 0 else None

    def refresh(self) -> None:
        """Read the section in front again; what covers the page is left alone."""
        if self.covered() is not None:
            return
        if key := self.list.current():
            self.section(key).refresh()

    def first_field(self) -> QWidget:
        """Return the list, or what has taken the page."""
        return self.covered() or self.list

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep only the icons of the list where the room is short."""
        super().resizeEvent(event)
        narrow = self.width() < px(ROOM_FOR_NAMES)
        self.list.setFixedWidth(px(ICONS_WIDTH if narrow else NAMES_WIDTH))

    def _enter(self) -> None:
        """Go on into the section, as Enter on the list asks."""
        section = self.section(self.list.current())
        field = section.first_field()
        if field is None or not (field.focusProxy() or field).isVisible():
            field = first_taker(section)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _may(self, entry: SectionEntry) -> bool:
        return entry.permission is None or self.desk.may(entry.permission)

    def _choices(self) -> Iterator[Choice]:
        for group in self._groups:
            entries = [entry for entry in group.entries if entry.key in self._entries]
            if entries:
                yield Choice("", group.label, heading=True)
            for entry in entries:
                yield Choice(entry.key, entry.label, icon=entry.icon)


def first_taker(section: QWidget) -> QWidget | None:
    """Return the first widget of a section that can have the cursor, as where its table is empty."""
    for widget in section.findChildren(QWidget):
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return widget
    return None


def _height(choices: ChoiceList) -> int:
    """Return the height of all lines, so that the list ends with them."""
    return sum(choices.sizeHintForRow(at) for at in range(choices.count())) + px(12)
