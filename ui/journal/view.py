"""The history of a record as a feed: a day, and below it who did what, field by field."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.kit.buttons import GhostButton
from ui.kit.empty import EmptyState
from ui.kit.facts import FactList
from ui.kit.labels import Body, Caption, Hairline, Soft, Strong
from ui.kit.layouts import STRETCH, clear, column, panel, row, scrolled, show_if
from ui.kit.marks import Avatar
from ui.kit.pill import Pill
from ui.kit.segments import Segmented
from ui.wording.dates import day_words, moment_words
from workbench.standards.clock import local_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ui.journal.lines import ChangeLine, HistoryLine

PORTION = 40
"""How many deeds are shown before more are asked for."""


class HistoryView(QWidget):
    """Shows the lines of a history, all or only the changes or only the looks."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[HistoryLine, ...] = ()
        self._shown = PORTION
        options = (
            ("all", self.tr("All")),
            ("changes", self.tr("Changes")),
            ("looks", self.tr("Views and exports")),
        )
        self.filter = Segmented(self.tr("Show"), options, wraps=True)
        self.filter.chosen.connect(lambda _key: self._show_again())
        self.count = Caption("")
        self.empty = EmptyState("history", self.tr("Nothing here yet"), self.tr("No such deed is recorded."))
        self._feed = column(gap=10, margins=(0, 0, 8, 0))
        self.more = GhostButton(self.tr("Show earlier"), self._show_more)
        self._area = scrolled(panel(column(self._feed, row(STRETCH, self.more, STRETCH), STRETCH, gap=12)))
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.tr("History"))
        whole = column(row(self.filter, STRETCH, self.count), gap=12)
        whole.addWidget(self._area, 1)
        whole.addWidget(self.empty, 1)
        self.setLayout(whole)
        self.show_lines(())

    def show_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Show a history, the latest first."""
        self._lines = tuple(lines)
        self._show_again()

    def texts(self) -> list[str]:
        """Return every line as screen readers hear it."""
        return [_spoken(line) for line in self._chosen()]

    def _show_more(self) -> None:
        self._shown += PORTION
        self._draw()

    def _show_again(self) -> None:
        self._shown = PORTION
        self._draw()

    def _draw(self) -> None:
        chosen = self._chosen()
        clear(self._feed)
        for day, lines in groupby(chosen[: self._shown], key=lambda line: local_date(line.at)):
            self._feed.addWidget(Caption(f"{day.year} · {day_words(day)}"))
            for line in lines:
                self._feed.addWidget(DeedRow(line))
        self.count.setText(self.tr("%n entries", "", len(chosen)))
        show_if(self.more, len(chosen) > self._shown)
        show_if(self._area, bool(chosen))
        show_if(self.empty, not chosen)

    def _chosen(self) -> list[HistoryLine]:
        wanted = self.filter.current()
        return [line for line in self._lines if wanted == "all" or line.changed == (wanted == "changes")]


class DeedRow(QWidget):
    """One deed: who and what on one line, the fields below it."""

    def __init__(self, line: HistoryLine) -> None:
        super().__init__()
        self.setAccessibleName(_spoken(line))
        time = Caption(moment_words(line.at)[-5:])
        who = row(Strong(line.who, wrap=True), Pill(line.deed, line.tone), STRETCH, time, gap=8)
        words = column(who, gap=6)
        if line.about or line.note or line.where:
            words.addWidget(Soft(" · ".join(filter(None, (line.about, line.note, line.where))), wrap=True))
        if line.purpose:
            words.addWidget(Body(self.tr("Purpose: {purpose}").format(purpose=line.purpose), wrap=True))
        if line.changes:
            words.addWidget(_fields(line.changes))
        whole = row(panel(column(Avatar(line.who, 28), STRETCH)), gap=10)
        whole.addLayout(words, 1)
        self.setLayout(column(whole, Hairline(), gap=10))


def _fields(changes: Sequence[ChangeLine]) -> FactList:
    return FactList([(change.field, panel(_sides(change))) for change in changes], label_width=112)


def _sides(change: ChangeLine) -> QHBoxLayout:
    after = Body(change.after, wrap=True)
    if not change.before:
        return row(after)
    before, arrow = Soft(change.before, wrap=True), Caption("→")
    for label in (before, arrow):
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    line = row(gap=8)
    line.addWidget(before, 0 if len(change.before) < 24 else 1)
    line.addWidget(arrow)
    line.addWidget(after, 1)
    return line


def _spoken(line: HistoryLine) -> str:
    return "，".join(_words(line))


def _words(line: HistoryLine) -> Iterator[str]:
    yield f"{moment_words(line.at)} {line.who} {line.deed}"
    yield from filter(None, (line.about, line.note, line.where, line.purpose))
    for change in line.changes:
        yield (
            f"{change.field}：{change.before} → {change.after}"
            if change.before
            else f"{change.field}：{change.after}"
        )
