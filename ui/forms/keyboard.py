"""The keys of a form and what they do, in one place for sheet, grid, single question and help."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Verb(Enum):
    """What a key does in any form."""

    ON = auto()
    BACK = auto()
    COMPLETE = auto()
    NOTE = auto()
    PROBLEM = auto()
    SAME = auto()
    UNDO = auto()
    REDO = auto()
    ADD = auto()
    REMOVE = auto()
    LEAVE = auto()
    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    TURN = auto()


_KEY = Qt.Key
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_VERBS = {
    (_NONE, _KEY.Key_Return): Verb.ON,
    (_NONE, _KEY.Key_Enter): Verb.ON,
    (_NONE, _KEY.Key_Tab): Verb.ON,
    (_SHIFT, _KEY.Key_Return): Verb.BACK,
    (_SHIFT, _KEY.Key_Enter): Verb.BACK,
    (_SHIFT, _KEY.Key_Backtab): Verb.BACK,
    (_NONE, _KEY.Key_Backtab): Verb.BACK,
    (_CTRL, _KEY.Key_Return): Verb.COMPLETE,
    (_CTRL, _KEY.Key_Enter): Verb.COMPLETE,
    (_NONE, _KEY.Key_F2): Verb.NOTE,
    (_NONE, _KEY.Key_F4): Verb.PROBLEM,
    (_NONE, _KEY.Key_F6): Verb.TURN,
    (_NONE, _KEY.Key_F7): Verb.SAME,
    (_CTRL, _KEY.Key_Z): Verb.UNDO,
    (_CTRL, _KEY.Key_Y): Verb.REDO,
    (_CTRL | _SHIFT, _KEY.Key_Z): Verb.REDO,
    (_CTRL, _KEY.Key_Plus): Verb.ADD,
    (_CTRL | _SHIFT, _KEY.Key_Plus): Verb.ADD,
    (_CTRL, _KEY.Key_Equal): Verb.ADD,
    (_CTRL, _KEY.Key_Minus): Verb.REMOVE,
    (_NONE, _KEY.Key_Escape): Verb.LEAVE,
    (_NONE, _KEY.Key_Up): Verb.UP,
    (_NONE, _KEY.Key_Down): Verb.DOWN,
    (_NONE, _KEY.Key_Left): Verb.LEFT,
    (_NONE, _KEY.Key_Right): Verb.RIGHT,
}
TAKES_BACK = frozenset({_KEY.Key_Backspace, _KEY.Key_Delete})
_MODIFIERS = frozenset({_KEY.Key_Shift, _KEY.Key_Control, _KEY.Key_Alt, _KEY.Key_Meta, _KEY.Key_AltGr})


def verb_of(event: QKeyEvent) -> Verb | None:
    """Return what a key does, or None where it belongs to the field."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _VERBS.get((held, Qt.Key(event.key())))


def counts(event: QKeyEvent) -> bool:
    """Whether a key press is a keystroke: no modifier alone, no repetition by holding."""
    return event.key() not in _MODIFIERS and not event.isAutoRepeat()


def takes_back(event: QKeyEvent, verb: Verb | None) -> bool:
    """Whether a keystroke takes back what was typed."""
    return verb is Verb.UNDO or event.key() in TAKES_BACK
