"""Invented documents of several pages for the preview."""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from reportlab.pdfgen.canvas import Canvas

from tests.documents.builders import a_report
from workbench.documents.model import Column, Table
from workbench.documents.pdf import write_pdf


def plain_pdf(pages: int, *, width: float = 595, height: float = 842) -> bytes:
    target = BytesIO()
    canvas = Canvas(target, pagesize=(width, height))
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica", 40)
        canvas.drawString(80, height - 120, f"page {page}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def report_pdf(rows: int) -> bytes:
    lines = [(f"SL-20261124-{at:04d}", "高龄津贴申请", "王秀兰", "已受理") for at in range(rows)]
    columns = tuple(Column(name) for name in ("受理号", "事项", "居民", "状态"))
    report = a_report(Table("办件", columns, lines), landscape=False)
    with TemporaryDirectory() as folder:
        write_pdf(report, Path(folder) / "report.pdf")
        return (Path(folder) / "report.pdf").read_bytes()
