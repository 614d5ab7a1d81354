"""The dialog of a refusal (不予受理): the ground, why, and what to do instead; forbidden items fill it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.kit.dialogs import Dialog
from ui.kit.fields import TextArea
from ui.kit.form import FormGrid
from ui.theme.theme import px
from ui.wording.labels import label_of
from workbench.catalogue.rules import ItemKind
from workbench.intake.kinds import RefusalGround
from workbench.intake.requests import Refusal

if TYPE_CHECKING:
    from workbench.catalogue.rules import ServiceItem

AT_THE_COUNTER = tuple(ground for ground in RefusalGround if ground is not RefusalGround.NOT_SUPPLIED)
"""Not supplied is a ground only after one was told once what is missing."""


class RefusalDialog(Dialog):
    """Asks for a written refusal; ``refused`` carries it."""

    refused = Signal(object)

    def __init__(
        self, item: ServiceItem, parent: QWidget, grounds: tuple[RefusalGround, ...] = AT_THE_COUNTER
    ) -> None:
        super().__init__("", item.name, parent=parent, width=560)
        self.heading.setText(self.tr("Refuse in writing"))
        self.setWindowTitle(self.heading.text())
        self.ground = self._grounds(grounds)
        forbidden = item.kind is ItemKind.FORBIDDEN
        # The slip is in Chinese, whatever language the window speaks.
        why = f"“{item.name}”{RefusalGround.FORBIDDEN.label}。" if forbidden else ""
        self.reason = self._area(self.tr("Why"), why)
        self.instead = self._area(self.tr("What to do instead"), item.instead or "")
        self.form = FormGrid(gap=10)
        self.form.add("ground", self.tr("Ground"), self.ground, required=True)
        self.form.add("reason", self.tr("Why"), self.reason, required=True)
        self.form.add("instead", self.tr("What to do instead"), self.instead, required=True)
        self.body.addWidget(self.form)
        chosen = RefusalGround.FORBIDDEN if forbidden else grounds[0]
        self.ground.setCurrentIndex(self.ground.findData(chosen.value))
        self.main = self.add_buttons(self.tr("Refuse  Ctrl+Enter"), self.submit, danger=True)
        self.main.setShortcut("Ctrl+Return")
        self.reason.setFocus()

    def submit(self) -> None:
        """Hand the refusal over, or say what is missing."""
        written = {"reason": self.reason.toPlainText(), "instead": self.instead.toPlainText()}
        empty = {key: self.tr("Please write it down.") for key, text in written.items() if not text.strip()}
        if empty:
            self.form.show_errors(empty)
            return
        ground = RefusalGround(self.ground.currentData())
        self.refused.emit(Refusal(ground, written["reason"].strip(), written["instead"].strip()))
        self.accept()

    def _grounds(self, grounds: tuple[RefusalGround, ...]) -> QComboBox:
        box = QComboBox()
        for ground in grounds:
            box.addItem(label_of(ground), ground.value)
        return box

    def _area(self, name: str, text: str) -> TextArea:
        area = TextArea(name)
        area.setPlainText(text)
        area.setFixedHeight(px(84))
        return area
