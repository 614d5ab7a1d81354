"""What the desk finds, as the search field and the status bar show it."""

import pytest

from ui.desk_answers import DeskSearch, status_reader
from ui.kit.tones import Tone
from workbench.desk.sync_views import SyncState
from workbench.documents.qr import payload_for_matter
from workbench.intake.queries import MatterList


@pytest.fixture
def search(desk):
    return DeskSearch(desk).search


def test_a_name_finds_the_resident_masked(search, desk):
    name = desk.matters.rows(MatterList.OPEN)[0].applicant_name
    group = next(group for group in search(name) if group.hits[0].kind == "person")
    assert group.hits[0].title == name
    assert "*" in group.hits[0].detail


def test_an_item_says_its_kind_and_its_limit(search):
    hit = next(group for group in search("高龄津贴") if group.hits[0].kind == "item").hits[0]
    assert (hit.mark, hit.tone) == ("承诺件", Tone.INFO)
    assert "10 个工作日" in hit.detail


def test_what_must_not_be_issued_warns_already_in_the_list(search, desk):
    never = next(item for item in desk.items.items() if item.instead)
    hits = [hit for group in search(never.name) for hit in group.hits if hit.record_id == never.code]
    assert hits[0].tone is Tone.DANGER


def test_the_code_of_a_slip_gives_its_matter_alone(search, desk):
    row = desk.matters.rows(MatterList.OPEN)[0]
    (group,) = search(payload_for_matter(row.number))
    assert [hit.record_id for hit in group.hits] == [row.id]


def test_the_status_bar_counts_who_waits_and_knows_of_no_server(desk):
    status = status_reader(desk)()
    assert status.waiting == len(desk.matters.queue().waiting)
    assert status.sync == SyncState()
    assert status.today == desk.today()
