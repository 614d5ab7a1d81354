"""Type sizes and measures of slips, for a full sheet and for the small receipt."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.documents.palette import A4, A5, CINNABAR, FAINT, INK, SOFT, Ink
from workbench.documents.slip_model import Paper
from workbench.documents.typeface import Face


@dataclass(frozen=True, slots=True)
class SlipStyle:
    """Everything about how a slip looks; lengths in points."""

    size: tuple[float, float]
    margin: float
    top: float
    issuer: Ink
    title: Ink
    number: Ink
    addressee: Ink
    body: Ink
    leading: float
    heading: Ink
    label: Ink
    value: Ink
    row: float
    small: Ink
    small_leading: float
    foot: float
    qr: float
    seal: float
    state: Ink
    warning: Ink


_A4 = SlipStyle(
    size=A4,
    margin=68,
    top=50,
    issuer=Ink(9.5, CINNABAR, bold=True, spacing=1.6),
    title=Ink(25, INK, Face.SERIF, bold=True, spacing=5),
    number=Ink(9.5, SOFT),
    addressee=Ink(11.5, INK, bold=True),
    body=Ink(11, INK),
    leading=19,
    heading=Ink(10.5, INK, bold=True),
    label=Ink(9.5, FAINT),
    value=Ink(10.5, INK),
    row=21,
    small=Ink(8.5, SOFT),
    small_leading=13.5,
    foot=50,
    qr=60,
    seal=113,
    state=Ink(9.5, SOFT),
    warning=Ink(9.5, CINNABAR),
)
_A5 = SlipStyle(
    size=A5,
    margin=38,
    top=30,
    issuer=Ink(8, CINNABAR, bold=True, spacing=1.2),
    title=Ink(18, INK, Face.SERIF, bold=True, spacing=3.5),
    number=Ink(8, SOFT),
    addressee=Ink(9.5, INK, bold=True),
    body=Ink(9, INK),
    leading=15,
    heading=Ink(9, INK, bold=True),
    label=Ink(8, FAINT),
    value=Ink(8.8, INK),
    row=16.5,
    small=Ink(7.2, SOFT),
    small_leading=11,
    foot=46,
    qr=44,
    seal=80,
    state=Ink(8, SOFT),
    warning=Ink(8, CINNABAR),
)


def style_for(paper: Paper) -> SlipStyle:
    """Return the style for a sheet."""
    return _A5 if paper is Paper.A5 else _A4
