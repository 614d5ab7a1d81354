"""The settings: language, size, colours, auto-lock; shown at once, kept in the data folder."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from ui.kit.buttons import GhostButton
from ui.kit.dialogs import Dialog
from ui.kit.form import FormGrid
from ui.kit.labels import Caption
from ui.kit.segments import Segmented
from ui.settings.preferences import AUTO_LOCK_MINUTES, SCALES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.settings.preferences import Preferences


class SettingsDialog(Dialog):
    """Changes the preferences; ``changed`` carries the new ones at every choice."""

    changed = Signal(object)
    password_wanted = Signal()

    def __init__(self, chosen: Preferences, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent, width=520)
        self.setWindowTitle(self.tr("Settings"))
        self.heading.setText(self.tr("Settings"))
        self.chosen = chosen
        self.grid = FormGrid(gap=16)
        self.grid.add("language", self.tr("Language"), self._languages())
        self.grid.add("scheme", self.tr("Colours"), self._schemes())
        self.grid.add("scale", self.tr("Size"), self._scales())
        self.grid.add("lock", self.tr("Lock when nobody has typed for"), self._minutes())
        self.body.addWidget(self.grid)
        self.body.addWidget(
            Caption(self.tr("Language and size open the window again; what you typed is kept."))
        )
        self.password = GhostButton(
            self.tr("Change my password…"), self.password_wanted.emit, icon_name="key"
        )
        self.footer.insertWidget(0, self.password)
        self.add_close()

    def _languages(self) -> Segmented:
        options = (("system", self.tr("System")), ("zh_CN", "简体中文"), ("en", "English"))
        field = Segmented(self.tr("Language"), options, self.chosen.language)
        field.chosen.connect(lambda key: self._change(language=key))
        return field

    def _schemes(self) -> Segmented:
        options = (("system", self.tr("System")), ("light", self.tr("Light")), ("dark", self.tr("Dark")))
        field = Segmented(self.tr("Colours"), options, self.chosen.scheme)
        field.chosen.connect(lambda key: self._change(scheme=key))
        return field

    def _scales(self) -> Segmented:
        options = tuple((str(scale), f"{scale:.0%}") for scale in SCALES)
        field = Segmented(self.tr("Size"), options, str(self.chosen.scale))
        field.chosen.connect(lambda key: self._change(scale=float(key)))
        return field

    def _minutes(self) -> QComboBox:
        field = QComboBox()
        for minutes in AUTO_LOCK_MINUTES:
            field.addItem(self.tr("%n min", "", minutes), minutes)
        field.setCurrentIndex(field.findData(self.chosen.auto_lock_minutes))
        field.activated.connect(lambda _at: self._change(auto_lock_minutes=field.currentData()))
        return field

    def _change(self, **change: object) -> None:
        self.chosen = replace(self.chosen, **change)
        self.changed.emit(self.chosen)
