"""What one person leaves on the machine outside the window, and the next must not find."""

from __future__ import annotations

from PySide6.QtCore import QDir, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

_SETTINGS, _GROUP = "QtProject", "FileDialog"
"""Where Qt's own file dialog remembers, between runs, the folders it showed."""


def clear_traces() -> None:
    """Empty the clipboard and let file dialogs begin at home again, as for somebody new."""
    QGuiApplication.clipboard().clear()
    _forget_folders()


def _forget_folders() -> None:
    chooser = QFileDialog()
    chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
    chooser.setHistory([])
    # Qt remembers the last folder for the whole program; setting one is the only way to change it.
    chooser.setDirectory(QDir.homePath())
    chooser.deleteLater()
    kept = QSettings(QSettings.Scope.UserScope, _SETTINGS)
    kept.beginGroup(_GROUP)
    for name in ("history", "lastVisited"):
        kept.remove(name)
    kept.endGroup()
