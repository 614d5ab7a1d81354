"""The lists of matters with their counts, a filter while typing, and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.kit.card import Card
from ui.kit.empty import EmptyState
from ui.kit.fields import CheckField, SearchField
from ui.kit.layouts import STRETCH, column, row
from ui.kit.segments import Tabs
from ui.kit.table import RecordTable
from ui.matters.columns import matter_columns
from ui.theme.theme import px
from workbench.intake.queries.lists import MatterList

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.catalogue.rules import Post
    from workbench.intake.queries.lists import TodayCounts
    from workbench.intake.queries.rows import MatterRow

PERSONAL = frozenset({MatterList.NEW_TO_ME, MatterList.MINE, MatterList.WAITING})


class ListView(QWidget):
    """One list at a time; ``opened`` carries a row, ``wanted`` asks for a list to be read."""

    opened = Signal(object)
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._names: Mapping[str, str] = {}
        self._rows: Sequence[MatterRow] = ()
        self.lists = Tabs(
            self.tr("Lists"),
            [(each.value, words) for each, words in self.words().items()],
            "mine",
            wraps=True,
        )
        self.search = SearchField(self.tr("Filter"), self.tr("Number, item or resident"))
        self.search.setMaximumWidth(px(280))
        self.posts = QComboBox()
        self.posts.setAccessibleName(self.tr("Post"))
        self.only_mine = CheckField(self.tr("Only mine"))
        self.empty = EmptyState("inbox", "", "")
        self.table: RecordTable[MatterRow] = RecordTable(
            self.tr("Matters"), matter_columns(lambda: self._names), self.empty, frameless=True
        )
        self._arrange()
        self._listen()
        self.show_posts(())

    @property
    def which(self) -> MatterList:
        """The list in front."""
        return MatterList(self.lists.current())

    def words(self) -> dict[MatterList, str]:
        """Return the name of each list."""
        return {
            MatterList.NEW_TO_ME: self.tr("New to me"),
            MatterList.MINE: self.tr("Mine to act on"),
            MatterList.WAITING: self.tr("Waiting on others"),
            MatterList.OVERDUE: self.tr("Overdue"),
            MatterList.DUE_TODAY: self.tr("Due today"),
            MatterList.OPEN: self.tr("All open"),
            MatterList.FINISHED: self.tr("Closed"),
        }

    def show_counts(self, counts: TodayCounts) -> None:
        """Put the counts beside the names of the lists."""
        figures = {
            MatterList.NEW_TO_ME: counts.new_to_me,
            MatterList.MINE: counts.mine,
            MatterList.WAITING: counts.waiting,
            MatterList.OVERDUE: counts.overdue,
            MatterList.DUE_TODAY: counts.due_today,
            MatterList.OPEN: counts.open,
        }
        for which, figure in figures.items():
            self.lists.relabel(
                which.value, f"{self.words()[which]} {figure}" if figure else self.words()[which]
            )

    def show_posts(self, posts: Sequence[Post]) -> None:
        """Offer the posts to filter by."""
        chosen = self.posts.currentData()
        self.posts.clear()
        self.posts.addItem(self.tr("All posts"), "")
        for post in posts:
            self.posts.addItem(post.name, post.code)
        self.posts.setCurrentIndex(max(0, self.posts.findData(chosen)))

    def show_names(self, names: Mapping[str, str]) -> None:
        """Keep the staff's names."""
        self._names = names

    def show_rows(self, rows: Sequence[MatterRow]) -> None:
        """Show the rows of the list."""
        self._rows = rows
        self.only_mine.setVisible(self.which not in PERSONAL)
        self._filter()

    def choose(self, which: MatterList) -> None:
        """Bring a list to the front."""
        self.lists.choose(which.value)

    def _filter(self) -> None:
        wanted, post = self.search.text().strip().casefold(), self.posts.currentData()
        shown = [row for row in self._rows if _fits(row, wanted) and post in ("", row.post)]
        if self._rows and not shown:
            self.empty.say(self.tr("Nothing fits the filter"), self.tr("Clear it to see the whole list."))
        else:
            self.empty.say(*self._nothing())
        self.table.show_records(shown)

    def _nothing(self) -> tuple[str, str]:
        if self.which is MatterList.OVERDUE:
            return self.tr("Nothing is overdue"), self.tr("Every open matter is within its limit.")
        if self.which is MatterList.NEW_TO_ME:
            return self.tr("Nothing new"), self.tr("What colleagues hand over to you appears here.")
        return self.tr("This list is empty"), self.tr("New matters begin on the intake page.")

    def _arrange(self) -> None:
        line = row(self.search, self.posts, self.only_mine, STRETCH, gap=8)
        line.setStretch(0, 4)
        card = Card("", padding=8)
        card.body.addWidget(self.table, 1)
        whole = column(self.lists, line, gap=8)
        whole.addWidget(card, 1)
        self.setLayout(whole)

    def _listen(self) -> None:
        self.lists.chosen.connect(lambda _key: self.wanted.emit())
        self.only_mine.toggled.connect(lambda _on: self.wanted.emit())
        self.search.textChanged.connect(lambda _text: self._filter())
        self.search.wants_results.connect(self.table.setFocus)
        self.search.returnPressed.connect(self.table.setFocus)
        self.posts.activated.connect(lambda _at: self._filter())
        self.table.activated.connect(self.opened)


def _fits(row: MatterRow, wanted: str) -> bool:
    return not wanted or any(
        wanted in text.casefold() for text in (row.number, row.item_name, row.applicant_name)
    )
