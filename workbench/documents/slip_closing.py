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
    pen = flow.pen
    middle, base = flow.right - style.seal / 2, top + style.seal * 0.56
    pen.frame(flow.right - style.seal, top, style.seal, style.seal, _SEAL_EDGE, "1.5 2.5")
    pen.centre(middle, top + style.small.size + 6, wording.SEAL_PLACE, _seal_ink(style))
    lines = _balanced(pen, one_line(slip.issuer), style.seal - 8, style.value)
    for place, line in enumerate(lines):
        pen.centre(middle, base + (place - len(lines) + 1) * style.value.size * 1.4, line, style.value)
    pen.centre(middle, base + style.leading, chinese_date(slip.issued_on), style.value)


def _balanced(pen: Pen, text: str, width: float, ink: Ink) -> list[str]:
    """Return lines of like length, so that no single character is left on the last."""
    count = len(pen.lines(text, width, ink))
    if count == 1:
        return [text]
    return pen.lines(text, min(width, pen.measure(text, ink) / count + ink.size * 0.6), ink)


def _seal_ink(style: SlipStyle) -> Ink:
    return Ink(style.small.size, CINNABAR)
