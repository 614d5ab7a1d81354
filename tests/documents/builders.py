"""Invented reports and slips for the tests of documents."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader

from workbench.documents.model import Column, ColumnKind, Report, Table
from workbench.documents.slip import draw_slip
from workbench.documents.slip_subject import SlipSubject

if TYPE_CHECKING:
    from workbench.documents.slip_model import Slip

MADE = datetime(2026, 11, 24, 5, 40, tzinfo=UTC)


def a_report(*blocks: Any, **more: Any) -> Report:
    return Report(title="月度受理报告", generated_at=MADE, generated_by="王晓明", blocks=blocks, **more)


def a_table(rows: Any, *kinds: ColumnKind, name: str = "办件") -> Table:
    columns = tuple(Column(f"列{place}", kind) for place, kind in enumerate(kinds or (ColumnKind.TEXT,), 1))
    return Table(name, columns, rows)


def a_subject(**changes: Any) -> SlipSubject:
    known = {
        "issuer": "云栖社区便民服务中心",
        "number": "云栖社〔2026〕受字第0012号",
        "matter_number": "YX-20261124-0012",
        "applicant": "欧阳𬱖",
        "id_number_masked": "330106********0889",
        "phone_masked": "138****3746",
        "item": "高龄津贴申请",
        "officer": "王晓明",
        "issued_on": date(2026, 11, 24),
        "department": "区民政局",
        "accepted_on": date(2026, 11, 24),
        "promised_on": date(2026, 12, 22),
        "legal_basis": "《中华人民共和国老年人权益保障法》第三十三条。",
        "contact": "云栖路18号一楼",
    }
    return SlipSubject(**(known | changes))


def pdf_of(slip: Slip) -> bytes:
    target = BytesIO()
    draw_slip(slip, target)
    return target.getvalue()


def words_of(pdf: bytes) -> str:
    """The text of all pages, without spaces and line ends."""
    pages = PdfReader(BytesIO(pdf)).pages
    return "".join("".join(page.extract_text().split()) for page in pages)
