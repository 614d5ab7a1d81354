"""The accounts to choose from at the door, once they are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import LinkButton
from ui.kit.choice_lines import Choice
from ui.kit.choices import ChoiceList
from ui.kit.layouts import STRETCH, column, row
from ui.theme.theme import px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.signin.gatekeeper import AccountChoice

VISIBLE_ACCOUNTS = 4
LINE = 52


class AccountList(QWidget):
    """A list of people; ``chosen`` asks for the password next, ``other`` for a name to be typed."""

    chosen = Signal()
    other = Signal()

    def __init__(self, accounts: Sequence[AccountChoice]) -> None:
        super().__init__()
        lines = [Choice(one.account, one.person, one.detail or one.account, avatar=True) for one in accounts]
        self.list = ChoiceList(self.tr("Accounts"), lines)
        self.list.setFixedHeight(px(LINE) * min(len(lines), VISIBLE_ACCOUNTS) + px(10))
        self.list.chosen.connect(lambda _account: self.chosen.emit())
        other = LinkButton(self.tr("Another account"), self.other.emit)
        self.setLayout(column(self.list, row(STRETCH, other), gap=4))
        self.setFocusProxy(self.list)
