"""One column on the mapping page: its heading, what it means, how sure that is, its first cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QComboBox

from ui.kit.labels import Elided
from ui.kit.pill import Pill
from ui.kit.tones import Tone
from ui.theme.theme import px
from ui.wording.labels import label_of
from workbench.people.roster.fields import LIKELY, SURE, Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QGridLayout, QWidget

    from workbench.people.roster.mapping import ColumnUse

_OFFERED = tuple(field for field in Field if field not in (Field.OTHER, Field.TAG, Field.SERIAL))
_WORDS = {
    Tone.SUCCESS: QT_TRANSLATE_NOOP("Confidence", "sure"),
    Tone.INFO: QT_TRANSLATE_NOOP("Confidence", "likely"),
    Tone.WARNING: QT_TRANSLATE_NOOP("Confidence", "please check"),
    Tone.NEUTRAL: QT_TRANSLATE_NOOP("Confidence", "left out"),
}


class ColumnLine(QObject):
    """The widgets of one column in a grid; ``changed`` carries place and meaning."""

    changed = Signal(int, object)

    def __init__(self, use: ColumnUse, cells: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self.use = use
        letter = _letters(use.index)
        heading = use.heading or self.tr("column {letter}").format(letter=letter)
        self.heading = Elided(heading, role="strong")
        self.letter = Elided(letter, role="caption")
        self.meaning = self._combo(heading)
        self.pill = Pill("")
        self.cells = [Elided(cell or "·", role="soft") for cell in cells]
        self.meaning.activated.connect(lambda _at: self.changed.emit(use.index, self.meaning.currentData()))
        self.show_confidence(use)

    def put(self, grid: QGridLayout, row: int) -> None:
        """Place the widgets in a row of a grid."""
        widgets: list[QWidget] = [self.letter, self.heading, self.meaning, self.pill, *self.cells]
        for at, widget in enumerate(widgets):
            grid.addWidget(widget, row, at)

    def show_confidence(self, use: ColumnUse) -> None:
        """Say in words how sure the meaning is."""
        tone = confidence_tone(use)
        self.pill.say(QCoreApplication.translate("Confidence", _WORDS[tone]), tone)

    def _combo(self, heading: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(self.tr("Meaning of {heading}").format(heading=heading))
        combo.setMinimumWidth(px(148))
        combo.addItem(self.tr("— not imported —"), None)
        if self.use.field is Field.TAG and self.use.tag is not None:
            combo.addItem(self.tr("Tag: {tag}").format(tag=label_of(self.use.tag)), Field.TAG)
        for field in _OFFERED:
            combo.addItem(label_of(field), field)
        at = combo.findData(self.use.field)
        combo.setCurrentIndex(max(at, 0))
        return combo


def confidence_tone(use: ColumnUse) -> Tone:
    """Return the tone of how sure a column's meaning is."""
    if use.field in (None, Field.OTHER, Field.SERIAL):
        return Tone.NEUTRAL
    if use.confidence >= SURE:
        return Tone.SUCCESS
    return Tone.INFO if use.confidence >= LIKELY else Tone.WARNING


def _letters(index: int) -> str:
    """Return a column's letters as Excel shows them."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
