"""Draws an official slip as PDF (文书): one calm sheet a resident holds in the hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.documents import wording
from workbench.documents.files import replacing
from workbench.documents.flow import Flow, draw_footer, draw_watermark, finish
from workbench.documents.palette import CINNABAR, HAIRLINE
from workbench.documents.pen import Pen
from workbench.documents.qr import draw_qr
from workbench.documents.slip_closing import draw_closing
from workbench.documents.slip_materials import draw_materials
from workbench.documents.slip_style import SlipStyle, style_for
from workbench.documents.wrapping import one_line, printable

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from workbench.documents.model import Fact
    from workbench.documents.slip_model import Section, Slip


def write_slip(slip: Slip, path: Path) -> None:
    """Write a slip to a file; raises DocumentNotWritten, and then an older file is still there whole."""
    with replacing(path) as target:
        draw_slip(slip, target)


def draw_slip(slip: Slip, target: BinaryIO) -> None:
    """Write a slip to an open binary file."""
    style = style_for(slip.paper)
    pen = Pen(target, style.size, f"{slip.title} {slip.number}", slip.issuer)
    flow = Flow(pen, style.margin, style.foot, lambda flow: _open_page(flow, slip, style))
    _letter(flow, slip, style)
    _facts(flow, slip.facts, style)
    if slip.materials:
        draw_materials(flow, slip, style)
    for section in slip.sections:
        _section(flow, section, style)
    _legal_notes(flow, slip.legal_notes, style)
    draw_closing(flow, slip, style)
    finish(flow)


def _open_page(flow: Flow, slip: Slip, style: SlipStyle) -> float:
    """Draw what every page has and return where its content begins."""
    if slip.watermark:
        draw_watermark(flow.pen, wording.watermark(slip.watermark))
    draw_footer(flow, slip.copies, slip.contact)
    if flow.pen.page == 1:
        return _masthead(flow, slip, style)
    flow.pen.text(flow.left, style.top - 6, slip.title, style.number)
    flow.pen.right(flow.right, style.top - 6, slip.number, style.number)
    flow.pen.rule(flow.left, flow.right, style.top + 2)
    return style.top + 16


def _masthead(flow: Flow, slip: Slip, style: SlipStyle) -> float:
    """Draw issuer, code, title and number above a heavy and a fine rule (文武线)."""
    pen, top = flow.pen, style.top
    pen.text(flow.left, top + style.issuer.size, one_line(slip.issuer), style.issuer)
    if slip.qr_payload:
        draw_qr(pen, flow.right - style.qr, top, style.qr, slip.qr_payload)
        pen.right(flow.right, top + style.qr + 12, slip.qr_caption, style.small)
    y = top + style.qr * 0.72 + style.title.size
    for line in pen.lines(slip.title, flow.width - 2 * style.qr, style.title):
        pen.centre(pen.width / 2, y, line, style.title)
        y += style.title.size * 1.35
    y = max(y - style.title.size * 0.55, top + style.qr + 12)
    pen.centre(pen.width / 2, y, one_line(slip.number), style.number)
    pen.rule(flow.left, flow.right, y + 12, CINNABAR, 1.4)
    pen.rule(flow.left, flow.right, y + 14.6, CINNABAR, 0.4)
    return y + 14.6 + style.leading * 0.8


def _letter(flow: Flow, slip: Slip, style: SlipStyle) -> None:
    flow.paragraph(one_line(slip.addressee), style.addressee, style.leading)
    for text in slip.opening:
        flow.paragraph(printable(text), style.body, style.leading, indent=2)
    flow.y += style.leading * 0.4


def _facts(flow: Flow, facts: tuple[Fact, ...], style: SlipStyle) -> None:
    """Draw the facts two beside each other, a hairline under each pair; long ones take the whole width."""
    waiting: Fact | None = None
    half = flow.width / 2
    label = max((flow.pen.measure(fact.label, style.label) for fact in facts), default=0) + 12
    for fact in facts:
        wide = flow.pen.measure(printable(fact.value), style.value) > half - label - 8
        if waiting and not wide:
            _fact_row(flow, (waiting, fact), label, style)
            waiting = None
            continue
        if waiting:
            _fact_row(flow, (waiting,), label, style)
        waiting = None if wide else fact
        if wide:
            _fact_row(flow, (fact,), label, style)
    if waiting:
        _fact_row(flow, (waiting,), label, style)
    flow.y += style.row * 0.6 if facts else 0


def _fact_row(flow: Flow, facts: tuple[Fact, ...], label: float, style: SlipStyle) -> None:
    step = style.value.size * 1.45
    room = flow.width / len(facts) if len(facts) > 1 else flow.width
    held = [flow.pen.lines(printable(fact.value), room - label - 8, style.value) for fact in facts]
    height = style.row + step * (max(map(len, held)) - 1)
    flow.need(height)
    base = flow.y + style.row * 0.5 + style.value.size * 0.38
    for place, (fact, lines) in enumerate(zip(facts, held, strict=True)):
        x = flow.left + place * flow.width / 2
        flow.pen.text(x, base, fact.label, style.label)
        for row, line in enumerate(lines):
            flow.pen.text(x + label, base + row * step, line, style.value)
    flow.y += height
    flow.pen.rule(flow.left, flow.right, flow.y, HAIRLINE)


def _section(flow: Flow, section: Section, style: SlipStyle) -> None:
    flow.need(style.leading * 2.2)
    _heading(flow, section.heading, style)
    leading = style.leading * 0.88
    for place, text in enumerate(section.paragraphs, 1):
        if len(section.paragraphs) > 1:
            flow.item(f"{place}.", printable(text), style.value, leading)
        else:
            flow.paragraph(printable(text), style.value, leading, indent=2)
    flow.y += style.leading * 0.45


def _heading(flow: Flow, text: str, style: SlipStyle) -> None:
    flow.pen.fill(flow.left, flow.y + 2.5, 2.2, style.heading.size, CINNABAR)
    flow.pen.text(flow.left + 8, flow.y + style.heading.size + 1, text, style.heading)
    flow.y += style.leading


def _legal_notes(flow: Flow, notes: tuple[str, ...], style: SlipStyle) -> None:
    for note in notes:
        flow.paragraph(printable(note), style.small, style.small_leading)
    flow.y += style.small_leading * 0.6 if notes else 0
