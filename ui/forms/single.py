"""One question at a time: a calm card with large words, for training, surveys and the doorstep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.forms.wording import section_title
from ui.kit.buttons import GhostButton, PrimaryButton
from ui.kit.card import Card
from ui.kit.labels import Caption, ErrorText, RoleLabel, Soft
from ui.kit.layouts import STRETCH, column, panel, row, scrolled, show_if
from ui.theme.theme import px
from workbench.forms.engine.node import NodeKind

if TYPE_CHECKING:
    from ui.forms.asked import Asked
    from ui.forms.fields.field import Field
    from ui.forms.fields.pool import FieldPool
    from ui.forms.filling import Filling
    from workbench.forms.engine.node import Node

CARD = 720


class Question(RoleLabel):
    """The question in large words."""

    role = "question"


class SingleView(QWidget):
    """Follows a filling with one question on the screen; ``field`` is its live field."""

    def __init__(self, filling: Filling, pool: FieldPool) -> None:
        super().__init__()
        self._filling, self._pool = filling, pool
        self.field: Field | None = None
        self.where, self.words = Caption(""), Question("", wrap=True)
        self.hint, self.message = Soft("", wrap=True), ErrorText("")
        self.back = GhostButton(self.tr("Back  ↑"), filling.back, size="large")
        self.next = PrimaryButton(self.tr("Next  Enter"), filling.on, size="large")
        self.back.setAccessibleName(self.tr("Back"))
        self.next.setAccessibleName(self.tr("Next"))
        self.place: QVBoxLayout = column(gap=0)
        self._arrange()

    def follow(self, node: Node) -> None:
        """Show the question the cursor has come to."""
        self.rest()
        asked = self._filling.asked(node)
        self.field = self._pool.field_for(asked)
        if self.place.indexOf(self.field) < 0:
            self.place.addWidget(self.field)
        self._say(asked)
        self.field.show_question(asked)
        self.field.show()
        self.field.setFocus()
        self.field.come()
        QTimer.singleShot(0, self._reveal)

    def tells(self, asked: Asked) -> tuple[str, ...]:
        """Everything is said on the card."""
        return asked.hint, asked.node.guidance, asked.message

    def rest(self) -> None:
        """Take the live field away."""
        if self.field is not None:
            self.field.leave()
            self.field.hide()
            self.field = None

    def redraw(self, changed: frozenset[Node]) -> None:
        """Show again what changed of the question."""
        cursor = self._filling.cursor
        if self.field is not None and cursor in changed:
            asked = self._filling.asked(cursor)
            self._say(asked)
            self.field.update_question(asked)

    def reshape(self, _repeats: frozenset[Node]) -> None:
        """Nothing but one question is seen."""

    def relabel(self) -> None:
        """Read the question again: the language or the look changed."""
        if self._filling.cursor is not None:
            self.follow(self._filling.cursor)

    def _reveal(self) -> None:
        if self.field is not None:
            self._area.ensureWidgetVisible(self.field, 0, 0)

    def _say(self, asked: Asked) -> None:
        self.where.setText(" · ".join(_places(asked.node)))
        self.words.setText(f"{asked.label} *" if asked.required else asked.label)
        self.hint.setText("\n".join(filter(None, (asked.hint, asked.node.guidance))))
        show_if(self.hint, bool(self.hint.text()))
        self.message.setText(asked.message)
        self.back.setEnabled(self._filling.course.before(asked.node) is not None)

    def _arrange(self) -> None:
        content = column(self.where, self.words, self.hint, gap=8)
        content.addSpacing(px(8))
        content.addLayout(self.place)
        content.addWidget(self.message)
        content.addStretch(1)
        self._area = scrolled(panel(content))
        card = Card("", self._area, padding=24)
        card.setMaximumWidth(px(CARD))
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        card.body.addLayout(row(self.back, STRETCH, self.next))
        whole = row(STRETCH, margins=(0, 8, 0, 8))
        whole.addWidget(card, 100)
        whole.addStretch(1)
        self.setLayout(whole)


def _places(node: Node) -> list[str]:
    """Return the headings around a question, from the outside in."""
    places: list[str] = []
    around = node.parent
    while around is not None:
        if around.kind is not NodeKind.REPEAT:
            places.insert(0, section_title(around))
        around = around.parent
    return [place for place in places if place]
