"""Draws the foot of a slip: places to sign at the left, the issuer with its seal's place at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.documents import wording
from workbench.documents.formatting import chinese_date
from workbench.documents.palette import CINNABAR, SOFT, Colour, Ink
from workbench.documents.wrapping import one_line

if TYPE_CHECKING:
    from workbench.documents.flow import Flow
    from workbench.documents.pen import Pen
    from workbench.documents.slip_model import SignatureLine, Slip
    from workbench.documents.slip_style import SlipStyle

_SEAL_EDGE: Colour = (0.86, 0.68, 0.66)
_FULL_SIZE_LINES = 2
"""Lines of an issuer's name above which it is set small."""


def draw_closing(flow: Flow, slip: Slip, style: SlipStyle) -> None:
    """Draw signatures and seal side by side, together on one page."""
    step = style.row * 1.9
    height = max(step * len(slip.signatures), style.seal if slip.sealed else 0) + 6
    flow.need(height)
    top = flow.y + 6
    width = flow.width - (style.seal + 40 if slip.sealed else flow.width * 0.4)
    for place, signature in enumerate(slip.signatures):
        _signature(flow, signature, top + step * place, width, style)
    if slip.sealed:
        _issuer(flow, slip, top, style)
    flow.y += height


def _signature(flow: Flow, signature: SignatureLine, y: float, width: float, style: SlipStyle) -> None:
    """Draw label, line to sign on and, under it, the date."""
    pen, label = flow.pen, f"{signature.label}："
    base = y + style.value.size + 2
    begin = flow.left + pen.measure(label, style.value) + 2
    pen.text(flow.left, base, label, style.value)
    if signature.name:
        pen.text(begin + 6, base, one_line(signature.name), style.value)
    pen.rule(begin, flow.left + width, base + 4, SOFT)
    if signature.dated:
        pen.right(flow.left + width, base + 4 + style.small.size * 1.6, wording.SIGNED_BY_HAND, style.small)


def _issuer(flow: Flow, slip: Slip, top: float, style: SlipStyle) -> None:
    """Draw the seal's place with issuer and date where the seal will cover them (骑年盖月)."""
    pen, middle, dated = flow.pen, flow.right - style.seal / 2, top + style.seal * 0.76
    pen.frame(flow.right - style.seal, top, style.seal, style.seal, _SEAL_EDGE, "1.5 2.5")
    pen.centre(middle, top + style.small.size + 5, wording.SEAL_PLACE, Ink(style.small.size, CINNABAR))
    issuer, room = one_line(slip.issuer), style.seal - 8
    ink = style.value if len(pen.lines(issuer, room, style.value)) <= _FULL_SIZE_LINES else style.small
    lines = _balanced(pen, issuer, room, ink)
    for place, line in enumerate(reversed(lines)):
        pen.centre(middle, dated - style.leading - place * ink.size * 1.4, line, ink)
    pen.centre(middle, dated, chinese_date(slip.issued_on), style.value)


def _balanced(pen: Pen, text: str, width: float, ink: Ink) -> list[str]:
    """Return as few lines as the width allows, of like length: no single character is left on the last."""
    fewest, narrow = len(pen.lines(text, width, ink)), width
    while narrow > 2 * ink.size and len(pen.lines(text, narrow - ink.size / 2, ink)) == fewest:
        narrow -= ink.size / 2
    return pen.lines(text, narrow, ink)
