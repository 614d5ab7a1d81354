"""From greeting to receipt by the keyboard alone."""

from datetime import timedelta

from PySide6.QtCore import Qt

from tests.ui.intake.counter import CTRL, ENTER, found_first, item_initials, item_of
from ui.intake.stages import DONE, ITEMS, PEOPLE, WORK
from workbench.catalogue.rules import ItemKind
from workbench.intake.kinds import MaterialState, MatterState, RefusalGround, SlipKind

MOST_KEYS = 12


def anybody(_card):
    return True


def committed(desk):
    return item_of(desk, ItemKind.COMMITTED, lambda item: not item.licensing and len(item.materials) > 1)


def test_accepting_a_returning_residents_matter_takes_at_most_twelve_keystrokes(worker, page, worker_desk):
    resident_id, initials = found_first(worker_desk, lambda card: card.held)
    item = committed(worker_desk)
    worker.greet(initials)
    worker.choose_item(item_initials(item)[:3])
    worker.press(Qt.Key.Key_F4)
    worker.accept()
    assert worker.keys <= MOST_KEYS
    kept = page.conversation.talk.results[0]
    matter = worker_desk.matters.matter(kept.matter_id)
    assert matter.row.applicant_id == resident_id
    assert matter.row.state is MatterState.ACCEPTED
    assert [slip.kind for slip in matter.slips] == [SlipKind.ACCEPTANCE]


def test_enter_pressed_before_the_answer_takes_the_first_when_it_arrives(worker, page, worker_desk):
    resident_id, initials = found_first(worker_desk, anybody)
    worker.type(initials)
    worker.press(ENTER)
    worker.wait_stage(ITEMS)
    assert page.conversation.talk.applicant.resident_id == resident_id


def test_a_fast_card_reader_types_the_whole_number_and_enter(worker, page, worker_desk):
    resident_id, _initials = found_first(worker_desk, lambda card: card.id_number)
    worker.type(worker_desk.applicant(resident_id).id_number.lower())
    worker.press(ENTER)
    worker.wait_stage(ITEMS)
    assert page.conversation.talk.applicant.resident_id == resident_id


def test_what_the_community_holds_is_ticked_and_keys_tick_the_rest(worker, page, worker_desk):
    _id, initials = found_first(
        worker_desk, lambda card: any(held.kind == "id_card" and not held.expired for held in card.held)
    )
    item = item_of(
        worker_desk,
        ItemKind.COMMITTED,
        lambda item: item.materials[0].held_as == "id_card" and any(m.may_follow for m in item.materials),
    )
    worker.greet(initials)
    worker.choose_item(item_initials(item))
    rows = page.stages.checklist.rows
    assert rows[0].tick.state is MaterialState.HELD
    follows = next(row for row in rows if row.line.may_follow)
    follows.setFocus()
    worker.press(Qt.Key.Key_3)
    assert follows.tick.state is MaterialState.PROMISED
    assert follows.tick.promise_due > worker_desk.today()
    assert follows.due.isVisible()
    last = follows.tick.promise_due - timedelta(days=1)
    follows.due.setFocus()
    follows.due.selectAll()
    worker.type(f"{last:%m-%d}")
    assert follows.tick.promise_due == last
    follows.setFocus()
    assert follows.due.text() == last.isoformat()
    worker.press(Qt.Key.Key_1)
    assert follows.tick.state is MaterialState.PRESENTED


def test_a_missing_material_keeps_it_from_being_accepted_but_it_can_be_told(worker, page, worker_desk):
    _id, initials = found_first(worker_desk, anybody)
    worker.greet(initials)
    worker.choose_item(item_initials(committed(worker_desk)))
    for row in page.stages.checklist.rows:
        row.choose(MaterialState.MISSING)
    worker.press(ENTER, CTRL)
    assert page.stages.stage == WORK
    assert not page.bar.buttons["accept"].isEnabled()
    worker.press(Qt.Key.Key_F6)
    worker.wait_stage(DONE)
    kept = page.conversation.talk.results[0]
    assert kept.state is MatterState.SUPPLEMENTING
    assert [slip.kind for slip in kept.slips] == [SlipKind.SUPPLEMENT]


def test_a_forbidden_certificate_is_refused_with_what_to_do_instead(worker, page, worker_desk, qtbot):
    _id, initials = found_first(worker_desk, anybody)
    item = item_of(worker_desk, ItemKind.FORBIDDEN)
    worker.greet(initials)
    worker.choose_item(item_initials(item))
    assert not page.bar.buttons["accept"].isVisible()
    dialog = page.asking.refusal()
    assert dialog.ground.currentData() == RefusalGround.FORBIDDEN.value
    assert dialog.instead.toPlainText() == item.instead
    dialog.submit()
    worker.wait_stage(DONE)
    matter = worker_desk.matters.matter(page.conversation.talk.results[0].matter_id)
    assert matter.row.state is MatterState.REFUSED
    assert matter.refused_instead == item.instead


def test_an_immediate_item_is_done_at_once_and_rated(worker, page, worker_desk, qtbot):
    _id, initials = found_first(worker_desk, anybody)
    worker.greet(initials)
    worker.choose_item(item_initials(item_of(worker_desk, ItemKind.IMMEDIATE)))
    worker.press(Qt.Key.Key_F4)
    worker.press(Qt.Key.Key_F9)
    worker.wait_stage(DONE)
    kept = page.conversation.talk.results[0]
    assert kept.state is MatterState.DELIVERED
    assert page.stages.done.rating.isVisible()
    page.stages.done.rating.faces[0].click()
    worker.wait(lambda: worker_desk.matters.matter(kept.matter_id).rating is not None)
    worker.wait(lambda: not page.stages.done.rating.isVisible())


def test_several_matters_of_one_visit_are_accepted_together_as_one_journey(worker, page, worker_desk):
    _id, initials = found_first(worker_desk, anybody)
    first = committed(worker_desk)
    second = item_of(
        worker_desk, ItemKind.COMMITTED, lambda item: item.code != first.code and not item.licensing
    )
    worker.greet(initials)
    worker.choose_item(item_initials(first))
    worker.press(Qt.Key.Key_F4)
    worker.press(Qt.Key.Key_I, CTRL)
    worker.wait_stage(ITEMS)
    worker.choose_item(item_initials(second))
    worker.press(Qt.Key.Key_F4)
    assert len(page.tabs.buttons) == 2
    worker.accept()
    results = page.conversation.talk.results
    assert len(results) == 2
    assert {worker_desk.matters.matter(each.matter_id).row.visits_count for each in results} == {1}


def test_the_next_resident_comes_by_enter_and_the_page_is_clean(worker, page, worker_desk):
    _id, initials = found_first(worker_desk, anybody)
    worker.greet(initials)
    worker.choose_item(item_initials(committed(worker_desk)))
    worker.press(Qt.Key.Key_F4)
    worker.accept()
    worker.press(ENTER)
    worker.wait_stage(PEOPLE)
    assert page.conversation.talk.applicant is None
    assert page.person.hasFocus()
    assert page.person.text() == ""


def test_the_called_number_is_served_by_what_is_accepted(worker, page, worker_desk):
    _id, initials = found_first(worker_desk, anybody)
    waiting = len(worker_desk.matters.queue().waiting)
    worker.press(Qt.Key.Key_F2)
    worker.wait(lambda: bool(page.conversation.talk.ticket_number))
    assert page.conversation.talk.ticket_number in page.strip.serving.text()
    served = worker_desk.matters.queue().served
    worker.greet(initials)
    worker.choose_item(item_initials(committed(worker_desk)))
    worker.press(Qt.Key.Key_F4)
    worker.accept()
    queue = worker_desk.matters.queue()
    assert (len(queue.waiting), queue.served) == (waiting - 1, served + 1)


def test_an_item_chosen_in_the_catalogue_waits_for_the_resident(worker, page, worker_desk):
    _id, initials = found_first(worker_desk, anybody)
    item = committed(worker_desk)
    page.open_record("start", item.code)
    worker.type(initials)
    worker.press(ENTER)
    worker.wait_stage(WORK)
    assert page.conversation.talk.matter.item.code == item.code
