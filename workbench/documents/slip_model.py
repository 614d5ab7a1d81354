"""What an official slip is (文书): addressee, facts, materials, words, signatures, the seal's place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.documents.model import Fact, Watermark


class Paper(StrEnum):
    """Sheet sizes of slips."""

    A4 = "A4"
    A5 = "A5"


class MaterialState(StrEnum):
    """Where a material stands; the value is the Chinese word printed beside it."""

    RECEIVED = "已收"
    HELD = "已存免交"
    """The community already holds it."""
    FOLLOWS = "容缺后补"
    MISSING = "待补正"
    DELIVERED = "已送达"
    RETURNED = "已退还"


@dataclass(frozen=True, slots=True)
class MaterialLine:
    """One material on a slip: its name, state, form (原件 1 份), deadline and what is wrong with it."""

    name: str
    state: MaterialState
    form: str = ""
    due: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A place to sign on a slip, for the resident or the worker; the name is printed where it is known."""

    label: str
    name: str = ""
    dated: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """Numbered words under a heading, as 补正要求 or 权利告知."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """An official slip ready to print; nothing here is computed later, so a reprint is the same sheet."""

    title: str
    number: str
    issuer: str
    addressee: str
    opening: tuple[str, ...]
    issued_on: date
    facts: tuple[Fact, ...] = ()
    materials_heading: str = "申请材料"
    materials: tuple[MaterialLine, ...] = ()
    sections: tuple[Section, ...] = ()
    legal_notes: tuple[str, ...] = ()
    signatures: tuple[SignatureLine, ...] = ()
    sealed: bool = True
    qr_payload: str = ""
    qr_caption: str = ""
    contact: str = ""
    copies: str = ""
    paper: Paper = Paper.A4
    watermark: Watermark | None = None
