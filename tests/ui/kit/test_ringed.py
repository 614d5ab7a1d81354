"""What is drawn and walked by keys tells by a tooltip what lies under the mouse."""

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui.kit.ringed import Ringed


class _Halves(Ringed, QWidget):
    def words_at(self, point):
        return "left" if point.x() < 50 else "right"


def test_the_tooltip_says_what_lies_under_the_mouse(qtbot):
    drawn = _Halves()
    qtbot.addWidget(drawn)
    drawn.resize(100, 20)
    drawn.show()
    for x, words in ((10, "left"), (90, "right")):
        assert drawn.event(QHelpEvent(QEvent.Type.ToolTip, QPoint(x, 5), drawn.mapToGlobal(QPoint(x, 5))))
        assert QToolTip.text() == words
