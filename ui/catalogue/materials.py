"""What to bring for an item: one line a material, with what may follow and what the community holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.catalogue.words import handling_words
from ui.kit.empty import IconLabel
from ui.kit.flow import FlowLayout
from ui.kit.labels import Body, Caption, Soft
from ui.kit.layouts import STRETCH, clear, column, panel, row
from ui.kit.pill import Pill
from ui.kit.tones import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.catalogue.rules import Material


class MaterialList(QWidget):
    """The materials of an item, the required ones first."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("What to bring"))
        self._lines: QVBoxLayout = column(gap=10)
        self.setLayout(self._lines)

    def show_materials(self, materials: Sequence[Material]) -> None:
        """Replace the lines."""
        clear(self._lines)
        for material in sorted(materials, key=lambda one: not one.required):
            self._lines.addWidget(MaterialLine(material))
        if not materials:
            self._lines.addWidget(Soft(self.tr("Nothing has to be brought.")))


class MaterialLine(QWidget):
    """One material: its name, how it is handled, and what makes it easier."""

    def __init__(self, material: Material) -> None:
        super().__init__()
        icon = "file" if material.required else "info"
        name = Body(material.name, wrap=True)
        upper = row(name, gap=8)
        upper.setStretch(0, 1)
        upper.addWidget(panel(FlowLayout(*self._pills(material), gap=6)))
        words = column(upper, gap=1)
        handling = " · ".join(filter(None, (handling_words(material), material.note)))
        if handling:
            words.addWidget(Caption(handling, wrap=True))
        whole = row(column(IconLabel(icon, "text_faint", 16), STRETCH, margins=(0, 3, 0, 0)), gap=10)
        whole.addLayout(words, 1)
        self.setLayout(whole)
        self.setAccessibleName(f"{material.name} {handling}".strip())

    def _pills(self, material: Material) -> list[Pill]:
        pills = []
        if material.held_as:
            pills.append(Pill(self.tr("held here is enough"), Tone.SUCCESS))
        if material.may_follow:
            pills.append(Pill(self.tr("may follow"), Tone.INFO))
        if not material.required:
            pills.append(Pill(self.tr("if there is one"), Tone.NEUTRAL))
        return pills
