"""Where the parts of one row of the sheet stand: number, label, field, message and note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from ui.forms.asked import Asked, Way
from ui.forms.fields.chips import chips_of
from ui.forms.fields.rank import rank_chips
from ui.forms.painting import LINE_HEIGHT, advance, chip_places, wrapped_height
from ui.forms.widths import width_of
from ui.theme.theme import px

if TYPE_CHECKING:
    from ui.forms.painting import Chip

SIDE, NUMBER, GAP, AIR = 14, 30, 18, 2
LABEL_SHARE = 0.34
STACKED_BELOW = 600
"""Below this width (at 100 %) the field stands under its label."""
AREA_HEIGHT = 74
SECTION_HEIGHT = 40
_SHORT = {Way.INTEGER: 132, Way.DECIMAL: 132, Way.DATE: 148, Way.TIME: 112, Way.MOMENT: 196, Way.PLACE: 260}
_LONG, _LISTED = 380, 320


@dataclass(frozen=True, slots=True)
class RowPlan:
    """Rectangles in the row's own coordinates; an empty one is not drawn."""

    height: int
    number: QRectF
    label: QRectF
    field: QRectF
    aside: QRectF
    """Beside the field: the message where it fits, else the hint."""
    message: QRectF
    note: QRectF


def plan_row(asked: Asked, width: float, depth: int) -> RowPlan:
    """Plan the row of a question for a width in pixels."""
    left = px(SIDE) + px(14) * max(depth - 1, 0)
    number = QRectF(left, px(AIR), px(NUMBER), px(LINE_HEIGHT))
    room = width - number.right() - px(SIDE)
    if asked.way is Way.NOTE:
        return _plan_note(asked, number, room)
    stacked = width < px(STACKED_BELOW)
    label_width = room if stacked else max(room * LABEL_SHARE, px(150))
    label_height = max(wrapped_height(label_text(asked), label_width, 14), px(20))
    label = QRectF(number.right(), px(AIR) + px(8), label_width, label_height)
    top = label.bottom() + px(2) if stacked else px(AIR)
    start = number.right() if stacked else label.right() + px(GAP)
    field = field_place(asked, QRectF(start, top, width - px(SIDE) - start, px(LINE_HEIGHT)))
    return _with_words(asked, width, number, label, field)


def _with_words(asked: Asked, width: float, number: QRectF, label: QRectF, field: QRectF) -> RowPlan:
    aside = QRectF(
        field.right() + px(12), field.top(), width - field.right() - px(12 + SIDE), px(LINE_HEIGHT)
    )
    bottom, message, note = max(label.bottom() + px(5), field.bottom()), QRectF(), QRectF()
    room = width - px(SIDE) - field.left()
    if asked.message and not fits_aside(asked.message, aside):
        high = wrapped_height(asked.message, room - px(20), 12)
        message = QRectF(field.left(), bottom + px(2), room, high)
        bottom = message.bottom() + px(2)
    if asked.note:
        note = QRectF(field.left(), bottom + px(2), room, px(18))
        bottom = note.bottom()
    return RowPlan(round(bottom + px(AIR)), number, label, field, aside, message, note)


def label_text(asked: Asked) -> str:
    """Return the label, with a star where an answer is required."""
    return f"{asked.label} *" if asked.required else asked.label


def fits_aside(text: str, aside: QRectF) -> bool:
    """Whether a text fits on one line beside the field."""
    return "\n" not in text and advance(text, 12) + px(20) <= aside.width()


def row_chips(asked: Asked) -> list[Chip]:
    """Return the options of a row as they are seen at rest."""
    return rank_chips(asked) if asked.way is Way.RANK else chips_of(asked)


def has_chips(way: Way) -> bool:
    """Whether all options of this way are seen."""
    return way in (Way.CHIPS, Way.TICKS, Way.CONFIRM, Way.RANK)


def field_place(asked: Asked, room: QRectF) -> QRectF:
    """Return the part of the room that the field takes."""
    if has_chips(asked.way):
        places = chip_places([(chip.key, chip.label) for chip in row_chips(asked)], room.width())
        height = max(places[-1].bottom() + px(6) if places else 0, room.height())
        wide = max((place.right() for place in places), default=0)
        return QRectF(room.left(), room.top(), min(wide + 1, room.width()), height)
    if asked.way is Way.AREA:
        return QRectF(room.left(), room.top(), min(px(560), room.width()), px(AREA_HEIGHT))
    if asked.way is Way.SHOWN:
        return QRectF(room.left(), room.top(), room.width(), room.height())
    return QRectF(room.left(), room.top(), min(px(_line_width(asked)), room.width()), room.height())


def _line_width(asked: Asked) -> int:
    if asked.way in (Way.LIST, Way.MANY):
        return _LISTED
    constraint = asked.node.bind.constraint
    characters = width_of(constraint.text, whole_number=asked.way is Way.INTEGER) if constraint else 0
    if characters:
        return max(80, 38 + 9 * characters)
    return _SHORT.get(asked.way, _LONG)


def _plan_note(asked: Asked, number: QRectF, room: float) -> RowPlan:
    high = wrapped_height(asked.label, room, 13)
    label = QRectF(number.right(), px(8), room, high)
    empty = QRectF()
    return RowPlan(round(high + px(16)), empty, label, empty, empty, empty, empty)
