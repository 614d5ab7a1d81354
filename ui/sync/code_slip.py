"""A code that lets a desk join, shown once: large, to copy, and as a square code with the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.buttons import GhostButton
from ui.kit.dialogs import Dialog
from ui.kit.labels import Body, Caption, RoleLabel
from ui.kit.layouts import STRETCH, column, row
from ui.theme.theme import px
from ui.wording.dates import moment_words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.page import Page
    from workbench.desk.device_views import Invitation

EDGE, QUIET = 168, 4
"""The square's edge in pixels at 100 %, and its quiet zone in modules, as ISO/IEC 18004 asks."""

PAPER, INK = QColor("white"), QColor("black")
"""Readers want dark on light, whatever the theme."""


class CodeText(RoleLabel):
    """The code in large letters that cannot be confused."""

    role = "code"


class SquareCode(QWidget):
    """A QR code drawn in black on white."""

    def __init__(self, payload: str, name: str) -> None:
        super().__init__()
        # Imported here: only whoever invites a desk needs it.
        import segno

        self._rows = [bytes(line) for line in segno.make(payload, error="m", micro=False).matrix]
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(px(EDGE), px(EDGE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the modules."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), PAPER)
        module = self.width() / (len(self._rows) + 2 * QUIET)
        for down, line in enumerate(self._rows):
            for across, dark in enumerate(line):
                if dark:
                    left, top = (across + QUIET) * module, (down + QUIET) * module
                    painter.fillRect(QRectF(left, top, module + 0.5, module + 0.5), INK)


class CodeDialog(Dialog):
    """Shows the code; when it is closed nobody can see it again."""

    def __init__(self, page: Page, invitation: Invitation, desk_name: str) -> None:
        super().__init__(
            self.tr("Code for {name}").format(name=desk_name),
            self.tr("Type it at the first start of the new desk. It is used once and not shown again."),
            parent=page.window(),
            width=640,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._slip = f"{invitation.server} {invitation.code}"
        self.code = CodeText(invitation.code)
        self.code.setAccessibleName(self.tr("Code {code}").format(code=invitation.code))
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        until = self.tr("Valid until {time}").format(time=moment_words(invitation.expires_at))
        copy = GhostButton(self.tr("Copy address and code"), self.copy, icon_name="copy")
        words = column(self.code, Body(invitation.server, wrap=True), Caption(until), copy, STRETCH, gap=10)
        line = row(gap=20)
        square = SquareCode(self._slip, self.tr("Square code with address and code"))
        line.addWidget(square, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        line.addLayout(words, 1)
        self.body.addLayout(line)
        self.add_close()

    def copy(self) -> None:
        """Copy address and code; pasted into the address they fill both fields."""
        QGuiApplication.clipboard().setText(self._slip)
