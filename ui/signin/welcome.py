"""The first start: found a community, join one by a code, or go on with a first sync that was cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.kit.choice_lines import Choice
from ui.kit.choices import ChoiceList
from ui.kit.labels import Heading, Soft
from ui.kit.layouts import STRETCH, column, panel, row
from ui.signin.setup import SetupPages
from ui.theme.theme import px

if TYPE_CHECKING:
    from ui.background import Background
    from ui.signin.gatekeeper import Gatekeeper
    from ui.signin.join import JoinPages
    from workbench.desk.device_views import UnfinishedJoin

FOUND, JOIN = "found", "join"
LINE = 52


class WelcomePages(QStackedWidget):
    """``signed_in`` carries the founder; ``joined`` the account and password of who set a joining desk up."""

    signed_in = Signal(object)
    joined = Signal(str, str)

    def __init__(self, gatekeeper: Gatekeeper, background: Background) -> None:
        super().__init__()
        self._gatekeeper, self._background = gatekeeper, background
        self.ways = ChoiceList(self.tr("First start"), self._choices())
        self.ways.setFixedHeight(px(LINE) * 2 + px(10))
        self.ways.chosen.connect(self.choose)
        self.setup = SetupPages(gatekeeper, background)
        self.setup.signed_in.connect(self.signed_in)
        self.setup.left.connect(self.start)
        self.join: JoinPages | None = None
        self._first = self._ways_face()
        self.addWidget(self._first)
        self.addWidget(self.setup)

    def start(self) -> None:
        """Ask which way, or offer to go on with what was begun."""
        self.setCurrentWidget(self._first)
        self.ways.setFocus(Qt.FocusReason.OtherFocusReason)
        self._background.run(self, self._gatekeeper.unfinished_join, self._go_on)

    def choose(self, way: str) -> None:
        """Go one of the two ways."""
        if way == FOUND:
            self.setCurrentWidget(self.setup)
            self.setup.start()
        else:
            self._join_pages().start()
            self.setCurrentWidget(self._join_pages())

    def _go_on(self, unfinished: UnfinishedJoin | None) -> None:
        if unfinished is not None and self.currentWidget() is self._first:
            self._join_pages().offer_to_go_on(unfinished)
            self.setCurrentWidget(self._join_pages())

    def _join_pages(self) -> JoinPages:
        if self.join is None:
            # Imported here: most first starts found a community.
            from ui.signin.join import JoinPages

            self.join = JoinPages(self._gatekeeper, self._background)
            self.join.joined.connect(self.joined)
            self.join.left.connect(self.start)
            self.addWidget(self.join)
        return self.join

    def _choices(self) -> tuple[Choice, ...]:
        return (
            Choice(
                FOUND,
                self.tr("Set up a new community"),
                self.tr("The first computer of a community; no network needed"),
                icon="home",
            ),
            Choice(
                JOIN,
                self.tr("Join with a code"),
                self.tr("The community already works with a server; the supervisor gave a code"),
                icon="cloud",
            ),
        )

    def _ways_face(self) -> QWidget:
        words = Soft(self.tr("This data folder is new. How does it begin?"), wrap=True)
        whole = column(Heading(self.tr("Welcome")), words, self.ways, STRETCH, gap=12)
        held = panel(whole)
        held.setMaximumWidth(px(460))
        return panel(row(held, margins=(32, 40, 32, 24)))
