"""Draws the list of materials on a slip, each with a mark that says at a glance whether it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.documents.palette import BAND, CINNABAR, HAIRLINE, PINE, SOFT, Ink
from workbench.documents.slip_model import MaterialState
from workbench.documents.wrapping import printable

if TYPE_CHECKING:
    from workbench.documents.flow import Flow
    from workbench.documents.slip_model import MaterialLine, Slip
    from workbench.documents.slip_style import SlipStyle

_MARK = 8.0
_ABSENT = frozenset((MaterialState.FOLLOWS, MaterialState.MISSING))
_SHARES = (0.07, 0.46, 0.2, 0.27)
_HEADS = ("序号", "材料名称", "形式", "状态")


def draw_materials(flow: Flow, slip: Slip, style: SlipStyle) -> None:
    """Draw the materials with number, name, form and state; the reason stands under the name."""
    flow.need(style.row * 3)
    flow.pen.fill(flow.left, flow.y + 2.5, 2.2, style.heading.size, CINNABAR)
    flow.pen.text(flow.left + 8, flow.y + style.heading.size + 1, slip.materials_heading, style.heading)
    flow.y += style.leading
    _head(flow, style)
    for number, material in enumerate(slip.materials, 1):
        _material(flow, number, material, style)
    flow.y += style.row * 0.6


def _head(flow: Flow, style: SlipStyle) -> None:
    height = style.row * 0.86
    flow.pen.fill(flow.left, flow.y, flow.width, height, BAND)
    flow.pen.rule(flow.left, flow.right, flow.y, SOFT)
    for x, title in zip(_starts(flow), _HEADS, strict=True):
        flow.pen.text(x, flow.y + height / 2 + style.label.size * 0.37, title, style.label)
    flow.y += height
    flow.pen.rule(flow.left, flow.right, flow.y, HAIRLINE)


def _material(flow: Flow, number: int, material: MaterialLine, style: SlipStyle) -> None:
    pen, (first, second, third, fourth) = flow.pen, _starts(flow)
    name = pen.lines(printable(material.name), third - second - 8, style.value)
    form = pen.lines(printable(material.form), fourth - third - 6, style.state)
    reason = pen.lines(printable(material.reason), third - second - 8, style.small) if material.reason else []
    step = style.value.size * 1.4
    under_name = step * (len(name) - 1) + style.small_leading * len(reason)
    height = style.row + max(under_name, step * (len(form) - 1)) + (3 if reason else 0)
    if flow.need(height):
        _head(flow, style)
    base = flow.y + style.row * 0.5 + style.value.size * 0.38
    pen.text(first, base, str(number), style.state)
    for row, line in enumerate(name):
        pen.text(second, base + row * step, line, style.value)
    for row, line in enumerate(form):
        pen.text(third, base + row * step, line, style.state)
    for row, line in enumerate(reason):
        pen.text(second, base + (len(name) - 1) * step + (row + 1) * style.small_leading, line, style.small)
    _state(flow, fourth, base, material, style)
    flow.y += height
    pen.rule(flow.left, flow.right, flow.y, HAIRLINE)


def _state(flow: Flow, x: float, base: float, material: MaterialLine, style: SlipStyle) -> None:
    """Draw the mark and the word: a tick for what is there, an empty box for what is not."""
    pen, top = flow.pen, base - style.state.size * 0.36 - _MARK / 2
    present = material.state not in _ABSENT
    ink = style.state if present else style.warning
    if present:
        pen.fill(x, top, _MARK, _MARK, PINE)
        pen.path(((x + 1.7, top + 4.2), (x + 3.4, top + 5.9), (x + 6.4, top + 2.3)), (1, 1, 1), 1.1)
    else:
        pen.frame(x, top, _MARK, _MARK, CINNABAR)
        if material.state is MaterialState.FOLLOWS:
            pen.polygon(((x, top + _MARK), (x + _MARK, top + _MARK), (x + _MARK, top)), CINNABAR)
    pen.text(x + _MARK + 5, base, material.state.value, ink)
    if material.due:
        after = x + _MARK + 11 + pen.measure(material.state.value, ink)
        pen.text(after, base, f"{material.due.month}月{material.due.day}日止", Ink(ink.size, ink.colour))


def _starts(flow: Flow) -> tuple[float, float, float, float]:
    """Return where each column begins."""
    one, two, three, _ = (flow.width * share for share in _SHARES)
    return flow.left + 4, flow.left + one + 4, flow.left + one + two, flow.left + one + two + three
