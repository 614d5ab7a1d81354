"""Notices that nobody has touched keyboard or mouse for a while."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """Sends ``idle`` once after a time without input; any input starts the time again."""

    idle = Signal()

    def __init__(self, minutes: float, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.idle)
        self.set_minutes(minutes)
        QCoreApplication.instance().installEventFilter(self)

    def set_minutes(self, minutes: float) -> None:
        """Change the time without input after which ``idle`` is sent."""
        self._timer.start(round(minutes * 60_000))

    def restart(self) -> None:
        """Start the time again."""
        self._timer.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Start the time again on every touch, and let the event pass."""
        if event.type() in TOUCHES:
            self._timer.start()
        return False
