"""What only holds where the rooms meet: calendar and deadlines, buildings and homes, history and masks."""

from datetime import date

import pytest

from workbench.community.holidays import read_holidays
from workbench.community.rules import BuildingDetails, StillInUse
from workbench.desk.demo.agenda import moment_on
from workbench.documents.qr import payload_for_matter
from workbench.intake.kinds import MaterialState, RatingLevel, Verb
from workbench.intake.model import Matter
from workbench.intake.queries import MatterList
from workbench.intake.requests import AcceptRequest, Contact, MaterialTick, MatterRequest
from workbench.security.content import LARGEST_FILE, FileRefused
from workbench.security.roles import NotPermitted
from workbench.standards.workdays import _notices
from workbench.store import RecordNotFound, new_id

NOTICE = "2027-01-01 休 元旦\n2027-01-04 休\n2027-10-01 休 国庆节"
IN_DECEMBER = date(2026, 12, 15)


@pytest.fixture
def in_december(desk, desk_clock):
    """The desk at a time from which a long limit reaches into a year without a notice."""
    desk_clock.now = moment_on(IN_DECEMBER, 10)
    return desk


def _accepted(desk):
    item = desk.items.item("SA-001")
    applicant = desk.applicant(desk.residents.search("z", 1)[0].id)
    ticks = tuple(MaterialTick(material.code, MaterialState.PRESENTED) for material in item.materials)
    request = AcceptRequest(applicant, Contact(new_id()), (MatterRequest(item, ticks=ticks),))
    return desk.intake.accept(request).matters[0]


def test_provisional_deadlines_move_with_the_published_holidays_and_are_final(in_december):
    matter = _accepted(in_december)
    assert matter.provisional
    changed = in_december.community_service.set_holidays(read_holidays(NOTICE))
    detail = in_december.matters.matter(matter.matter_id)
    assert changed.days == 3 and changed.deadlines >= 1
    expected = in_december.community.calendar().add_workdays(IN_DECEMBER, 22).date
    assert detail.row.promised_on == expected > matter.promised_on
    assert not detail.row.provisional
    assert [event.verb for event in detail.events].count(Verb.RECALCULATE) == 1


def test_a_notice_that_came_with_an_update_is_applied_when_the_day_begins(in_december, monkeypatch, sign_in):
    matter = _accepted(in_december)
    published = dict(_notices()) | {holiday.day: holiday.kind for holiday in read_holidays(NOTICE)}
    monkeypatch.setattr("workbench.standards.workdays._notices", lambda: published)
    row = sign_in("chenyu").matters.matter(matter.matter_id).row
    assert not row.provisional and row.promised_on > matter.promised_on


def test_the_deadline_of_a_follow_up_moves_too(desk):
    finished = (desk.matters.matter(row.id) for row in desk.matters.rows(MatterList.FINISHED))
    matter_id = next(matter.row.id for matter in finished if matter.rating is None)
    desk.intake.rate(matter_id, RatingLevel.VERY_BAD, "等得太久")
    before = desk.matters.matter(matter_id).follow_up.due_on
    desk.community_service.set_holidays(read_holidays(f"{before} 休 停电"))
    assert desk.matters.matter(matter_id).follow_up.due_on > before


def test_a_recalculation_does_not_count_as_having_looked(in_december):
    matter = _accepted(in_december)
    with in_december.store.write(in_december.session.actor) as work:
        work.get(Matter, matter.matter_id).seen_at = None
    in_december.community_service.set_holidays(read_holidays(NOTICE))
    assert in_december.matters.matter(matter.matter_id).row.new


def test_a_building_with_homes_stays_and_an_empty_one_goes(desk):
    lived_in = desk.community.buildings()[0]
    with pytest.raises(StillInUse, match="住房"):
        desk.community_service.remove_building(lived_in.id)
    empty = desk.community_service.add_building(BuildingDetails("999"))
    desk.community_service.remove_building(empty)
    assert "999" not in {row.number for row in desk.community.buildings()}


def test_the_form_of_a_matter_is_shown_masked(desk):
    item = desk.items.item("SA-001")
    applicant = desk.applicant(desk.residents.search("z", 1)[0].id)
    prepared = desk.intake.prepare(item, applicant, desk.today())
    ticks = tuple(MaterialTick(material.code, MaterialState.PRESENTED) for material in item.materials)
    request = MatterRequest(item, ticks=ticks, form={**prepared.form, "note": f"另一电话{applicant.phone}"})
    [matter] = desk.intake.accept(AcceptRequest(applicant, Contact(new_id()), (request,))).matters
    shown = desk.matters.matter(matter.matter_id).form
    assert shown["name"] == applicant.name
    assert applicant.id_number not in str(shown) and applicant.phone not in str(shown)


def test_the_history_of_a_record_masks_what_its_page_masks(desk):
    matter = _accepted(desk)
    resident = desk.applicant(desk.matters.matter(matter.matter_id).row.applicant_id)
    told = str(desk.history("matter", matter.matter_id)) + str(desk.history("resident", resident.resident_id))
    assert resident.name in told
    assert resident.id_number not in told and resident.phone not in told
    account = desk.staff.staff()[0]
    assert "argon2" not in str(desk.history("staff_account", account.id))


def test_a_scanned_slip_opens_its_matter_for_those_who_see_matters(desk, sign_in):
    matter = _accepted(desk)
    code = payload_for_matter(matter.number)
    for scanned in (code, f"{code}\r\n", code.replace(":", "：").lower()):
        assert [row.id for row in desk.find(scanned).matters] == [matter.matter_id]
    enumerator = sign_in("pucha")
    assert enumerator.find(code).matters == enumerator.find(matter.number).matters == ()
    assert enumerator.matters.rows(MatterList.OPEN) == enumerator.matters.in_hand() == []
    assert enumerator.matters.by_number(matter.number) is None
    with pytest.raises(RecordNotFound, match="无权查看"):
        enumerator.matters.matter(matter.matter_id)
    with pytest.raises(NotPermitted):
        enumerator.slips.all_of(matter.matter_id)


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.mkdir(), lambda path: path.touch()])
def test_a_file_that_cannot_be_taken_in_is_refused_in_one_sentence(desk, tmp_path, make):
    make(tmp_path / "scan.pdf")
    with pytest.raises(FileRefused, match="未保存"):
        desk.attachments.keep_file(tmp_path / "scan.pdf", "matter", "m")


def test_a_huge_file_is_refused_before_it_is_read(desk, tmp_path):
    huge = tmp_path / "scan.pdf"
    with huge.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(FileRefused, match="20 MB"):
        desk.attachments.keep_file(huge, "matter", "m")
