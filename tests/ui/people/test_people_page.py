"""Finding anybody, reading the whole record, and keeping it right."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import page_of
from tests.ui.intake.counter import found_first
from ui.kit.masked import MaskedField
from ui.people import record_actions as actions
from ui.people.page import PeoplePage
from workbench.people.merge_rules import Side
from workbench.people.rules import ResidentEntry
from workbench.people.vocabulary import ResidentStatus, TagKind
from workbench.store.journal import JournalKind


def open_page(qtbot, desk, background):
    made = page_of(PeoplePage, qtbot, desk, background, width=1200, height=700)
    made.search.setFocus()
    return made


@pytest.fixture
def page(qtbot, desk, background):
    return open_page(qtbot, desk, background)


def read(qtbot, page, resident_id):
    page.open_record("person", resident_id)
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.card.id == resident_id)
    return page.record


def begin(qtbot, page, key):
    before = page.doing.dialog
    page.doing.begin(key, page.shown.card)
    qtbot.waitUntil(lambda: page.doing.dialog is not before)
    return page.doing.dialog


def somebody(desk, wanted=lambda card: card.id_number and card.status is ResidentStatus.LIVING):
    return found_first(desk, wanted)


def test_three_letters_and_enter_open_the_record(qtbot, page, desk):
    resident_id, initials = somebody(desk)
    qtbot.keyClicks(page.search, initials)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.shown is not None)
    assert page.shown.card.id == resident_id


def test_a_number_is_masked_until_somebody_says_why(qtbot, page, desk):
    resident_id, _initials = somebody(desk)
    record = read(qtbot, page, resident_id)
    number = desk.applicant(resident_id).id_number
    field = next(each for each in record.findChildren(MaskedField) if "330100" in each.value.text())
    assert number not in field.value.text()
    field.purpose_menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: field.value.text() == number)
    assert field.countdown.text()
    entry = desk.history("resident", resident_id)[0]
    assert (entry.kind, entry.purpose) == (JournalKind.UNMASK, "办理事项核对")


def test_a_purpose_that_is_not_on_the_list_is_given_in_words(qtbot, page, desk):
    resident_id, _initials = somebody(desk)
    record = read(qtbot, page, resident_id)
    number = desk.applicant(resident_id).id_number
    field = next(each for each in record.findChildren(MaskedField) if "330100" in each.value.text())
    dialog = field.ask_why()
    dialog.words.setText("查询")
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.words.setText("查询养老待遇")
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.value.text() == number)
    assert desk.history("resident", resident_id)[0].purpose == "其他：查询养老待遇"


def test_a_correction_changes_only_what_was_typed_and_the_look_is_journalled(qtbot, page, desk):
    resident_id, _initials = somebody(desk)
    read(qtbot, page, resident_id)
    before = desk.applicant(resident_id)
    dialog = begin(qtbot, page, actions.EDIT)
    dialog.form.show_texts({"phone": "199 0000 8888"})
    dialog.submit()
    qtbot.waitUntil(lambda: desk.applicant(resident_id).phone == "19900008888")
    after = desk.applicant(resident_id)
    assert (after.id_number, after.name) == (before.id_number, before.name)
    assert JournalKind.UNMASK in [entry.kind for entry in desk.history("resident", resident_id)]


def test_a_wrong_number_stays_in_the_dialog_with_its_reason(qtbot, page, desk):
    resident_id, _initials = somebody(desk)
    read(qtbot, page, resident_id)
    dialog = begin(qtbot, page, actions.EDIT)
    dialog.form.show_texts({"id_number": "330100199001011111"})
    dialog.submit()
    assert dialog.form.grid.error("id_number")
    assert dialog.isVisible()


def test_a_tag_is_added_and_ended(qtbot, page, desk):
    resident_id, _initials = somebody(desk, lambda card: not card.tags and card.id_number)
    read(qtbot, page, resident_id)
    dialog = begin(qtbot, page, actions.TAG)
    dialog.kind.setCurrentIndex(dialog.kind.findData(TagKind.VOLUNTEER.value))
    dialog.submit()
    qtbot.waitUntil(lambda: bool(page.shown.card.tags))
    page.record.tag_ended.emit(page.shown.card.tags[0].id)
    qtbot.waitUntil(lambda: page.shown.card.tags[0].ended)


def test_who_moves_out_can_move_in_with_somebody_again(qtbot, page, desk):
    resident_id, _initials = somebody(desk, lambda card: card.members and card.id_number)
    read(qtbot, page, resident_id)
    household = page.shown.card.household_id
    housemate = page.shown.card.members[0].id
    begin(qtbot, page, actions.MOVE_OUT).submit()
    qtbot.waitUntil(lambda: page.shown.card.status is ResidentStatus.MOVED_OUT)
    assert page.record.actions.buttons[actions.MOVE_IN].isVisible()
    dialog = begin(qtbot, page, actions.MOVE_IN)
    dialog.picker.resident_id = housemate
    dialog.submit()
    qtbot.waitUntil(lambda: page.shown.card.status is ResidentStatus.LIVING)
    assert page.shown.card.household_id == household


def test_a_document_the_community_now_holds_is_on_the_record(qtbot, page, desk):
    resident_id, _initials = somebody(desk)
    read(qtbot, page, resident_id)
    dialog = begin(qtbot, page, actions.HELD)
    dialog.kind.setCurrentIndex(dialog.kind.findData("lease"))
    dialog.until.setText("2027-5-1")
    dialog.submit()
    qtbot.waitUntil(lambda: any(held.kind == "lease" for held in page.shown.card.held))


def test_duplicates_are_warned_of_merged_field_by_field_and_the_merge_undone(qtbot, page, desk):
    resident_id, _initials = somebody(desk)
    facts = desk.applicant(resident_id)
    twin = desk.people.add_resident(
        ResidentEntry(facts.name, birth_date=facts.birth_date, phone="19900007777", note="另一份")
    )
    record = read(qtbot, page, resident_id)
    assert record.duplicates.isVisible()
    record.duplicates.taken.emit(twin)
    qtbot.waitUntil(lambda: page.doing.dialog is not None)
    dialog = page.doing.dialog
    dialog.choose("phone", Side.RETIRE)
    dialog.submit()
    qtbot.waitUntil(lambda: bool(page.shown.card.merges))
    assert desk.applicant(resident_id).phone == "19900007777"
    page.record.merge_undone.emit(page.shown.card.merges[0].id)
    qtbot.waitUntil(lambda: not page.shown.card.merges)
    assert desk.applicant(resident_id).phone == facts.phone


def test_somebody_new_is_entered_from_the_page(qtbot, page, desk):
    page.new.click()
    page.doing.dialog.form.show_texts({"name": "欧阳新生"})
    page.doing.dialog.submit()
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.card.name == "欧阳新生")


def test_a_trainee_edits_without_seeing_numbers(qtbot, background, sign_in):
    desk = sign_in("zhoumo")
    page = open_page(qtbot, desk, background)
    resident_id, _initials = somebody(desk)
    record = read(qtbot, page, resident_id)
    assert not record.findChildren(MaskedField)
    dialog = begin(qtbot, page, actions.EDIT)
    assert "id_number" not in dialog.form.fields
    dialog.form.show_texts({"note": "新备注"})
    dialog.submit()
    qtbot.waitUntil(lambda: page.shown.card.note == "新备注")


def test_the_record_leads_to_household_members_and_to_the_counter(qtbot, page, desk):
    resident_id, _initials = somebody(desk, lambda card: card.members and card.id_number)
    record = read(qtbot, page, resident_id)
    member = page.shown.card.members[0].id
    record.other_wanted.emit(member)
    qtbot.waitUntil(lambda: page.shown.card.id == member)
    page.record.actions.buttons[actions.SERVE].click()
    assert page.workspace.records == [("serve", member)]
