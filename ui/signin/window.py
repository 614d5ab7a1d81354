"""The sign-in window: painted first and alone, it opens the store only after it is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.kit.labels import Soft
from ui.kit.layouts import STRETCH, column, panel, row
from ui.signin.brand import BrandPanel
from ui.signin.form import SignInForm
from ui.theme.theme import px

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.background import Background
    from ui.settings.preferences import Preferences
    from ui.signin.gatekeeper import Gatekeeper


class SignInWindow(QWidget):
    """The door of the workbench; ``signed_in`` carries a SignedIn, ``painted`` is sent once."""

    signed_in = Signal(object)
    painted = Signal()

    def __init__(self, gatekeeper: Gatekeeper, background: Background, known: Preferences) -> None:
        super().__init__()
        self._gatekeeper, self._background, self._known = gatekeeper, background, known
        self._was_painted = False
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Community Workbench"))
        self.brand = BrandPanel(known.community)
        self.form = SignInForm(
            gatekeeper,
            background,
            title=self.tr("Sign in"),
            sentence=self.tr("Everything works without a network."),
        )
        self.form.signed_in.connect(self.signed_in)
        self._faces = QStackedWidget()
        self._faces.addWidget(
            panel(column(STRETCH, row(STRETCH, Soft(self.tr("Starting…")), STRETCH), STRETCH))
        )
        self._faces.addWidget(panel(column(STRETCH, row(STRETCH, self.form, STRETCH), STRETCH, margins=24)))
        self._faces.setCurrentIndex(1 if known.community else 0)
        self.brand.setMinimumWidth(px(340))
        whole = row(gap=0)
        whole.addWidget(self.brand, 9)
        whole.addWidget(self._faces, 11)
        self.setLayout(whole)
        self.resize(px(960), px(640))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and after the first time begin to open the store."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._after_first_paint)

    def _after_first_paint(self) -> None:
        self.painted.emit()
        self._background.run(self, self._gatekeeper.needs_setup, self._open_door)

    def _open_door(self, needs_setup: bool) -> None:
        if needs_setup:
            self._show_setup()
        else:
            self._faces.setCurrentIndex(1)
            self._background.run(self, self._read_names, self._show_names)

    def _read_names(self) -> tuple[str, list[object]]:
        return self._gatekeeper.community(), self._gatekeeper.accounts()

    def _show_names(self, names: tuple[str, list[object]]) -> None:
        community, accounts = names
        self.brand.show_community(community)
        self.form.show_accounts(accounts, self._known.last_account)

    def _show_setup(self) -> None:
        # Imported here: only the very first start sees it.
        from ui.signin.setup import SetupPages

        pages = SetupPages(self._gatekeeper, self._background)
        pages.signed_in.connect(self.signed_in)
        self._faces.setCurrentIndex(self._faces.addWidget(pages))
        pages.start()
