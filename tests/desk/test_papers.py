"""What leaves the desk on paper: slips and reports, right, masked, marked and journalled."""

from io import BytesIO

import openpyxl
import pytest
from pypdf import PdfReader

from tests.desk_fixtures import TODAY
from workbench.desk.report_kinds import REPORT_NAMES
from workbench.desk.reports import UnknownReport
from workbench.intake.kinds import SlipKind
from workbench.security.roles import NotPermitted
from workbench.store.journal import JournalKind


def _text(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def _some_matter_with(desk, kind: SlipKind) -> str:
    from workbench.intake.model import SlipIssued

    with desk.store.read() as session:
        return session.query(SlipIssued).filter_by(kind=kind).first().matter_id


@pytest.mark.parametrize("kind", [SlipKind.ACCEPTANCE, SlipKind.SUPPLEMENT, SlipKind.DELIVERY])
def test_a_slip_names_matter_and_applicant_and_shows_no_full_number(desk, kind):
    matter_id = _some_matter_with(desk, kind)
    detail = desk.matters.matter(matter_id)
    for slip, pdf in desk.slips.all_of(matter_id):
        text = _text(pdf).replace("\n", "")
        assert slip.number in text and detail.row.number in text
        assert detail.row.applicant_name in text
        number = desk.residents.secret(detail.row.applicant_id, "id_number")
        assert number not in text
        assert desk.slips.pdf(slip.id) == pdf


@pytest.mark.parametrize("name", REPORT_NAMES)
@pytest.mark.parametrize("file_format", ["xlsx", "pdf"])
def test_every_report_is_written_and_its_leaving_journalled(desk, tmp_path, name, file_format):
    target = tmp_path / f"out.{file_format}"
    desk.reports.write(name, TODAY, file_format, target, "月度检查")
    if file_format == "xlsx":
        assert sum(sheet.max_row for sheet in openpyxl.load_workbook(target)) > 8
    else:
        assert _text(target.read_bytes())
    [last, *_] = desk.access_log.rows()
    assert (last.kind, last.record_id, last.purpose) == (JournalKind.EXPORT, name, "月度检查")


def test_whoever_may_not_export_leaves_with_nothing(worker_desk, tmp_path):
    with pytest.raises(NotPermitted):
        worker_desk.reports.write("roster", TODAY, "xlsx", tmp_path / "out.xlsx")
    assert not (tmp_path / "out.xlsx").exists()


def test_an_unknown_report_is_named_with_those_there_are(desk):
    with pytest.raises(UnknownReport, match="monthly-intake"):
        desk.reports.build("weather", TODAY)
