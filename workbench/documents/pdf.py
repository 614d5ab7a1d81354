"""Writes a report as PDF (报表): masthead, facts, tables, charts, signatures, page numbers."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from workbench.documents import wording
from workbench.documents.files import replacing
from workbench.documents.flow import Flow, draw_footer, draw_watermark, finish
from workbench.documents.model import Chart, Heading, Paragraph, Table
from workbench.documents.palette import A4, A4_LANDSCAPE, FAINT, HAIRLINE, INK, PINE, SOFT, Ink
from workbench.documents.pdf_charts import chart_height, draw_chart
from workbench.documents.pdf_tables import draw_table
from workbench.documents.pen import Pen
from workbench.documents.typeface import Face

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from workbench.documents.model import Block, Fact, Report, Signature, Watermark

_TITLE = Ink(20, INK, Face.SERIF, bold=True, spacing=1.2)
_SUBTITLE = Ink(10, SOFT)
_ISSUER = Ink(8.5, PINE, bold=True, spacing=1.5)
_RUNNING = Ink(8, FAINT)
_LABEL = Ink(8, FAINT)
_FACT = Ink(12, INK, bold=True)
_HEADING = Ink(12, INK, bold=True)
_PROSE = Ink(10, INK)
_UNSEEN = Ink(1, FAINT)
_FACTS_A_ROW = 4


def write_pdf(report: Report, path: Path) -> None:
    """Write a report to a file; raises DocumentNotWritten, and then an older file is still there whole."""
    with replacing(path) as target:
        draw_report(report, target)


def draw_report(report: Report, target: BinaryIO) -> None:
    """Write a report to an open binary file."""
    pen = Pen(target, A4_LANDSCAPE if report.landscape else A4, report.title, report.generated_by)
    flow = Flow(pen, margin=50, bottom=56, open_page=lambda flow: _open_page(flow, report))
    _facts(flow, report.facts)
    for block, following in zip_longest(report.blocks, report.blocks[1:]):
        _block(flow, block, following)
    if report.signatures:
        _signatures(flow, report.signatures)
    finish(flow)


def _open_page(flow: Flow, report: Report) -> float:
    """Draw what every page has and return where its content begins."""
    pen = flow.pen
    if report.watermark:
        draw_watermark(pen, wording.watermark(report.watermark))
        _mark_unseen(pen, report.watermark)
    draw_footer(flow, wording.produced(report))
    if pen.page == 1:
        return _masthead(flow, report)
    pen.text(flow.left, 40, report.title, _RUNNING)
    pen.right(flow.right, 40, report.subtitle, _RUNNING)
    pen.rule(flow.left, flow.right, 47)
    return 60


def _mark_unseen(pen: Pen, mark: Watermark) -> None:
    """Mark a page, and the document, with the number by which the journal finds the export."""
    if mark.export_id:
        text = wording.watermark(mark)
        pen.unseen(4, pen.height - 4, text, _UNSEEN)
        if pen.page == 1:
            pen.describe(text)


def _masthead(flow: Flow, report: Report) -> float:
    pen, y = flow.pen, 52.0
    if report.issuer:
        pen.text(flow.left, y, report.issuer, _ISSUER)
        y += 12
    for line in pen.lines(report.title, flow.width, _TITLE):
        y += 20
        pen.text(flow.left, y, line, _TITLE)
    if report.subtitle:
        y += 19
        pen.text(flow.left, y, report.subtitle, _SUBTITLE)
    pen.fill(flow.left, y + 13, 34, 2, PINE)
    pen.rule(flow.left, flow.right, y + 14, HAIRLINE, 0.5)
    return y + 32


def _facts(flow: Flow, facts: tuple[Fact, ...]) -> None:
    """Draw the facts as small cards, four in a row."""
    width = flow.width / _FACTS_A_ROW
    for start in range(0, len(facts), _FACTS_A_ROW):
        flow.need(40)
        lines = [
            _fact(flow, fact, flow.left + place * width, width - 12)
            for place, fact in enumerate(facts[start : start + _FACTS_A_ROW])
        ]
        flow.y += 24 + 15 * max(lines)
    flow.y += 10 if facts else 0


def _fact(flow: Flow, fact: Fact, x: float, width: float) -> int:
    flow.pen.text(x, flow.y + 9, fact.label, _LABEL)
    lines = flow.pen.lines(fact.value, width, _FACT)
    for place, line in enumerate(lines):
        flow.pen.text(x, flow.y + 25 + 15 * place, line, _FACT)
    return len(lines)


def _block(flow: Flow, block: Block, following: Block | None) -> None:
    match block:
        case Table():
            draw_table(flow, block)
        case Chart():
            draw_chart(flow, block)
        case Heading():
            flow.need(24 + _first_part(flow, following))
            flow.pen.text(flow.left, flow.y + 12, block.text, _HEADING)
            flow.y += 24
        case Paragraph():
            flow.paragraph(block.text, _PROSE, 17, indent=2)
            flow.y += 8


def _first_part(flow: Flow, block: Block | None) -> float:
    """Return the points of a block that must stand on its heading's page."""
    match block:
        case Chart():
            return chart_height(flow, block)
        case Table():
            return 70
        case _:
            return 36


def _signatures(flow: Flow, signatures: tuple[Signature, ...]) -> None:
    """Draw the places to sign, three in a row, kept on one page."""
    width = flow.width / 3
    flow.need(46 * -(-len(signatures) // 3) + 8)
    for start in range(0, len(signatures), 3):
        flow.y += 14
        for place, signature in enumerate(signatures[start : start + 3]):
            _signature(flow, signature, flow.left + place * width, width - 18)
        flow.y += 32


def _signature(flow: Flow, signature: Signature, x: float, width: float) -> None:
    pen, label = flow.pen, f"{signature.label}："
    begin = x + pen.measure(label, _SUBTITLE) + 2
    pen.text(x, flow.y + 10, label, _SUBTITLE)
    pen.text(begin + 4, flow.y + 10, signature.name, _PROSE)
    pen.rule(begin, x + width, flow.y + 14, SOFT)
    signed = signature.signed_on.isoformat() if signature.signed_on else wording.SIGNED_BY_HAND
    pen.right(x + width, flow.y + 27, signed, _LABEL)
