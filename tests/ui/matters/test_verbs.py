"""A matter worked to its end by its buttons, keys and dialogs."""

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.matters.conftest import open_page, opened, some, state_of
from ui.matters.verbs import KEYS, offers_of
from workbench.intake.kinds import FollowUpStep, MatterState, RatingLevel, Verb
from workbench.intake.requests import Delivery


def do(qtbot, page, verb, then):
    """Press the button of a verb, answer its dialog with what it proposes, wait for the state."""
    before = page.doing.dialog
    page.matter.verbs.buttons[verb].click()
    qtbot.waitUntil(lambda: page.doing.dialog is not before or state_of(page) is then)
    dialog = page.doing.dialog
    if dialog is not before:
        qtbot.waitUntil(dialog.isVisible)
        if hasattr(dialog, "words") and hasattr(dialog.words, "setPlainText"):
            dialog.words.setPlainText("经核实情况属实")
        dialog.submit()
    qtbot.waitUntil(lambda: state_of(page) is then)


def accepted(desk):
    return some(desk, MatterState.ACCEPTED, wanted=lambda row: not row.offered_to_id)


def test_a_matter_is_worked_decided_and_delivered(qtbot, page, desk):
    row = accepted(desk)
    opened(qtbot, page, row.id)
    do(qtbot, page, Verb.START_WORK, MatterState.IN_PROGRESS)
    do(qtbot, page, Verb.DECIDE, MatterState.DECIDED)
    do(qtbot, page, Verb.DELIVER, MatterState.DELIVERED)
    assert page.workspace.said
    assert not page.matter.verbs.buttons
    assert len(page.matter.line.steps) == 5


def test_the_one_thing_to_do_next_leads(page, desk):
    row = accepted(desk)
    offers = offers_of(desk.matters.matter(row.id), desk)
    assert [offer.verb for offer in offers if offer.leads][0] in (Verb.START_WORK, Verb.COMPLETE_AT_ONCE)


def test_every_button_has_its_key(qtbot, page, desk):
    row = accepted(desk)
    opened(qtbot, page, row.id)
    assert KEYS[Verb.START_WORK] in page.matter.verbs.buttons[Verb.START_WORK].text()
    qtbot.keyClick(page.matter.verbs.buttons[Verb.START_WORK], Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: state_of(page) is MatterState.IN_PROGRESS)


def test_an_inspection_stops_the_clock_until_it_ends(qtbot, page, desk):
    row = accepted(desk)
    opened(qtbot, page, row.id)
    do(qtbot, page, Verb.BEGIN_INSPECTION, MatterState.IN_PROGRESS)
    qtbot.waitUntil(lambda: Verb.END_INSPECTION in page.matter.verbs.buttons)
    assert Verb.DECIDE not in page.matter.verbs.buttons
    page.matter.verbs.buttons[Verb.END_INSPECTION].click()
    page.doing.dialog.submit()
    qtbot.waitUntil(lambda: Verb.DECIDE in page.matter.verbs.buttons)


def test_the_signature_is_kept_in_the_vault(qtbot, page, desk):
    row = accepted(desk)
    desk.intake.decide(row.id, *_granted())
    opened(qtbot, page, row.id)
    page.matter.verbs.buttons[Verb.DELIVER].click()
    pad = page.doing.dialog.pad
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 60))
    qtbot.mouseMove(pad, QPoint(60, 90))
    qtbot.mouseMove(pad, QPoint(120, 40))
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(120, 40))
    assert not pad.is_empty()
    page.doing.dialog.submit()
    qtbot.waitUntil(lambda: state_of(page) is MatterState.DELIVERED)
    signature = page.matter.detail.signature_id
    assert desk.attachments.content(signature).startswith(b"\x89PNG")


def test_a_worker_without_the_right_sees_why_not(qtbot, background, sign_in, desk):
    row = accepted(desk)
    page = open_page(qtbot, sign_in("chenyu"), background)
    opened(qtbot, page, row.id)
    assign = page.matter.verbs.buttons[Verb.ASSIGN]
    assert not assign.isEnabled()
    assert "审批" in assign.toolTip()


def test_a_rule_that_forbids_is_told_on_the_page(qtbot, background, sign_in, desk):
    worker = sign_in("chenyu")
    row = some(desk, MatterState.ACCEPTED, wanted=lambda each: each.owner_id != worker.session.staff_id)
    page = open_page(qtbot, worker, background)
    opened(qtbot, page, row.id)
    page.matter.verbs.buttons[Verb.START_WORK].click()
    qtbot.waitUntil(lambda: bool(page.notice.text()))
    assert state_of(page) is MatterState.ACCEPTED


def test_a_supplement_is_received_and_accepted_by_itself(qtbot, page, desk):
    row = some(desk, MatterState.SUPPLEMENTING)
    opened(qtbot, page, row.id)
    do(qtbot, page, Verb.SUPPLEMENT_RECEIVED, MatterState.ACCEPTED)
    assert any(slip.kind.value == "acceptance" for slip in page.matter.detail.slips)


@pytest.fixture
def delivered(desk):
    row = accepted(desk)
    desk.intake.decide(row.id, *_granted())
    desk.intake.deliver(row.id, Delivery("本人"))
    return row


def test_a_bad_rating_is_followed_up_step_by_step(qtbot, page, desk, delivered):
    opened(qtbot, page, delivered.id)
    page.matter.rating.rated.emit(RatingLevel.BAD)
    qtbot.waitUntil(lambda: page.matter.detail.follow_up is not None)
    for step in FollowUpStep:
        page.matter.rating.stepped.emit(page.matter.detail.follow_up.id, step, "已回访")
        qtbot.waitUntil(
            lambda done=step: (
                page.matter.detail.follow_up.steps[-1].step is done
                if page.matter.detail.follow_up.steps
                else False
            )
        )
    assert page.matter.detail.follow_up.closed_at is not None


def test_who_does_not_want_to_rate_is_not_asked_again(qtbot, page, desk, delivered):
    opened(qtbot, page, delivered.id)
    page.matter.rating.rated.emit(None)
    qtbot.waitUntil(lambda: page.matter.detail.rating is not None)
    assert page.matter.detail.rating.level is None


def test_the_changes_of_the_record_are_listed_without_numbers_in_full(qtbot, page, desk):
    row = accepted(desk)
    opened(qtbot, page, row.id)
    lines = page.matter.history.texts()
    assert lines
    number = desk.applicant(row.applicant_id).id_number
    assert all(number not in line for line in lines)


def _granted():
    from workbench.intake.kinds import Decision

    return (Decision.GRANTED,)
