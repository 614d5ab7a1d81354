"""Contracts: an organisation added, a person under it, and nothing seen any more when it ends."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.census.course import round_of
from workbench.census.wording import GuardFailed
from workbench.desk.demo.cast import ENUMERATOR
from workbench.standards.errors import WorkbenchError

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def section_of(qtbot, page):
    page.show_section("contracts")
    section = page.section("contracts")
    qtbot.waitUntil(lambda: bool(section.table.records()))
    return section


def contracts(desk):
    return {one.organisation: one for one in desk.surveys.contracts(round_of(desk).id)}


def add(qtbot, page, open_dialog, organisation):
    qtbot.keyClick(page.list, Qt.Key.Key_N, CTRL)
    dialog = open_dialog(page)
    qtbot.keyClicks(dialog.organisation, organisation)
    qtbot.keyClicks(dialog.number, "NO-7")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)


def test_a_contract_without_a_signature_opens_nothing(qtbot, chief_page, chief_desk, open_dialog):
    section_of(qtbot, chief_page)
    add(qtbot, chief_page, open_dialog, "Second Survey Ltd")
    qtbot.waitUntil(lambda: "Second Survey Ltd" in contracts(chief_desk))
    assert not contracts(chief_desk)["Second Survey Ltd"].runs


def test_a_person_comes_under_a_contract_only_once(qtbot, chief_page, chief_desk, press, open_dialog):
    section = section_of(qtbot, chief_page)
    add(qtbot, chief_page, open_dialog, "Second Survey Ltd")
    qtbot.waitUntil(lambda: len(section.table.records()) == 2)
    at = [row.organisation for row in section.table.records()].index("Second Survey Ltd")
    section.table.view.selectRow(at)
    press(section.table.view, Qt.Key.Key_A, ALT)
    dialog = open_dialog(chief_page)
    assert dialog.person.findText(ENUMERATOR.name) >= 0
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(dialog.notice.isVisible)
    assert not contracts(chief_desk)["Second Survey Ltd"].members


def test_who_has_left_sees_nothing_and_may_come_back(
    qtbot, chief_page, chief_desk, enumerator_desk, press, open_dialog
):
    round_id = round_of(chief_desk).id
    assert enumerator_desk.surveys.my_work(round_id)
    section = section_of(qtbot, chief_page)
    qtbot.waitUntil(lambda: bool(section.members.records()))
    press(section.members.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: section.members.records()[0].left_on is not None)
    refused(enumerator_desk, round_id)
    qtbot.keyClick(section.members.view, Qt.Key.Key_A, ALT)
    dialog = open_dialog(chief_page)
    dialog.person.setCurrentIndex(dialog.person.findText(ENUMERATOR.name))
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: section.members.records()[0].left_on is None)
    assert enumerator_desk.surveys.my_work(round_id)


def test_a_contract_that_ends_early_closes_the_doors_at_once(
    qtbot, chief_page, chief_desk, enumerator_desk, open_dialog
):
    round_id = round_of(chief_desk).id
    case = enumerator_desk.surveys.my_work(round_id)[0]
    section = section_of(qtbot, chief_page)
    section.end_button.click()
    dialog = open_dialog(chief_page)
    qtbot.keyClicks(dialog.reason, "unreliable")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not section.end_button.isEnabled())
    refused(enumerator_desk, round_id)
    with pytest.raises(GuardFailed):
        enumerator_desk.census.begin(case.id)


def test_a_contract_is_edited(qtbot, chief_page, chief_desk, press, open_dialog):
    section = section_of(qtbot, chief_page)
    contract = section.table.current()
    press(section.table.view, Qt.Key.Key_Return)
    dialog = open_dialog(chief_page)
    dialog.number.setText("NO-9")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: contracts(chief_desk)[contract.organisation].number == "NO-9")
    after = contracts(chief_desk)[contract.organisation]
    assert (after.since, after.until, after.agreement_signed_on) == (
        contract.since,
        contract.until,
        contract.agreement_signed_on,
    )


def refused(desk, round_id):
    """The next read shows nothing: no round, no household."""
    assert desk.surveys.rounds() == ()
    try:
        assert desk.surveys.my_work(round_id) == ()
    except WorkbenchError:
        return
